import { realpathSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { UsageError } from '../../src/cli/exit-code.js';
import { localZone } from '../../src/cli/local-zone.js';

describe('the zone of the machine', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test.each([
    ['UTC', 'UTC', 0],
    ['', 'UTC', 0],
    ['Mars/Olympus', 'UTC', 0],
    ['Etc/Unknown', 'UTC', 0],
    ['Europe/Berlin', 'Europe/Berlin', 60],
    ['America/St_Johns', 'America/St_Johns', -210],
    [':Europe/Berlin', 'Europe/Berlin', 60],
    ['/usr/share/zoneinfo/Europe/Berlin', 'Europe/Berlin', 60],
    [':/usr/share/zoneinfo/posix/Europe/Berlin', 'Europe/Berlin', 60],
    ['UTC0', 'UTC', 0],
    ['<-00>+0:00', 'UTC', 0],
    ['CET-1', '+01:00', 60],
    ['<+0330>-3:30', '+03:30', 210],
    ['EST5', '-05:00', -300],
    ['EST5EDT', 'America/New_York', -300],
  ])('is what TZ=%s names', (TZ, name, offset) => {
    vi.stubEnv('TZ', TZ);
    expect(localZone().name).toBe(name);
    expect(localZone().offsetAt(Date.UTC(2026, 0, 1))).toBe(offset);
  });

  test.each([['CET-1CEST,M3.5.0,M10.5.0/3'], ['CET-1CEST'], ['ABC99'], ['XXX-23'], ['/etc/hostname'], [':/etc/there-is-none']])(
    'is not guessed where it is set by TZ=%s',
    (TZ) => {
      vi.stubEnv('TZ', TZ);
      expect(localZone).toThrow(UsageError);
      expect(localZone).toThrow(`TZ=${TZ}: `);
    },
  );

  test('is that of the machine where TZ names its table', () => {
    const link = realpathSync('/etc/localtime');
    vi.stubEnv('TZ', ':/etc/localtime');
    expect(localZone().name).toBe(link.slice(link.indexOf('zoneinfo/') + 'zoneinfo/'.length));
  });

  test('is that of its clock where TZ says nothing', () => {
    vi.stubEnv('TZ', undefined);
    const now = Date.UTC(2026, 5, 5);
    expect(localZone().offsetAt(now)).toBe(0 - new Date(now).getTimezoneOffset());
  });
});
