import { describe, expect, test } from 'vitest';
import { evidenceOf } from './mails.js';

const HEADER = `From: <abuse@fbl.example.net>
To: <abuse@example.com>
Subject: FW: Earn money
Date: Thu, 8 Mar 2005 17:40:36 +0000
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="part1_13d.2e68ed54_boundary"
`;
const REPORT = `Feedback-Type: abuse
User-Agent: SomeGenerator/1.0
Version: 1
Original-Mail-From: <somespammer@example.net>
Original-Rcpt-To: <user@example.com>
Arrival-Date: Thu, 8 Mar 2005 14:00:00 EDT
Reporting-MTA: dns; mail.example.com
Source-IP: 192.0.2.1
`;
const RETURNED = `Received: from mailserver.example.net by example.com; Thu, 8 Mar 2005 14:00:00 -0400
From: <somespammer@example.net>
To: <Undisclosed Recipients>
Subject: Earn money
Message-ID: 8787KJKJ3K4J3K4J3K4J3.mail@example.net

Spam
`;

/** A report in the layout of RFC 5965 §B.2. */
const report = (fields = REPORT, returned = RETURNED, header = HEADER) => `${header}
--part1_13d.2e68ed54_boundary
Content-Type: text/plain; charset="US-ASCII"

This is an email abuse report for an email message received from IP 192.0.2.1.

--part1_13d.2e68ed54_boundary
Content-Type: message/feedback-report

${fields}
--part1_13d.2e68ed54_boundary
Content-Type: message/rfc822
Content-Disposition: inline

${returned}
--part1_13d.2e68ed54_boundary--
`;

describe('a report of complaint (RFC 5965)', () => {
  test('takes no codes from the words around it', async () => {
    const quoting = report().replace(
      'This is an email abuse report',
      '550 5.1.1 User unknown is what was quoted. This is an email abuse report',
    );
    expect(await evidenceOf(quoting)).toMatchObject([{ action: 'feedback', replyCode: null, enhancedStatus: null }]);
  });

  test('tells who complained of which message', async () => {
    const found = await evidenceOf(report());
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      action: 'feedback',
      feedbackType: 'abuse',
      recipient: 'user@example.com',
      remoteIp: '192.0.2.1',
      envelope: { sender: 'somespammer@example.net', messageId: '8787KJKJ3K4J3K4J3K4J3.mail@example.net' },
      time: { ms: Date.UTC(2005, 2, 8, 18, 0, 0), offset: -240 },
    });
  });

  test('may name several recipients (RFC 5965 §3.2)', async () => {
    const found = await evidenceOf(report(`${REPORT}Original-Rcpt-To: <user2@example.com>\n`));
    expect(found.map(({ recipient }) => recipient)).toEqual(['user@example.com', 'user2@example.com']);
  });

  test.each([
    ['abuse', 'abuse'],
    ['Opt-Out', 'opt-out'],
    ['not-spam (made up)', 'not-spam'],
  ])('has its kind: %s', async (value, kind) => {
    const [evidence] = await evidenceOf(report(REPORT.replace('abuse', value)));
    expect(evidence?.feedbackType).toBe(kind);
  });

  test('that names no recipient is about the one that the message was for', async () => {
    const fields = REPORT.replace(/Original-Rcpt-To.*\n/, '');
    const [one] = await evidenceOf(report(fields, RETURNED.replace('<Undisclosed Recipients>', 'bob@example.com')));
    expect(one?.recipient).toBe('bob@example.com');
    const [none] = await evidenceOf(report(fields));
    expect(none).toMatchObject({ action: 'feedback', recipient: null });
  });

  test('has no address of a host where its field holds none', async () => {
    const [evidence] = await evidenceOf(report(REPORT.replace('192.0.2.1', 'unknown')));
    expect(evidence?.remoteIp).not.toBe('unknown');
  });

  test('is one without the parameter that says so, and with CRLF', async () => {
    const mail = report(REPORT, RETURNED, HEADER.replace(' report-type=feedback-report;', ''));
    for (const text of [mail, mail.replaceAll('\n', '\r\n')]) {
      expect((await evidenceOf(text))[0]).toMatchObject({ action: 'feedback', recipient: 'user@example.com' });
    }
  });
});
