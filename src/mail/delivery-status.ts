import { isIP } from 'node:net';
import { addressOfField } from './address.js';
import { type Finding, finding, type MailAction } from './finding.js';
import { HeaderFields, nameEnd } from './header-fields.js';
import { readMailTime } from './mail-time.js';

/** The content of a message/delivery-status part (RFC 3464 §2). */
export interface DeliveryStatus {
  /** The per-message fields. */
  readonly message: HeaderFields;
  readonly recipients: readonly Finding[];
}

const ACTIONS: ReadonlySet<string> = new Set(['failed', 'delayed', 'delivered', 'relayed', 'expanded']);

/** Recipients of one notification beyond this many are not told one by one. */
const MOST_RECIPIENTS = 10_000;
/** Groups about recipients and others. */
const MOST_GROUPS = MOST_RECIPIENTS + 1_000;
/** A diagnostic is cut off here: a reply line has 512 octets (RFC 5321 §4.5.3.1.5), and a reply some lines. */
const LONGEST_DIAGNOSTIC = 4_000;

/** Fields that only a group about a recipient has (RFC 3464 §2.3); `X-Actual-Recipient` is Sendmail's. */
const RECIPIENT_FIELDS = ['final-recipient', 'original-recipient', 'x-actual-recipient'];

const isOfRecipient = (group: HeaderFields) => RECIPIENT_FIELDS.some((name) => group.has(name));

/**
 * Reads the fields of a delivery status notification. Damage of the wild is put up with: groups that run together, fields
 * for the message behind those for recipients, text around the fields.
 */
export function readDeliveryStatus(text: string): DeliveryStatus {
  const groups = groupsOf(text).map((group) => HeaderFields.read(group));
  const message =
    groups.find((group) => !isOfRecipient(group) && group.has('reporting-mta')) ?? groups.find((group) => !isOfRecipient(group));
  const named = groups.filter(isOfRecipient);
  // Without any address the groups still say what became of the message.
  const about = named.length > 0 ? named : groups.filter((group) => group.has('action'));
  const recipients = about.slice(0, MOST_RECIPIENTS).flatMap((group) => recipientOf(group) ?? []);
  return { message: message ?? groups[0] ?? HeaderFields.NONE, recipients };
}

/** Fields that name the recipient of a group, and the others that a group about a recipient has (RFC 3464 §2.3). */
const NAMING: ReadonlySet<string> = new Set(['final-recipient', 'original-recipient']);
const ABOUT_RECIPIENT: ReadonlySet<string> = new Set([
  'x-actual-recipient',
  'action',
  'status',
  'remote-mta',
  'diagnostic-code',
  'last-attempt-date',
  'final-log-id',
  'will-retry-until',
]);

function nameOf(line: string): string {
  const colon = nameEnd(line, 0, Math.min(line.length, 100));
  return colon < 0 ? '' : line.slice(0, colon).trimEnd().toLowerCase();
}

/** Whether a field starts a new group behind a group with these fields, and behind a blank line or not. */
function startsGroup(name: string, group: ReadonlySet<string>, isBehindBlank: boolean): boolean {
  if (group.size === 0) return false;
  if (group.has(name) && (NAMING.has(name) || name === 'action')) return true;
  if (!isBehindBlank) return false;
  const isNamed = [...NAMING].some((one) => group.has(one));
  // Blank lines that programs put between the fields of one group.
  if (isNamed && ABOUT_RECIPIENT.has(name)) return group.has(name);
  if (NAMING.has(name))
    return isNamed ? group.has('action') || group.has('status') : ![...group].every((one) => ABOUT_RECIPIENT.has(one));
  return true;
}

/**
 * The groups of fields. A blank line ends a group, and so does a field that comes again, where groups run together. Lines
 * behind a diagnostic that are no field belong to it: programs forget to indent them.
 */
function groupsOf(text: string): readonly string[] {
  const groups: string[] = [];
  let group: string[] = [];
  let names = new Set<string>();
  let isBehindBlank = false;
  let last = '';
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      isBehindBlank = true;
      continue;
    }
    const name = nameOf(line);
    if (name === '') {
      if (isBehindBlank) continue;
      const isForgotten = last === 'diagnostic-code' && !/^[ \t]/.test(line);
      group.push(isForgotten ? ` ${line}` : line);
      continue;
    }
    if (startsGroup(name, names, isBehindBlank)) {
      groups.push(group.join('\n'));
      if (groups.length > MOST_GROUPS) return groups;
      group = [];
      names = new Set();
    }
    names.add(name);
    group.push(line);
    last = name;
    isBehindBlank = false;
  }
  if (group.length > 0) groups.push(group.join('\n'));
  return groups;
}

