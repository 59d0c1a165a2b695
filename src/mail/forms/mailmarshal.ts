import { causeBehind } from '../cause-behind.js';
import type { Form } from '../form.js';

export const mailmarshal: Form = {
  name: 'mailmarshal',
  system: 'MailMarshal (Marshal, M86, Trustwave)',
  source: 'notices with Could not be delivered because of, and The following recipients were affected',
  cues: [
    { field: ['received', 'mailmarshal.sender'], text: 'could not be delivered' },
    { text: 'could not be delivered because of', subject: 'undeliverable mail: ' },
    { text: 'could not be delivered because of', field: ['received', 'mailmarshal'] },
  ],
  read: causeBehind(/could not be delivered because of:?/i, /^\s{0,9}because of:?/i),
};
