import type { Form } from '../form.js';

export const mail2000: Form = {
  name: 'mail2000',
  system: 'Openfind Mail2000',
  source: 'notices of the product: "---The following addresses had delivery errors---" without spaces, the cause in brackets',
  cues: [{ text: '---the following addresses had delivery errors---' }],
};
