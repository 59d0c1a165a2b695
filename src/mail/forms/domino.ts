import { causeBehind } from '../cause-behind.js';
import type { Form } from '../form.js';

export const domino: Form = {
  name: 'domino',
  system: 'IBM Lotus Domino, HCL Domino',
  source: 'HCL Domino documentation, "Delivery failure reports"; the subject DELIVERY FAILURE: with the cause behind it',
  cues: [
    { subject: 'delivery failure: ', text: 'was not delivered to:' },
    { subject: 'delivery failure: ', text: 'your document:' },
    { subject: 'delivery failure: ', text: 'your message' },
    { subject: 'delivery failure: ', text: 'wurde nicht zugestellt an:' },
    { subject: 'delivery failure: ', text: 'n’a pas été remis' },
    { subject: 'delivery failure: ', text: "n'a pas été remis" },
    { subject: 'delivery failure: ', text: 'non è stato consegnato a' },
    { subject: 'delivery failure: ', text: 'no se ha entregado a' },
    { subject: 'delivery failure: ', text: 'não foi entregue' },
    { field: ['x-mimetrack', ''], text: 'was not delivered to:' },
    { field: ['x-mailer', 'lotus'], text: 'was not delivered to:' },
    { text: 'not listed in domino directory', subject: 'delivery failure' },
    { field: ['x-mimetrack', ''], subject: 'unzustellbar' },
    { field: ['x-mimetrack', ''], subject: 'nondeliverable' },
    { field: ['x-mimetrack', ''], subject: 'delivery failure' },
  ],
  read: causeBehind(/^\s{0,9}(?:because|weil|wegen|Grund|car|parce que|raison|motivo|perché|porque|理由|原因)\s?[:：]/i),
};
