import type { Form } from '../form.js';

export const barracuda: Form = {
  name: 'barracuda',
  system: 'Barracuda Email Security Gateway, Email Gateway Defense',
  source:
    'notices with the subject **Message you sent blocked by our bulk email filter**, and those of hosts of barracudanetworks.com',
  cues: [
    { subject: '**message you sent blocked by our bulk email filter**' },
    { text: 'was blocked by our spam firewall. the email you sent with the following subject has not been delivered' },
    { statusField: ['reporting-mta', '.ess.barracuda.com'] },
    { statusField: ['reporting-mta', '.barracudanetworks.com'] },
  ],
};
