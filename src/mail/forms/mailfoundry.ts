import { causeBehind } from '../cause-behind.js';
import type { Form } from '../form.js';

export const mailfoundry: Form = {
  name: 'mailfoundry',
  system: 'MailFoundry',
  source: 'notices with Delivery failed for the following reason, and (MAILFOUNDRY) in the trace',
  cues: [
    { field: ['received', '(mailfoundry)'], subject: 'message delivery has failed' },
    { text: 'delivery failed for the following reason: server ', subject: 'message delivery has failed' },
  ],
  read: causeBehind(/delivery failed for the following reason:/i),
};
