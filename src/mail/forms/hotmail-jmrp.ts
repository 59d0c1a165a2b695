import type { Form } from '../form.js';

export const hotmailJmrp: Form = {
  name: 'hotmail-jmrp',
  system: 'Junk Mail Reporting Program of Outlook.com',
  source: 'Microsoft, Junk Mail Reporting Program: complaints of staff@hotmail.com, the message attached',
  kind: 'feedback',
  cues: [{ from: 'staff@hotmail.com', subject: 'complaint about message from' }],
};
