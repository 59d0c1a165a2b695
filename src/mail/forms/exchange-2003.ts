import { addressesIn, firstAddress } from '../address.js';
import { isDelay } from '../delayed.js';
import { type Finding, isSameAddress } from '../finding.js';
import type { Form } from '../form.js';
import type { Notice } from '../notice.js';
import { exchangeFinding } from './exchange-reply.js';

/** The line above the list of recipients, in the languages of Exchange. */
const OPENING =
  /did not reach the following recipient|(?:could not|cannot) be reached|nicht erreicht werden|nicht erreicht|n['’]a pas atteint|n['’]est pas parvenu|no (?:llegó|se entregó|ha llegado) a|não (?:alcançou|atingiu|chegou)|non (?:ha raggiunto|è stato recapitato)|niet bereikt|niet aangekomen|受信者に(?:到達|配信)|没有到达|未到达|無法到達|не достигло|nådde inte|nåede ikke|nie dotar/i;

/** `bob@example.com on 3/6/2004 10:12 AM`: the time is in the form of the server's language. */
const AT_TIME =
  /^\s{0,3}(?:on|am|le|el|em|il|op|den|w dniu)\s{1,3}(?:[^\d\s]{2,12}\s{1,2})?\d{1,4}[ /.年-][^\n]{5,60}$|^[\s、,]{0,3}\d{1,4}[/.年-]\d{1,2}[/.月-][^\n]{0,12}\s\d{1,2}:\d{2}/i;

/** The trace of the X.400 transport, which is no cause. */
const TRACE = /the MTS-ID of the original message is|^;l=|c=[a-z]{2};\s?a=|^[\d:. ]{4,12}(?:[AP]M)?(?:\s?[+-]\d{4})?\s{0,3}$/i;

/** A line that names a recipient by his display name alone, and the time. */
const NAMED_AT_TIME =
  /^\s{0,8}\S.{0,80}?\s(?:on|am|le|el|em|il|op|den)\s(?:\S{2,5},?\s)?\d{1,2}[./ -][^\n]{3,14}\d{4}\s\d{1,2}[:.]\d{2}/i;

/** The host in `<mail.example.com #5.5.0 smtp;…>` is the server that wrote the notice, not the one that refused. */
const withoutReporter = (found: Finding): Finding => ({ ...found, remoteMta: null });

interface Entry {
  readonly recipient: string | null;
  readonly said: string[];
}

/** A line of the list that names a recipient; null for one that says why. */
function entryOf(line: string): Entry | null {
  const [found] = addressesIn(line.slice(0, 1_000));
  if (found === undefined) return NAMED_AT_TIME.test(line.slice(0, 300)) ? { recipient: null, said: [] } : null;
  const behind = line.slice(found.end, found.end + 200).replace(/^[>;'")\]\s]{1,5}/, ' ');
  // `dda:SMTP=bob@example.com`: an address of X.400 that holds one of SMTP.
  return AT_TIME.test(behind) ? { recipient: found.address.replace(/^SMTP=/i, ''), said: [] } : null;
}

/**
 * Reads `did not reach the following recipient(s):`. A line names a recipient and the time; those below it say why.
 */
export function readNotReached(notice: Notice): readonly Finding[] {
  const opening = notice.lines.findIndex((line) => OPENING.test(line.slice(0, 300)));
  if (opening < 0) return [];
  const entries: Entry[] = [];
  for (const line of notice.lines.slice(opening + 1, opening + 2_000)) {
    const entry = entryOf(line);
    if (entry !== null) entries.push(entry);
    else if (line.trim() !== '' && !TRACE.test(line)) entries.at(-1)?.said.push(line.trim());
  }
  const action = isDelay(notice) ? 'delayed' : 'failed';
  // One who is named by his display name alone is the one that the message was for.
  const only = entries.length === 1 ? firstAddress(notice.returned?.get('to') ?? '') : null;
  return entries
    .map(({ recipient, said }) => withoutReporter(exchangeFinding({ recipient: recipient ?? only, action }, said.join(' '))))
    .filter(
      ({ recipient }, index, all) =>
        recipient !== null && all.findIndex((one) => isSameAddress(one.recipient, recipient)) === index,
    );
}

export const exchange2003: Form = {
  name: 'exchange-2003',
  system: 'Microsoft Exchange 2000 and 2003, and the SMTP service of Windows that they use',
  source:
    'Microsoft Knowledge Base 284204 (delivery status notifications in Exchange); the field X-DSNContext of the Windows SMTP service',
  cues: [
    { field: ['x-dsncontext', ''] },
    { from: 'postmaster@', text: 'did not reach the following recipient(s):' },
    { from: 'system administrator', text: 'did not reach the following recipient(s):' },
    { from: 'system administrator', text: 'did not reach some or all of the intended recipients' },
    { from: 'postmaster@', text: 'did not reach some or all of the intended recipients' },
    { from: 'systemadministrator', text: 'nicht erreicht:' },
    { from: 'postmaster@', text: 'die folgenden empfänger nicht erreicht' },
    { from: 'administrateur syst', text: "n'a pas atteint" },
    { from: 'postmaster@', text: "n'a pas atteint le" },
    { from: 'administrador del sistema', text: 'siguientes destinatarios' },
    { from: 'administrador do sistema', text: 'destinatário' },
    { from: 'amministratore di sistema', text: 'destinatari' },
    { from: 'systeembeheerder', text: 'niet bereikt' },
  ],
  read: readNotReached,
};
