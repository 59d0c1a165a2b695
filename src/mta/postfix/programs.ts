/** What kind of lines a Postfix program writes, and so which reader they go to. */
export type Role = 'agent' | 'queue-manager' | 'cleanup' | 'smtpd' | 'postscreen' | 'pickup' | 'bounce' | 'postsuper' | 'other';

/** The programs of Postfix by the name they log under (`mail_task` of each daemon, Postfix 3.12). */
const PROGRAMS: Readonly<Record<string, Role>> = {
  smtp: 'agent',
  lmtp: 'agent',
  local: 'agent',
  virtual: 'agent',
  pipe: 'agent',
  error: 'agent',
  retry: 'agent',
  discard: 'agent',
  qmgr: 'queue-manager',
  oqmgr: 'queue-manager',
  nqmgr: 'queue-manager',
  cleanup: 'cleanup',
  smtpd: 'smtpd',
  postscreen: 'postscreen',
  pickup: 'pickup',
  bounce: 'bounce',
  defer: 'bounce',
  trace: 'bounce',
  postsuper: 'postsuper',
  anvil: 'other',
  dnsblog: 'other',
  flush: 'other',
  master: 'other',
  'postfix-script': 'other',
  'postfix-tlspol': 'other',
  postdrop: 'other',
  postlog: 'other',
  postlogd: 'other',
  postmap: 'other',
  postalias: 'other',
  postqueue: 'other',
  proxymap: 'other',
  qmqpd: 'other',
  scache: 'other',
  sendmail: 'other',
  showq: 'other',
  spawn: 'other',
  tlsmgr: 'other',
  tlsproxy: 'other',
  'trivial-rewrite': 'other',
  verify: 'other',
};

/** The programs whose lines say nothing of mail. */
export const SILENT_PROGRAMS: readonly string[] = Object.keys(PROGRAMS).filter((name) => PROGRAMS[name] === 'other');

export interface Program {
  readonly name: string;
  readonly role: Role;
  readonly bytes: Uint8Array;
}

/** A slot by length, first and last letter; names that share one are chained. */
const slot = (length: number, first: number, last: number) => ((length & 31) << 10) | ((first & 31) << 5) | (last & 31);
const slots: (Program[] | undefined)[] = new Array(32 << 10).fill(undefined);
for (const [name, role] of Object.entries(PROGRAMS)) {
  const bytes = Buffer.from(name, 'latin1');
  const at = slot(bytes.length, bytes[0]!, bytes.at(-1)!);
  slots[at] = [...(slots[at] ?? []), { name, role, bytes }];
}

/** The Postfix program named by the bytes, without decoding them; undefined for the programs of others. */
export function postfixProgram(buf: Buffer, start: number, end: number): Program | undefined {
  const length = end - start;
  if (length < 3 || length > 15) return undefined;
  const candidates = slots[slot(length, buf[start]!, buf[end - 1]!)];
  if (candidates === undefined) return undefined;
  for (const program of candidates) {
    let i = 0;
    while (i < length && buf[start + i] === program.bytes[i]) i++;
    if (i === length && program.bytes.length === length) return program;
  }
  return undefined;
}

/** The programs that a glance knows by name, in the order in which it counts them. */
export const PROGRAMS_AT_A_GLANCE: readonly Program[] = [
  'smtp',
  'smtpd',
  'qmgr',
  'cleanup',
  'lmtp',
  'virtual',
  'pipe',
  'local',
  'postscreen',
  'error',
  'retry',
  'bounce',
  'pickup',
].map((name) => postfixProgram(Buffer.from(name, 'latin1'), 0, name.length)!);
