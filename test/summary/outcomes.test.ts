import { describe, expect, test } from 'vitest';
import { DEFAULT_GROUPING, type Dimension } from '../../src/model/dimension.js';
import type { RecipientOutcome } from '../../src/model/event.js';
import type { Counts, RowCount, Totals } from '../../src/summary/counts.js';
import type { Summary } from '../../src/summary/summary.js';
import { ACTIVE, busy, CLIENT, full, LIVES, sent, suspended, toFilter, unknown } from './lives.js';
import { june, log, newSummary, nonZero, read, readInto, rowsOf, type Wish, wholeInput } from './reading.js';

/** The counts of a log that are not zero, records and lines aside. */
function totalsOf(counts: Counts): Partial<Totals> {
  const { records: _, lines: __, ...totals } = counts.totals;
  return Object.fromEntries(Object.entries(totals).filter(([, count]) => count !== 0));
}

const count = (text: string, wish?: Wish) => totalsOf(read(text, wish));

function recordsOf(text: string) {
  return Object.fromEntries(Object.entries(read(text).totals.records).filter(([, number]) => number !== 0));
}

const FULL = 'outbound 452 4.2.2 mailbox-full';
const UNKNOWN = 'outbound 550 5.1.1 user-unknown';

describe('a message', () => {
  test('that was deferred and later delivered has recovered and is no bounce', () => {
    const counts = read(LIVES.deferredThenDelivered);
    expect(totalsOf(counts)).toEqual({ messages: 1, recipients: 1, delivered: 1, delayed: 2, recovered: 1 });
    const rows = rowsOf(counts);
    expect([...rows.keys()]).toEqual([FULL]);
    expect(nonZero(rows.get(FULL))).toEqual({ delayed: 2, recovered: 1 });
    expect(rows.get(FULL)!.events).toBe(2);
    expect(rows.get(FULL)!.firstSeen).toBe(june(5, '10:00:01'));
    expect(rows.get(FULL)!.lastSeen).toBe(june(5, '10:10:01'));
    expect(rows.get(FULL)!.recipients.size).toBe(1);
    expect(recordsOf(LIVES.deferredThenDelivered)).toEqual({ sent: 1, deferred: 2 });
  });

  test('to three recipients has three outcomes', () => {
    const counts = read(LIVES.threeRecipients);
    expect(totalsOf(counts)).toEqual({ messages: 1, recipients: 3, delivered: 1, failed: 1, open: 1, delayed: 1 });
    expect(nonZero(rowsOf(counts).get(UNKNOWN))).toEqual({ failed: 1 });
    expect(nonZero(rowsOf(counts).get(FULL))).toEqual({ delayed: 1, open: 1 });
  });

  test('is another one when its queue id is used again', () => {
    expect(count(LIVES.idUsedTwice)).toEqual({ messages: 2, recipients: 2, delivered: 1, failed: 1 });
  });

  test('is another one when its queue id begins again although no end was logged', () => {
    expect(count(LIVES.idUsedTwiceWithoutRemoved)).toEqual({ messages: 2, recipients: 2, delivered: 1, failed: 1 });
  });

  test('is another one even when its queue id begins again within seconds', () => {
    const text = log(`
      10:00:00 smtpd: AAAAA1: ${CLIENT}
      10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
      10:00:01 smtp: AAAAA1: ${sent('bob@there.example')}
      10:00:05 smtpd: AAAAA1: ${CLIENT}
      10:00:05 qmgr: AAAAA1: from=<shop@here.example>, ${ACTIVE}
      10:00:06 smtp: AAAAA1: ${unknown('bob@there.example')}
      10:00:06 qmgr: AAAAA1: removed
    `);
    expect(count(text)).toEqual({ messages: 2, recipients: 2, delivered: 1, failed: 1 });
  });

  test('stays the same when the queue manager takes it up again', () => {
    const text = log(`
      10:00:00 smtpd: AAAAA1: ${CLIENT}
      10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
      12:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
      14:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
      14:00:01 smtp: AAAAA1: ${sent('bob@there.example')}
      14:00:01 qmgr: AAAAA1: removed
    `);
    expect(count(text)).toEqual({ messages: 1, recipients: 1, delivered: 1 });
  });

  test('reaches the same recipient by two aliases as two recipients', () => {
    expect(count(LIVES.sameRecipientByTwoAliases)).toEqual({ messages: 1, recipients: 2, delivered: 1, failed: 1 });
  });

  test('tells local parts apart as written, domains not', () => {
    const text = log(`
      10:00:00 smtpd: AAAAA1: ${CLIENT}
      10:00:00 qmgr: AAAAA1: from=<news@here.example>, size=900, nrcpt=2 (queue active)
      10:00:01 smtp: AAAAA1: ${unknown('Bob@there.example')}
      10:00:01 smtp: AAAAA1: ${unknown('bob@THERE.example')}
      10:00:01 qmgr: AAAAA1: removed
    `);
    const counts = read(text);
    expect(totalsOf(counts)).toEqual({ messages: 1, recipients: 2, failed: 2 });
    const row = rowsOf(counts).get(UNKNOWN)!;
    expect([row.recipients.size, row.domains.size]).toEqual([2, 1]);
  });

  test('that has no sender line is not covered, but its records count', () => {
    const counts = read(LIVES.noSenderLine);
    expect(totalsOf(counts)).toEqual({});
    expect(counts.uncovered).toBe(3);
    expect(counts.totals.records).toEqual({ sent: 1, deferred: 1, bounced: 1, expired: 0, rejected: 0 });
    expect(counts.totals.lines).toBe(4);
    expect(rowsOf(counts).size).toBe(0);
  });

  test('with an empty sender that nobody named as a notification counts', () => {
    expect(count(LIVES.emptySender)).toEqual({ messages: 1, recipients: 1, failed: 1 });
  });

  test('counts one failure for a recipient who failed, whatever deferrals came before', () => {
    const text = log(`
      10:00:00 smtpd: AAAAA1: ${CLIENT}
      10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
      10:00:01 smtp: AAAAA1: ${full('bob@there.example')}
      10:10:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
      10:10:01 smtp: AAAAA1: ${unknown('bob@there.example')}
      10:10:01 qmgr: AAAAA1: removed
    `);
    const counts = read(text);
    expect(totalsOf(counts)).toEqual({ messages: 1, recipients: 1, failed: 1, delayed: 1 });
    expect(nonZero(rowsOf(counts).get(UNKNOWN))).toEqual({ failed: 1 });
    expect(nonZero(rowsOf(counts).get(FULL))).toEqual({ delayed: 1 });
  });
});

