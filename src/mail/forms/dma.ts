import { causeBehind } from '../cause-behind.js';
import type { Form } from '../form.js';

export const dma: Form = {
  name: 'dma',
  system: 'DragonFly Mail Agent',
  source: 'dma mail.c (bounce)',
  cues: [
    { text: 'this is the dragonfly mail agent' },
    { field: ['received', '(dragonfly mail agent'], from: 'mailer-daemon <>' },
  ],
  read: causeBehind(/there was an error delivering your mail to <[^<>]{1,400}>\.?/i),
};
