import { causeBehind } from '../cause-behind.js';
import type { Form } from '../form.js';

export const messagelabs: Form = {
  name: 'messagelabs',
  system: 'Symantec Email Security.cloud (MessageLabs)',
  source: 'notices of MAILER-DAEMON@messagelabs.com: This is the mail delivery agent at …, with Reason below the addresses',
  cues: [
    { from: 'mailer-daemon@messagelabs.com' },
    { text: 'this is the mail delivery agent at messagelabs.com' },
    { text: 'this is the mail delivery agent at symantec email security.cloud' },
    { statusField: ['reporting-mta', '.messagelabs.com'] },
    { statusField: ['reporting-mta', '.symanteccloud.com'] },
  ],
  read: causeBehind(/^\s{0,9}Reason:/i),
};
