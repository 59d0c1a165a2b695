import { isDelay } from '../delayed.js';
import { type Finding, finding } from '../finding.js';
import type { Form } from '../form.js';
import { recipientBlocks } from '../general-reader.js';
import type { Notice } from '../notice.js';
import { commandOf } from '../smtp-dialogue.js';

const SENT = /hMailServer sent: (.{1,400}?)(?= Remote server replied:|$)/i;
const REPLIED = /Remote server replied: (.+)$/i;
const SERVER = /Remote server \(([^()\s]{1,60})\)/i;
const DESCRIPTION = /Error Description: (.+?)(?: Additional information:|$)/i;

/** Below each recipient stand the command and the reply, or a description where there was no server. */
function readRecipients(notice: Notice): readonly Finding[] {
  const action = isDelay(notice) ? 'delayed' : 'failed';
  return recipientBlocks(notice).map(({ mention, text }) => {
    const said = text.replace(/ hMailServer$/, '');
    const [, command = null] = SENT.exec(said) ?? [];
    const [, told] = REPLIED.exec(said) ?? DESCRIPTION.exec(said) ?? [];
    return finding({
      recipient: mention.address,
      action,
      diagnostic: told ?? (said || null),
      remoteIp: SERVER.exec(said)?.[1] ?? null,
      command: command === null ? null : commandOf(command),
    });
  });
}

export const hmailserver: Form = {
  name: 'hmailserver',
  system: 'hMailServer',
  source: 'hMailServer source, SMTPDeliverer and its server messages',
  cues: [
    { text: 'hmailserver sent:' },
    {
      text: 'your message did not reach some or all of the intended recipients.',
      from: 'mailer-daemon@',
      subject: 'message undeliverable',
    },
    { text: 'the following recipient(s) could not be reached:', subject: 'message undeliverable: ' },
  ],
  read: readRecipients,
};
