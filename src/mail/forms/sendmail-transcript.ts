import { findReply } from '../../classify/reply-in-text.js';
import { addressesIn, firstAddress } from '../address.js';
import { type Finding, finding, isSameAddress, type MailAction } from '../finding.js';
import { oneLine } from '../general-reader.js';
import type { Notice } from '../notice.js';
import { commandAnswered, commandOf } from '../smtp-dialogue.js';

/** A recipient from one of the lists. */
interface Listed {
  readonly address: string;
  readonly action: MailAction;
  /** The address of the message that was expanded to it. */
  original: string | null;
  reason: string | null;
}

/** What the transcript says: of a recipient, or of none in particular. */
interface Statement {
  readonly address: string | null;
  /** The reply of the other server, which says more than what Sendmail makes of it. */
  readonly text: string;
  readonly host: string | null;
  readonly command: string | null;
}

const MOST_LINES = 5_000;

/** `   ----- The following addresses had permanent fatal errors -----` */
const SECTION = /^\s{0,9}-{3,9} (.{3,120}?) -{3,9}\s{0,9}$/;
const LIST = /following addresses|recipients/i;

/** What a list says of its recipients, or what stands behind one of them. */
function actionOf(text: string): MailAction | null {
  if (/transient|warning/i.test(text)) return 'delayed';
  if (/fatal|unrecoverable|problems|errors/i.test(text)) return 'failed';
  if (/relayed/i.test(text)) return 'relayed';
  if (/successful/i.test(text)) return 'delivered';
  if (/expanded by/i.test(text)) return 'expanded';
  return null;
}

