import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReply } from '../../src/classify/reply.js';
import { leastTime } from '../least-time.js';

const character = fc.nat(0xffff).map((code) => String.fromCharCode(code));

describe('a reply of one line', () => {
  it.each<[string, string | null, number | null, string | null]>([
    ['550 5.1.1 <bob@example.com>: no such user', '5.1.1', 550, '5.1.1'],
    ['550 <bob@example.com>: no such user', '5.0.0', 550, null],
    ['550', '5.0.0', 550, null],
    ['550 ', '5.0.0', 550, null],
    ['550 5.1.1', '5.1.1', 550, '5.1.1'],
    ['421-4.7.0 only the first line was logged', '4.7.0', 421, '4.7.0'],
    ['250 2.0.0 Ok: queued as 1B2C3D4E5F', null, 250, '2.0.0'],
    ['250 Ok', null, 250, null],
    ['450?4.2.0 tab masked', '4.2.0', 450, '4.2.0'],
    ['550  5.1.1 two blanks', '5.1.1', 550, '5.1.1'],
    ['550 5.7.509 three digits', '5.7.509', 550, '5.7.509'],
    ['550 5.1.10 two digits', '5.1.10', 550, '5.1.10'],
    ['550 5.7.1: with a colon', '5.7.1', 550, '5.7.1'],
    ['550 5.7.1. with a full stop', '5.7.1', 550, '5.7.1'],
    ['450 5.1.1 the classes differ', '4.0.0', 450, '5.1.1'],
    ['552 4.2.2 the classes differ', '5.0.0', 552, '4.2.2'],
    ['354 go on', null, 354, null],
  ])('%j logged as %s', (text, logged, replyCode, enhancedStatus) => {
    expect(readReply(text, logged)).toEqual({ replyCode, enhancedStatus });
  });

  it('needs no logged status', () => {
    expect(readReply('550 5.1.1 no')).toEqual({ replyCode: 550, enhancedStatus: '5.1.1' });
  });
});

describe('no reply code', () => {
  it.each<[string, string | null]>([
    ['', null],
    ['no such user', null],
    ['5.7.1 message content rejected', '5.7.1'],
    ['4.7.1 Service unavailable - try again later', '4.7.1'],
    ['user unknown (#5.1.1)', '5.1.1'],
    ['5501 no code', null],
    ['55 no code', null],
    ['550x no code', null],
    ['550.1 no code', null],
    ['150 no class of failure', null],
    ['650 no class at all', null],
    ['delayed 550 seconds', null],
    ['port 587 is closed', null],
    [' 550 5.1.1 blank in front', '5.1.1'],
  ])('in %j', (text, enhancedStatus) => {
    expect(readReply(text, null)).toEqual({ replyCode: null, enhancedStatus });
  });
});

describe('an enhanced code out of place', () => {
  it.each<[string, string | null]>([
    ['550 sorry, no mailbox here by that name (#5.1.1)', '5.1.1'],
    ['550 sorry, no mailbox here by that name. (#5.1.1 - chkuser)', '5.1.1'],
    ['550 #5.1.0 Address rejected.', '5.1.0'],
    ['554 rejected [5.7.1]', '5.7.1'],
    ['554 rejected: 5.7.1', '5.7.1'],
    ['554 mail from [192.5.7.8] refused', null],
    ['554 mail from 192.5.7.8 refused', null],
    ['554 mail from 5.7.8.9 refused', null],
    ['554 mail from [5.7.8.9] refused', null],
    ['554 mail from [5.7.8.92] refused (#5.7.1)', '5.7.1'],
    ['550 sendmail 8.14.4 refuses', null],
    ['550 Exim 4.99.1-beta refuses', null],
    ['550 v5.4.1 refuses', null],
    ['550 postfix-5.4.1 refuses', null],
    ['550 5.1.1234 is no code', null],
    ['550 5.1234.1 is no code', null],
    ['550 15.1.1 is no code', null],
    ['550 5..1 5.1. 5. is no code', null],
    ['550 1.1.1 3.1.1 6.1.1 are no codes', null],
    ['550 smtp5.1.1.example.com refuses', null],
    ['550 no success: message 2.0.0 of 3', null],
  ])('%s → %s', (text, enhancedStatus) => {
    expect(readReply(text, '5.0.0')).toEqual({ replyCode: Number(text.slice(0, 3)), enhancedStatus });
  });
});

