import { causeBehind, passageBehind } from '../cause-behind.js';
import type { Finding } from '../finding.js';
import type { Form } from '../form.js';
import type { Notice } from '../notice.js';
import { commandOf } from '../smtp-dialogue.js';

const readServerMessage = causeBehind(/^\s{0,9}-{3,20}\s?server message/i);

/** The reply and the command that it answers have sections of their own. */
function read(notice: Notice): readonly Finding[] {
  const command = commandOf(passageBehind(notice.lines, /^\s{0,9}-{3,20}\s?SMTP command/i) ?? '');
  return readServerMessage(notice).map((one) => ({ ...one, command }));
}

export const mFilter: Form = {
  name: 'm-filter',
  system: 'Digital Arts m-FILTER',
  source:
    'notices of the product: X-Mailer: m-FILTER, sections for the reply and the command; the name of the product can be changed',
  cues: [
    { field: ['x-mailer', 'm-filter'], text: '-server message' },
    { text: 'が自動的に生成して送信しています。メールサーバーとの通信中、下記の理由により' },
  ],
  read,
};
