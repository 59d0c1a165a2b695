import { type Finding, finding } from '../finding.js';
import type { Form } from '../form.js';
import type { Notice } from '../notice.js';

/** One error: the server, the recipient, the command and what was answered to it. */
const REJECTED =
  /SMTP Server <([^<>\s]{1,255})>[^<>]{1,60}<([^<>\s]{1,320})>\s{0,3}\(Error following (\w{4,8}) command\)\.?\s{0,3}It\s{1,3}responded\s{1,3}as\s{1,3}follows:\s{0,3}\[([^\]]{1,1000})\]/g;

const LONGEST = 256 * 1024;

const read = ({ text }: Notice): readonly Finding[] =>
  [...text.slice(0, LONGEST).matchAll(REJECTED)].map(([, host, recipient, command, reply]) =>
    finding({
      recipient: recipient!,
      remoteMta: host!.toLowerCase(),
      command: command!.toUpperCase(),
      diagnostic: reply!.replace(/\s+/g, ' ').trim(),
    }),
  );

export const troubleDelivering: Form = {
  name: 'trouble-delivering',
  system: 'a server whose notices do not name it',
  source: 'observed: the opening, and one sentence for each error that holds server, recipient, command and reply',
  cues: [{ opening: 'we had trouble delivering your message. full details follow:' }],
  read,
};