describe('the end of the queue lifetime', () => {
  test('gives up each recipient who was still deferred, with the codes of the last deferral', () => {
    const counts = read(LIVES.expired);
    expect(totalsOf(counts)).toEqual({
      messages: 1,
      recipients: 2,
      delivered: 1,
      expired: 1,
      delayed: 2,
      notifications: 1,
    });
    const rows = rowsOf(counts);
    const last = [...rows].find(([key]) => key.startsWith('outbound 421 4.7.0'))![1];
    expect(nonZero(last)).toEqual({ delayed: 1, expired: 1 });
    expect(nonZero(rows.get(FULL))).toEqual({ delayed: 1 });
    expect(last.lastSeen).toBe(june(6, '10:00:02'));
    expect(counts.totals.records).toEqual({ sent: 2, deferred: 2, bounced: 0, expired: 1, rejected: 0 });
  });

  test('is one event without recipient and codes where no deferral is known', () => {
    const counts = read(LIVES.expiredWithoutDeferral);
    expect(totalsOf(counts)).toEqual({ messages: 1, recipients: 1, expired: 1 });
    const [row, ...others] = [...counts.rows[0]!.values()];
    expect(others).toEqual([]);
    expect(row!.values.slice(0, 3)).toEqual(['outbound', null, null]);
    expect(nonZero(row)).toEqual({ expired: 1 });
    expect([row!.recipients.size, row!.domains.size]).toEqual([0, 0]);
  });

  test('may come early by command', () => {
    const counts = read(LIVES.forceExpired);
    expect(totalsOf(counts)).toEqual({ messages: 1, recipients: 1, expired: 1, delayed: 1 });
    expect(nonZero(rowsOf(counts).get(FULL))).toEqual({ delayed: 1, expired: 1 });
  });

  test('takes the codes of a suspended delivery where that was the last deferral', () => {
    const text = log(`
      1 10:00:00 smtpd: AAAAA1: ${CLIENT}
      1 10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
      1 10:00:01 smtp: AAAAA1: ${busy('bob@there.example')}
      1 11:00:00 error: AAAAA1: ${suspended('bob@there.example')}
      6 10:00:00 qmgr: AAAAA1: from=<news@here.example>, status=expired, returned to sender
      6 10:00:00 qmgr: AAAAA1: removed
    `);
    const counts = read(text);
    expect(totalsOf(counts)).toEqual({ messages: 1, recipients: 1, expired: 1, delayed: 1 });
    expect(nonZero(rowsOf(counts).get(FULL))).toEqual({ expired: 1 });
  });
});

