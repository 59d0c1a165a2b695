import { causeBehind } from '../cause-behind.js';
import type { Form } from '../form.js';

export const biglobe: Form = {
  name: 'biglobe',
  system: 'BIGLOBE and the cable networks that it serves',
  source: 'notices of the service: the recipients under "had delivery problems", the cause under "Non-delivered information"',
  cues: [
    { text: '- non-delivered information -', from: 'postmaster@' },
    { text: 'the following addresses had delivery problems', from: 'biglobe.ne.jp' },
  ],
  read: causeBehind(/^\s{0,9}-{2,9} ?non-delivered information ?-{2,9}/i),
};
