import { causeBehind } from '../cause-behind.js';
import type { Form } from '../form.js';

export const vtext: Form = {
  name: 'verizon',
  system: 'Verizon Wireless, mail to text messages (vtext.com, vzwpix.com)',
  source: 'notices of post_master@vtext.com and of sysadmin of vzwpix.com, with Message details below the error',
  cues: [
    { from: 'post_master@vtext.com' },
    { from: '@vtext.com', text: 'error message below:' },
    { from: '@vzwpix.com', text: 'could not be delivered to mobile' },
    { from: '@vzwpix.com', text: 'error message below:' },
  ],
  read: causeBehind(/error message below:/i, /^\s{0,9}error:/i),
};
