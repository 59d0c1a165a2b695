import { describe, expect, it } from 'vitest';
import { csv } from '../../../src/report/csv.js';
import { line, message, readLog, via } from './read-log.js';

const HOST = 'host mx1.example.com[192.0.2.10]';
const RCPT = '(in reply to RCPT TO command)';
const EOM = '(in reply to end of DATA command)';

/** A message to one recipient with one record. */
const single = (status: string, dsn: string, reason: string, to = 'bob@example.com') =>
  message('8A1F2C03D5', [`10:00:02 smtp: to=<${to}>, ${via(dsn)}, status=${status} (${reason})`], {
    end: status === 'deferred' ? 'open' : 'removed',
  });

describe('trap 1: three-digit numbers that are not reply codes', () => {
  it('takes no delay, port, process id, size, queue id or part of an address for a reply code', async () => {
    const { failures } = await readLog(
      [
        'Jun  5 10:00:00 mx450 postfix/qmgr[554]: 550A554B45: from=<n@example.org>, size=552, nrcpt=3 (queue active)\n',
        'Jun  5 10:09:09 mx450 postfix/smtp[550]: 550A554B45: to=<a451@example.com>, relay=none, delay=450, ',
        'delays=549/0.5/421/0, dsn=4.4.1, status=deferred (connect to mx.example.com[198.51.100.250]:587: Connection timed out)\n',
        'Jun  5 10:09:09 mx450 postfix/smtp[550]: 550A554B45: to=<b452@example.com>, relay=mx.example.com[192.0.2.251]:25, ',
        'delay=554, delays=549/0/5/0, dsn=4.4.2, status=deferred (lost connection with mx.example.com[192.0.2.251] ',
        'while sending RCPT TO)\n',
        'Jun  5 10:09:09 mx450 postfix/smtp[550]: 550A554B45: to=<c@example.com>, relay=mx.example.com[192.0.2.252]:587, ',
        'delay=554, delays=549/0/5/0, dsn=5.3.4, status=bounced (message size 552 exceeds size limit 500 of server ',
        'mx.example.com[192.0.2.252])\n',
      ].join(''),
    );
    expect(failures.map(({ replyCode }) => replyCode)).toEqual([null, null, null]);
    expect(failures.map(({ enhancedStatus }) => enhancedStatus)).toEqual([null, null, null]);
    expect(failures.map(({ loggedStatus }) => loggedStatus)).toEqual(['4.4.1', '4.4.2', '5.3.4']);
  });

  it('takes the code behind `said:`, not a number before it or in its text', async () => {
    const { failures } = await readLog(
      single(
        'deferred',
        '4.7.1',
        'host mx550.example.com[192.0.2.250] said: 451 4.7.1 wait 554 seconds, see http://example.com/?answer=188131 or 550 ' +
          '(in reply to RCPT TO command)',
      ),
    );
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatchObject({ replyCode: 451, enhancedStatus: '4.7.1', remoteIp: '192.0.2.250', command: 'RCPT' });
  });

  it('finds no failure in the byte count of a lost session', async () => {
    const { events, totals, unparsed } = await readLog(
      line('10:00:00', 'smtpd', 'lost connection after DATA (4321 bytes) from unknown[203.0.113.55]') +
        line('10:00:00', 'smtpd', 'NOQUEUE: lost connection after RCPT (550 bytes) from unknown[203.0.113.55]'),
    );
    expect(events).toEqual([]);
    expect(unparsed).toEqual([]);
    expect(totals.records).toEqual({ sent: 0, deferred: 0, bounced: 0, expired: 0, rejected: 0 });
  });
});

describe('trap 2: no reply code at all is normal', () => {
  it.each([
    ['4.4.1', 'deferred', 'connect to mx1.example.com[192.0.2.10]:25: Connection refused', 'network-error', 'soft'],
    [
      '5.4.4',
      'bounced',
      'Host or domain name not found. Name service error for name=nx.example type=AAAA: Host not found',
      'domain-unknown',
      'hard',
    ],
    ['5.1.1', 'bounced', 'unknown user: "bob550"', 'user-unknown', 'hard'],
    ['4.3.0', 'deferred', 'mail transport unavailable', 'system-error', 'soft'],
    [
      '4.4.1',
      'deferred',
      'delivery temporarily suspended: connect to mx1.example.com[192.0.2.10]:25: Connection timed out',
      'network-error',
      'soft',
    ],
  ])('%s %s (%s) has none, and a reason all the same', async (dsn, status, reason, expected, type) => {
    const { failures, rows } = await readLog(single(status, dsn, reason));
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatchObject({ replyCode: null, enhancedStatus: null, loggedStatus: dsn, reason: expected, type });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ replyCode: null, enhancedStatus: null, reason: expected });
  });
});

describe('trap 3: IP fragments are not enhanced codes', () => {
  it.each([
    ['550 Blocked - see the list for [192.5.7.8]', null],
    ['550 Mail from 192.5.7.8 refused', null],
    ['550 5.7.8.9 is on our list', null],
    ['554 sendmail 8.5.1.1 does not like 15.1.1 or 5.1.1x', null],
    ['550 3.1.1 is no failure class', null],
    ['550 5.7.26 This mail has been blocked because the sender is unauthenticated', '5.7.26'],
    ['550 5.1.10 RESOLVER.ADR.RecipientNotFound', '5.1.10'],
    ['550 5.7.509 Access denied, sending domain does not pass DMARC verification', '5.7.509'],
    ['550 Blocked [192.5.7.8] (#5.7.1)', '5.7.1'],
  ])('%s → %s', async (reply, expected) => {
    const { failures } = await readLog(single('bounced', '5.0.0', `${HOST} said: ${reply} ${RCPT}`));
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatchObject({ enhancedStatus: expected, loggedStatus: '5.0.0' });
  });
});