/** `failed`, with comments and other words around it, as programs write the Action field. */
function actionOf(value: string | null): MailAction | null {
  const [word = ''] = /[a-z]+/.exec((value ?? '').toLowerCase()) ?? [];
  if (ACTIONS.has(word)) return word as MailAction;
  if (word === 'delay' || word === 'deferred') return 'delayed';
  if (word === 'failure' || word === 'fail' || word === 'error') return 'failed';
  if (word === 'expired') return 'failed';
  return null;
}

/** The code in a Status field (`5.1.1 (unknown user)`), also with blanks in it (`5. 1. 1`); null where it has none. */
export function statusOf(value: string | null): string | null {
  const [, major, subject, detail] = /\b([245])\s?\.\s?(\d{1,3})\s?\.\s?(\d{1,3})\b/.exec((value ?? '').slice(0, 200)) ?? [];
  return major === undefined ? null : `${major}.${subject}.${detail}`;
}

const ACTION_OF_CLASS: Readonly<Record<string, MailAction>> = { '2': 'delivered', '4': 'delayed', '5': 'failed' };

function recipientOf(group: HeaderFields): Finding | null {
  const final = addressIn(group, 'final-recipient');
  const original = addressIn(group, 'original-recipient');
  const actual = addressIn(group, 'x-actual-recipient');
  const status = statusOf(group.get('status'));
  const action = actionOf(group.get('action')) ?? ACTION_OF_CLASS[status?.[0] ?? ''] ?? null;
  if (action === null && final === null && original === null) return null;
  const remote = hostOfField(group.get('remote-mta'));
  return finding({
    // Sendmail gives the rewritten address as the actual one where the final one is the alias.
    recipient: final ?? actual ?? original,
    originalRecipient: original,
    action: action ?? 'failed',
    status,
    diagnostic: diagnosticOf(group),
    remoteMta: remote.host,
    remoteIp: remote.ip,
    time: readMailTime(group.get('last-attempt-date')),
  });
}

function addressIn(group: HeaderFields, name: string): string | null {
  const value = group.get(name);
  return value === null ? null : addressOfField(value);
}

/** The text of Diagnostic-Code without its type (RFC 3464 §2.3.6). */
function diagnosticOf(group: HeaderFields): string | null {
  const value = group.words('diagnostic-code').trim();
  const [, rest = value] = /^[\w.-]{1,40}[ \t]?;(.*)$/s.exec(value) ?? [];
  const text = rest
    .slice(0, 2 * LONGEST_DIAGNOSTIC)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_DIAGNOSTIC);
  // The exit status of a program (Sendmail) keeps its type: a number alone reads like a reply code.
  if (/^\d{1,3}$/.test(text) && /^x-unix/i.test(value)) return value.slice(0, 200).replace(/\s+/g, ' ');
  return text === '' ? null : text;
}

/** `(TCP|192.0.2.7|2525|198.51.100.3|25)`: the near and the far end of a connection, as Messaging Server and PMDF give them. */
const CONNECTION = /\(TCP\|[^|()]{1,50}\|\d{1,5}\|([^|()]{1,50})\|\d{1,5}\)/i;

const HOST = /[a-z0-9_](?:[a-z0-9._-]{0,253}[a-z0-9_])?/i;

/** The host and its address in a field of an MTA name type (`dns; mx.example.com (192.0.2.1)`, RFC 3464 §2.1.2). */
export function hostOfField(value: string | null): { readonly host: string | null; readonly ip: string | null } {
  // A program, not a host.
  if (value === null || /^\s{0,3}x-unix\s{0,3};/i.test(value)) return { host: null, ip: null };
  const rest = value.slice(value.indexOf(';') + 1, 400).replace(CONNECTION, '($1)');
  const words = rest.split(/[\s()[\],;<>]+/).map((word) => word.replace(/^ipv6:|\.$/gi, ''));
  const ip = words.find((word) => isIP(word) !== 0) ?? null;
  // Where the address comes first, words behind it are a comment.
  const first = words.find((word) => HOST.test(word)) ?? '';
  const [host = null] = isIP(first) === 0 ? (HOST.exec(first) ?? []) : [];
  return { host, ip };
}
