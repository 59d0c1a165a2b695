import { describe, expect, it } from 'vitest';
import { formatTimestamp } from '../../src/model/timestamp.js';
import { Zone } from '../../src/model/zone.js';
import { LogClock, type WallClock } from '../../src/mta/log-clock.js';

/** `06-05 10:00[:15]` or `2026-06-05 10:00[:15]`, with `+120` behind it for an offset in minutes. */
function wallClock(text: string): WallClock {
  const [, year, month, day, hour, minute, second, offset] =
    /^(?:(\d{4})-)?(\d\d)-(\d\d) (\d\d):(\d\d)(?::(\d\d))?(?: ([+-]\d+))?$/.exec(text) ?? [];
  return {
    year: year === undefined ? null : Number(year),
    month: Number(month) - 1,
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second ?? 0),
    millisecond: 0,
    offset: offset === undefined ? null : Number(offset),
  };
}

interface Setting {
  readonly zone?: string;
  readonly reference?: string;
  readonly year?: number;
}

/** What a clock makes of the times of one log, in their order. */
function read(times: readonly string[], { zone = 'UTC', reference = '2026-06-30T00:00:00Z', year }: Setting = {}) {
  const clock = new LogClock({ zone: new Zone(zone), reference: Date.parse(reference), year });
  return times.map((time) => formatTimestamp(clock.instant(wallClock(time))));
}

const years = (times: readonly string[], setting: Setting) => read(times, setting).map((time) => Number(time?.slice(0, 4)));

describe('the year of a time without one', () => {
  it('is that of the reference', () => {
    expect(read(['06-05 10:00:15'])).toEqual(['2026-06-05T10:00:15Z']);
    expect(years(['06-05 10:00'], { reference: '2019-06-06T00:00:00Z' })).toEqual([2019]);
  });

  it('is not more than a day after the reference', () => {
    const reference = '2026-06-30T00:00:00Z';
    expect(read(['06-30 23:59:59'], { reference })).toEqual(['2026-06-30T23:59:59Z']);
    expect(read(['07-01 00:00:00'], { reference })).toEqual(['2026-07-01T00:00:00Z']);
    expect(read(['07-01 00:00:01'], { reference })).toEqual(['2025-07-01T00:00:01Z']);
    expect(read(['12-31 10:00'], { reference })).toEqual(['2025-12-31T10:00:00Z']);
  });

  it('knows that the next year may begin within that day', () => {
    expect(read(['01-01 00:30'], { reference: '2025-12-31T23:00:00Z' })).toEqual(['2026-01-01T00:30:00Z']);
    expect(read(['12-31 23:30'], { reference: '2025-12-31T23:40:00Z' })).toEqual(['2025-12-31T23:30:00Z']);
    expect(read(['12-31 23:30'], { reference: '2026-01-01T00:10:00Z' })).toEqual(['2025-12-31T23:30:00Z']);
  });

  it('weighs the reference in the zone of the log', () => {
    const reference = '2026-06-30T00:00:00Z';
    expect(years(['07-01 11:59'], { reference, zone: '+12:00' })).toEqual([2026]);
    expect(years(['07-01 12:01'], { reference, zone: '+12:00' })).toEqual([2025]);
    expect(years(['06-30 12:01'], { reference, zone: '-12:00' })).toEqual([2025]);
  });

  it('goes on when the year changes within the log', () => {
    expect(
      read(['12-30 08:00', '12-31 23:59:59', '01-01 00:00:00', '01-02 10:00'], { reference: '2026-01-02T12:00:00Z' }),
    ).toEqual(['2025-12-30T08:00:00Z', '2025-12-31T23:59:59Z', '2026-01-01T00:00:00Z', '2026-01-02T10:00:00Z']);
  });

  it('goes on more than once', () => {
    const times = ['11-01 10:00', '01-10 10:00', '07-01 10:00', '12-20 10:00', '01-05 10:00'];
    expect(years(times, { year: 2022 })).toEqual([2022, 2023, 2023, 2023, 2024]);
  });

  it('is the year before for a late line of December among those of January', () => {
    expect(read(['01-01 00:00:02', '12-31 23:59:59', '01-01 00:00:03'], { reference: '2026-01-10T00:00:00Z' })).toEqual([
      '2026-01-01T00:00:02Z',
      '2025-12-31T23:59:59Z',
      '2026-01-01T00:00:03Z',
    ]);
    const crossed = ['12-31 23:59:58', '01-01 00:00:02', '12-31 23:59:59', '01-01 00:00:03', '02-01 00:00:00'];
    expect(years(crossed, { reference: '2026-02-10T00:00:00Z' })).toEqual([2025, 2026, 2025, 2026, 2026]);
  });

  it('is not changed by a small step back', () => {
    expect(years(['03-01 00:00:01', '02-28 23:59:59', '03-01 00:00:02', '01-15 10:00'], {})).toEqual([2026, 2026, 2026, 2026]);
  });

  it('is old when the log is old', () => {
    expect(years(['11-05 10:00', '12-05 10:00', '01-02 10:00'], { reference: '2021-01-03T00:00:00Z' })).toEqual([
      2020, 2020, 2021,
    ]);
  });

  it('is the last leap year for 29 February', () => {
    expect(read(['02-29 12:00'])).toEqual(['2024-02-29T12:00:00Z']);
    expect(read(['02-28 12:00', '02-29 12:00', '03-01 12:00'], { reference: '2024-03-02T00:00:00Z' })).toEqual([
      '2024-02-28T12:00:00Z',
      '2024-02-29T12:00:00Z',
      '2024-03-01T12:00:00Z',
    ]);
    expect(read(['02-29 12:00'], { reference: '2024-02-28T00:00:00Z' })).toEqual(['2020-02-29T12:00:00Z']);
  });

  it('is the one that is given for the first line', () => {
    expect(years(['06-05 10:00'], { year: 2012 })).toEqual([2012]);
    expect(years(['12-31 10:00', '01-01 10:00'], { year: 2012 })).toEqual([2012, 2013]);
  });

  it('is not asked where the line has one', () => {
    expect(read(['2013-06-10 06:27:30', '2031-01-01 00:00'], { year: 1999 })).toEqual([
      '2013-06-10T06:27:30Z',
      '2031-01-01T00:00:00Z',
    ]);
  });
});

