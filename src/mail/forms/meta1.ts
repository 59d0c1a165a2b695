import type { Form } from '../form.js';

export const meta1: Form = {
  name: 'meta1',
  system: 'MeTA1',
  source: 'told by its own name alone; the layout of its notices was not at hand and is left to the general reader',
  cues: [{ text: 'this is the meta1 mta at ' }],
};
