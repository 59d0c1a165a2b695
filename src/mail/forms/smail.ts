import type { Form } from '../form.js';

export const smail: Form = {
  name: 'smail',
  system: 'Smail 3',
  source: 'smail 3 src/notify.c',
  cues: [{ text: 'failed addresses follow: ---' }, { text: '- message log follows: ---' }],
};
