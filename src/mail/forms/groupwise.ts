import { causeBehind } from '../cause-behind.js';
import type { Form } from '../form.js';

export const groupwise: Form = {
  name: 'groupwise',
  system: 'Novell GroupWise Internet Agent (GWIA)',
  source: 'Novell GroupWise administration guide, "Customizing delivery status notifications" (GWIA)',
  cues: [
    { subject: 'message status - undeliverable' },
    { text: 'the message that you sent was undeliverable to the following:' },
    { field: ['x-mailer', 'groupwise internet agent'], text: 'undeliverable' },
    { field: ['x-mailer', 'groupwise'], subject: 'mail failure' },
    { text: 'the attached file had the following undeliverable recipient(s):' },
  ],
  read: causeBehind(/^\s{0,9}Response:/i),
};