describe("trap 4: dsn= is not the remote server's code", () => {
  it.each([
    ['bounced', '5.0.0', '550 #5.1.0 Address rejected.', 550, '5.1.0', 'user-unknown', 'hard'],
    ['bounced', '5.0.0', '550 sorry, no mailbox here by that name (#5.1.1 - chkuser)', 550, '5.1.1', 'user-unknown', 'hard'],
    // The words say more than the code, which the server took for want of a better one.
    ['deferred', '4.0.0', '450 5.1.1 Mailbox is currently disabled', 450, '5.1.1', 'mailbox-disabled', 'soft'],
    ['bounced', '5.0.0', '552 4.2.2 User has full mailbox', 552, '4.2.2', 'mailbox-full', 'soft'],
  ])('%s with dsn=%s: %s', async (status, dsn, reply, replyCode, enhancedStatus, reason, type) => {
    const { failures } = await readLog(single(status, dsn, `${HOST} said: ${reply} ${RCPT}`));
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatchObject({
      replyCode,
      enhancedStatus,
      loggedStatus: dsn,
      reason,
      type,
      action: status === 'bounced' ? 'failed' : 'delayed',
    });
  });
});

describe('trap 5: a 5xx greeting that is deferred is a block, not greylisting', () => {
  it.each([
    ['554-gmx.example Requested action not taken 554 No service for 203.0.113.9', '4.0.0', 554, 'ip-blocklisted'],
    ['550 rejected, your network is not welcome', '4.0.0', 550, 'policy'],
  ])('%s', async (reply, dsn, replyCode, reason) => {
    const { failures, outcomes, totals } = await readLog(single('deferred', dsn, `${HOST} refused to talk to me: ${reply}`));
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatchObject({
      action: 'delayed',
      command: 'CONNECT',
      replyCode,
      loggedStatus: dsn,
      type: 'soft',
      reason,
    });
    expect(totals).toMatchObject({ failed: 0, open: 1, delayed: 1 });
    expect(outcomes).toHaveLength(1);
    expect(outcomes[0]).toMatchObject({ outcome: 'open', replyCode, reason });
  });
});

describe('trap 6: configuration softens and hardens 5xx', () => {
  it('soft_bounce keeps the message in the queue', async () => {
    const { failures, totals } = await readLog(
      single('SOFTBOUNCE', '4.1.1', `${HOST} said: 550 5.1.1 <bob@example.com>: User unknown ${RCPT}`).replace(/.*removed\n/, ''),
    );
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatchObject({
      action: 'delayed',
      replyCode: 550,
      enhancedStatus: '5.1.1',
      loggedStatus: '4.1.1',
      reason: 'user-unknown',
      type: 'soft',
    });
    expect(totals).toMatchObject({ failed: 0, delayed: 1, open: 1, records: { deferred: 1, bounced: 0 } });
  });

  it('a rewritten status makes a temporary reply final', async () => {
    const { failures, totals } = await readLog(single('bounced', '5.1.1', `${HOST} said: 450 4.1.1 No such user ${RCPT}`));
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatchObject({
      action: 'failed',
      replyCode: 450,
      enhancedStatus: '4.1.1',
      loggedStatus: '5.1.1',
      reason: 'user-unknown',
      type: 'hard',
    });
    expect(totals).toMatchObject({ failed: 1, delayed: 0, records: { bounced: 1, deferred: 0 } });
  });

  it('a failed login stays in the queue with its 5xx code', async () => {
    const { failures } = await readLog(
      single(
        'deferred',
        '4.7.8',
        'SASL authentication failed; server smtp.example.com[192.0.2.10] said: 535 5.7.8 Error: authentication failed: ?535 5.7.8 bad',
      ),
    );
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatchObject({
      action: 'delayed',
      command: 'AUTH',
      replyCode: 535,
      enhancedStatus: '5.7.8',
      loggedStatus: '4.7.8',
      reason: 'submission-auth',
      type: 'soft',
    });
  });
});

describe('trap 7: multi-line replies', () => {
  it.each([
    [
      'joined by spaces',
      '550-5.7.1 Our system has detected 550-5.7.1 unsolicited mail. 550 5.7.1 (see "help"; x) y - gsmtp',
      550,
      '5.7.1',
    ],
    ['a blank more on each line', '550-5.7.26  550-5.7.26  Authentication required 550 5.7.26  SPF did not pass', 550, '5.7.26'],
    ['text glued to the code', '554- (RTR:DU) 554 http://postmaster.example.com/errors/554rtrdu', 554, null],
    ['the last line decides', '550-5.7.1 Blocked 550 5.1.1 no such user', 550, '5.1.1'],
    ['codes of one value with text that quotes it', '550-see error 550 below 550 5.1.1 unknown', 550, '5.1.1'],
  ])('%s', async (_name, reply, replyCode, enhancedStatus) => {
    const { failures } = await readLog(
      single('bounced', enhancedStatus ?? '5.0.0', `host mx1.example.com[192.0.2.10] said: ${reply} ${EOM}`),
    );
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatchObject({ replyCode, enhancedStatus, command: 'EOM', diagnostic: reply });
  });

  it('joined by question marks in a SASL failure', async () => {
    const reply =
      '535-5.7.8 Username and Password not accepted.?535 5.7.8  https://support.example.com/bin/answer?p=BadCredentials';
    const { failures } = await readLog(
      single('deferred', '4.7.8', `SASL authentication failed; server smtp.example.com[192.0.2.10] said: ${reply}`),
    );
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatchObject({ replyCode: 535, enhancedStatus: '5.7.8', command: 'AUTH', diagnostic: reply });
  });
});

