import type { Form } from '../form.js';

export const kerio: Form = {
  name: 'kerio',
  system: 'Kerio Connect',
  source: 'told by its own name alone; the layout of its notices was not at hand and is left to the general reader',
  cues: [
    { field: ['x-mailer', 'kerio connect'], text: 'delivery problems' },
    { field: ['x-mailer', 'kerio mailserver'], text: 'delivery problems' },
  ],
};