function readLists(lines: readonly string[]): readonly Listed[] {
  const listed: Listed[] = [];
  let action: MailAction | null = null;
  let isOpen = false;
  for (let i = 0; i < lines.length && i < MOST_LINES; i++) {
    const line = lines[i]!.slice(0, 1_000);
    const [, title] = SECTION.exec(line) ?? [];
    if (title !== undefined) {
      isOpen = LIST.test(title);
      action = actionOf(title);
      continue;
    }
    if (!isOpen || line.trim() === '') continue;
    const last = listed.at(-1);
    const [, reason] = /^\s{1,9}\(reason: (.*?)\)?$/i.exec(line) ?? [];
    const [, expandedFrom] = /^\s{1,9}\(expanded from: (.*?)\)$/i.exec(line) ?? [];
    if (last !== undefined && reason !== undefined) last.reason = reason;
    else if (last !== undefined && expandedFrom !== undefined) last.original = firstAddress(expandedFrom);
    else if (isRecipient(line)) {
      const address = firstAddress(line) ?? line.trim().replace(/^"|"$|\s{2,}\(.*$/g, '');
      const own = /\(([^()]{5,80})\)\s{0,9}$/.exec(line)?.[1] ?? '';
      listed.push({ address, action: actionOf(own) ?? action ?? 'failed', original: null, reason: null });
    }
  }
  return listed;
}

/** A recipient: an address, a local name, or in quotes a program or a file. */
const isRecipient = (line: string): boolean => {
  const [, subject = ''] = /^\s{0,9}("[^"]{1,500}"|\S{1,500})(?:\.\.\. .*|\s{2,}\(.*|)\s{0,9}$/.exec(line) ?? [];
  return subject !== '' && !/[:.,]$/.test(subject);
};

const TALKING = /^(?:\.\.\. )?(?:while talking to|connected to)\s{1,3}([^\s:]{1,255}?)\.?:?\s{0,9}$/i;
const OUTCOME = /^(?:[45]\d\d(?: [45]\.\d{1,3}\.\d{1,3})? )?(.{1,600}?)\.\.\. (.*)$/;

function readTranscriptOf(lines: readonly string[]): readonly Statement[] {
  const statements: Statement[] = [];
  let host: string | null = null;
  let command: string | null = null;
  let asked: string | null = null;
  let reply: string | null = null;
  let isList = false;
  for (let i = 0; i < lines.length && i < MOST_LINES; i++) {
    const line = lines[i]!.slice(0, 2_000).trimEnd();
    const [, title] = SECTION.exec(line.slice(0, 1_000)) ?? [];
    if (title !== undefined) isList = LIST.test(title);
    if (isList) continue;
    const [, talkedTo] = TALKING.exec(line) ?? [];
    if (talkedTo !== undefined) {
      host = talkedTo;
      command = asked = reply = null;
    } else if (line.startsWith('>>> ')) {
      command = commandOf(line.slice(4)) ?? command;
      asked = command === 'RCPT' ? firstAddress(line) : null;
      reply = null;
    } else if (line.startsWith('<<< ')) {
      const text = line.slice(4);
      if (!/^[45]\d\d/.test(text)) continue;
      // The lines of one reply share their code; the refusal of DATA that follows those of all recipients says nothing new.
      if (reply?.startsWith(`${text.slice(0, 3)}-`) && !/^\d{3} /.test(lastLine(reply))) reply += `\n${text}`;
      else if (!/^503/.test(text)) reply = text;
      else continue;
      const named = command === 'MAIL' ? null : firstAddress(reply);
      if (!/^\d{3}-/.test(text)) statements.push({ address: asked ?? named, text: reply, host, command });
    } else if (/^[45]\d\d[ -]/.test(line) || /^<?\S{1,300}@\S{1,300}\.\.\. /.test(line)) {
      const [, subject = ''] = OUTCOME.exec(line) ?? [];
      const address = addressesIn(subject.slice(0, 600))[0]?.address ?? null;
      // What was answered to this recipient, or to a command that concerned them all, is the cause.
      const isAnswered = reply !== null && address !== null && (asked === null || isSameAddress(asked, address));
      const replied = reply === null ? null : firstAddress(reply);
      const isAboutOther =
        asked === null && command === 'DATA' && replied !== null && address !== null && !isSameAddress(replied, address);
      statements.push({ address, text: isAnswered && !isAboutOther ? reply! : line, host, command });
      // A line about a host begins another matter.
      if (address === null) host = command = asked = reply = null;
    }
  }
  return statements;
}

const lastLine = (text: string): string => text.slice(text.lastIndexOf('\n') + 1);

/** The cause: the reason where it quotes a reply, else what the transcript says; an exit status alone says nothing. */
function causeOf(reason: string | null, said: string | null): string | null {
  if (reason === null || said === null) return said ?? reason;
  if (findReply(reason) !== null) return reason;
  return findReply(said) !== null || /^\d{0,3}$/.test(reason) ? said : reason;
}

/** Recipients from the lists, else those that the transcript speaks of; causes from the reasons, else from the transcript. */
export function readSendmail({ lines, text }: Notice): readonly Finding[] {
  const statements = readTranscriptOf(lines);
  const byAddress = new Map<string, Statement>();
  for (const statement of statements) {
    const key = statement.address?.toLowerCase();
    if (key !== undefined && !byAddress.has(key)) byAddress.set(key, statement);
  }
  const common = statements.find(({ address }) => address === null) ?? null;
  const listed = readLists(lines);
  const isWarning = /this is a warning message only|message still undelivered/i.test(text.slice(0, 20_000));
  const known = new Set<string>();
  const recipients = (
    listed.length > 0
      ? listed
      : [...byAddress.values()].map(
          ({ address }): Listed => ({ address: address!, action: 'failed', original: null, reason: null }),
        )
  ).filter(({ address }) => !known.has(address.toLowerCase()) && known.add(address.toLowerCase()));
  return recipients.map(({ address, action, original, reason }) => {
    const isTarget = !address.includes('@') && original !== null;
    const said = byAddress.get(address.toLowerCase()) ?? (recipients.length === 1 ? (statements[0] ?? null) : common);
    const diagnostic = causeOf(reason, said?.text ?? null);
    return finding({
      recipient: isTarget ? original : address,
      originalRecipient: isTarget ? null : original,
      action: isWarning ? 'delayed' : action,
      diagnostic: diagnostic === null ? null : oneLine(diagnostic),
      remoteMta: said?.host ?? null,
      command: said === null || said === undefined ? null : commandAnswered(said.command, said.text),
    });
  });
}
