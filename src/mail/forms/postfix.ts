import type { Form } from '../form.js';

export const postfix: Form = {
  name: 'postfix',
  system: 'Postfix',
  source: 'Postfix src/bounce/bounce_notify_util.c, bounce_template.c',
  cues: [
    { statusField: ['x-postfix-queue-id', ''] },
    { text: 'this is the postfix program at host ' },
    { text: 'this is the mail system at host ' },
    { text: 'this is the postfix mail system' },
  ],
};