describe('trap 8: lines about a server that was not the last are no failures', () => {
  it('counts only the delivery record', async () => {
    const { events, totals, unparsed } = await readLog(
      message('8A1F2C03D5', [
        `10:00:01 smtp: ${HOST} said: 550 5.1.1 <bob@example.com>: Recipient address rejected ${RCPT}`,
        '10:00:01 smtp: host mx2.example.com[192.0.2.11] refused to talk to me: 554 5.7.1 go away',
        '10:00:02 smtp: lost connection with mx3.example.com[192.0.2.12] while sending RCPT TO',
        '10:00:02 smtp: conversation with mx4.example.com[192.0.2.13] timed out while sending end of data -- message may be sent more than once',
        `10:00:03 smtp: to=<bob@example.com>, ${via('2.0.0', 'mx5.example.com[192.0.2.14]:25')}, status=sent (250 2.0.0 Ok)`,
      ]) + line('10:00:04', 'smtp', 'connect to mx6.example.com[192.0.2.15]:25: Connection timed out'),
    );
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ action: 'delivered', remoteMta: 'mx5.example.com', replyCode: 250 });
    expect(totals).toMatchObject({ delivered: 1, failed: 0, delayed: 0, open: 0, unparsedLines: 0 });
    expect(totals.records).toEqual({ sent: 1, deferred: 0, bounced: 0, expired: 0, rejected: 0 });
    expect(unparsed).toEqual([]);
  });
});

describe('trap 9: "delivery temporarily suspended" is no attempt', () => {
  it('is a deferred record but neither an attempt nor a delay', async () => {
    const greeting = `${HOST} refused to talk to me: 421 4.7.0 try later`;
    const { outcomes, failures, totals, rows } = await readLog(
      message(
        '8A1F2C03D5',
        [
          `10:00:02 smtp: to=<bob@example.com>, ${via('4.7.0')}, status=deferred (${greeting})`,
          `10:10:02 error: to=<bob@example.com>, ${via('4.7.0', 'none')}, status=deferred (delivery temporarily suspended: ${greeting})`,
        ],
        { end: 'open' },
      ),
    );
    expect(totals).toMatchObject({ delayed: 1, open: 1, records: { deferred: 2 } });
    expect(outcomes).toHaveLength(1);
    expect(outcomes[0]).toMatchObject({
      outcome: 'open',
      attempts: 1,
      firstAttempt: '2026-06-05T10:00:02Z',
      lastAttempt: '2026-06-05T10:00:02Z',
    });
    expect(rows.map(({ events }) => events)).toEqual([1]);
    expect(failures).toHaveLength(2);
    expect(failures[1]).toMatchObject({ transport: 'error', replyCode: 421, enhancedStatus: '4.7.0', command: 'CONNECT' });
  });
});

describe('trap 10: deferred, then delivered', () => {
  it('folds the records of a recipient into one outcome', async () => {
    const defer = (time: string, to: string) =>
      `${time} smtp: to=<${to}@example.com>, ${via('4.2.0')}, status=deferred (${HOST} said: 450 4.2.0 later ${RCPT})`;
    const { outcomes, totals, rows } = await readLog(
      message(
        '8A1F2C03D5',
        [
          defer('10:00:02', 'ann'),
          defer('10:00:02', 'bob'),
          defer('10:00:02', 'eve'),
          defer('10:10:02', 'ann'),
          `10:10:03 smtp: to=<bob@example.com>, ${via('5.1.1')}, status=bounced (${HOST} said: 550 5.1.1 gone ${RCPT})`,
          `10:30:02 smtp: to=<ann@example.com>, ${via('2.0.0')}, status=sent (250 2.0.0 Ok: queued as 1F2E3D4C5B)`,
        ],
        { end: 'open' },
      ),
    );
    expect(totals).toMatchObject({
      messages: 1,
      recipients: 3,
      delivered: 1,
      failed: 1,
      open: 1,
      expired: 0,
      delayed: 4,
      recovered: 1,
      records: { sent: 1, deferred: 4, bounced: 1, expired: 0, rejected: 0 },
    });
    expect(outcomes.map(({ recipient, outcome, attempts }) => [recipient, outcome, attempts])).toEqual(
      expect.arrayContaining([
        ['ann@example.com', 'delivered', 3],
        ['bob@example.com', 'failed', 2],
        ['eve@example.com', 'open', 1],
      ]),
    );
    expect(outcomes).toHaveLength(3);
    const deferrals = rows.find(({ replyCode }) => replyCode === 450);
    expect(deferrals).toMatchObject({ delayed: 4, recovered: 1, open: 1, failed: 0, events: 4, recipients: 3 });
    expect(rows.find(({ replyCode }) => replyCode === 550)).toMatchObject({ failed: 1, delayed: 0, recovered: 0, events: 1 });
  });
});

