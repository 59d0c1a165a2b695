import { readlinkSync, realpathSync } from 'node:fs';
import { Zone } from '../model/zone.js';
import { UsageError } from './exit-code.js';

/** What Intl calls a zone that it does not know. */
const UNKNOWN = 'Etc/Unknown';

/** The name of a zone in the path of its table. */
const IN_PATH = /\/zoneinfo\/(?:posix\/|right\/)?(.+)$/;

/** A zone as a rule (POSIX.1-2024, section 8.3): a name in letters or angle brackets, hours west of Greenwich, and more where its clock changes. */
const RULE = /^(?:<[^<>]+>|[A-Za-z]{3,})([+-]?)(\d{1,2})(?::(\d{2}))?(?::\d{2})?(.*)$/s;

/**
 * The zone of the machine; UTC where it is set to one that there is not, as the C library has it. Most servers are set to UTC, which is
 * seen without the tables of zones: loading those takes 20 ms.
 * @throws UsageError when it is set in a way that cannot be followed.
 */
export function localZone(): Zone {
  const { TZ } = process.env;
  if (TZ === undefined) return isLinkedToUtc() ? new Zone('UTC') : zoneOfIntl();
  // A colon may stand in front of it (tzset(3)).
  const set = TZ.startsWith(':') ? TZ.slice(1) : TZ;
  if (set === 'UTC' || set === '') return new Zone('UTC');
  if (set.startsWith('/')) return zoneOfPath(set);
  return zoneOfRule(set) ?? zoneOfIntl();
}

function zoneOfIntl(): Zone {
  const name: string | undefined = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return new Zone(name === undefined || name === UNKNOWN ? 'UTC' : name);
}

/** Where the zone is set (localtime(5)). */
function isLinkedToUtc(): boolean {
  try {
    return /\/zoneinfo\/(?:Etc\/)?UTC$/.test(readlinkSync('/etc/localtime'));
  } catch {
    // No link: a copy of the table, or a system that sets it elsewhere.
    return false;
  }
}

function zoneOfPath(path: string): Zone {
  const [, name] = IN_PATH.exec(linkedTo(path)) ?? IN_PATH.exec(path) ?? [];
  try {
    if (name !== undefined) return new Zone(name);
  } catch {
    // A table of another kind.
  }
  throw notFollowed('the name of its zone cannot be told from that file');
}

function linkedTo(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Null for what is no rule, such as the name of a zone. */
function zoneOfRule(set: string): Zone | null {
  const [, sign, hours, minutes = '00', rest] = RULE.exec(set) ?? [];
  if (hours === undefined) return null;
  // Some names of zones look like rules: `EST5EDT`.
  const name: string | undefined = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (rest !== '') {
    if (!set.includes(',') && name !== undefined && name !== UNKNOWN && name !== 'UTC') return new Zone(name);
    throw notFollowed('a zone whose clock changes by a rule cannot be followed');
  }
  if (Number(hours) === 0 && Number(minutes) === 0) return new Zone('UTC');
  try {
    return new Zone(`${sign === '-' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`);
  } catch {
    throw notFollowed('no zone is so far from Greenwich');
  }
}

const notFollowed = (why: string): UsageError =>
  new UsageError(`TZ=${process.env.TZ}: ${why}. Name the zone, as TZ=Europe/Berlin, or give --timezone`);
