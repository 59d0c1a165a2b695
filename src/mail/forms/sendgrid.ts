import type { Form } from '../form.js';

export const sendgrid: Form = {
  name: 'sendgrid',
  system: 'Twilio SendGrid',
  source: 'notices of MAILER-DAEMON at sendgrid.net; the fields X-SendGrid-QueueID and X-SendGrid-Sender in the delivery status',
  cues: [
    { statusField: ['x-sendgrid-queueid', ''] },
    { statusField: ['x-sendgrid-sender', ''] },
    { text: 'this is an automatically generated message from sendgrid' },
    { from: 'mailer-daemon@sendgrid.net' },
  ],
};