describe('trap 11: the end of the queue lifetime is a failure without status=bounced', () => {
  const deferred = (to: string, reply: string) =>
    `10:00:02 smtp: to=<${to}@example.com>, ${via('4.2.2')}, status=deferred (${HOST} said: ${reply} ${RCPT})`;

  it.each(['expired', 'force-expired'])('%s takes the cause from the last deferral of each recipient', async (status) => {
    const { failures, outcomes, totals } = await readLog(
      message('8A1F2C03D5', [
        `10:00:01 smtp: to=<ann@example.com>, ${via('2.0.0')}, status=sent (250 2.0.0 Ok)`,
        deferred('bob', '451 4.3.0 fault'),
        deferred('bob', '452 4.2.2 mailbox full'),
        deferred('eve', '450 4.1.2 no such domain'),
        `23:00:00 qmgr: from=<news@example.org>, status=${status}, returned to sender`,
      ]),
    );
    const expired = failures.filter(({ action }) => action === 'expired');
    expect(expired).toHaveLength(2);
    expect(expired).toMatchObject([
      {
        recipient: 'bob@example.com',
        replyCode: 452,
        enhancedStatus: '4.2.2',
        reason: 'mailbox-full',
        time: '2026-06-05T23:00:00Z',
      },
      {
        recipient: 'eve@example.com',
        replyCode: 450,
        enhancedStatus: '4.1.2',
        reason: 'domain-unknown',
        sender: 'news@example.org',
      },
    ]);
    expect(new Set(expired.map(({ id }) => id)).size).toBe(2);
    expect(totals).toMatchObject({
      delivered: 1,
      failed: 0,
      expired: 2,
      open: 0,
      recovered: 0,
      records: { expired: 1, bounced: 0 },
    });
    expect(outcomes.map(({ recipient, outcome }) => [recipient, outcome]).sort()).toEqual([
      ['ann@example.com', 'delivered'],
      ['bob@example.com', 'expired'],
      ['eve@example.com', 'expired'],
    ]);
  });

  it('stands without recipient and codes where no deferral is known', async () => {
    const { failures, totals } = await readLog(
      line('23:00:00', 'qmgr', '8A1F2C03D5: from=<news@example.org>, status=expired, returned to sender'),
    );
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatchObject({
      action: 'expired',
      sender: 'news@example.org',
      recipient: null,
      replyCode: null,
      enhancedStatus: null,
      loggedStatus: null,
      reason: 'message-expired',
    });
    expect(totals).toMatchObject({ expired: 1, records: { expired: 1 } });
  });
});

describe('trap 12: one queue id, many recipients', () => {
  it('keeps status, code and text of each', async () => {
    const { events, outcomes, totals } = await readLog(
      message(
        '8A1F2C03D5',
        [
          `10:00:01 smtp: to=<ann@example.com>, ${via('2.0.0')}, status=sent (250 2.0.0 Ok)`,
          `10:00:01 smtp: to=<bob@example.com>, ${via('5.1.1')}, status=bounced (${HOST} said: 550 5.1.1 unknown ${RCPT})`,
          `10:00:01 smtp: to=<eve@example.com>, ${via('4.2.2')}, status=deferred (${HOST} said: 452 4.2.2 full ${RCPT})`,
        ],
        { end: 'open' },
      ),
    );
    expect(events.map(({ recipient, action, replyCode, loggedStatus }) => [recipient, action, replyCode, loggedStatus])).toEqual([
      ['ann@example.com', 'delivered', 250, '2.0.0'],
      ['bob@example.com', 'failed', 550, '5.1.1'],
      ['eve@example.com', 'delayed', 452, '4.2.2'],
    ]);
    expect(outcomes).toHaveLength(3);
    expect(totals).toMatchObject({ messages: 1, recipients: 3, delivered: 1, failed: 1, open: 1 });
  });

  it('tells apart recipients by local part as written and by the address before aliases', async () => {
    const failed = (to: string) =>
      `10:00:01 smtp: to=<${to}, ${via('5.1.1')}, status=bounced (${HOST} said: 550 5.1.1 no ${RCPT})`;
    const { outcomes, totals } = await readLog(
      message('8A1F2C03D5', [
        failed('bob@example.com>'),
        failed('Bob@example.com>'),
        failed('bob@example.com>, orig_to=<staff@example.org>'),
        failed('bob@example.com>, orig_to=<sales@example.org>'),
      ]),
    );
    expect(totals).toMatchObject({ recipients: 4, failed: 4, records: { bounced: 4 } });
    expect(outcomes.map(({ recipient, originalRecipient }) => [recipient, originalRecipient])).toEqual([
      ['bob@example.com', null],
      ['Bob@example.com', null],
      ['bob@example.com', 'staff@example.org'],
      ['bob@example.com', 'sales@example.org'],
    ]);
  });
});

