import { readlinkSync } from 'node:fs';
import { Zone } from '../model/zone.js';

/**
 * The zone of the machine. Most servers are set to UTC, which is seen without the tables of zones: loading those takes 20 ms.
 */
export function localZone(): Zone {
  return new Zone(isSetToUtc() ? 'UTC' : Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC');
}

/** Where the zone is set (tzset(3), localtime(5)). */
function isSetToUtc(): boolean {
  const { TZ } = process.env;
  if (TZ !== undefined) return TZ === 'UTC';
  try {
    return /\/zoneinfo\/(?:Etc\/)?UTC$/.test(readlinkSync('/etc/localtime'));
  } catch {
    // No link: a copy of the table, or a system that sets it elsewhere.
    return false;
  }
}
