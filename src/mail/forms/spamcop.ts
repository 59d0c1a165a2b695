import type { Form } from '../form.js';

export const spamcop: Form = {
  name: 'spamcop',
  system: 'SpamCop',
  source: 'SpamCop FAQ, "Reports": complaints from reports.spamcop.net that name the address of the sender and a link',
  kind: 'feedback',
  cues: [
    { from: '@reports.spamcop.net', text: '[ spamcop v' },
    { from: '@reports.spamcop.net', subject: '[spamcop (' },
  ],
};