describe('a reply of several lines', () => {
  it.each<[string, string, string, number, string | null]>([
    ['all with the same code', '550-5.7.1 Our system has 550-5.7.1 detected that 550 5.7.1 this is spam', '5.7.1', 550, '5.7.1'],
    [
      'a continuation that is blank',
      '550-5.7.26  550-5.7.26  Authentication 550-5.7.26  550 5.7.26  see x',
      '5.7.26',
      550,
      '5.7.26',
    ],
    ['text glued to the first code', '554- (RTR:DU) 554 see http://example.com', '5.0.0', 554, null],
    [
      'text glued to the first code, enhanced code below',
      '554- (RTR:DU) 554 5.7.1 see http://example.com',
      '5.7.1',
      554,
      '5.7.1',
    ],
    ['joined by question marks', '535-5.7.8 not accepted?535 5.7.8 see x', '4.7.8', 535, '5.7.8'],
    ['joined by question marks, other code below', '535-5.7.8 not accepted?535 5.7.9 see x', '4.7.9', 535, '5.7.9'],
    ['another enhanced code on the last line', '550-5.7.1 blocked 550 5.1.1 unknown', '5.1.1', 550, '5.1.1'],
    ['an enhanced code on the first line alone', '550-5.7.1 blocked 550 see x', '5.0.0', 550, '5.7.1'],
    ['an enhanced code on the last line alone', '550-blocked 550 5.7.1 see x', '5.7.1', 550, '5.7.1'],
    ['another code on the last line, of the logged class', '421-4.7.0 wait 550 5.7.1 no more', '5.7.1', 550, '5.7.1'],
    ['another code of the same class on the last line', '550-5.1.1 unknown 554 5.7.1 closing', '5.7.1', 554, '5.7.1'],
    ['its own code in the text', '550-error 550 means unknown 550 5.1.1 bob', '5.1.1', 550, '5.1.1'],
    ['numbers in the text', '550-wait 300 seconds or 450 minutes 550 5.1.1 bob', '5.1.1', 550, '5.1.1'],
    ['an empty first line', '550- 550 5.1.1 bob', '5.1.1', 550, '5.1.1'],
    ['an empty last line', '550-5.1.1 bob 550', '5.0.0', 550, '5.1.1'],
    ['cut short', '550-5.7.1 Our system 550-5.7.1 has det', '5.7.1', 550, '5.7.1'],
  ])('%s', (_name, text, logged, replyCode, enhancedStatus) => {
    expect(readReply(text, logged)).toEqual({ replyCode, enhancedStatus });
  });

  it('ends with its last line, whatever numbers that one holds', () => {
    expect(readReply('550 5.1.1 see 550 5.7.1 and 554 5.7.2', '5.1.1')).toEqual({ replyCode: 550, enhancedStatus: '5.1.1' });
    expect(readReply('451 4.3.0 error 550 5.1.1 below', '4.3.0')).toEqual({ replyCode: 451, enhancedStatus: '4.3.0' });
  });

  it('is told from its text by the softened class too', () => {
    // A greeting: the server says 554, the MTA logs class 4.
    expect(readReply('554-mx.example.com 554 No service for [192.0.2.1]', '4.0.0')).toEqual({
      replyCode: 554,
      enhancedStatus: null,
    });
    expect(readReply('554-5.7.1 closed 554 5.7.1 see x', '4.7.1')).toEqual({ replyCode: 554, enhancedStatus: '5.7.1' });
  });
});

