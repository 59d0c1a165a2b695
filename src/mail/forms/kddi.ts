import { causeBehind } from '../cause-behind.js';
import type { Form } from '../form.js';

export const kddi: Form = {
  name: 'kddi',
  system: 'KDDI (au one net, dion)',
  source: 'notices of the service: the time of the mail, the recipient and the cause on three lines',
  cues: [
    { text: 'your mail sent on: ', from: '.dion.ne.jp' },
    { text: 'your mail attempted to be delivered on: ', from: '.dion.ne.jp' },
    { text: 'as their mailbox is full.', from: 'no-reply@' },
    { field: ['reply-to', 'no-reply@app.auone-net.jp'], text: 'could not be delivered to:' },
  ],
  read: causeBehind(
    /^\s{0,9}(?=as their mailbox )/i,
    /^\s{0,9}(?=as the remote domain )/i,
    /^\s{0,9}due to the following smtp relay error:?/i,
  ),
};
