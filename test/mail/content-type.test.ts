import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContentType } from '../../src/mail/content-type.js';

const boundary = (value: string) => readContentType(value).parameters.get('boundary');

describe('media types (RFC 2045 §5)', () => {
  test.each([
    ['text/plain', 'text/plain'],
    ['TEXT/HTML; charset=utf-8', 'text/html'],
    ['multipart / report', 'multipart/report'],
    ['message/global-delivery-status', 'message/global-delivery-status'],
    ['application/vnd.ms-excel', 'application/vnd.ms-excel'],
  ])('%s', (value, type) => {
    expect(readContentType(value).type).toBe(type);
  });

  test.each([[null], [''], ['text'], ['; charset=utf-8'], ['=?']])('%j is text/plain (RFC 2045 §5.2)', (value) => {
    expect(readContentType(value).type).toBe('text/plain');
  });
});

describe('parameters', () => {
  test.each([
    ['a token', 'multipart/mixed; boundary=abc', 'abc'],
    ['a quoted string', 'multipart/mixed; boundary="a b=c;d"', 'a b=c;d'],
    ['a quoted pair', 'multipart/mixed; boundary="a\\"b\\\\c"', 'a"b\\c'],
    ['a name in capitals', 'multipart/mixed; BOUNDARY=abc', 'abc'],
    ['blanks around the equals sign', 'multipart/mixed; boundary = "abc"', 'abc'],
    ['folded', 'multipart/mixed;\r\n\tboundary="abc"', 'abc'],
    ['no semicolon', 'multipart/report report-type=delivery-status boundary="abc"', 'abc'],
    ['no closing quote', 'multipart/mixed; boundary="abc', 'abc'],
    ['a comment behind', 'multipart/mixed; boundary=abc (made up)', 'abc'],
    ['equals signs in a token', 'multipart/mixed; boundary=----=_Part_1', '----=_Part_1'],
    ['the first of two', 'multipart/mixed; boundary=abc; boundary=def', 'abc'],
    ['an empty one', 'multipart/mixed; boundary=""', ''],
    ['pieces (RFC 2231 §3)', 'multipart/mixed; boundary*0="ab"; boundary*1=cd', 'abcd'],
    ['pieces in another order', 'multipart/mixed; boundary*1=cd; boundary*0="ab"', 'abcd'],
    ['with charset and language (RFC 2231 §4)', "multipart/mixed; boundary*=us-ascii'en'a%20b", 'a b'],
    ['both (RFC 2231 §4.1)', "multipart/mixed; boundary*0*=us-ascii''a%3D; boundary*1*=%62; boundary*2=%63", 'a=b%63'],
  ])('%s', (_, value, expected) => {
    expect(boundary(value)).toBe(expected);
  });

  test('that are missing are undefined', () => {
    expect(boundary('multipart/mixed; report-type=delivery-status')).toBeUndefined();
  });

  test('are found behind others', () => {
    const { parameters } = readContentType('multipart/report; report-type="delivery-status"; charset=utf-8; boundary="x"');
    expect(Object.fromEntries(parameters)).toEqual({ 'report-type': 'delivery-status', charset: 'utf-8', boundary: 'x' });
  });

  test('give back any quoted value', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~]{0,70}$/), (value) => {
        expect(boundary(`multipart/mixed; boundary="${value.replace(/["\\]/g, '\\$&')}"; x=y`)).toBe(value);
      }),
    );
  });

  test('never throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (value) => void readContentType(`text/plain${value}`)));
  });
});
