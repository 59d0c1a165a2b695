import { causeBehind } from '../cause-behind.js';
import type { Form } from '../form.js';

export const james: Form = {
  name: 'james',
  system: 'Apache James',
  source: 'Apache James mailets Bounce, DSNBounce and NotifySender (their default messages)',
  cues: [
    { text: 'hi. this is the james mail server at ' },
    { text: 'error message below:', field: ['message-id', '.javamail.'], from: 'post' },
    { statusField: ['reporting-mta', 'james'] },
  ],
  read: causeBehind(/^\s{0,4}error message(?: below)?:/i),
};
