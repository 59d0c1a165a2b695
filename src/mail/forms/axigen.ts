import type { Form } from '../form.js';

export const axigen: Form = {
  name: 'axigen',
  system: 'Axigen',
  source: 'told by its own name alone; the layout of its notices was not at hand and is left to the general reader',
  cues: [{ text: 'this is the axigen mail server' }, { field: ['x-mailer', 'axigen'], subject: 'undeliver' }],
};
