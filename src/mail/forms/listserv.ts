import { firstAddress } from '../address.js';
import { type Finding, finding } from '../finding.js';
import type { Form } from '../form.js';
import { oneLine } from '../general-reader.js';
import type { Notice } from '../notice.js';

/** The list that did not take a posting stands in the subject; the text says why. */
function readRejectedPosting({ subject, text }: Notice): readonly Finding[] {
  const list = firstAddress(subject);
  return list === null ? [] : [finding({ recipient: list, diagnostic: oneLine(text) || null })];
}

export const listserv: Form = {
  name: 'listserv',
  system: 'LISTSERV',
  source: 'LISTSERV list owner manual, messages to those who post',
  cues: [{ from: 'listserv@', subject: 'rejected posting to ' }],
  read: readRejectedPosting,
};