describe('a delivery that was temporarily suspended', () => {
  test('is a deferral record but no attempt, and its recipient stays open', () => {
    const counts = read(LIVES.suspended);
    expect(totalsOf(counts)).toEqual({ messages: 1, recipients: 1, open: 1, delayed: 1 });
    expect(counts.totals.records.deferred).toBe(2);
    expect(nonZero(rowsOf(counts).get(FULL))).toEqual({ delayed: 1, open: 1 });
  });

  test('leaves its recipient open where it is all that is known', () => {
    const counts = read(LIVES.onlySuspended);
    expect(totalsOf(counts)).toEqual({ messages: 1, recipients: 1, open: 1 });
    expect(counts.totals.records.deferred).toBe(1);
    expect(nonZero(rowsOf(counts).get(FULL))).toEqual({ open: 1 });
    expect(rowsOf(counts).get(FULL)!.events).toBe(0);
  });

  test('is not counted among the attempts of an outcome', () => {
    const outcomes: RecipientOutcome[] = [];
    read(LIVES.suspended, { outcome: (outcome) => outcomes.push(outcome) });
    expect(outcomes.map(({ outcome, attempts }) => [outcome, attempts])).toEqual([['open', 1]]);
    expect(outcomes[0]!.firstAttempt?.ms).toBe(june(5, '10:00:01'));
    expect(outcomes[0]!.lastAttempt?.ms).toBe(june(5, '10:00:01'));
  });
});