describe('words before the code', () => {
  it.each([
    'mx.example.com ESMTP 550 5.1.1 no such user',
    'Remote server said: 550 5.1.1 no such user',
    'x 550 5.7.x 550 5.1.1 no such user',
  ])('%s', (text) => {
    expect(readReply(text, '5.1.1')).toEqual({ replyCode: 550, enhancedStatus: '5.1.1' });
  });

  it('are no reason to take a number of another class, or without an enhanced code', () => {
    expect(readReply('see 450 4.2.0 for help', '5.1.1').replyCode).toBeNull();
    expect(readReply('waited 550 seconds', '5.0.0')).toEqual({ replyCode: null, enhancedStatus: null });
    expect(readReply('x 550 5.1.1 y')).toEqual({ replyCode: null, enhancedStatus: '5.1.1' });
  });
});

describe('any reply', () => {
  const lineOf = fc.record({
    words: fc.array(fc.constantFrom('no', '(user)', 'x:', '[192.0.2.1]', 'in', '5', 'minutes', '"q"', '8.14.4'), {
      minLength: 1,
      maxLength: 5,
    }),
    status: fc.option(fc.tuple(fc.nat(9), fc.nat(999)).map((numbers) => numbers.join('.'))),
  });

  it('has the code of its lines and the enhanced code of the last line that has one in place', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(4, 5),
        fc.nat(99),
        fc.array(lineOf, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(' ', '?'),
        (digit, rest, lines, joint) => {
          const code = digit * 100 + rest;
          const text = lines
            .map(({ words, status }, i) => {
              const enhanced = status === null ? '' : `${digit}.${status} `;
              return `${code}${i === lines.length - 1 ? ' ' : '-'}${enhanced}${words.join(' ')}`;
            })
            .join(joint);
          const last = lines.at(-1)?.status;
          const reply = readReply(text, `${digit}.0.0`);
          expect(reply.replyCode).toBe(code);
          if (typeof last === 'string') expect(reply.enhancedStatus).toBe(`${digit}.${last}`);
          if (lines.every(({ status }) => status === null)) expect(reply.enhancedStatus).toBeNull();
        },
      ),
    );
  });

  it('never makes it throw, and has nothing but codes', () => {
    const pieces = fc.constantFrom('550', '550-', ' 550 ', '5.1.1', ' 5.1.1 ', '?', ' ', '-', '.', '450 4.2.0 ', '5.');
    const text = fc
      .array(fc.oneof(pieces, fc.string({ unit: character, maxLength: 4 })), { maxLength: 12 })
      .map((parts) => parts.join(''));
    const logged = fc.oneof(fc.constantFrom(null, '5.1.1', '4.0.0', ''), fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(text, logged, (reply, status) => {
        const { replyCode, enhancedStatus } = readReply(reply, status);
        if (replyCode !== null) {
          expect(replyCode).toBeGreaterThanOrEqual(200);
          expect(replyCode).toBeLessThan(600);
          expect(reply).toContain(String(replyCode));
        }
        if (enhancedStatus !== null) {
          expect(enhancedStatus).toMatch(/^[245]\.\d{1,3}\.\d{1,3}$/);
          expect(reply).toContain(enhancedStatus);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['550-', ' 550 ', ' 550-', '?550-', '550 5.1.1 ', ' 450 4.2.0 ', '5.1.1', '5.', '5.1', '.', ' ', '4'])(
    'takes time in proportion to its length: %j',
    (filler) => {
      const text = `550-x ${filler.repeat(Math.ceil(16_384 / filler.length))}`;
      for (const logged of ['4.1.1', '5.1.1', null]) {
        for (const reply of [text.slice(6), text]) {
          // Quadratic time would take some hundreds.
          expect(leastTime(100, () => readReply(reply, logged))).toBeLessThan(100);
        }
      }
    },
  );
});
