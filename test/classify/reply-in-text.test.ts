import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findReply } from '../../src/classify/reply-in-text.js';

const codes = (text: string, logged: string | null = null) => {
  const reply = findReply(text, logged);
  return reply === null ? null : [reply.replyCode, reply.enhancedStatus];
};

describe('a reply in a text', () => {
  test.each([
    // As the programs put words around what they quote.
    ['550 5.1.1 User unknown', 550, '5.1.1'],
    ['host mx.example.com [192.0.2.1]: 550 5.1.1 User unknown', 550, '5.1.1'],
    ['host mx.example.com[192.0.2.1] said: 452 4.2.2 Mailbox full (in reply to RCPT TO command)', 452, '4.2.2'],
    ['SMTP error from remote mail server after RCPT TO:<bob@example.com>: 550 unknown', 550, null],
    ['The error that the other server returned was: 552-5.2.2 The account is over quota. 552 5.2.2 See help.', 552, '5.2.2'],
    ['192.0.2.1 does not like recipient. Remote host said: 553 sorry (#5.7.1) Giving up on 192.0.2.1.', 553, '5.7.1'],
    ['ERROR_CODE :550', 550, null],
    ['code=421, try later', 421, null],
    ['(554)', 554, null],
    ['"550 unknown"', 550, null],
    ['<bob@example.com>: 550', 550, null],
    ['#5.1.1 SMTP; 550 unknown', 550, '5.1.1'],
    ['[550: unknown]', 550, null],
  ])('%s', (text, replyCode, enhanced) => {
    expect(codes(text)).toEqual([replyCode, enhanced]);
  });

  test.each([
    ['5.1.1 User unknown', '5.1.1'],
    ['Unknown user (#5.1.1)', '5.1.1'],
    ['delivery failed with status 4.4.7.', '4.4.7'],
  ])('may be an enhanced code alone: %s', (text, enhanced) => {
    expect(codes(text)).toEqual([null, enhanced]);
  });

  test('is the first one', () => {
    expect(codes('a: 550 5.1.1 unknown; b: 452 4.2.2 full')).toEqual([550, '5.1.1']);
    expect(findReply('host said: 550 unknown')?.start).toBe(11);
  });

  test.each([
    '',
    'no numbers here',
    'The message waited 450 minutes.',
    'It has 550 bytes and 421 recipients.',
    'port 587, line 452, pid 511',
    '250 OK',
    '354 go ahead',
    '192.0.2.1 and 5.1.1.1',
    'version 5.1.1.2',
    'call 555-5550',
    'mx550.example.com',
    'bob550@example.com',
    '1550 and 5501',
    '590 is none, nor 389',
    'id 4.1.1-x and 5.1.1x',
  ])('%j holds none', (text) => {
    expect(findReply(text)).toBeNull();
  });

  test('beyond the length that is searched is not found', () => {
    expect(findReply(`${'x '.repeat(10_000)}550 unknown`)).toBeNull();
  });

  test('is found among words that hold none', () => {
    const words = fc.stringMatching(/^[a-z ]{0,60}$/);
    const code = fc.constantFrom(421, 450, 451, 452, 500, 501, 503, 521, 530, 535, 550, 551, 552, 553, 554, 555);
    const enhanced = fc.tuple(fc.nat(7), fc.nat(99)).map(([subject, detail]) => `${subject}.${detail}`);
    fc.assert(
      fc.property(words, code, enhanced, words, (before, replyCode, detail, after) => {
        const status = `${String(replyCode)[0]}.${detail}`;
        expect(codes(`${before} said: ${replyCode} ${status} ${after}`)).toEqual([replyCode, status]);
        expect(codes(`${before} said: ${replyCode}-${status} ${after} ${replyCode} ${status} ${after}`)).toEqual([
          replyCode,
          status,
        ]);
      }),
    );
  });

  test('of any text has codes that stand in it', () => {
    const near = fc.string({
      unit: fc.constantFrom('5', '4', '0', '1', '.', ' ', '-', ':', '#', '(', 'a', '\n', '?'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(fc.oneof(near, fc.string()), (text) => {
        const reply = findReply(text);
        if (reply === null) return;
        expect(reply.replyCode !== null || reply.enhancedStatus !== null).toBe(true);
        if (reply.replyCode !== null) expect(text.slice(reply.start)).toContain(String(reply.replyCode));
        if (reply.enhancedStatus !== null) expect(text).toContain(reply.enhancedStatus);
      }),
      { numRuns: 1_000 },
    );
  });
});