describe('what the MTA wrote itself', () => {
  test.each(['notifiedBefore', 'notifiedAfter'] as const)('is counted as a notification and not as mail (%s)', (life) => {
    const counts = read(LIVES[life]);
    expect(totalsOf(counts)).toEqual({ messages: 1, recipients: 1, failed: 1, notifications: 1 });
    expect(nonZero(rowsOf(counts).get(UNKNOWN))).toEqual({ failed: 1 });
    expect(counts.uncovered).toBe(0);
  });

  test('counts with its records all the same', () => {
    expect(recordsOf(LIVES.notifiedBefore)).toEqual({ bounced: 2, deferred: 1 });
    expect(recordsOf(LIVES.notifiedAfter)).toEqual({ bounced: 1, sent: 1 });
  });

  test.each(['notificationForwarded', 'notificationForwardedLate', 'notificationForwardedLater'] as const)(
    'is no mail under the ids under which it goes on either (%s)',
    (life) => {
      expect(count(LIVES[life])).toEqual({ messages: 1, recipients: 1, failed: 1, notifications: 1 });
    },
  );

  test('is no mail however often it goes on', () => {
    const idOf = (i: number) => `C${i.toString(16).toUpperCase().padStart(5, '0')}`;
    const hops = Array.from(
      { length: 20_000 },
      (_, i) => `
        10:00:01 cleanup: ${idOf(i + 1)}: message-id=<2@here.example>
        10:00:01 qmgr: ${idOf(i + 1)}: from=<>, ${ACTIVE}
        10:00:01 local: ${idOf(i)}: to=<news@here.example>, relay=local, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (forwarded as ${idOf(i + 1)})`,
    );
    const text = log(`
      10:00:00 qmgr: ${idOf(0)}: from=<>, ${ACTIVE}
      ${hops.join('')}
      10:00:02 bounce: AAAAA1: sender non-delivery notification: ${idOf(0)}
      10:00:03 smtp: ${idOf(20_000)}: ${unknown('news@here.example')}
    `);
    expect(count(text)).toEqual({ notifications: 1 });
  });

  test('is no mail when it was requeued', () => {
    const text = log(`
      12:00:00 pickup: BBBBB3: uid=0 from=<> orig_id=BBBBB1
      12:00:00 cleanup: BBBBB3: message-id=<2@here.example>
      12:00:00 qmgr: BBBBB3: from=<>, ${ACTIVE}
      12:00:01 smtp: BBBBB3: ${unknown('news@here.example')}
      12:00:01 qmgr: BBBBB3: removed
    `);
    const waits = LIVES.notifiedBefore.slice(0, LIVES.notifiedBefore.indexOf('Jun  5 10:20:00'));
    expect(count(waits + text)).toEqual({ messages: 1, recipients: 1, failed: 1, notifications: 1 });
  });

  test('is a notification of a delay too', () => {
    expect(count(LIVES.delayNotification)).toEqual({ messages: 1, recipients: 1, open: 1, delayed: 1, notifications: 1 });
  });

  test('does not make a notification of a later message with the same id', () => {
    const later = log(`
      16:00:00 smtpd: BBBBB1: ${CLIENT}
      16:00:00 cleanup: BBBBB1: message-id=<9@here.example>
      16:00:00 qmgr: BBBBB1: from=<shop@here.example>, ${ACTIVE}
      16:00:01 smtp: BBBBB1: ${unknown('eve@there.example')}
      16:00:01 qmgr: BBBBB1: removed
    `);
    expect(count(LIVES.notifiedBefore + later)).toEqual({ messages: 2, recipients: 2, failed: 2, notifications: 1 });
    expect(count(LIVES.notifiedAfter + later)).toEqual({ messages: 2, recipients: 2, failed: 2, notifications: 1 });
  });

  test('makes no notification of a message hours later, although the notification itself was not logged', () => {
    const text = log(`
      10:00:00 smtpd: AAAAA1: ${CLIENT}
      10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
      10:00:01 smtp: AAAAA1: ${unknown('bob@there.example')}
      10:00:01 bounce: AAAAA1: sender non-delivery notification: BBBBB1
      10:00:01 qmgr: AAAAA1: removed
      16:00:00 smtpd: BBBBB1: ${CLIENT}
      16:00:00 qmgr: BBBBB1: from=<shop@here.example>, ${ACTIVE}
      16:00:01 smtp: BBBBB1: ${sent('eve@there.example')}
      16:00:01 qmgr: BBBBB1: removed
    `);
    expect(count(text)).toEqual({ messages: 2, recipients: 2, delivered: 1, failed: 1, notifications: 1 });
  });

  test('is left out when it only asks whether an address exists', () => {
    const counts = read(LIVES.probe);
    expect(totalsOf(counts)).toEqual({});
    expect(counts.uncovered).toBe(0);
    expect(counts.totals.records).toEqual({ sent: 0, deferred: 0, bounced: 0, expired: 0, rejected: 0 });
  });
});

