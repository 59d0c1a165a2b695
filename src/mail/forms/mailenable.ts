import type { Form } from '../form.js';

export const mailenable: Form = {
  name: 'mailenable',
  system: 'MailEnable',
  source: 'published notices: MailEnable message delivery failure and delay notices',
  cues: [
    { text: 'mailenable: message delivery failure' },
    { text: 'mailenable: message delivery delay' },
    { text: 'the following recipient(s) could not be reached: recipient: [' },
  ],
};
