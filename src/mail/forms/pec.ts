import { firstAddress } from '../address.js';
import { passageBehind } from '../cause-behind.js';
import { type Finding, finding } from '../finding.js';
import type { Form } from '../form.js';
import type { Notice } from '../notice.js';

const RECIPIENT = /(?:destinato\s{1,3}all['’]utente|indirizzato\s{1,3}a:?)\s{1,9}["“<]?([^\s"“”<>]{1,320})/i;

/** The receipt names its kind in a field, the recipient and what was found in sentences that the rules prescribe. */
function read(notice: Notice): readonly Finding[] {
  const [, named] = RECIPIENT.exec(notice.text.slice(0, 16 * 1024)) ?? [];
  const recipient = named === undefined ? null : firstAddress(named);
  if (recipient === null) return [];
  const isEarly = (notice.header.get('x-ricevuta') ?? '').toLowerCase().startsWith('preavviso');
  const diagnostic =
    passageBehind(notice.lines, /(?:è|e['’]) stato rilevato\s(?:un\s)?/i) ??
    passageBehind(notice.lines, /^\s{0,9}(?=non (?:è|e['’]) stato consegnato)/i);
  return [finding({ recipient, action: isEarly ? 'delayed' : 'failed', diagnostic })];
}

export const pec: Form = {
  name: 'pec',
  system: 'Italian certified mail (PEC: Aruba, InfoCert, Poste Italiane and others)',
  source: 'the technical rules of PEC (decree of 2 November 2005, annex), §6.3-6.5; RFC 6109 §3',
  kind: 'bounce',
  cues: [
    { field: ['x-ricevuta', 'errore-consegna'] },
    { field: ['x-ricevuta', 'non-accettazione'] },
    { field: ['x-ricevuta', 'rilevazione-virus'] },
  ],
  read,
};
