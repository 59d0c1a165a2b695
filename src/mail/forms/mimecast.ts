import { causeBehind } from '../cause-behind.js';
import type { Form } from '../form.js';

export const mimecast: Form = {
  name: 'mimecast',
  system: 'Mimecast Email Security',
  source: 'Mimecast Community, "Delivery failure notifications": subject [Postmaster] Email Delivery Failure',
  cues: [
    { subject: '[postmaster] email delivery failure' },
    { field: ['x-mimecast-originator', ''], text: 'this is an automated alert notification' },
    { text: 'this is an automated alert notification. please do not reply. an email that you attempted to send' },
    { statusField: ['reporting-mta', '.mimecast.com'] },
    { statusField: ['reporting-mta', '.mimecast.lan'] },
  ],
  read: causeBehind(/additional information follows\s?:(?:[\s-]{0,9}$)?/i, /the problem appears to be\s?:(?:[\s-]{0,9}$)?/i),
};