describe('trap 13: queue ids are used again', () => {
  const defer = `10:00:02 smtp: to=<bob@example.com>, ${via('4.2.0')}, status=deferred (${HOST} said: 450 4.2.0 later ${RCPT})`;
  const sent = (time: string) => `${time} smtp: to=<bob@example.com>, ${via('2.0.0')}, status=sent (250 2.0.0 Ok)`;
  const bounce = (time: string) =>
    `${time} smtp: to=<bob@example.com>, ${via('5.1.1')}, status=bounced (${HOST} said: 550 5.1.1 unknown ${RCPT})`;

  it('after `removed` by another message', async () => {
    const { failures, outcomes, totals } = await readLog(
      message('8A1F2C03D5', [defer, sent('10:05:00')], { from: 'one@example.org' }) +
        message('8A1F2C03D5', [bounce('12:00:01')], { from: 'two@example.org', time: '12:00:00' }),
    );
    expect(totals).toMatchObject({ messages: 2, recipients: 2, delivered: 1, failed: 1, recovered: 1, delayed: 1 });
    expect(failures.map(({ sender, action }) => [sender, action])).toEqual([
      ['one@example.org', 'delayed'],
      ['two@example.org', 'failed'],
    ]);
    expect(outcomes.map(({ sender, outcome, attempts }) => [sender, outcome, attempts])).toEqual([
      ['one@example.org', 'delivered', 2],
      ['two@example.org', 'failed', 1],
    ]);
  });

  it('at the same time on two hosts', async () => {
    const one = message('8A1F2C03D5', [sent('10:00:03')], { from: 'one@example.org', host: 'mx-a' }).split(/(?<=\n)/);
    const two = message('8A1F2C03D5', [bounce('10:00:03')], { from: 'two@example.org', host: 'mx-b' }).split(/(?<=\n)/);
    const { outcomes, totals } = await readLog(one.flatMap((text, i) => [text, two[i] ?? '']).join(''));
    expect(totals).toMatchObject({ messages: 2, recipients: 2, delivered: 1, failed: 1 });
    expect(outcomes.map(({ host, sender, outcome }) => [host, sender, outcome]).sort()).toEqual([
      ['mx-a', 'one@example.org', 'delivered'],
      ['mx-b', 'two@example.org', 'failed'],
    ]);
  });

  it('at the same time by two instances that each have a queue manager', async () => {
    const other = message('1B2C3D4E5F', [sent('09:00:01')], { time: '09:00:00', instance: 'postfix-out' });
    const one = message('8A1F2C03D5', [sent('10:00:03')], { from: 'one@example.org' }).split(/(?<=\n)/);
    const two = message('8A1F2C03D5', [bounce('10:00:03')], { from: 'two@example.org', instance: 'postfix-out' }).split(
      /(?<=\n)/,
    );
    const first = message('2C3D4E5F6A', [sent('09:00:01')], { time: '09:00:00' });
    const { outcomes, totals } = await readLog(first + other + one.flatMap((text, i) => [text, two[i] ?? '']).join(''));
    expect(totals).toMatchObject({ messages: 4, recipients: 4, delivered: 3, failed: 1 });
    const same = outcomes.filter(({ queueId }) => queueId === '8A1F2C03D5');
    expect(same.map(({ instance, sender, outcome }) => [instance, sender, outcome]).sort()).toEqual([
      ['postfix', 'one@example.org', 'delivered'],
      ['postfix-out', 'two@example.org', 'failed'],
    ]);
  });

  it('but a transport with a name of its own delivers what the queue manager of the host owns', async () => {
    const lines = message('8A1F2C03D5', [bounce('10:00:03')], { from: 'one@example.org' });
    const { outcomes, totals } = await readLog(lines.replace('postfix/smtp[', 'transfer/smtp['));
    expect(totals).toMatchObject({ messages: 1, recipients: 1, failed: 1 });
    expect(outcomes).toHaveLength(1);
    expect(outcomes[0]).toMatchObject({ instance: 'transfer', sender: 'one@example.org', outcome: 'failed' });
  });
});

describe('trap 19: greylisting has no code of its own', () => {
  const TEXTS = [
    '450 4.7.1 <bob@example.com>: Recipient address rejected: Greylisted for 300 seconds',
    '451 4.7.1 Greylisting in action, please come back later',
    '450 4.2.0 <bob@example.com>: Recipient address rejected: Greylisted, see http://postgrey.example/help/example.com.html',
    '451 4.3.0 graylisted, please try again in 5 minutes',
    '450 4.1.1 <bob@example.com>: Greylist in effect, try again later',
    '421 4.7.0 greylisted - try again later',
  ];

  it.each(TEXTS)('is known by its words when a client is refused: %s', async (reply) => {
    const { failures } = await readLog(
      line(
        '10:00:00',
        'smtpd',
        `NOQUEUE: reject: RCPT from app.example.org[203.0.113.9]: ${reply}; from=<a@example.org> to=<bob@example.com> proto=ESMTP helo=<app>`,
      ),
    );
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatchObject({ direction: 'inbound', reason: 'greylisted', type: 'soft' });
  });

  it.each(TEXTS)('is known by its words when a server says it: %s', async (reply) => {
    const { failures, totals } = await readLog(
      message('8A1F2C03D5', [
        `10:00:02 smtp: to=<bob@example.com>, ${via('4.0.0')}, status=deferred (${HOST} said: ${reply} ${RCPT})`,
        `10:10:02 smtp: to=<bob@example.com>, ${via('2.0.0')}, status=sent (250 2.0.0 Ok)`,
      ]),
    );
    expect(totals).toMatchObject({ recovered: 1, delivered: 1 });
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatchObject({ direction: 'outbound', type: 'soft', reason: 'greylisted' });
  });

  it('is not every 450', async () => {
    const { failures } = await readLog(single('deferred', '4.2.2', `${HOST} said: 450 4.2.2 mailbox full ${RCPT}`));
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatchObject({ reason: 'mailbox-full' });
  });
});

