import type { Form } from '../form.js';

export const rambler: Form = {
  name: 'rambler',
  system: 'Rambler',
  source: 'observed: the address of its notices',
  cues: [{ from: 'mailer-daemon@rambler.ru' }],
};