describe('mail that goes on under another queue id', () => {
  test('is one message with an outcome per final recipient when it was forwarded', () => {
    const counts = read(LIVES.forwarded);
    expect(totalsOf(counts)).toEqual({ messages: 1, recipients: 2, delivered: 1, failed: 1, notifications: 1 });
  });

  test('has no outcome of its own when the forwarded mail is not in the log', () => {
    const text = log(`
      10:00:00 smtpd: DDDDD1: ${CLIENT}
      10:00:00 qmgr: DDDDD1: from=<ann@there.example>, ${ACTIVE}
      10:00:00 local: DDDDD1: to=<bob@here.example>, relay=local, delay=0.1, delays=0.1/0/0/0, dsn=2.0.0, status=sent (forwarded as DDDDD2)
      10:00:00 qmgr: DDDDD1: removed
    `);
    expect(count(text)).toEqual({ messages: 1 });
  });

  test('is one message when a content filter says as what it was queued', () => {
    const counts = read(LIVES.filteredQueuedAs);
    expect(totalsOf(counts)).toEqual({ messages: 1, recipients: 2, delivered: 1, failed: 1, delayed: 1 });
    expect(counts.totals.records).toEqual({ sent: 3, deferred: 1, bounced: 1, expired: 0, rejected: 0 });
  });

  test('is one message when the filter passes the old id on', () => {
    expect(count(LIVES.filteredOriginalId)).toEqual({ messages: 1, recipients: 1, failed: 1 });
  });

  test('was delivered by the filter when the next id is not in the log', () => {
    expect(count(LIVES.filteredToElsewhere)).toEqual({ messages: 1, recipients: 1, delivered: 1 });
  });

  const handedOn = `10:00:02 postfix/smtp: BBBBB1: ${toFilter('bob@there.example', '250 2.0.0 Ok: queued as BBBBB2')}`;
  const takenOver = `10:00:02 postfix-out/qmgr: BBBBB2: from=<news@here.example>, ${ACTIVE}`;

  test.each([
    ['first', [takenOver, handedOn]],
    ['last', [handedOn, takenOver]],
  ])('is one message when a filter hands it to another instance of the host, which takes it over %s', (_, between) => {
    const text = log(`
      10:00:00 postfix/qmgr: BBBBB1: from=<news@here.example>, ${ACTIVE}
      10:00:02 postfix-out/smtpd: BBBBB2: client=localhost[127.0.0.1]
      ${between.join('\n')}
      10:00:03 postfix/qmgr: BBBBB1: removed
      10:00:04 postfix-out/smtp: BBBBB2: ${unknown('bob@there.example')}
      10:00:05 postfix-out/qmgr: BBBBB2: removed
    `);
    // Also where both instances have been heard of.
    const before = log(`
      09:00:00 postfix/qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
      09:00:00 postfix-out/qmgr: AAAAA2: from=<news@here.example>, ${ACTIVE}
      09:00:01 postfix/qmgr: AAAAA1: removed
      09:00:01 postfix-out/qmgr: AAAAA2: removed
    `);
    expect(count(text)).toEqual({ messages: 1, recipients: 1, failed: 1 });
    expect(count(before + text)).toEqual({ messages: 3, recipients: 1, failed: 1 });
  });

  test('is one message when a filter elsewhere hands it to another instance with its old id', () => {
    const text = log(`
      09:00:00 postfix/qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
      09:00:00 postfix-out/qmgr: AAAAA2: from=<news@here.example>, ${ACTIVE}
      10:00:00 postfix/qmgr: BBBBB1: from=<news@here.example>, ${ACTIVE}
      10:00:02 postfix-out/smtpd: BBBBB2: client=filter.here.example[192.0.2.7], orig_queue_id=BBBBB1, orig_client=mail.here.example[192.0.2.1]
      10:00:02 postfix-out/qmgr: BBBBB2: from=<news@here.example>, ${ACTIVE}
      10:00:02 postfix/smtp: BBBBB1: ${sent('bob@there.example')}
      10:00:03 postfix/qmgr: BBBBB1: removed
      10:00:04 postfix-out/smtp: BBBBB2: ${unknown('bob@there.example')}
      10:00:05 postfix-out/qmgr: BBBBB2: removed
    `);
    expect(count(text)).toEqual({ messages: 3, recipients: 1, failed: 1 });
  });

  test.each(['private/filter', '/run/filter.sock'])('is one message when the filter has the socket %s', (socket) => {
    const text = log(`
      10:00:00 qmgr: BBBBB1: from=<news@here.example>, ${ACTIVE}
      10:00:02 smtpd: BBBBB2: client=localhost[127.0.0.1]
      10:00:02 qmgr: BBBBB2: from=<news@here.example>, ${ACTIVE}
      10:00:02 lmtp: BBBBB1: to=<bob@there.example>, relay=mx1[${socket}], delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as BBBBB2)
      10:00:03 qmgr: BBBBB1: removed
      10:00:04 smtp: BBBBB2: ${unknown('bob@there.example')}
      10:00:05 qmgr: BBBBB2: removed
    `);
    for (const lines of ['one by one', 'at a glance'] as const)
      expect(count(text, { lines })).toEqual({ messages: 1, recipients: 1, failed: 1 });
  });

  test('is one message when it was requeued long after the log that names it first was over', () => {
    const first = log(`
      10:00:00 qmgr: BBBBB1: from=<news@here.example>, ${ACTIVE}
      10:00:01 smtp: BBBBB1: ${full('bob@there.example')}
    `);
    const later = log(`
      11:00:00 qmgr: AAAAA1: removed
      11:06:00 pickup: BBBBB2: uid=0 from=<news@here.example> orig_id=BBBBB1
      11:06:00 cleanup: BBBBB2: message-id=<1@here.example>
      11:06:00 qmgr: BBBBB2: from=<news@here.example>, ${ACTIVE}
      11:06:01 smtp: BBBBB2: ${sent('bob@there.example')}
      11:06:02 qmgr: BBBBB2: removed
    `);
    const whole = { messages: 1, recipients: 1, delivered: 1, delayed: 1 };
    expect(count(first + later)).toEqual(whole);
    const pieces = [first, later].map((text, input) => readInto(newSummary(), [{ ...wholeInput(text), input }]));
    const [merged, rest] = pieces as [Summary, Summary];
    merged.merge(rest);
    expect(totalsOf(merged.conclude())).toEqual(whole);
  });

  test('is one message when it was requeued', () => {
    const { recovered: _, ...totals } = count(LIVES.requeued);
    expect(totals).toEqual({ messages: 1, recipients: 2, delivered: 2, delayed: 1 });
  });

  test('is not taken for a message here that has the id a host elsewhere gave it', () => {
    const text = log(`
      10:00:00 smtpd: AAAAA1: ${CLIENT}
      10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
      10:00:00 smtpd: AAAAA2: ${CLIENT}
      10:00:00 qmgr: AAAAA2: from=<shop@here.example>, ${ACTIVE}
      10:00:01 smtp: AAAAA1: ${sent('bob@there.example', '250 2.0.0 Ok: queued as AAAAA2')}
      10:00:01 smtp: AAAAA2: ${unknown('ann@there.example')}
      10:00:01 qmgr: AAAAA1: removed
      10:00:01 qmgr: AAAAA2: removed
    `);
    expect(count(text)).toEqual({ messages: 2, recipients: 2, delivered: 1, failed: 1 });
  });
});

