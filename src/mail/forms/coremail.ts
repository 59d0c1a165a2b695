import { causeBehind } from '../cause-behind.js';
import type { Form } from '../form.js';

export const coremail: Form = {
  name: 'coremail',
  system: 'Coremail (163, 126, yeah.net and universities)',
  source: 'notices of the product: the subject 系统退信 (Systems bounce), 退信原因 before the cause',
  cues: [
    { subject: '系统退信' },
    { from: 'postmaster@163.com', subject: '退信' },
    { from: 'postmaster@126.com', subject: '退信' },
  ],
  read: causeBehind(/退信原因\s{0,4}[:：]?/),
};
