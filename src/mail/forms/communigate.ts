import { firstAddress } from '../address.js';
import { isDelay } from '../delayed.js';
import { type Finding, finding } from '../finding.js';
import type { Form } from '../form.js';
import { oneLine } from '../general-reader.js';
import type { Notice } from '../notice.js';

const FAILED = /^\s{0,4}(?:failed|unable) to deliver to\s{1,4}(.*)$/i;
const MODULE = /^\s{0,8}[A-Z0-9]{2,12} module\b.{0,400}\breports?:\s{0,4}$/i;
const SERVER = /^\s{0,8}host ([\w.-]{1,255}) says:\s{0,4}$/i;

/** `Failed to deliver to 'bob@example.com'`, then the module that failed, the server that answered, and what it said. */
function readFailures(notice: Notice): readonly Finding[] {
  const { lines } = notice;
  const action = isDelay(notice) ? 'delayed' : 'failed';
  const findings: Finding[] = [];
  for (let i = 0; i < lines.length && i < 5_000; i++) {
    const [, named = ''] = FAILED.exec(lines[i]!.slice(0, 1_000)) ?? [];
    const recipient = firstAddress(named);
    if (recipient === null) continue;
    let remoteMta: string | null = null;
    const said: string[] = [];
    for (let j = i + 1; j < lines.length && lines[j]!.trim() !== '' && !FAILED.test(lines[j]!.slice(0, 1_000)); j++) {
      const line = lines[j]!.slice(0, 1_000);
      const [, host] = SERVER.exec(line) ?? [];
      if (host !== undefined) remoteMta = host;
      else if (!MODULE.test(line)) said.push(line);
    }
    findings.push(finding({ recipient, action, remoteMta, diagnostic: oneLine(said.join('\n')) || null }));
  }
  return findings;
}

export const communigate: Form = {
  name: 'communigate',
  system: 'CommuniGate Pro',
  source: 'CommuniGate Pro guide, Non-Delivery Reports; its module names as its reports write them',
  cues: [
    { field: ['x-mailer', 'communigate pro'], subject: 'undeliver' },
    { text: 'failed to deliver to ', subject: 'undeliverable mail' },
    { text: 'smtp module(domain ' },
    { text: 'local module(account ' },
  ],
  read: readFailures,
};