describe('a queue id', () => {
  test('belongs to its host', () => {
    expect(count(LIVES.twoHosts)).toEqual({ messages: 2, recipients: 2, delivered: 1, failed: 1 });
  });

  test('belongs to its instance where several instances have a queue', () => {
    expect(count(LIVES.twoInstances)).toEqual({ messages: 4, recipients: 4, delivered: 3, failed: 1 });
    const counts = read(LIVES.twoInstances, { groupings: [['sender']] });
    expect(nonZero(rowsOf(counts).get('shop@here.example'))).toEqual({ delivered: 1, failed: 1 });
    expect(nonZero(rowsOf(counts).get('news@here.example'))).toEqual({ delivered: 2 });
  });

  test('belongs to the one queue manager there is, whatever the delivering service is called', () => {
    expect(count(LIVES.relayService)).toEqual({ messages: 1, recipients: 2, delivered: 1, failed: 1 });
    expect(read(LIVES.relayService).uncovered).toBe(0);
  });
});

describe('a refusal', () => {
  test('is a rejection of inbound mail, a warning is none', () => {
    const counts = read(LIVES.refusals);
    expect(totalsOf(counts)).toEqual({ rejected: 2 });
    expect(counts.totals.records.rejected).toBe(2);
    expect([...counts.rows[0]!.values()].map((row) => [...row.values.slice(0, 3), nonZero(row)])).toEqual([
      ['inbound', 554, '5.7.1', { rejected: 1 }],
      ['inbound', 550, '5.7.1', { rejected: 1 }],
    ]);
  });
});

