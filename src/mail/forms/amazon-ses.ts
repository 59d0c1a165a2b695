import { causeBehind } from '../cause-behind.js';
import type { Form } from '../form.js';

export const amazonSes: Form = {
  name: 'amazon-ses',
  system: 'Amazon SES',
  source: 'Amazon SES Developer Guide, "Email feedback forwarding": notices of MAILER-DAEMON at a host of amazonses.com',
  cues: [
    { statusField: ['reporting-mta', '.amazonses.com'] },
    { from: '@email-bounces.amazonses.com' },
    { from: 'mailer-daemon@amazonses.com' },
    { from: 'mailer-daemon@', field: ['from', '.amazonses.com'] },
  ],
  read: causeBehind(/reason for the problem:/i),
};
