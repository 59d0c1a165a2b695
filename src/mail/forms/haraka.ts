import type { Form } from '../form.js';

export const haraka: Form = {
  name: 'haraka',
  system: 'Haraka',
  source: 'Haraka config/outbound.bounce_message',
  cues: [
    { text: 'this is the haraka mailer program at ' },
    { field: ['received', '(haraka outbound)'], subject: 'failure notice' },
  ],
};