describe('a period', () => {
  /** Deferred at 10:00 and 10:10, delivered at 10:30. */
  const delivered = LIVES.deferredThenDelivered;
  const failed = log(`
    10:00:00 smtpd: AAAAA1: ${CLIENT}
    10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
    10:00:01 smtp: AAAAA1: ${full('bob@there.example')}
    10:30:01 smtp: AAAAA1: ${unknown('bob@there.example')}
    10:30:01 qmgr: AAAAA1: removed
  `);
  const noon = june(5, '10:20:00');

  test('has the deferral but neither an open recipient nor a delivery when the delivery came after it', () => {
    expect(count(delivered, { until: noon })).toEqual({ messages: 1, delayed: 2 });
  });

  test('has the delivery but not the deferrals before it', () => {
    expect(count(delivered, { since: noon })).toEqual({ recipients: 1, delivered: 1, recovered: 1 });
  });

  test('has the deferral but neither an open recipient nor a failure when the failure came after it', () => {
    expect(count(failed, { until: noon })).toEqual({ messages: 1, delayed: 1 });
    expect(count(failed, { since: noon })).toEqual({ recipients: 1, failed: 1 });
  });

  test('has the expiry of a recipient whose deferrals came before it', () => {
    const counts = read(LIVES.expired, { since: june(6, '00:00:00') });
    expect(totalsOf(counts)).toEqual({ recipients: 1, expired: 1, notifications: 1 });
    expect([...rowsOf(counts).values()].map((row) => row.values.slice(0, 3))).toEqual([['outbound', 421, '4.7.0']]);
    expect(count(LIVES.expired, { until: june(6, '00:00:00') })).toEqual({
      messages: 1,
      recipients: 1,
      delivered: 1,
      delayed: 2,
    });
  });

  test('begins with its first instant and ends before its last', () => {
    expect(count(failed, { since: june(5, '10:30:01') }).failed).toBe(1);
    expect(count(failed, { since: june(5, '10:30:01') + 1 }).failed).toBeUndefined();
    expect(count(failed, { until: june(5, '10:30:01') }).failed).toBeUndefined();
    expect(count(failed, { until: june(5, '10:30:01') + 1 }).failed).toBe(1);
  });

  test('is left by records and refusals outside of it', () => {
    const counts = read(LIVES.refusals + LIVES.threeRecipients, { since: june(5, '10:00:02') });
    expect(counts.totals.records).toEqual({ sent: 0, deferred: 1, bounced: 0, expired: 0, rejected: 1 });
    expect(totalsOf(counts)).toEqual({ recipients: 1, open: 1, delayed: 1, rejected: 1 });
    expect([counts.firstTime, counts.lastTime]).toEqual([june(5, '10:00:02'), june(5, '10:00:02')]);
  });
});

describe('the year that is given', () => {
  test('is that of the first line, also where that line states nothing', () => {
    const text = `Dec 31 23:59:50 mx1 postfix/smtpd[1]: connect from unknown[192.0.2.66]
Jan  1 00:00:10 mx1 postfix/smtpd[1]: NOQUEUE: reject: RCPT from unknown[192.0.2.66]: 554 5.7.1 <x@far.example>: Relay access denied; from=<a@there.example> to=<x@far.example> proto=ESMTP helo=<there.example>
`;
    expect(read(text, { year: 2025 }).firstTime).toBe(Date.UTC(2026, 0, 1, 0, 0, 10));
  });
});

describe('whatever the log', () => {
  const groupings: readonly (readonly Dimension[])[] = [
    DEFAULT_GROUPING,
    ['recipientDomain'],
    ['sender', 'host'],
    ['hour', 'reason'],
    [],
  ];
  const columns: readonly RowCount[] = ['delayed', 'failed', 'expired', 'returned', 'rejected', 'recovered', 'open'];
  const periods: readonly Wish[] = [
    {},
    { since: june(5, '10:00:01') },
    { until: june(5, '10:10:00') },
    { since: june(5, '10:00:02'), until: june(5, '10:20:01') },
  ];

  test.each(Object.keys(LIVES) as (keyof typeof LIVES)[])(
    'recipients are delivered, failed, expired or open, and every column sums to its total (%s)',
    (life) => {
      for (const period of periods) {
        const counts = read(LIVES[life], { groupings, ...period });
        const { totals } = counts;
        expect(totals.recipients).toBe(totals.delivered + totals.failed + totals.expired + totals.open);
        groupings.forEach((grouping, i) => {
          const rows = [...counts.rows[i]!.values()];
          const sum = (column: RowCount) => rows.reduce((total, row) => total + row.counts[column], 0);
          for (const column of columns) expect([grouping, column, sum(column)]).toEqual([grouping, column, totals[column]]);
          if (i === 1 || i === 2) expect([grouping, sum('delivered')]).toEqual([grouping, totals.delivered]);
        });
      }
    },
  );
});
