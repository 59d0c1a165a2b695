import { causeBehind } from '../cause-behind.js';
import type { Form } from '../form.js';

export const ironport: Form = {
  name: 'ironport',
  system: 'Cisco Secure Email Gateway (IronPort AsyncOS)',
  source: 'Cisco AsyncOS user guide, "Bounce profiles": 5.1.0 - Unknown address error 550-…, The reason for the problem',
  cues: [
    { text: 'was undeliverable. the reason for the problem:' },
    { text: 'was undeliverable. reason for the problem:' },
    { text: 'has been delayed. the reason for the problem:' },
  ],
  read: causeBehind(/reason for the problem:/i),
};
