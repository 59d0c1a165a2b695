import type { Form } from '../form.js';

export const mailgun: Form = {
  name: 'mailgun',
  system: 'Mailgun',
  source: 'notices whose Reporting-MTA is a host of mailgun.net, mailgun.org or mailgun.com',
  cues: [{ statusField: ['reporting-mta', '.mailgun.'] }, { from: 'mailer-daemon@mailgun.' }],
};
