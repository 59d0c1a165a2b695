import type { Form } from '../form.js';

export const courier: Form = {
  name: 'courier',
  system: 'Courier',
  source: 'courier courier/module.dsn, its template dsnheader.txt',
  cues: [{ text: 'running the courier mail server' }, { from: 'courier mail server at ' }],
};
