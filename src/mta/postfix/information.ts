import { literal, startsWith } from '../bytes.js';
import type { Role } from './programs.js';

/** Forms that any Postfix program may write and that state no outcome. */
const ANY = [
  'warning: ',
  'fatal: ',
  'error: ',
  'panic: ',
  'info: ',
  'statistics: ',
  'table ',
  'dict_',
  'open ',
  'connect to ',
  'disconnect ',
  'fingerprint',
  'initializing the ',
  'setting up TLS connection ',
  'SSL_',
  'TLSRPT: ',
  'TLS ',
  'Anonymous TLS ',
  'Untrusted TLS ',
  'Trusted TLS ',
  'Verified TLS ',
  'Unverified TLS ',
  'Issuer certificate',
  'certificate verification failed',
  'certificate peer name ',
  'Server certificate ',
  'Cannot start TLS',
  'Peer certificate',
  'subject_CN=',
  'issuer=',
  'reloading ',
  'auto_clnt_',
  'private/',
  'vstream_',
  'watchdog',
  'process ',
  'Wrapper-mode ',
  'Host offered ',
  'name_mask',
  '<',
  '>',
];

/**
 * What each kind of program writes besides the lines that are read: with a queue id in front (`afterId`), or without.
 * The forms were read off the sources of Postfix 2.x to 3.12. A line of a known program that is neither read nor
 * listed here counts as not understood.
 */
const FORMS: Readonly<
  Record<Exclude<Role, 'other'>, { readonly plain: readonly string[]; readonly afterId: readonly string[] }>
> = {
  agent: {
    plain: [
      'host ',
      'lost connection ',
      'conversation ',
      'smtp_',
      'mapping DNS',
      'Host or domain name not found',
      'unable to look up ',
      'enabling PIX ',
      'server features',
      'looking for session ',
      'deliver_',
      'save session ',
      'remote certificate',
    ],
    afterId: [
      'host ',
      'lost connection ',
      'conversation ',
      'enabling PIX ',
      'Server certificate ',
      'Cannot start TLS',
      'TLS is required',
      'Host offered ',
      'passing ',
      'status=',
      'connect to ',
      'replace: ',
      'from=<',
      'breaking line ',
      'sender ',
      'server ',
      'SASL ',
      'Sender requested ',
      'message ',
      'warning: ',
      'queued as ',
      'Server ',
      'uid=',
    ],
  },
  'queue-manager': {
    plain: ['incoming ', 'mail for ', 'qmgr_', 'premature '],
    afterId: ['skipped, still being delivered', 'status=', 'removed', 'postmaster ', 'undeliverable ', 'to=<'],
  },
  cleanup: {
    plain: ['cleanup_', 'milter ', 'connect ', 'header '],
    afterId: [
      'removed',
      'canceled',
      'resent-message-id=',
      'message-id=',
      'milter ',
      'queue file ',
      'hint: ',
      'too many ',
      'table ',
      'cleanup_',
    ],
  },
  smtpd: {
    plain: [
      'connect from ',
      'disconnect from ',
      'lost connection after ',
      'timeout after ',
      'too many errors after ',
      'too many ',
      'improper command pipelining ',
      'NOQUEUE: client=',
      'client=',
      'milter-',
      'proxy-',
      'smtpd_',
      'match_',
      'generic_checks',
      'lookup ',
      'sasl',
      'Anvil ',
      'non-SMTP command ',
      'hostname ',
      'address ',
      'xsasl_',
      'improper ',
      'unknown ',
      'Client ',
      'reject: ',
      'after ',
      'truncating ',
      'reject_warning: ',
      'bare <LF> ',
      'discarding EHLO keywords',
    ],
    afterId: [
      'client=',
      'lost connection after ',
      'timeout after ',
      'too many errors after ',
      'improper command pipelining ',
      'proxy-',
      'uid=',
      'too many ',
      'queue file ',
      'milter-',
      'truncating ',
      'non-SMTP command ',
    ],
  },
  postscreen: {
    plain: [
      'CONNECT ',
      'DISCONNECT ',
      'PASS ',
      'PREGREET ',
      'DNSBL ',
      'HANGUP ',
      'WHITELISTED ',
      'BLACKLISTED ',
      'ALLOWLISTED ',
      'DENYLISTED ',
      'WHITELIST VETO ',
      'ALLOWLIST VETO ',
      'NON-SMTP COMMAND ',
      'BARE NEWLINE ',
      'COMMAND ',
      'NOQUEUE: ',
      'cache ',
      'UNIX-domain ',
      'reject: ',
      'close database ',
      'DATA without ',
      'BDAT without ',
      'MAIL without ',
      'entering ',
      'leaving ',
      'Address ',
      'using ',
      'psc_',
    ],
    afterId: [],
  },
  pickup: { plain: ['cannot '], afterId: ['uid=', 'sender='] },
  bounce: {
    plain: ['bounce_', 'undeliverable ', 'no recipients'],
    afterId: ['sender ', 'postmaster ', 'undeliverable ', 'verp '],
  },
  postsuper: {
    plain: ['Deleted: ', 'Requeued: ', 'Placed on hold: ', 'Released from hold: ', 'Expired: ', 'Renamed ', 'recover'],
    afterId: ['removed', 'requeued', 'placed on hold', 'released from hold', 'expired', 'renamed ', 'force-expired'],
  },
};

type Table = readonly (readonly Uint8Array[])[];

/** Forms by their first byte, so that a line is compared with few. */
function byFirstByte(forms: readonly string[]): Table {
  const table: Uint8Array[][] = Array.from({ length: 256 }, () => []);
  for (const form of forms) table[form.charCodeAt(0)]!.push(literal(form));
  return table;
}

const tables = new Map(
  Object.entries(FORMS).map(([role, { plain, afterId }]) => [
    role as Role,
    { plain: byFirstByte([...plain, ...ANY]), afterId: byFirstByte([...afterId, ...ANY]) },
  ]),
);

/** What is no information where it stands first: a refusal. And a masked queue id, of a record without a form of its own. */
const REFUSES = /^(?:reject: |proxy-|NOQUEUE: )/;
const MASKS = /^[\dA-Za-z]+(?:: )?$/;

/**
 * The forms that tell by themselves, for a reader that looks for them first: what begins like that is nothing else.
 * @param afterId whether they stand behind a queue id; only agents have a form of their own that may stand there too, the record (`to=`).
 */
export function tellingForms(role: 'agent' | 'smtpd' | 'postscreen', afterId = false): readonly string[] {
  const forms = [...(afterId ? FORMS[role].afterId : FORMS[role].plain), ...ANY];
  return afterId ? forms : forms.filter((form) => !REFUSES.test(form) && (role !== 'agent' || !MASKS.test(form)));
}

/** Whether the text from `start` is one of the lines that are known to state no outcome. */
export function isInformation(buf: Buffer, start: number, end: number, role: Role, afterId: boolean): boolean {
  const table = tables.get(role);
  if (table === undefined) return true;
  const forms = (afterId ? table.afterId : table.plain)[buf[start] ?? 0]!;
  for (const form of forms) if (startsWith(buf, start, end, form)) return true;
  return false;
}
