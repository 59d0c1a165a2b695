import { describe, expect, test } from 'vitest';
import { commandOf, exchangesIn } from '../../src/mail/smtp-dialogue.js';

const exchanges = (text: string) => exchangesIn(text.split('\n'));

describe('a transcript of a session', () => {
  test('as Sendmail writes it', () => {
    const text = `   ----- Transcript of session follows -----
... while talking to mx.example.com.:
>>> RCPT To:<bob@example.com>
<<< 550 5.1.1 <bob@example.com>... User unknown
550 5.1.1 <bob@example.com>... User unknown
>>> DATA
<<< 503 5.5.1 Need RCPT`;
    expect(exchanges(text)).toEqual([
      {
        command: 'RCPT',
        recipient: 'bob@example.com',
        reply: '550 5.1.1 <bob@example.com>... User unknown',
        host: 'mx.example.com',
      },
      { command: 'DATA', recipient: null, reply: '503 5.5.1 Need RCPT', host: 'mx.example.com' },
    ]);
  });

  test.each([
    ['Sent <<< RCPT TO:<bob@example.com>\nReceived >>> 550 unknown'],
    ['--> RCPT TO:<bob@example.com>\n<-- 550 unknown'],
    ['=> RCPT TO:<bob@example.com>\n<= 550 unknown'],
    ['C: RCPT TO:<bob@example.com>\nS: 550 unknown'],
    ['   >>> RCPT TO:<bob@example.com>\n   <<< 550 unknown'],
  ])('with other marks: %j', (text) => {
    expect(exchanges(text)).toEqual([{ command: 'RCPT', recipient: 'bob@example.com', reply: '550 unknown', host: null }]);
  });

  test('joins the lines of one reply', () => {
    const [exchange] = exchanges(
      '>>> RCPT TO:<bob@example.com>\n<<< 550-5.1.1 one\n<<< 550-5.1.1 two\n<<< 550 5.1.1 three\n<<< 550 other',
    );
    expect(exchange?.reply).toBe('550-5.1.1 one 550-5.1.1 two 550 5.1.1 three');
  });

  test('tells no replies that accept', () => {
    expect(exchanges('<<< 220 mx.example.com ESMTP\n>>> MAIL FROM:<>\n<<< 250 ok\n>>> DATA\n<<< 354 go')).toEqual([]);
  });

  test('begins anew with another host', () => {
    const found = exchanges(
      'while talking to a.example.com:\n>>> RCPT TO:<bob@example.com>\nwhile talking to b.example.com:\n<<< 421 closing',
    );
    expect(found).toEqual([{ command: null, recipient: null, reply: '421 closing', host: 'b.example.com' }]);
  });

  test('of one endless reply is cut into pieces', () => {
    const found = exchanges(Array.from({ length: 4_000 }, () => '<<< 550-more').join('\n'));
    expect(found.length).toBeGreaterThan(1);
    for (const { reply } of found) expect(reply.length).toBeLessThan(10_000);
  });
});

describe('a command', () => {
  test.each([
    ['RCPT TO:<bob@example.com>', 'RCPT'],
    ['mail from:<>', 'MAIL'],
    ['EHLO mx.example.com', 'EHLO'],
    ['.', 'EOM'],
    ['QUIT', null],
    ['RSET', null],
    ['Hello there', null],
    ['', null],
  ])('%j', (line, command) => {
    expect(commandOf(line)).toBe(command);
  });
});
