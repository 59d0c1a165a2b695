import type { Form } from '../form.js';

export const postal: Form = {
  name: 'postal',
  system: 'Postal',
  source: 'Postal app/lib/bounce_message.rb',
  cues: [
    { text: 'this is the mail delivery service responsible for delivering mail to ' },
    { field: ['x-postal-bounce', ''], subject: 'mail delivery failed' },
  ],
};
