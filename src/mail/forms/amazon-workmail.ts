import type { Form } from '../form.js';

export const amazonWorkmail: Form = {
  name: 'amazon-workmail',
  system: 'Amazon WorkMail',
  source: 'notices with X-Mailer: Amazon WorkMail that hold a Technical report in their text',
  cues: [
    { field: ['x-mailer', 'amazon workmail'], text: 'technical report: reporting-mta:' },
    { field: ['x-mailer', 'amazon workmail'], from: 'mailer-daemon@' },
  ],
};