describe('the zone of a time without one', () => {
  const berlin = { zone: 'Europe/Berlin' };

  it('is that of the log, in summer and in winter', () => {
    expect(read(['2026-01-15 12:00', '2026-06-15 12:00', '2026-01-15 12:00'], berlin)).toEqual([
      '2026-01-15T12:00:00+01:00',
      '2026-06-15T12:00:00+02:00',
      '2026-01-15T12:00:00+01:00',
    ]);
  });

  it('reads a time that the clock skips with the offset before', () => {
    const instants = (times: readonly string[]) => read(times, berlin).map((time) => new Date(time ?? '').toISOString());
    expect(instants(['2026-03-29 01:59:59', '2026-03-29 02:30:00', '2026-03-29 03:00:00', '2026-03-29 03:30:00'])).toEqual([
      '2026-03-29T00:59:59.000Z',
      '2026-03-29T01:30:00.000Z',
      '2026-03-29T01:00:00.000Z',
      '2026-03-29T01:30:00.000Z',
    ]);
  });

  it('takes the later of two times that the clock shows', () => {
    expect(read(['2026-10-25 01:59:59', '2026-10-25 02:00:00', '2026-10-25 02:59:59', '2026-10-25 03:00:00'], berlin)).toEqual([
      '2026-10-25T01:59:59+02:00',
      '2026-10-25T02:00:00+01:00',
      '2026-10-25T02:59:59+01:00',
      '2026-10-25T03:00:00+01:00',
    ]);
  });

  it('sees a change in the middle of an hour', () => {
    const lordHowe = { zone: 'Australia/Lord_Howe' };
    // Back from 02:00 to 01:30 in April, on from 02:00 to 02:30 in October.
    expect(read(['2026-04-05 01:15', '2026-04-05 01:45', '2026-04-05 01:29:59', '2026-04-05 02:00'], lordHowe)).toEqual([
      '2026-04-05T01:15:00+11:00',
      '2026-04-05T01:45:00+10:30',
      '2026-04-05T01:29:59+11:00',
      '2026-04-05T02:00:00+10:30',
    ]);
    expect(read(['2026-10-04 01:59:59', '2026-10-04 02:30', '2026-10-04 02:45', '2026-10-04 03:00'], lordHowe)).toEqual([
      '2026-10-04T01:59:59+10:30',
      '2026-10-04T02:30:00+11:00',
      '2026-10-04T02:45:00+11:00',
      '2026-10-04T03:00:00+11:00',
    ]);
  });

  it('may be an offset', () => {
    expect(read(['06-05 10:00'], { zone: '+02:00' })).toEqual(['2026-06-05T10:00:00+02:00']);
    expect(read(['06-05 10:00'], { zone: '-03:30' })).toEqual(['2026-06-05T10:00:00-03:30']);
  });

  it('gives way to the offset in the line', () => {
    expect(
      read(
        ['2026-06-05 10:00 +330', '2026-06-05 10:00', '2026-06-05 10:00 +0', '2026-06-05 10:00 -420', '2026-06-05 10:30'],
        berlin,
      ),
    ).toEqual([
      '2026-06-05T10:00:00+05:30',
      '2026-06-05T10:00:00+02:00',
      '2026-06-05T10:00:00Z',
      '2026-06-05T10:00:00-07:00',
      '2026-06-05T10:30:00+02:00',
    ]);
  });
});

describe('fields out of range', () => {
  it.each([
    '2026-13-05 10:00',
    '2026-06-00 10:00',
    '2026-06-32 10:00',
    '2026-06-05 24:00',
    '2026-06-05 25:00',
    '2026-06-05 10:60',
    '2026-06-05 10:00:61',
    '2026-02-30 10:00',
    '2026-06-31 10:00',
    '13-05 10:00',
    '06-05 25:00',
  ])('%s is no time', (time) => {
    expect(read([time])).toEqual([null]);
  });

  it('a leap second is a time', () => {
    expect(read(['2016-12-31 23:59:60'])).toEqual(['2017-01-01T00:00:00Z']);
  });

  it('leave no trace', () => {
    expect(read(['06-05 10:00', '13-05 10:00', '06-05 25:00', '06-05 10:01'])).toEqual([
      '2026-06-05T10:00:00Z',
      null,
      null,
      '2026-06-05T10:01:00Z',
    ]);
  });
});