describe('trap 20: smtpd, postscreen and cleanup write refusals differently', () => {
  it('reads the brackets and commas of postscreen as well as the blanks of smtpd', async () => {
    const { failures, totals, unparsed } = await readLog(
      line(
        '10:00:00',
        'smtpd',
        'NOQUEUE: reject: RCPT from app.example.org[203.0.113.9]: 554 5.7.1 <bob@example.com>: Relay access denied; ' +
          'from=<a@example.org> to=<bob@example.com> proto=ESMTP helo=<app.example.org>',
      ) +
        line(
          '10:00:01',
          'postscreen',
          'NOQUEUE: reject: RCPT from [203.0.113.10]:40312: 550 5.7.1 Service unavailable; client [203.0.113.10] blocked using ' +
            'zen.example; from=<b@example.org>, to=<eve@example.com>, proto=ESMTP, helo=<liar>',
        ) +
        line('10:00:02', 'postscreen', 'NOQUEUE: reject: CONNECT from [203.0.113.11]:40313: too many connections'),
    );
    expect(failures).toHaveLength(3);
    expect(failures).toMatchObject([
      {
        client: 'app.example.org[203.0.113.9]',
        command: 'RCPT',
        replyCode: 554,
        enhancedStatus: '5.7.1',
        sender: 'a@example.org',
        recipient: 'bob@example.com',
        diagnostic: '554 5.7.1 <bob@example.com>: Relay access denied',
        reason: 'relay-denied',
        transport: 'smtpd',
      },
      {
        client: '[203.0.113.10]',
        command: 'RCPT',
        replyCode: 550,
        enhancedStatus: '5.7.1',
        sender: 'b@example.org',
        recipient: 'eve@example.com',
        diagnostic: '550 5.7.1 Service unavailable; client [203.0.113.10] blocked using zen.example',
        reason: 'ip-blocklisted',
        transport: 'postscreen',
      },
      {
        client: '[203.0.113.11]',
        command: 'CONNECT',
        replyCode: null,
        enhancedStatus: null,
        sender: null,
        recipient: null,
        reason: 'too-many-connections',
      },
    ]);
    expect(totals).toMatchObject({ rejected: 3, records: { rejected: 3 } });
    expect(unparsed).toEqual([]);
  });

  it('does not invent the code that cleanup leaves out of a milter refusal', async () => {
    const { failures } = await readLog(
      line(
        '10:00:00',
        'cleanup',
        '8A1F2C03D5: milter-reject: END-OF-MESSAGE from app.example.org[203.0.113.9]: 5.7.1 Spam message rejected; ' +
          'from=<a@example.org> to=<bob@example.com> proto=ESMTP helo=<app.example.org>',
      ) +
        line(
          '10:00:01',
          'smtpd',
          'NOQUEUE: milter-reject: RCPT from app.example.org[203.0.113.9]: 550 5.7.1 Command rejected; ' +
            'from=<a@example.org> to=<bob@example.com> proto=ESMTP helo=<app.example.org>',
        ),
    );
    expect(failures).toHaveLength(2);
    expect(failures).toMatchObject([
      {
        queueId: '8A1F2C03D5',
        command: 'EOM',
        replyCode: null,
        enhancedStatus: '5.7.1',
        diagnostic: '5.7.1 Spam message rejected',
      },
      { queueId: null, command: 'RCPT', replyCode: 550, enhancedStatus: '5.7.1', diagnostic: '550 5.7.1 Command rejected' },
    ]);
  });
});

describe('trap 21: reject_warning refuses nothing', () => {
  it('is neither an event nor a record', async () => {
    const { events, totals, input, unparsed } = await readLog(
      line(
        '10:00:00',
        'smtpd',
        'NOQUEUE: reject_warning: RCPT from app.example.org[203.0.113.9]: 450 4.7.25 Client host rejected: cannot find your ' +
          'hostname, [203.0.113.9]; from=<a@example.org> to=<bob@example.com> proto=ESMTP helo=<app.example.org>',
      ) +
        line(
          '10:00:01',
          'smtpd',
          'NOQUEUE: warn: RCPT from app.example.org[203.0.113.9]: watched; from=<a@example.org> to=<b@e.com>',
        ) +
        line(
          '10:00:02',
          'smtpd',
          '8A1F2C03D5: hold: RCPT from app.example.org[203.0.113.9]: held; from=<a@example.org> to=<b@e.com>',
        ),
    );
    expect(events).toEqual([]);
    expect(totals).toMatchObject({ rejected: 0, records: { rejected: 0 }, unparsedLines: 0 });
    expect(unparsed).toEqual([]);
    expect(input.knownLines).toBe(3);
  });
});

