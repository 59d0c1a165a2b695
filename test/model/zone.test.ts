import { describe, expect, test } from 'vitest';
import { Zone } from '../../src/model/zone.js';

const at = (iso: string) => Date.parse(iso);

describe('a zone', () => {
  test.each([
    ['UTC', '2026-07-01T00:00Z', 0],
    ['Europe/Berlin', '2026-01-01T00:00Z', 60],
    ['Europe/Berlin', '2026-07-01T00:00Z', 120],
    ['America/New_York', '2026-01-01T00:00Z', -300],
    ['America/New_York', '2026-07-01T00:00Z', -240],
    ['Asia/Kolkata', '2026-07-01T00:00Z', 330],
    ['Asia/Kathmandu', '2026-07-01T00:00Z', 345],
    ['America/St_Johns', '2026-01-01T00:00Z', -210],
    ['Pacific/Kiritimati', '2026-01-01T00:00Z', 840],
    ['Australia/Sydney', '2026-01-01T00:00Z', 660],
    ['+02:00', '2026-01-01T00:00Z', 120],
    ['-03:30', '2026-01-01T00:00Z', -210],
    ['+0545', '2026-01-01T00:00Z', 345],
    ['-00:00', '2026-01-01T00:00Z', 0],
  ])('%s has at %s an offset of %d minutes', (name, instant, offset) => {
    expect(new Zone(name).offsetAt(at(instant))).toBe(offset);
  });

  test.each(['Mars/Olympus', 'Europe/Berln', 'nowhere', '+99:99', '+01:60', '+1'])('%s is not known', (name) => {
    expect(() => new Zone(name)).toThrow(RangeError);
    expect(() => new Zone(name)).toThrow(name);
  });

  test.each([
    ['Europe/Berlin', '2026-03-29T01:00Z', 60, 120],
    ['Europe/Berlin', '2026-10-25T01:00Z', 120, 60],
    ['America/New_York', '2026-03-08T07:00Z', -300, -240],
    ['America/New_York', '2026-11-01T06:00Z', -240, -300],
    ['Australia/Lord_Howe', '2026-10-03T15:30Z', 630, 660],
  ])('%s changes at %s, in whatever order one asks', (name, change, before, after) => {
    const zone = new Zone(name);
    const times = [-3_600_000, -1000, 0, 1000, 3_600_000];
    const expected = [before, before, after, after, after];
    expect(times.map((step) => zone.offsetAt(at(change) + step))).toEqual(expected);
    expect(times.toReversed().map((step) => zone.offsetAt(at(change) + step))).toEqual(expected.toReversed());
  });
});

describe('a wall-clock time', () => {
  const local = (zone: string, time: string) => new Zone(zone).offsetAtLocal(at(`${time}Z`));

  test.each([
    ['Europe/Berlin', '2026-01-15T12:00', 60],
    ['Europe/Berlin', '2026-07-15T12:00', 120],
    ['America/New_York', '2026-01-15T12:00', -300],
    ['America/New_York', '2026-07-15T12:00', -240],
    ['Asia/Kolkata', '2026-07-15T12:00', 330],
    ['Pacific/Kiritimati', '2026-01-01T00:30', 840],
  ])('in %s at %s is %d minutes off', (zone, time, offset) => {
    expect(local(zone, time)).toBe(offset);
  });

  test.each([
    // Around the hour that is skipped and the one that comes twice.
    ['Europe/Berlin', '2026-03-29T01:59:59', 60],
    ['Europe/Berlin', '2026-03-29T03:00', 120],
    ['Europe/Berlin', '2026-10-25T01:59:59', 120],
    ['Europe/Berlin', '2026-10-25T03:00', 60],
    ['America/New_York', '2026-03-08T01:59:59', -300],
    ['America/New_York', '2026-03-08T03:00', -240],
    ['America/New_York', '2026-11-01T00:59:59', -240],
    ['America/New_York', '2026-11-01T02:00', -300],
    ['Australia/Sydney', '2026-04-05T01:59:59', 660],
    ['Australia/Sydney', '2026-04-05T03:00', 600],
  ])('near a change in %s at %s is %d minutes off', (zone, time, offset) => {
    expect(local(zone, time)).toBe(offset);
  });

  test.each([
    ['Europe/Berlin', '2026-10-25T02:30', 60],
    ['Australia/Sydney', '2026-04-05T02:30', 600],
    ['America/New_York', '2026-11-01T01:30', -300],
    ['America/Los_Angeles', '2026-11-01T01:30', -480],
  ])('that comes twice in %s (%s) is the later one', (zone, time, offset) => {
    expect(local(zone, time)).toBe(offset);
  });

  test.each([
    ['Europe/Berlin', '2026-03-29T02:30', 60],
    ['Australia/Sydney', '2026-10-04T02:30', 600],
    ['America/New_York', '2026-03-08T02:30', -300],
    ['America/Los_Angeles', '2026-03-08T02:30', -480],
  ])('that a clock skips in %s (%s) has the offset before', (zone, time, offset) => {
    expect(local(zone, time)).toBe(offset);
  });
});
