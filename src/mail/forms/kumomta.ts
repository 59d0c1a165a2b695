import type { Form } from '../form.js';

export const kumomta: Form = {
  name: 'kumomta',
  system: 'KumoMTA',
  source: 'KumoMTA crates/rfc3464, the text of its reports',
  cues: [{ text: 'the message was received at ', subject: 'returned mail', opening: 'the message was received at ' }],
};
