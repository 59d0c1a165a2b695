import { readlinkSync } from 'node:fs';
import { Zone } from '../model/zone.js';

/** What Intl calls a zone that it does not know. */
const UNKNOWN = 'Etc/Unknown';

/**
 * The zone of the machine; UTC where it is set to one that there is not, as the C library has it. Most servers are set to UTC, which is
 * seen without the tables of zones: loading those takes 20 ms.
 */
export function localZone(): Zone {
  if (isSetToUtc()) return new Zone('UTC');
  const name: string | undefined = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return new Zone(name === undefined || name === UNKNOWN ? 'UTC' : name);
}

/** Where the zone is set (tzset(3), localtime(5)). */
function isSetToUtc(): boolean {
  const { TZ } = process.env;
  if (TZ !== undefined) return TZ === 'UTC' || TZ === '';
  try {
    return /\/zoneinfo\/(?:Etc\/)?UTC$/.test(readlinkSync('/etc/localtime'));
  } catch {
    // No link: a copy of the table, or a system that sets it elsewhere.
    return false;
  }
}
