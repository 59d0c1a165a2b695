import type { Said, Stage } from './remote-server.js';
import { domains, type Fate, type Mail, type Outcome } from './scenarios.js';

/** A mail that was fed and accepted. */
export interface SentMail {
  readonly mail: Mail;
  readonly sender: string;
  readonly queueId: string;
}

/** The last reply as a reader of the log can know it. */
export interface LastReply {
  readonly host: string;
  readonly stage: Stage;
  readonly code: number | null;
  readonly enhanced: string | null;
  /** The lines joined; longer than the log has it, perhaps. */
  readonly text: string;
}

/** What happened to one recipient, by the remote servers' own record. */
export interface RecipientTruth {
  readonly about: string;
  /** Null where the mail went on under another id. */
  readonly queueId: string | null;
  readonly recipient: string;
  readonly original: string | null;
  readonly outcome: Outcome;
  /** Null where nobody could count them. */
  readonly attempts: number | null;
  /** Null where the last word was no reply of a remote server. */
  readonly reply: LastReply | null;
}

export function truthOf(sent: readonly SentMail[], record: readonly Said[], filter: string): RecipientTruth[] {
  return sent.flatMap((one) => one.mail.fates.map((fate) => recipientTruth(one, fate, saidAbout(one, fate, record, filter))));
}

/** Where what the remote servers recorded cannot end as the scenario says it does. */
export function contradictions(sent: readonly SentMail[], record: readonly Said[], filter: string): string[] {
  return sent.flatMap((one) =>
    one.mail.fates.flatMap((fate) => {
      const said = saidAbout(one, fate, record, filter);
      const attempts = attemptsIn(said);
      const about = `${one.mail.about}: ${fate.recipient} is said to be ${fate.outcome}`;
      const taken = said.some(({ stage, accepted, host }) => stage === 'end' && accepted && host !== filter);
      if (taken !== (fate.outcome === 'delivered') && fate.attempts === undefined)
        return [`${about}, accepted by a server: ${taken}`];
      if (fate.outcome === 'expired' && attempts === 1) return [`${about} after one attempt`];
      return [];
    }),
  );
}

/** All that a remote server said to this mail about this recipient. Before MAIL, a server is visited by one mail only. */
function saidAbout({ mail, sender }: SentMail, { recipient }: Fate, record: readonly Said[], filter: string): Said[] {
  const hosts = (domains.get(recipient.slice(recipient.lastIndexOf('@') + 1)) ?? []).map(({ name }) => name);
  if (mail.via === 'filtered') hosts.push(filter);
  return record.filter(
    (said) =>
      hosts.includes(said.host) &&
      (said.sender === null || (said.sender === sender && (said.recipients.length === 0 || said.recipients.includes(recipient)))),
  );
}

function recipientTruth({ mail, queueId }: SentMail, fate: Fate, said: readonly Said[]): RecipientTruth {
  const last = said.at(-1);
  return {
    about: mail.about,
    queueId: mail.continued ? null : queueId,
    recipient: fate.recipient,
    original: fate.original ?? null,
    outcome: fate.outcome,
    attempts: fate.attempts ?? (sharesItsServer(fate) ? null : attemptsIn(said)),
    reply: fate.outcome !== 'delivered' && last?.reply && !last.accepted ? lastReply(last, last.reply, fate) : null,
  };
}

/** Mails that wait together: which of them connected cannot be told from the greeting. */
const sharesItsServer = ({ recipient }: Fate): boolean => recipient.endsWith('@crowd.test');

/** How often a host was visited, by whomever. */
export const visitsTo = (name: string, record: readonly Said[]): number =>
  new Set(record.filter(({ host }) => host === name).map(({ visit }) => visit)).size;

/** Visits, where several hosts are visited in one attempt those of the busiest; null when no server saw any. */
function attemptsIn(said: readonly Said[]): number | null {
  const visits = new Map<string, Set<number>>();
  for (const { host, visit } of said) visits.set(host, (visits.get(host) ?? new Set()).add(visit));
  return visits.size === 0 ? null : Math.max(...[...visits.values()].map((set) => set.size));
}

/** A line of a reply: its code (RFC 5321), and the enhanced code right behind it (RFC 3463). */
const replyLine = /^(?<code>[2-5]\d\d)(?:[- ](?<enhanced>[245]\.\d{1,3}\.\d{1,3})?(?![.\d]))?/;

function lastReply({ host, stage }: Said, bytes: Buffer, fate: Fate): LastReply | null {
  const lines = bytes.toString('utf8').replace(/\r\n$/, '').split('\r\n');
  const cut = lines.map((line) => replyLine.exec(line)?.groups);
  if (!/^\d{3}(?: |$)/.test(lines.at(-1) ?? '')) return null;
  return {
    host,
    stage,
    code: Number(cut.at(-1)?.code ?? 0) || null,
    enhanced: fate.enhanced ?? cut.findLast((groups) => groups?.enhanced)?.enhanced ?? null,
    text: lines.join(' '),
  };
}