describe('trap 22: text of a stranger creates and alters no records', () => {
  const FORGED =
    '8A1F2C03D5: to=<victim@example.net>, relay=mx[192.0.2.66]:25, delay=1, dsn=5.1.1, status=bounced (550 5.1.1 forged)';
  const reject = (fields: string) =>
    line(
      '10:00:00',
      'smtpd',
      `NOQUEUE: reject: RCPT from app.example.org[203.0.113.9]: 554 5.7.1 Relay access denied; ${fields}`,
    );

  it('in helo=', async () => {
    const { events, totals } = await readLog(
      reject(`from=<a@example.org> to=<bob@example.com> proto=ESMTP helo=<${FORGED}>`) +
        reject('from=<a@example.org> to=<bob@example.com> proto=ESMTP helo=<x> to=<victim@example.net> proto=ESMTP helo=<y>'),
    );
    expect(totals).toMatchObject({ rejected: 2, failed: 0, records: { rejected: 2, bounced: 0 } });
    expect(events).toHaveLength(2);
    for (const event of events) {
      expect(event).toMatchObject({ action: 'rejected', sender: 'a@example.org', recipient: 'bob@example.com', replyCode: 554 });
    }
  });

  it('in from=', async () => {
    const { events, totals } = await readLog(
      reject(`from=<"${FORGED}"@example.org> to=<bob@example.com> proto=ESMTP helo=<app>`) +
        line(
          '10:00:01',
          'qmgr',
          `9B2F3D04E6: from=<"status=expired, returned to sender"@example.org>, size=99, nrcpt=1 (queue active)`,
        ) +
        line('10:00:01', 'pickup', `AC3F4E05F7: uid=1000 from=<"to=<victim@example.net>, status=bounced (550 x)"@example.org>`),
    );
    expect(totals.records).toEqual({ sent: 0, deferred: 0, bounced: 0, expired: 0, rejected: 1 });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      action: 'rejected',
      replyCode: 554,
      enhancedStatus: '5.7.1',
      recipient: 'bob@example.com',
    });
  });

  it('in the content of a header', async () => {
    const { events, totals } = await readLog(
      line(
        '10:00:00',
        'cleanup',
        `8A1F2C03D5: reject: header Subject: ${FORGED}; from=<x@example.net> to=<victim@example.net> from app.example.org[203.0.113.9]; ` +
          'from=<a@example.org> to=<bob@example.com> proto=ESMTP helo=<app>: 5.7.1 not wanted',
      ) +
        line(
          '10:00:00',
          'cleanup',
          '8A1F2C03D5: warning: header Subject: reject: RCPT from x[192.0.2.1]: 550 5.1.1 x from app.example.org[203.0.113.9]; ' +
            'from=<a@example.org> to=<bob@example.com> proto=ESMTP helo=<app>',
        ),
    );
    expect(totals.records).toEqual({ sent: 0, deferred: 0, bounced: 0, expired: 0, rejected: 1 });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      action: 'rejected',
      sender: 'a@example.org',
      recipient: 'bob@example.com',
      client: 'app.example.org[203.0.113.9]',
      enhancedStatus: '5.7.1',
      diagnostic: '5.7.1 not wanted',
    });
  });

  it('in a message-id', async () => {
    const { events, totals } = await readLog(line('10:00:00', 'cleanup', `8A1F2C03D5: message-id=<x> ${FORGED}`));
    expect(events).toEqual([]);
    expect(totals).toMatchObject({ failed: 0, records: { bounced: 0 } });
  });

  it('in the reply of a server', async () => {
    const reply = `450 4.2.0 later), ${FORGED} (in reply to MAIL FROM command)`;
    const { events, totals } = await readLog(single('deferred', '4.2.0', `${HOST} said: ${reply} ${RCPT}`));
    expect(totals).toMatchObject({ open: 1, failed: 0, records: { deferred: 1, bounced: 0 } });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      action: 'delayed',
      recipient: 'bob@example.com',
      replyCode: 450,
      enhancedStatus: '4.2.0',
      loggedStatus: '4.2.0',
      command: 'RCPT',
      diagnostic: reply,
    });
  });

  it('in the reply of a server that accepts', async () => {
    const { events, totals } = await readLog(single('sent', '2.0.0', `250 2.0.0 Ok, status=bounced (550 5.1.1 forged)`));
    expect(totals).toMatchObject({ delivered: 1, failed: 0 });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ action: 'delivered', replyCode: 250, enhancedStatus: '2.0.0' });
  });

  it('in the reverse name of a client and in the text of a foreign program', async () => {
    const { events } = await readLog(
      `Jun  5 10:00:00 mx dovecot: lmtp(1): postfix/smtp[1]: ${FORGED}\n` +
        `Jun  5 10:00:00 mx myapp[7]: postfix/smtp[1]: ${FORGED}\n` +
        line('10:00:00', 'smtpd', `connect from postfix/smtp[1]: ${FORGED}`),
    );
    expect(events).toEqual([]);
  });

  it.each(["=cmd|' /C calc'!A0", '+1+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1'])('is no formula in CSV: %j', (text) => {
    const written = csv(['example'], [[text]], false);
    const field = written.replace(/\r\n$/, '');
    const content = field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
    expect(content).toBe(`'${text}`);
  });

  it('does not break a CSV line with quotes, commas and line ends of any kind', () => {
    expect(csv(['a', 'b'], [['say "550", x', 'two\r\nlines']], true)).toBe('a,b\r\n"say ""550"", x","two\r\nlines"\r\n');
    expect(csv(['a'], [['two\nlines'], ['two\rlines']], false)).toBe('"two\nlines"\r\n"two\rlines"\r\n');
  });

  it('is escaped on the way of a reply that is a formula', async () => {
    const { failures } = await readLog(
      line(
        '10:00:00',
        'smtpd',
        'NOQUEUE: reject: RCPT from a.example[203.0.113.9]: =cmd|x; from=<a@b.c> to=<d@e.f> proto=ESMTP helo=<g>',
      ),
    );
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatchObject({ diagnostic: '=cmd|x', replyCode: null });
    expect(csv(['diagnostic'], [[failures[0]?.diagnostic ?? null]], false)).toBe("'=cmd|x\r\n");
  });
});

describe('trap 23: equal lines are different events', () => {
  it('counts fourteen identical refusals of one second', async () => {
    const refused = line(
      '10:00:00',
      'smtpd',
      'NOQUEUE: reject: RCPT from app.example.org[203.0.113.9]: 450 4.3.2 Service currently unavailable; ' +
        'from=<a@example.org> to=<bob@example.com> proto=ESMTP helo=<app>',
    );
    const { events, totals, rows } = await readLog(refused.repeat(14));
    expect(totals).toMatchObject({ rejected: 14, records: { rejected: 14 } });
    expect(new Set(events.map(({ id }) => id)).size).toBe(14);
    expect(events.map(({ line: number }) => number)).toEqual(Array.from({ length: 14 }, (_, i) => i + 1));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ events: 14, rejected: 14, recipients: 1 });
  });
});

describe('trap 24: recipients of every form', () => {
  it.each([
    ['to=<"user name"@example.com>, ', '"user name"@example.com', null],
    ['to=<"a, b>, relay=x"@example.com>, ', '"a, b>, relay=x"@example.com', null],
    ['to=<"a\\"b>, c"@example.com>, ', '"a\\"b>, c"@example.com', null],
    ['to=<a=b+c@example.com>, ', 'a=b+c@example.com', null],
    ['to=<a b>c@example.com>, ', 'a b>c@example.com', null],
    ['to=bob@example.com, ', 'bob@example.com', null],
    ['to=<>, ', '', null],
    ['to=<bob@mx.example.com>, orig_to=<root>, ', 'bob@mx.example.com', 'root'],
    ['to=<bob@mx.example.com>, orig_to=root, ', 'bob@mx.example.com', 'root'],
    ['to=<bob@mx.example.com>, orig_to=</var/spool/x>, ', 'bob@mx.example.com', '/var/spool/x'],
    ['to=<jörg@exämple.com>, ', 'jörg@exämple.com', null],
  ])('%s', async (attributes, recipient, originalRecipient) => {
    const { events, totals } = await readLog(
      message('8A1F2C03D5', [`10:00:01 smtp: ${attributes}${via('5.1.1')}, status=bounced (${HOST} said: 550 5.1.1 no ${RCPT})`]),
    );
    expect(totals).toMatchObject({ failed: 1, unparsedLines: 0 });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ recipient, originalRecipient, replyCode: 550, remoteMta: 'mx1.example.com' });
  });
});

