import { causeBehind } from '../cause-behind.js';
import type { Form } from '../form.js';

export const postOffice: Form = {
  name: 'post-office',
  system: 'Post.Office and InterMail (Software.com, Openwave)',
  source: 'observed: notices of both, which share their words',
  cues: [
    { opening: 'this message was undeliverable due to the following reason:' },
    { text: 'this message was undeliverable due to the following reason:', from: 'administrator' },
  ],
  read: causeBehind(/due to the following reason:/i),
};
