import { type MailReading, readMail } from '../../src/mail/mail-reader.js';
import type { Evidence } from '../../src/model/evidence.js';

/** Reads a message given as text (one character for each byte) or bytes. */
export const reading = (message: string | Buffer): Promise<MailReading> =>
  readMail(typeof message === 'string' ? Buffer.from(message, 'latin1') : message, { input: 0, offset: 0, index: 0 }, 1);

/** What a message says of its recipients. */
export const evidenceOf = async (message: string | Buffer): Promise<readonly Evidence[]> =>
  (await reading(message)).records.map(({ evidence }) => evidence);

/** The pieces of a delivery status notification; each may be replaced. */
export interface Pieces {
  readonly header: string;
  readonly boundary: string;
  readonly text: string;
  readonly statusType: string;
  readonly status: string;
  readonly returned: string;
}

export const PIECES: Pieces = {
  header: `From: MAILER-DAEMON@mx.example.org (Mail Delivery System)
To: sender@example.org
Subject: Undelivered Mail Returned to Sender
Date: Sun, 7 Sep 2008 21:50:08 +0000
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="4A1.122/mx.example.org"
`,
  boundary: '4A1.122/mx.example.org',
  text: `This is the mail system at host mx.example.org.

Your message could not be delivered to one or more recipients.

<bob@example.com>: host mail.example.com[192.0.2.1] said: 550 5.1.1
    <bob@example.com>: Recipient address rejected: User unknown (in reply to RCPT TO command)
`,
  statusType: 'Content-Type: message/delivery-status\n',
  status: `Reporting-MTA: dns; mx.example.org
Arrival-Date: Sun, 7 Sep 2008 21:40:07 +0000

Final-Recipient: rfc822; bob@example.com
Original-Recipient: rfc822;info@example.net
Action: failed
Status: 5.1.1
Remote-MTA: dns; mail.example.com
Diagnostic-Code: smtp; 550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown
`,
  returned: `Received: from client.example.org by mx.example.org; Sun, 7 Sep 2008 21:40:07 +0000
Message-ID: <1@client.example.org>
From: sender@example.org
To: info@example.net
Subject: hello

Hello.
`,
};

/** A notification made of these pieces, with LF. */
export function notification(pieces: Partial<Pieces> = {}): string {
  const { header, boundary, text, statusType, status, returned } = { ...PIECES, ...pieces };
  return [
    header,
    'This is a MIME-encapsulated message.\n',
    `--${boundary}\nContent-Type: text/plain; charset=us-ascii\n\n${text}`,
    `--${boundary}\n${statusType}\n${status}`,
    `--${boundary}\nContent-Type: message/rfc822\n\n${returned}`,
    `--${boundary}--\n`,
  ].join('\n');
}
