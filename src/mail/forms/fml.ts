import { addressesIn } from '../address.js';
import { type Finding, finding } from '../finding.js';
import type { Form } from '../form.js';
import { oneLine } from '../general-reader.js';
import type { Notice } from '../notice.js';

/** The list that met its own message again: `Duplicated Message-ID in <garden@lists.example.org>.` */
function readLoopAlert({ lines }: Notice): readonly Finding[] {
  const line = lines.find((one) => /duplicated|loop/i.test(one) && one.includes('@'));
  const list = line === undefined ? undefined : addressesIn(line)[0];
  return list === undefined ? [] : [finding({ recipient: list.address, diagnostic: oneLine(line!) })];
}

export const fml: Form = {
  name: 'fml',
  system: 'fml mailing list driver',
  source: 'fml 4, loop checks of libfml',
  cues: [
    { field: ['x-mlserver', 'fml'], subject: 'loop alert' },
    { subject: 'loop alert: ', text: 'duplicated message-id in <' },
  ],
  read: readLoopAlert,
};
