import { causeBehind } from '../cause-behind.js';
import type { Form } from '../form.js';

export const naver: Form = {
  name: 'naver',
  system: 'Naver Mail',
  source: 'notices of the service: the subject [발송실패 안내], a table with the cause',
  cues: [{ subject: '[발송실패 안내]' }, { subject: '[발송실패]' }],
  read: causeBehind(/실패\s?(?:사유|이유|원인)\s{0,4}[:：]?/),
};
