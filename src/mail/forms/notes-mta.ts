import { addressesIn } from '../address.js';
import { type Finding, finding } from '../finding.js';
import type { Form } from '../form.js';
import { oneLine } from '../general-reader.js';
import type { Notice } from '../notice.js';

const REASONS = /^-{3,20}\s{0,3}Failure Reasons\s{0,3}-{3,20}/i;
const RETURNED = /^-{3,20}\s{0,3}Returned Message/i;

/** Reads the list of `Failure Reasons`: a reason, and below it the recipients that it holds for. */
function readReasons({ lines }: Notice): readonly Finding[] {
  const findings: Finding[] = [];
  const start = lines.findIndex((line) => REASONS.test(line));
  let reason = '';
  let isListed = false;
  for (const line of start < 0 ? [] : lines.slice(start + 1, start + 1_000)) {
    if (RETURNED.test(line)) break;
    const [found] = addressesIn(line.slice(0, 1_000));
    if (found !== undefined && found.start <= 2) {
      findings.push(finding({ recipient: found.address, diagnostic: oneLine(reason) || null }));
      isListed = true;
    } else if (line.trim() !== '') {
      reason = isListed ? line : `${reason} ${line}`;
      isListed = false;
    }
  }
  return findings;
}

export const notesMta: Form = {
  name: 'notes',
  system: 'Lotus Notes SMTP MTA (Notes 4)',
  source: 'notices with the rulers Failure Reasons and Returned Message, and Lotus SMTP MTA in the trace',
  cues: [{ text: '------- failure reasons --------' }, { subject: 'undeliverable message', text: '------- failure reasons' }],
  read: readReasons,
};