describe('trap 25: what is not understood is counted and shown', () => {
  const bounced = `to=<bob@example.com>, ${via('5.1.1')}, status=bounced (${HOST} said: 550 5.1.1 no ${RCPT})`;

  it('a log of an unknown form is not recognised', async () => {
    const { input, totals, events } = await readLog('05/06/26 10.00.00 - SMTP - 550 5.1.1 user unknown\n'.repeat(3));
    expect(events).toEqual([]);
    expect(input).toMatchObject({ kind: null, mta: null, lines: 3, knownLines: 0, records: 0 });
    expect(totals.lines).toBe(3);
  });

  it('a line of a known program in an unknown form is counted with its text and place', async () => {
    const strange = line('10:00:01', 'smtp', '8A1F2C03D5: to=<bob@example.com>, something new here');
    const { totals, unparsed, input } = await readLog(
      `\n${line('10:00:00', 'qmgr', '8A1F2C03D5: from=<a@b.c>, size=1, nrcpt=1 (queue active)')}${strange}Jun  5 10:00:01 mx sshd[1]: hello\n`,
    );
    expect(totals).toMatchObject({ lines: 4, unparsedLines: 1 });
    expect(input).toMatchObject({ lines: 4, knownLines: 1, unparsedLines: 1, kind: 'log', mta: 'postfix' });
    expect(unparsed).toEqual([{ path: '(stdin)', line: 3, text: strange.trimEnd(), why: 'unknown form' }]);
  });

  it('long and short queue ids of one file are read alike', async () => {
    const log = message('8A1F2C03D5', [`10:00:01 smtp: ${bounced}`]) + message('4NTHsb0b7Vz7g8T', [`10:00:01 smtp: ${bounced}`]);
    const { totals, failures } = await readLog(log);
    expect(failures.map(({ queueId }) => queueId)).toEqual(['8A1F2C03D5', '4NTHsb0b7Vz7g8T']);
    expect(totals).toMatchObject({ messages: 2, failed: 2, unparsedLines: 0 });
  });

  it('a last line without a line end, CRLF and a run of NULs are no obstacle', async () => {
    const text = message('8A1F2C03D5', [`10:00:01 smtp: ${bounced}`]).trimEnd();
    const { totals } = await readLog(`\0\0\0\0${text.replaceAll('\n', '\r\n')}`);
    expect(totals).toMatchObject({ lines: 5, messages: 1, failed: 1, unparsedLines: 0 });
  });

  it('other programs of the same file are none of our business', async () => {
    const { totals, input } = await readLog(
      'Jun  5 10:00:00 mx policyd-spf[9]: prepend Received-SPF: Reject action: 550 5.7.23\n' +
        'Jun  5 10:00:00 mx postgrey[9]: action=greylist, reason=new, client_address=192.0.2.1\n' +
        'Jun  5 10:00:00 mx amavis[9]: (1-2) Blocked SPAM, <a@b.c> -> <d@e.f>, status=bounced (550 x)\n',
    );
    expect(totals).toMatchObject({ lines: 3, unparsedLines: 0 });
    expect(input.knownLines).toBe(0);
  });
});

describe('trap 26: tls= between delays and dsn', () => {
  it.each(['may', 'dane:encrypt', 'may?', 'encrypt/!requiretls:nostarttls'])('tls=%s', async (tls) => {
    const { events, totals } = await readLog(
      message('8A1F2C03D5', [
        '10:00:01 smtp: to=<bob@example.com>, relay=mx1.example.com[192.0.2.10]:25, delay=0.5, delays=0.1/0/0.2/0.2, ' +
          `tls=${tls}, dsn=5.1.1, status=bounced (${HOST} said: 550 5.1.1 unknown ${RCPT})`,
      ]),
    );
    expect(totals).toMatchObject({ failed: 1, unparsedLines: 0 });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      loggedStatus: '5.1.1',
      replyCode: 550,
      recipient: 'bob@example.com',
      remoteIp: '192.0.2.10',
    });
  });
});

describe('trap 30: the host that answered may not be the one of relay=', () => {
  it('names the host in the reply', async () => {
    const { events } = await readLog(
      message('8A1F2C03D5', [
        `10:00:01 smtp: to=<bob@example.com>, ${via('5.1.1', 'mx-b.example.com[192.0.2.22]:25')}, status=bounced ` +
          `(host mx-a.example.com[192.0.2.21] said: 550 5.1.1 unknown ${RCPT})`,
      ]),
    );
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ remoteMta: 'mx-a.example.com', remoteIp: '192.0.2.21' });
  });

  it('falls back to relay= where the text names none', async () => {
    const { events } = await readLog(
      message('8A1F2C03D5', [
        `10:00:01 smtp: to=<a@example.com>, ${via('2.0.0', 'mx-b.example.com[2001:db8::22]:25')}, status=sent (250 2.0.0 Ok)`,
        `10:00:01 smtp: to=<b@example.com>, ${via('5.4.4', 'none')}, status=bounced (Host or domain name not found. Name service ` +
          'error for name=nx.example type=A: Host not found)',
      ]),
    );
    expect(events).toHaveLength(2);
    expect(events).toMatchObject([
      { remoteMta: 'mx-b.example.com', remoteIp: '2001:db8::22' },
      { remoteMta: null, remoteIp: null },
    ]);
  });
});
