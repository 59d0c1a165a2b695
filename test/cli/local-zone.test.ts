import { afterEach, describe, expect, test, vi } from 'vitest';
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
  ])('is what TZ=%s names', (TZ, name, offset) => {
    vi.stubEnv('TZ', TZ);
    expect(localZone().name).toBe(name);
    expect(localZone().offsetAt(Date.UTC(2026, 0, 1))).toBe(offset);
  });

  test('is that of its clock where TZ says nothing', () => {
    vi.stubEnv('TZ', undefined);
    const now = Date.UTC(2026, 5, 5);
    expect(localZone().offsetAt(now)).toBe(0 - new Date(now).getTimezoneOffset());
  });
});
