import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HeaderFields } from '../../src/mail/header-fields.js';

const read = (text: string) => HeaderFields.read(text);

describe('fields of a header', () => {
  test('are found by name without regard to case (RFC 5322 §1.2.2)', () => {
    const header = read('SUBJECT: one\nsubject: two\nTo: bob@example.com\n');
    expect(header.get('subject')).toBe('one');
    expect(header.all('subject')).toEqual(['one', 'two']);
    expect(header.has('to')).toBe(true);
    expect(header.has('cc')).toBe(false);
    expect(header.get('cc')).toBeNull();
    expect(header.all('cc')).toEqual([]);
  });

  test.each([
    ['a space', 'Subject: a\n b\n'],
    ['a tab', 'Subject: a\n\tb\n'],
    ['several blanks', 'Subject: a   \n \t  b\n'],
    ['CRLF', 'Subject: a\r\n b\r\n'],
    ['doubled CR', 'Subject: a\r\r\n b\r\r\n'],
    ['a line of blanks between (RFC 5322 §4.2)', 'Subject: a\n \n b\n'],
  ])('are unfolded: %s (RFC 5322 §2.2.3)', (_, text) => {
    expect(read(text).get('subject')?.replace(/ +/g, ' ')).toBe('a b');
  });

  test('may begin on the line behind their name', () => {
    expect(read('Subject:\n the words\nTo: x\n').get('subject')).toBe('the words');
  });

  test('may have blanks before the colon (RFC 5322 §4.5)', () => {
    expect(read('Subject \t: old form\n').get('subject')).toBe('old form');
  });

  test('end at the first blank line', () => {
    const header = read('A: 1\n\nB: 2\n');
    expect([header.size, header.has('b')]).toEqual([1, false]);
  });

  test('are read around lines that are none', () => {
    const header = read('From bob@example.com Sun Sep  7 21:40:07 2008\nA: 1\nno field here\n lost with it\nB: 2\n');
    expect(header.names()).toEqual(['a', 'b']);
    expect(header.get('a')).toBe('1');
  });

  test('keep colons and 8-bit text in their values', () => {
    expect(HeaderFields.parse(Buffer.from('X: a:b\nSubject: zurück\n')).get('subject')).toBe('zurück');
    expect(HeaderFields.parse(Buffer.from('Subject: zur\xfcck\n', 'latin1')).get('subject')).toBe('zurück');
    expect(read('X: a:b\n').get('x')).toBe('a:b');
  });

  test('give their encoded words decoded (RFC 2047)', () => {
    expect(read('Subject: =?utf-8?Q?f=C3=BCr?= Bob\n').words('subject')).toBe('für Bob');
    expect(read('A: 1\n').words('subject')).toBe('');
  });

  test('survive being written and read', () => {
    const name = fc.stringMatching(/^[!-9;-~]{1,30}$/);
    const value = fc.stringMatching(/^[!-~]{1,20}( [!-~]{1,20}){0,5}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { maxLength: 20 }), (fields) => {
        const header = read(fields.map(([n, v]) => `${n}: ${v.replaceAll(' ', '\r\n ')}\r\n`).join(''));
        expect(header.names()).toEqual(fields.map(([n]) => n.toLowerCase()));
        for (const [n, v] of fields) expect(header.all(n.toLowerCase())).toContain(v);
      }),
    );
  });
});
