import { findReply } from '../../classify/reply-in-text.js';
import { causeBehind } from '../cause-behind.js';
import type { Form } from '../form.js';

/** The sentences by which it tells a cause where it quotes no reply; each is kept whole. */
const readCause = causeBehind(
  /^\s{0,9}(?=the user\(s\) )/i,
  /^\s{0,9}(?=your message was not delivered within )/i,
  /^\s{0,9}(?=each of the following recipients was rejected)/i,
);

export const ezweb: Form = {
  name: 'ezweb',
  system: 'au by KDDI (EZweb)',
  source: 'notices of the service: a Japanese part above English sentences of a fixed list',
  cues: [
    { from: 'postmaster@ezweb.ne.jp', subject: 'mail system error - returned mail' },
    { from: 'postmaster@au.com', subject: 'mail system error - returned mail' },
    { text: '次のあて先へのメッセージはエラーのため送信できませんでした。' },
  ],
  read: (notice) => (findReply(notice.text) === null ? readCause(notice) : []),
};
