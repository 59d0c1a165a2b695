import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMailTime } from '../../src/mail/mail-time.js';

const iso = (value: string) => {
  const time = readMailTime(value);
  return time === null ? null : `${new Date(time.ms).toISOString()} ${time.offset}`;
};

describe('date-times of mail', () => {
  test.each([
    ['Fri, 21 Nov 1997 09:55:06 -0600', '1997-11-21T15:55:06.000Z -360'],
    ['21 Nov 1997 09:55 -0600', '1997-11-21T15:55:00.000Z -360'],
    ['Fri, 21 Nov 1997 09(comment):55', null],
    ['Tue, 1 Jul 2003 10:52:37 +0200 (CEST)', '2003-07-01T08:52:37.000Z 120'],
    ['Thu,\t13 Feb 1969 23:32 -0330', '1969-02-14T03:02:00.000Z -210'],
    ['Fri, 31 Dec 1999 23:59:60 +0000', '2000-01-01T00:00:00.000Z 0'],
    ['Mon, 6 Oct 2014 19:03:49 -0700 (PDT)', '2014-10-07T02:03:49.000Z -420'],
  ])('of RFC 5322 §3.3: %s', (value, expected) => {
    expect(iso(value)).toBe(expected);
  });

  test.each([
    ['21 Nov 97 09:55:06 GMT', '1997-11-21T09:55:06.000Z 0'],
    ['21 Nov 07 09:55:06 EST', '2007-11-21T14:55:06.000Z -300'],
    ['Mon, 5 May 2008 10:00:00 PDT', '2008-05-05T17:00:00.000Z -420'],
    ['Mon, 5 May 2008 10:00:00 K', '2008-05-05T10:00:00.000Z 0'],
    ['5 May 108 10:00:00 UT', '2008-05-05T10:00:00.000Z 0'],
  ])('of RFC 5322 §4.3: %s', (value, expected) => {
    expect(iso(value)).toBe(expected);
  });

  test.each([
    ['2008-09-07T21:40:07Z', '2008-09-07T21:40:07.000Z 0'],
    ['2008-09-07T21:40:07.5+02:00', '2008-09-07T19:40:07.500Z 120'],
    ['2008-09-07T21:40:07', '2008-09-07T21:40:07.000Z 0'],
  ])('of ISO 8601: %s', (value, expected) => {
    expect(iso(value)).toBe(expected);
  });

  test.each(
    [
      ['', 'yesterday', 'Fri, 21 Foo 1997 09:55:06 +0000', '32 Jan 2008 10:00:00 +0000', '31 Feb 2008 10:00:00 +0000'],
      ['1 Jan 2008 25:00:00 +0000', '1 Jan 2008 10:61:00 +0000', '2008-13-01T00:00:00Z', '0 Jan 2008 10:00:00 +0000'],
    ].flat(),
  )('%j is none', (value) => {
    expect(readMailTime(value)).toBeNull();
  });

  test('an offset that is none counts as UTC', () => {
    expect(iso('Fri, 21 Nov 1997 09:55:06 +9999')).toBe('1997-11-21T09:55:06.000Z 0');
  });

  test('give back what Date writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
        expect(readMailTime(new Date(seconds * 1000).toUTCString())).toEqual({ ms: seconds * 1000, offset: 0 });
      }),
    );
  });
});
