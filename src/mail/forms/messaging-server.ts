import { firstAddress } from '../address.js';
import { hostOfField } from '../delivery-status.js';
import { type Finding, finding } from '../finding.js';
import type { Form } from '../form.js';
import type { Notice } from '../notice.js';

/** `  Recipient address: bob@example.com`, one line for each thing that is said of a recipient. */
const LABELLED = /^\s{0,8}(recipient address|original address|reason|diagnostic code|remote system):\s*(.*)$/i;

interface Group {
  readonly recipient: string;
  readonly said: Map<string, string>;
}

function groupsIn(lines: readonly string[]): readonly Group[] {
  const groups: Group[] = [];
  for (const line of lines) {
    const [, label = '', value = ''] = LABELLED.exec(line.slice(0, 2_000)) ?? [];
    if (label === '') continue;
    const name = label.toLowerCase();
    if (name === 'recipient address') {
      const recipient = firstAddress(value) ?? value.trim();
      if (recipient !== '') groups.push({ recipient, said: new Map() });
    } else groups.at(-1)?.said.set(name, value.trim());
  }
  return groups;
}

/** Only these notices tell of a delay; the others say that they return the message. */
const DELAYED = /(?:continue to try to deliver|has been delayed)/i;

/** Reads the groups of labelled lines; where no server was asked, the reason alone tells the cause. */
function readGroups({ lines, subject, text }: Notice): readonly Finding[] {
  const action = DELAYED.test(subject) || DELAYED.test(text.slice(0, 20_000).replace(/\s+/g, ' ')) ? 'delayed' : 'failed';
  return groupsIn(lines).map(({ recipient, said }) => {
    const reply = (said.get('diagnostic code') ?? '').replace(/^[\w-]{1,20};\s{0,3}/, '');
    const { host, ip } = hostOfField(said.get('remote system') ?? null);
    const original = said.get('original address');
    return finding({
      recipient,
      originalRecipient: original === undefined ? null : firstAddress(original),
      action,
      diagnostic: reply || said.get('reason') || null,
      remoteMta: host,
      remoteIp: ip,
    });
  });
}

export const messagingServer: Form = {
  name: 'messaging-server',
  system: 'Oracle Communications Messaging Server (Sun Java System, iPlanet) and PMDF',
  source: 'Messaging Server administration guide, notification messages: return_header.opt, return_*.txt',
  cues: [
    { text: 'this report relates to a message you sent with the following header fields' },
    { from: 'pmdf e-mail interconnect', subject: 'delivery notification' },
    { from: 'internet mail delivery', subject: 'delivery notification: ' },
    { statusField: ['reporting-mta', '(tcp-daemon)'] },
  ],
  read: readGroups,
};
