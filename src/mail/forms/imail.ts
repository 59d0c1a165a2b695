import type { Form } from '../form.js';

export const imail: Form = {
  name: 'imail',
  system: 'IMail Server (Ipswitch)',
  source: 'observed: notices of SMTP32, which names itself in X-Mailer',
  cues: [
    { field: ['x-mailer', '<smtp32 v'] },
    { subject: 'undeliverable mail', opening: 'unknown user: ' },
    { subject: 'undeliverable mail', opening: 'user mailbox exceeds allowed size: ' },
    { subject: 'undeliverable mail', opening: 'invalid final delivery userid: ' },
    { subject: 'undeliverable mail', opening: 'delivery failed ' },
  ],
};
