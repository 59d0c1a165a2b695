import type { Stage } from './remote-server.js';

/** One refusal as some server somewhere words it. */
export interface Refusal {
  readonly name: string;
  readonly lines: readonly (string | Buffer)[];
  readonly at?: Stage;
  readonly outcome?: 'failed' | 'expired';
  /** Only where the place rule (right behind the code; the last line first) does not find it. */
  readonly enhanced?: string;
}

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

/** Every refusal has a domain of its own, `<name>.test`; `at` RCPT and `failed` unless told otherwise. */
export const refusals: readonly Refusal[] = [
  { name: 'unknown-user', lines: ['550 5.1.1 <user>: Recipient address rejected: User unknown in virtual mailbox table'] },
  { name: 'no-enhanced', lines: ['550 Requested action not taken: mailbox unavailable'] },
  { name: 'code-alone', lines: ['550'] },
  { name: 'code-and-space', lines: ['550 '] },
  { name: 'enhanced-alone', lines: ['550 5.1.1'] },
  { name: 'over-quota', lines: ['552 5.2.2 <user>: user is over quota'] },
  { name: 'moved', lines: ['551 5.1.6 User has moved; please try <new@elsewhere.test>'] },
  { name: 'null-mx-reply', lines: ['556 5.1.10 Domain does not accept mail (nullMX)'] },
  { name: 'rare-code', lines: ['522 sorry, recipient mailbox is full (#5.2.2 - chkuser)'], enhanced: '5.2.2' },
  { name: 'hash-enhanced', lines: ['550 #5.1.0 Address rejected.'], enhanced: '5.1.0' },
  { name: 'late-enhanced', lines: ['550 Mailbox unavailable (5.1.1)'], enhanced: '5.1.1' },
  { name: 'soft-in-hard', lines: ['550 4.2.2 mailbox full, the code says permanent and the status temporary'] },
  {
    name: 'hard-in-soft',
    lines: ['450 5.1.1 no such user, the code says temporary and the status permanent'],
    outcome: 'expired',
  },
  { name: 'success-in-hard', lines: ['550 2.1.5 fine but refused'] },
  { name: 'long-subcode', lines: ['550 5.7.12345 a subcode of five digits'] },
  { name: 'two-part-status', lines: ['550 5.7 a status of two parts'] },
  { name: 'class-six', lines: ['550 6.1.1 there is no class six'] },
  {
    name: 'many-lines',
    lines: [
      '550-5.1.1 The email account that you tried to reach does not exist. Please try',
      "550-5.1.1 double-checking the recipient's email address for typos or",
      '550 5.1.1  https://support.example/mail/?p=NoSuchUser abc123 - gsmtp',
    ],
  },
  {
    name: 'blank-lines',
    lines: [
      '550-5.7.26 The sender is unauthenticated.',
      '550-5.7.26 ',
      '550-5.7.26  SPF = did not pass',
      '550-',
      '550 5.7.26 End.',
    ],
  },
  { name: 'changing-enhanced', lines: ['550-5.7.1 first status', '550-5.1.1 second status', '550 5.2.2 third status'] },
  { name: 'enhanced-first', lines: ['550-5.7.1 a status on the first line only', '550-continued here', '550 end'] },
  { name: 'enhanced-last', lines: ['550-no status here', '550 5.7.1 a status on the last line only'] },
  { name: 'changing-code', lines: ['450-4.7.1 the first line says 450', '550 5.1.1 the last line says 550'] },
  { name: 'numbers-in-text', lines: ['550 5.7.1 message 421 of 452 refused, ticket 554-2023, ip 4.2.2.1, version 5.1.1'] },
  { name: 'numbers-without-status', lines: ['554 resimta-01v.example 192.0.2.44 blocked; 5 of 7 tests failed, 250 more'] },
  { name: 'parentheses', lines: ['550 5.1.1 no such user (asked (twice)) :-( (and so on'] },
  {
    name: 'quotes',
    lines: ['550 5.7.1 He said "no; never", \'maybe\', <tag> & {braces} [brackets] \\back\\ 100%s $HOME `id`, done'],
  },
  { name: 'from-trap', lines: ['550 5.7.1 refused; from=<other@trap.test> to=<third@trap.test> proto=ESMTP helo=<trap>'] },
  { name: 'status-trap', lines: ['550 5.1.1 dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as ABCDEF0123)'] },
  {
    name: 'line-trap',
    lines: ['550 5.7.1 see 4ABCDEF012: to=<x@trap.test>, relay=none, delay=1, dsn=4.4.1, status=deferred (timed out)'],
  },
  {
    name: 'nested-trap',
    lines: ['550 5.7.1 host mx.b.test[192.0.2.7] said: 452 4.2.2 over quota (in reply to end of DATA command)'],
  },
  { name: 'formula', lines: ['550 5.7.1 =HYPERLINK("http://evil.test","click"),+1-2,@SUM(A1)'] },
  { name: 'escapes', lines: [latin1('550 5.1.1 bell\x07 \x1b[31mred\x1b[0m tab\tend')] },
  { name: 'utf8-text', lines: ['550 5.1.1 Empfänger unbekannt – 用户不存在 🙅 Ende'] },
  { name: 'latin1-text', lines: [latin1('550 5.1.1 Boîte aux lettres désactivée, déjà fermée')] },
  { name: 'long-line', lines: [`550 5.7.1 ${'a long story '.repeat(400)}`] },
  { name: 'no-blank-line', lines: [`550 5.7.1 ${'x'.repeat(6000)}`], at: 'end' },
  {
    name: 'sixty-lines',
    lines: [...Array.from({ length: 59 }, (_, i) => `550-5.7.1 line ${i + 1} of a very long policy statement`), '550 5.7.1 end'],
  },
  { name: 'beyond-codes', lines: ['777 7.7.7 who needs standards'] },
  { name: 'words-then-code', lines: ['abc', 'this is not SMTP', '550 5.1.1 but this is'] },
  {
    name: 'spam',
    at: 'end',
    lines: ['554 5.7.1 [HM08] Message rejected due to local policy; see https://support.example/HT204137'],
  },
  {
    name: 'unauthenticated',
    at: 'end',
    lines: [
      '550-5.7.26 This mail has been blocked because the sender is unauthenticated.',
      '550 5.7.26  see https://support.example/81126',
    ],
  },
  {
    name: 'wrapped',
    at: 'end',
    lines: ['554 5.0.0 Remote server returned an error -> 550 5.1.1 <user@inner.test>: user unknown'],
  },
  { name: 'before-data', at: 'data', lines: ['554 5.5.1 Error: no valid recipients'] },
  { name: 'sender-refused', at: 'mail', lines: ['553 5.1.8 <sender>... Domain of sender address does not exist'] },
  { name: 'tls-wanted', at: 'mail', lines: ['530 5.7.0 Must issue a STARTTLS command first'] },
  { name: 'hello-refused', at: 'ehlo', lines: ['550 5.7.1 HELO rejected: access denied'] },
  {
    name: 'quota-for-now',
    outcome: 'expired',
    lines: [
      '452-4.2.2 The inbox is out of storage space. Please direct',
      '452-4.2.2 the recipient to',
      '452 4.2.2  https://support.example/quota - gsmtp',
    ],
  },
  {
    name: 'greylist-for-ever',
    outcome: 'expired',
    lines: ['451 4.7.1 <user>: Recipient address rejected: Greylisting in effect, please come back later'],
  },
  { name: 'soft-without-status', outcome: 'expired', lines: ['450 try again'] },
  { name: 'rare-soft-code', outcome: 'expired', lines: ['471 4.7.1 local spam filter error'] },
  {
    name: 'rate',
    at: 'end',
    outcome: 'expired',
    lines: ['451 4.7.650 The mail server [192.0.2.1] has been temporarily rate limited due to IP reputation. (S775)'],
  },
  { name: 'no-space', at: 'mail', outcome: 'expired', lines: ['452 4.3.1 Insufficient system storage'] },
];
