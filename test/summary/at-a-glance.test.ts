import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { LineFramer } from '../../src/input/line-framer.js';
import { detailFor, FULL_DETAIL } from '../../src/model/detail.js';
import type { Dimension } from '../../src/model/dimension.js';
import { Zone } from '../../src/model/zone.js';
import { LogClock } from '../../src/mta/log-clock.js';
import { Glance } from '../../src/mta/postfix/glance.js';
import { PostfixReader } from '../../src/mta/postfix/reader.js';
import { newInputReport, type UnparsedExample } from '../../src/scan/input-report.js';
import { LogLines } from '../../src/scan/log-lines.js';
import type { QueueJournal } from '../../src/summary/queue-journal.js';
import type { Run } from '../../src/summary/run.js';
import { facts } from './cut-logs.js';
import { ACTIVE, busy, CLIENT, full, inWords, LOCALHOST, sent, suspended, toFilter, unknown } from './lives.js';
import { june, log, newSummary, UTC, YEAR } from './reading.js';

/** What is known of a host when its log is over. */
const standing = ([host, journal]: readonly [string, QueueJournal]) => {
  const { now, owners, open, early, settling, pending, firstTime } = journal.state();
  // Ordinary messages are told of late.
  const lives = open.map(([key, { first, last }]) => `${key} ${first} ${last}`).sort();
  const ended = [...early, ...settling].map(
    (life) => `${life.queueId} ${life.first} ${life.last} ${life.senderTime} ${life.owner}`,
  );
  return { host, now, owners, firstTime, lives, ended, pending: pending.map(([id]) => id).sort() };
};

/** What is asked of a log. */
interface Asked {
  readonly groupings?: readonly (readonly Dimension[])[];
  /** Whether every record is told, and every outcome. */
  readonly listened?: boolean;
  /** Whether it is wanted how long recipients waited. */
  readonly delays?: boolean;
  readonly since?: number;
  readonly until?: number;
  readonly year?: number;
  /** Of stamps without one. */
  readonly zone?: Zone;
}

const ASKED: Readonly<Record<string, Asked>> = {
  'the usual report': {},
  'rows alone': { delays: false },
  'rows by what was done': { groupings: [['action'], ['reason']], delays: false },
  'rows alone of a period': { delays: false, since: june(5, '10:00:01'), until: june(5, '11:00:00'), year: YEAR },
  'the dated report': { year: YEAR },
  'rows that count successes': { groupings: [['recipientDomain'], ['hour', 'host']] },
  'rows by envelopes': { groupings: [['senderDomain', 'reason']] },
  'rows by envelopes that count successes': { groupings: [['sender'], ['client', 'recipient'], ['remoteMta']] },
  'every record': { listened: true },
  'every record, in a zone with summer time': { listened: true, zone: new Zone('Europe/Berlin'), year: YEAR },
  'every record, where summer time begins within an hour': { listened: true, zone: new Zone('Australia/Lord_Howe'), year: YEAR },
};

/** Reads logs that follow each other as a scan does, each in chunks that end where they are told. */
function readingAll(logs: readonly (readonly string[])[], atAGlance: boolean, asked: Asked = {}) {
  const told: unknown[] = [];
  const tell = (what: unknown) => told.push(what);
  const summary = newSummary({ ...asked, ...(asked.listened ? { event: tell, outcome: tell } : {}) });
  const run = summary.startRun();
  const read = logs.map((chunks) => readingInto(run, chunks, atAGlance, asked));
  const reached = [...run.journals].map(standing);
  const counted = facts(summary.conclude());
  // What stands for a text is kept with it.
  const records = JSON.parse(JSON.stringify(told, (name, value) => (name === 'said' || name === 'wording' ? undefined : value)));
  return { read, reached, counted, records };
}

const reading = (chunks: readonly string[], atAGlance: boolean, asked?: Asked) => readingAll([chunks], atAGlance, asked);

function readingInto(run: Run, chunks: readonly string[], atAGlance: boolean, asked: Asked) {
  const { groupings = [], listened, delays = true, year, zone = UTC } = asked;
  const report = newInputReport('mail.log');
  const unparsed: UnparsedExample[] = [];
  const glance = atAGlance ? Glance.lend()! : null;
  const reader = new PostfixReader(run, {
    clock: new LogClock({ zone, reference: Date.UTC(YEAR + 3, 11, 1), year }),
    ...{ input: 0, ...(listened ? FULL_DETAIL : detailFor(groupings, delays)) },
    ...(glance === null ? {} : { messages: run, glance }),
  });
  const lines = new LogLines(reader, report, unparsed, () => {});
  const framer = new LineFramer(lines, 0, glance?.block);
  for (const chunk of chunks) framer.push(Buffer.from(chunk, 'latin1'));
  framer.end();
  lines.end(framer.position);
  glance?.giveBack();
  return { report, unparsed };
}

/** A glance needs something to begin with, failures that others may be like, and more behind a line than the line. */
const before = log(`
  08:00:00 smtpd: 0FFFF1: ${CLIENT}
  08:00:00 qmgr: 0FFFF1: from=<news@here.example>, ${ACTIVE}
  08:00:01 smtp: 0FFFF1: ${unknown('eve@there.example')}
  08:00:01 qmgr: 0FFFF1: removed
  08:00:02 smtpd: 0FFFF2: ${CLIENT}
  08:00:02 qmgr: 0FFFF2: from=<news@here.example>, ${ACTIVE}
  08:00:03 smtp: 0FFFF2: ${sent('bob@there.example')}
  08:00:03 qmgr: 0FFFF2: removed
  08:00:04 smtpd: 0FFFF3: ${CLIENT}
  08:00:04 qmgr: 0FFFF3: from=<news@here.example>, ${ACTIVE}
  08:00:05 smtp: 0FFFF3: ${busy('eve@there.example')}
  08:00:05 smtp: 0FFFF3: ${full('eve@there.example')}
  08:00:06 error: 0FFFF3: ${suspended('eve@there.example')}
  08:00:07 smtp: 0FFFF3: ${sent('eve@there.example')}
  08:00:07 qmgr: 0FFFF3: removed
`);
const behind = `Jun  5 23:00:00 mx1 dovecot: ${'x'.repeat(400)}\n`;
/** Lines about 6,000 queue ids, one after the other. */
const many = (lines: (id: string) => string): string =>
  Array.from({ length: 6000 }, (_, i) => lines((0xa00000 + i * 7919).toString(16).toUpperCase())).join('');
/** An id as a word that is none. */
const inLetters = (id: string) => id.replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)]!);
/** Lines of an ordinary message. */
const ordinary = (id: string, time: string, end = time): string => `
  ${time} smtpd: ${id}: ${CLIENT}
  ${time} qmgr: ${id}: from=<news@here.example>, ${ACTIVE}
  ${time} smtp: ${id}: ${sent('bob@there.example')}
  ${end} qmgr: ${id}: removed`;

/** Lines of a message that a filter on this host hands back. */
const fromFilter = (id: string, time: string): string => ordinary(id, time).replace(CLIENT, LOCALHOST);

/** Lines of a mail that this host wrote. */
const ownMail = (id: string): string => `
  10:00:00 cleanup: ${id}: message-id=<x@here.example>
  10:00:00 qmgr: ${id}: from=<root@here.example>, ${ACTIVE}
  10:00:01 smtp: ${id}: ${sent('bob@there.example')}
  10:00:01 qmgr: ${id}: removed`;

/** A message that is in the queue, of which these lines tell on. */
const queued = (id: string, ...lines: readonly string[]): string => `
  10:00:00 smtpd: ${id}: ${CLIENT}
  10:00:00 qmgr: ${id}: from=<news@here.example>, ${ACTIVE}
  ${lines.join('\n')}`;
/** Lines of it, at these minutes past ten. */
const deferred = (id: string, minute: number, text = full('bob@there.example')) => `10:${minute}:00 smtp: ${id}: ${text}`;
const again = (id: string, minute: number) => `10:${minute}:00 qmgr: ${id}: from=<news@here.example>, ${ACTIVE}`;
const notified = (id: string, notification: string, minute: number) => `
  10:${minute}:00 cleanup: ${notification}: message-id=<x@here.example>
  10:${minute}:00 bounce: ${id}: sender non-delivery notification: ${notification}
  10:${minute}:00 qmgr: ${notification}: from=<>, ${ACTIVE}`;
const over = (id: string, minute: number) => `10:${minute}:00 qmgr: ${id}: removed`;

/** A message of which one recipient is deferred each time in other words, then taken, and another twice. */
const failsInWays = (id: string, ways: number, minute: number): string => `
  ${queued(id, deferred(id, minute, inWords('bob@there.example', 0)), deferred(id, minute, full('ann@there.example')))}
  ${Array.from({ length: ways - 1 }, (_, i) => deferred(id, minute + 1 + i, inWords('bob@there.example', 1 + i))).join('\n')}
  ${deferred(id, minute + ways, full('ann@there.example'))}
  ${deferred(id, minute + ways, sent('bob@there.example'))}
  ${deferred(id, minute + ways, sent('ann@there.example'))}
  ${over(id, minute + ways)}`;

/** An ordinary message that is not over. */
const unfinished = log(`
  10:00:00 smtpd: AAAAA1: ${CLIENT}
  10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
  10:00:01 smtp: AAAAA1: ${sent('bob@there.example')}
`);
const fails = log(`10:00:01 smtp: AAAAA1: ${unknown('bob@there.example')}`);
const ofNovember = (id: string) => `Nov 20 10:00:00 mx1 postfix/smtp[7]: ${id}: ${unknown('bob@there.example')}\n`;

const refused = (to: string) =>
  `NOQUEUE: reject: RCPT from x[192.0.2.4]: 554 5.7.1 <${to}>: Relay access denied; from=<c@d> to=<${to}> proto=ESMTP`;

/** Failures and refusals at these times of one day. */
const at = (stamps: readonly string[]): string =>
  stamps
    .flatMap((stamp, i) => [
      `${stamp} mx1 postfix/smtp[7]: ${(0xb00000 + i).toString(16).toUpperCase()}: ${unknown('bob@there.example')}\n`,
      `${stamp} mx1 postfix/smtpd[7]: ${refused(`u${i}@here.example`)}\n`,
    ])
    .join('');
const minutes = (hour: string, ...of: readonly string[]) => of.map((minute) => `${hour}:${minute}`);
const inAutumn = [
  ...minutes('Oct 25 01', '59:58', '59:59'),
  ...minutes('Oct 25 02', '00:00', '30:00', '59:59', '10:00'),
  ...minutes('Oct 25 03', '00:00', '00:60', '61:00', '10:61', '10:10'),
  ...minutes('Oct 25 02', '20:00'),
  ...minutes('Oct 25 24', '10:00'),
];

const TRAPS: Readonly<Record<string, readonly string[]>> = {
  'messages that are deferred, again and again, and taken': [
    before +
      log(`
        ${queued('AAAAA1', deferred('AAAAA1', 10), again('AAAAA1', 20), deferred('AAAAA1', 21), deferred('AAAAA1', 30), deferred('AAAAA1', 40, sent('bob@there.example')), over('AAAAA1', 41))}
        ${queued('AAAAA2', deferred('AAAAA2', 10, busy('bob@there.example')), deferred('AAAAA2', 11), deferred('AAAAA2', 12, suspended('bob@there.example')), deferred('AAAAA2', 13, sent('bob@there.example')), over('AAAAA2', 14))}
        ${queued('AAAAA3', deferred('AAAAA3', 10, suspended('bob@there.example')), deferred('AAAAA3', 11, unknown('bob@there.example')), over('AAAAA3', 12))}
        ${queued('AAAAA4', deferred('AAAAA4', 10, sent('ann@there.example')), deferred('AAAAA4', 11), deferred('AAAAA4', 12, unknown('cat@there.example')), deferred('AAAAA4', 13, unknown('bob@there.example')), over('AAAAA4', 14))}
      `) +
      behind,
  ],
  'a deferred message whose time goes back': [
    before +
      log(
        queued(
          'AAAAA1',
          deferred('AAAAA1', 20),
          deferred('AAAAA1', 10),
          deferred('AAAAA1', 30, sent('bob@there.example')),
          over('AAAAA1', 15),
        ),
      ) +
      behind,
  ],
  'a deferred message that is over without an end of its recipient': [
    before + log(queued('AAAAA1', deferred('AAAAA1', 10), deferred('AAAAA1', 20), over('AAAAA1', 30))) + behind,
  ],
  'deferred messages that are not over': [
    before +
      log(`
        ${queued('AAAAA1', deferred('AAAAA1', 10), deferred('AAAAA1', 11, busy('bob@there.example')), deferred('AAAAA1', 12), deferred('AAAAA1', 13), again('AAAAA1', 20))}
        ${queued('AAAAA2', deferred('AAAAA2', 10), deferred('AAAAA2', 11, unknown('ann@there.example')), deferred('AAAAA2', 12, sent('cat@there.example')))}
      `) +
      behind,
    before.replaceAll(' mx1 ', ' mx2 ').replaceAll('08:00:0', '11:00:0') + behind.replace(' mx1 ', ' mx2 '),
  ],
  'a deferred message that expires': [
    before +
      log(
        queued(
          'AAAAA1',
          deferred('AAAAA1', 10),
          deferred('AAAAA1', 20, sent('ann@there.example')),
          '10:30:00 qmgr: AAAAA1: from=<news@here.example>, status=expired, returned to sender',
          over('AAAAA1', 30),
        ),
      ) +
      behind,
  ],
  'deferred messages that expire, of which more is told, or which are not over': [
    before +
      log(`
        ${queued('AAAAA1', deferred('AAAAA1', 10), deferred('AAAAA1', 11, suspended('ann@there.example')), deferred('AAAAA1', 12, busy('bob@there.example')))}
        10:30:00 qmgr: AAAAA1: from=<news@here.example>, status=expired, returned to sender
        10:30:00 cleanup: BBBBB1: message-id=<x@here.example>
        10:30:00 bounce: AAAAA1: sender non-delivery notification: BBBBB1
        ${over('AAAAA1', 30)}
        ${queued('AAAAA2', deferred('AAAAA2', 10))}
        10:30:00 qmgr: AAAAA2: from=<news@here.example>, status=expired, returned to sender
        ${deferred('AAAAA2', 31)}
        10:32:00 qmgr: AAAAA2: from=<news@here.example>, status=expired, returned to sender
        ${deferred('AAAAA2', 33, sent('bob@there.example'))}
        ${over('AAAAA2', 34)}
        ${queued('AAAAA3', deferred('AAAAA3', 10, full('bob@there.example').replace('delay=1, ', '')))}
        10:30:00 qmgr: AAAAA3: from=<news@here.example>, status=expired, returned to sender
        ${over('AAAAA3', 31)}
        ${queued('AAAAA4', deferred('AAAAA4', 10, sent('bob@there.example')), deferred('AAAAA4', 11, unknown('ann@there.example')))}
        10:30:00 qmgr: AAAAA4: from=<news@here.example>, status=expired, returned to sender
        ${over('AAAAA4', 31)}
        ${queued('AAAAA5', deferred('AAAAA5', 10, full('bob@there.example').replace('delay=1,', 'delay=1.0005,')))}
        10:30:00 qmgr: AAAAA5: from=<news@here.example>, status=expired, returned to sender
        ${over('AAAAA5', 31)}
        ${queued('AAAAA6', deferred('AAAAA6', 10))}
        10:30:00 qmgr: AAAAA6: from=<news@here.example>, status=force-expired, returned to sender
        ${over('AAAAA6', 31)}
        ${queued('AAAAA7', deferred('AAAAA7', 10), deferred('AAAAA7', 12))}
        10:30:00 qmgr: AAAAA7: from=<news@here.example>, status=expired, returned to sender
        10:31:00 qmgr: AAAAA7: from=<news@here.example>, size=1, nrcpt=1 (queue active)
      `) +
      behind,
  ],
  'a failed recipient who is taken after all, and one who fails again': [
    before +
      log(`
        ${queued('AAAAA1', deferred('AAAAA1', 10, unknown('bob@there.example')), deferred('AAAAA1', 11, sent('bob@there.example')), over('AAAAA1', 12))}
        ${queued('AAAAA2', deferred('AAAAA2', 10, unknown('bob@there.example')), deferred('AAAAA2', 11), over('AAAAA2', 12))}
        ${queued('AAAAA3', deferred('AAAAA3', 10), deferred('AAAAA3', 11, sent('bob@there.example')), deferred('AAAAA3', 12), over('AAAAA3', 13))}
      `) +
      behind,
  ],
  'more recipients who failed than are kept together': [
    before +
      log(
        queued(
          'AAAAA1',
          ...['a', 'b', 'c', 'd', 'e'].map((name, i) => deferred('AAAAA1', 10 + i, unknown(`${name}@there.example`))),
          over('AAAAA1', 20),
        ),
      ) +
      behind,
  ],
  'an id whose message before was deferred and has no end': [
    before +
      log(`
        ${queued('AAAAA1', deferred('AAAAA1', 10))}
        ${ordinary('AAAAA1', '12:00:00', '12:00:09')}
        ${queued('AAAAA2', deferred('AAAAA2', 10))}
        12:00:00 cleanup: AAAAA2: message-id=<x@there.example>
        ${queued('AAAAA3', deferred('AAAAA3', 10))}
        12:00:00 pickup: AAAAA3: uid=0 from=<root>
      `) +
      behind,
  ],
  'deferred messages that other lines name': [
    before +
      log(`
        ${queued('AAAAA1', deferred('AAAAA1', 10))}
        ${queued('AAAAA2', deferred('AAAAA2', 10, unknown('bob@there.example')))}
        ${queued('AAAAA3', deferred('AAAAA3', 10))}
        10:10:01 smtp: AAAAA4: ${toFilter('bob@there.example', '250 2.0.0 Ok: queued as AAAAA1')}
        10:10:02 bounce: AAAAA5: sender non-delivery notification: AAAAA2
        10:10:03 smtpd: AAAAA3: reject: RCPT from x[192.0.2.4]: 554 5.7.1 <a@b>: Relay access denied; from=<c@d> to=<a@b> proto=ESMTP
        10:20:00 smtp: AAAAA1: ${sent('bob@there.example')}
        ${over('AAAAA1', 21)}
        ${over('AAAAA2', 21)}
        10:22:00 smtp: AAAAA3: ${sent('bob@there.example')}
        ${over('AAAAA3', 23)}
      `) +
      behind,
  ],
  'a message that bounces, with its notification': [
    before +
      log(`
        ${queued('AAAAA1', deferred('AAAAA1', 10, unknown('bob@there.example')))}
        10:10:01 cleanup: AAAAA2: message-id=<x@here.example>
        10:10:01 bounce: AAAAA1: sender non-delivery notification: AAAAA2
        10:10:01 qmgr: AAAAA2: from=<>, ${ACTIVE}
        10:10:01 qmgr: AAAAA1: removed
        10:10:02 smtp: AAAAA2: ${sent('news@here.example')}
        10:10:02 qmgr: AAAAA2: removed
      `) +
      behind,
  ],
  'notifications of all kinds': [
    before +
      log(`
        ${queued('AAAAA1', deferred('AAAAA1', 10, unknown('bob@there.example')))}
        ${notified('AAAAA1', 'BBBBB1', 10)}
        ${over('AAAAA1', 10)}
        ${deferred('BBBBB1', 11, full('news@here.example'))}
        10:12:00 qmgr: BBBBB1: from=<>, ${ACTIVE}
        ${deferred('BBBBB1', 13, full('news@here.example'))}
        ${deferred('BBBBB1', 14, busy('news@here.example'))}
        ${deferred('BBBBB1', 15, unknown('news@here.example'))}
        ${deferred('BBBBB1', 15, sent('root@here.example'))}
        ${over('BBBBB1', 15)}
        ${notified('AAAAA2', 'BBBBB2', 16)}
        ${deferred('BBBBB2', 17, sent('news@here.example'))}
        ${over('BBBBB2', 17)}
        10:17:20 bounce: AAAAA2: sender non-delivery notification: BBBBB2
        10:17:21 smtp: AAAAA3: ${toFilter('bob@there.example', '250 2.0.0 Ok: queued as BBBBB2')}
        ${notified('AAAAA2', 'BBBBB3', 18)}
        ${notified('AAAAA2', 'BBBBB3', 18)}
        ${deferred('BBBBB3', 18, toFilter('news@here.example', '250 2.0.0 Ok: queued as BBBBB4'))}
        10:18:00 smtpd: BBBBB4: ${LOCALHOST}
        10:18:00 qmgr: BBBBB4: from=<>, ${ACTIVE}
        ${deferred('BBBBB4', 18, unknown('news@here.example'))}
        ${over('BBBBB3', 18)}
        ${over('BBBBB4', 18)}
        ${notified('AAAAA2', 'BBBBB5', 19)}
        ${deferred('BBBBB5', 20, full('news@here.example'))}
        10:30:00 qmgr: BBBBB5: from=<>, status=expired, returned to sender
        ${over('BBBBB5', 30)}
        10:31:00 cleanup: BBBBB6: message-id=<x@here.example>
        10:31:00 bounce: AAAAA2: sender delay notification: BBBBB6
        10:31:01 smtp: BBBBB6: ${sent('news@here.example')}
        10:31:02 qmgr: BBBBB6: removed
        ${notified('AAAAA2', 'BBBBB7', 32)}
        ${over('BBBBB7', 32)}
        10:32:10 smtpd: CCCCC7: ${LOCALHOST}, orig_queue_id=BBBBB7, orig_client=mail.here.example[192.0.2.1]
        10:32:11 qmgr: CCCCC7: from=<>, ${ACTIVE}
        10:32:12 smtp: CCCCC7: ${unknown('news@here.example')}
        10:32:12 qmgr: CCCCC7: removed
        ${notified('AAAAA2', 'BBBBB8', 33)}
        ${deferred('BBBBB8', 34, full('news@here.example'))}
        10:35:00 cleanup: BBBBB9: message-id=<x@here.example>
        10:35:00 bounce: AAAAA2: sender non-delivery notification: BBBBB9
      `) +
      behind,
  ],
  'notifications whose sender is not named': [
    before +
      log(`
        10:00:00 cleanup: BBBBB1: message-id=<x@here.example>
        10:00:00 bounce: AAAAA1: sender non-delivery notification: BBBBB1
        10:00:01 smtp: BBBBB1: ${full('ann@there.example')}
        10:00:02 smtp: BBBBB1: ${full('bob@there.example')}
        10:00:03 smtp: BBBBB1: ${full('ann@there.example')}
        10:01:00 cleanup: BBBBB2: message-id=<x@here.example>
        10:01:00 bounce: AAAAA1: sender non-delivery notification: BBBBB2
        10:01:01 qmgr: BBBBB2: removed
        10:02:00 cleanup: BBBBB3: message-id=<x@here.example>
        10:02:00 bounce: AAAAA1: sender non-delivery notification: BBBBB3
        10:02:01 smtp: BBBBB3: ${full('ann@there.example')}
        10:02:02 qmgr: BBBBB3: from=<>, status=expired, returned to sender
        10:02:03 qmgr: BBBBB3: removed
      `) +
      behind,
  ],
  'messages that the queue manager of another instance names': [
    before +
      log(`
        ${queued('AAAAA1', deferred('AAAAA1', 10))}
        10:11:00 mx1 postfix-b/smtp: AAAAA2: ${full('ann@there.example')}
        10:11:01 mx1 postfix-b/qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
        ${deferred('AAAAA1', 12, sent('bob@there.example'))}
        ${over('AAAAA1', 13)}
      `) +
      behind,
  ],
  'a notification at the beginning of the log': [
    before +
      log(`
        08:00:10 cleanup: BBBBB1: message-id=<x@here.example>
        08:00:10 bounce: AAAAA1: sender non-delivery notification: BBBBB1
        08:00:10 qmgr: BBBBB1: from=<>, ${ACTIVE}
        08:00:11 smtp: BBBBB1: ${sent('news@here.example')}
        08:00:11 qmgr: BBBBB1: removed
      `) +
      behind,
  ],
  'deferred messages of two hosts, and another instance': [
    before +
      before.replaceAll(' mx1 ', ' mx2 ') +
      log(`
        ${queued('AAAAA1', deferred('AAAAA1', 10))}
        ${queued('AAAAA1', deferred('AAAAA1', 10)).replaceAll(':00 ', ':00 mx2 postfix/')}
        ${queued('AAAAA2', deferred('AAAAA2', 10))}
        ${queued('AAAAA2', deferred('AAAAA2', 10, unknown('bob@there.example'))).replaceAll(':00 ', ':00 mx2 postfix/')}
        10:10:01 smtpd: connect from x[192.0.2.4]
        ${over('AAAAA2', 11)}
        10:11:00 mx2 postfix/smtpd: connect from x[192.0.2.4]
        10:11:00 mx2 postfix/qmgr: AAAAA2: removed
        10:11:00 mx1 postfix-b/smtp: AAAAA1: ${sent('ann@there.example')}
        10:12:00 mx2 postfix/smtp: AAAAA1: ${busy('bob@there.example')}
        10:13:00 mx1 postfix-b/qmgr: BBBBB1: from=<news@here.example>, ${ACTIVE}
        10:14:00 smtp: AAAAA1: ${sent('bob@there.example')}
        ${over('AAAAA1', 15)}
      `) +
      behind,
  ],
  'a failure whose text is too long to be kept': [
    before +
      log(
        ['AAAAA1', 'AAAAA2']
          .map((id) =>
            queued(
              id,
              deferred(id, 10, full('bob@there.example').replace('Mailbox full', `Mailbox full ${'of it '.repeat(70)}`)),
              deferred(id, 11, sent('bob@there.example')),
              over(id, 12),
            ),
          )
          .join('\n'),
      ) +
      behind,
  ],
  'more texts of refusals than are kept, while a message is deferred': [
    before +
      log(`
        ${queued('AAAAA1', deferred('AAAAA1', 10))}
        ${many((id) => `10:20:00 smtpd: ${refused('a@b').replace('Relay', `Relay ${inLetters(id)}`)}\n`)}
        10:30:00 smtp: AAAAA1: ${sent('bob@there.example')}
        ${over('AAAAA1', 31)}
      `) +
      behind,
  ],
  'a failure that comes before all that were counted': [
    before +
      log(`
        07:00:00 smtpd: AAAAA1: ${CLIENT}
        07:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
        07:00:01 smtp: AAAAA1: ${unknown('ann@there.example')}
        07:00:01 qmgr: AAAAA1: removed
      `) +
      behind,
  ],
  'messages that fail with a text of which none was counted, and end in another order than they failed': [
    before +
      log(`
        ${queued('AAAAA1', deferred('AAAAA1', 10, inWords('bob@there.example', 0)))}
        ${queued('AAAAA2', deferred('AAAAA2', 11, inWords('ann@there.example', 0)), deferred('AAAAA2', 12, sent('ann@there.example')), over('AAAAA2', 12))}
        ${queued('AAAAA3', deferred('AAAAA3', 13, inWords('cat@there.example', 0)), deferred('AAAAA3', 14, sent('cat@there.example')), over('AAAAA3', 14))}
        ${deferred('AAAAA1', 15, inWords('bob@there.example', 0))}
        ${deferred('AAAAA1', 16, sent('bob@there.example'))}
        ${over('AAAAA1', 16)}
      `) +
      behind,
  ],
  'messages that fail in one second with such a text, of which the first is over last': [
    before +
      log(`
        ${queued('AAAAA1', deferred('AAAAA1', 10, inWords('bob@there.example', 0)))}
        ${queued('AAAAA2', deferred('AAAAA2', 10, inWords('ann@there.example', 0)), deferred('AAAAA2', 12, sent('ann@there.example')), over('AAAAA2', 12))}
        ${deferred('AAAAA1', 15, sent('bob@there.example'))}
        ${over('AAAAA1', 15)}
      `) +
      behind,
  ],
  'a message that failed with such a text and has no end, and a notification to which that happened': [
    before +
      log(`
        ${queued('AAAAA1', deferred('AAAAA1', 10, inWords('bob@there.example', 0)), notified('AAAAA1', 'AAAAA8', 11), deferred('AAAAA8', 11, inWords('news@here.example', 0)), deferred('AAAAA8', 12, sent('news@here.example')), over('AAAAA8', 12))}
        ${queued('AAAAA2', deferred('AAAAA2', 13, inWords('ann@there.example', 0)), deferred('AAAAA2', 14, unknown('ann@there.example')), over('AAAAA2', 14))}
      `) +
      behind,
  ],
  'a recipient who failed in more ways than are kept together, and one in as many as are': [
    before + log(failsInWays('AAAAA1', 8, 10) + failsInWays('AAAAA2', 6, 30)) + behind,
  ],
  'a tag whose bracket is closed in the next line': [`${before}Jun  5 10:00:00 mx1 dovecot[12\n: blah\n${fails}${behind}`],
  'NULs in the place of the first month': [
    `${log(`08:00:00 smtpd: 0FFFF1: ${CLIENT}`)}\0\0\0\0 5 10:00:00 mx1 postfix/anvil[3]: statistics: x\n${fails}${behind}`,
  ],
  'another year in the last line of a chunk': [
    `${ofNovember('AAAAA1').repeat(3)}Jan  5 10:00:00 mx1 postfix/qmgr[7]: AAAAA2: removed\n`,
    ofNovember('AAAAA3').repeat(3) + behind,
  ],
  'a success without parentheses that goes on': [
    before +
      log(`
        10:00:00 smtpd: AAAAA1: ${CLIENT}
        10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
        10:00:01 local: AAAAA1: to=<bob@here.example>, relay=local, delay=0.1, delays=0/0/0/0, dsn=2.0.0, status=sent forwarded as AAAAA2
        10:00:01 qmgr: AAAAA1: removed
      `) +
      behind,
  ],
  'an ordinary message that is not over': [before + unfinished + behind],
  'two hosts, of which one is not over': [
    before + unfinished + before.replaceAll(' mx1 ', ' mx2 ').replaceAll('08:00:0', '11:00:0') + behind.replace(' mx1 ', ' mx2 '),
  ],
  'an id that a filter named, of a message that lasts': [
    before +
      log(`
        10:00:00 smtpd: AAAAA1: ${CLIENT}
        10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
        10:00:01 smtp: AAAAA1: ${toFilter('bob@there.example', '250 2.0.0 Ok: queued as AAAAA2')}
        10:00:01 qmgr: AAAAA1: removed
        10:00:01 smtpd: AAAAA2: ${CLIENT}
        10:00:01 qmgr: AAAAA2: from=<news@here.example>, ${ACTIVE}
        10:00:50 smtp: AAAAA3: ${unknown('eve@there.example')}
        10:00:51 smtp: AAAAA2: ${full('bob@there.example')}
        10:05:51 smtp: AAAAA2: ${sent('bob@there.example')}
        10:05:51 qmgr: AAAAA2: removed
      `) +
      behind,
  ],
  'a line on a day that there is not': [
    log(`
      10:01:36 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
      10:06:52 smtpd: AAAAA2: ${CLIENT}
      10:06:52 qmgr: AAAAA2: from=<news@here.example>, ${ACTIVE}
      10:06:52 cleanup: AAAAA1: message-id=<x@there.example>
    `) +
      'Jun 31 10:00:00 mx1 postfix/bounce[97]: AAAAA2: sender non-delivery notification: AAAAA1\n' +
      log(`10:08:50 smtp: AAAAA1: ${unknown('ann@there.example')}`) +
      behind,
  ],
  'an owner of whom only an expiry is known': [
    log(`
      08:00:00 qmgr: 0FFFF1: from=<news@here.example>, status=expired, returned to sender
      10:00:00 smtpd: AAAAA1: ${CLIENT}
      10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
      10:00:01 smtp: AAAAA1: ${sent('bob@there.example')}
      10:00:01 qmgr: AAAAA1: removed
      11:00:00 mx1 postfix-b/qmgr: AAAAA5: from=<news@here.example>, ${ACTIVE}
      11:00:01 smtp: AAAAA5: ${full('bob@there.example')}
      11:00:02 mx1 postfix-b/smtp: AAAAA5: ${sent('cat@there.example')}
      11:00:03 mx1 postfix-b/qmgr: AAAAA5: removed
      11:00:04 smtp: AAAAA5: ${sent('bob@there.example')}
      11:00:04 qmgr: AAAAA5: removed
    `) + behind,
  ],
  'an ordinary message that ends the log': [before + log(ordinary('AAAAA1', '10:00:00', '10:00:09')) + behind],
  'more recipients at once than are kept together': [
    before +
      log(
        many(
          (id) => `
          10:00:00 smtpd: ${id}: ${CLIENT}
          10:00:00 qmgr: ${id}: from=<news@here.example>, ${ACTIVE}
          ${['a', 'b', 'c', 'd'].map((to) => `10:00:01 smtp: ${id}: to=<${to}@d>, relay=x, delay=1, dsn=2.0.0, status=sent (250)`).join('\n')}
          10:00:01 qmgr: ${id}: removed`,
        ),
      ) +
      behind,
  ],
  'an id that is another message of another instance': [
    before +
      log(`
        10:00:00 mx1 postfix-b/qmgr: BBBBB1: from=<news@here.example>, ${ACTIVE}
        10:00:01 smtpd: AAAAA1: ${CLIENT}
        10:00:01 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
        10:00:02 mx1 postfix-b/smtpd: AAAAA1: ${CLIENT}
        10:00:02 mx1 postfix-b/qmgr: AAAAA1: from=<shop@here.example>, ${ACTIVE}
        10:00:03 mx1 postfix-b/smtp: AAAAA1: ${full('ann@there.example')}
        10:00:03 smtp: AAAAA1: ${sent('bob@there.example')}
        10:00:04 qmgr: AAAAA1: removed
        10:00:05 mx1 postfix-b/smtp: AAAAA1: ${unknown('ann@there.example')}
        10:00:05 mx1 postfix-b/qmgr: AAAAA1: removed
      `) +
      behind,
  ],
  'an id whose message before has no end': [
    before +
      log(`
        10:00:00 smtpd: AAAAA1: ${CLIENT}
        10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
        10:00:01 smtp: AAAAA1: ${full('bob@there.example')}
        ${ordinary('AAAAA1', '12:00:00', '12:00:09')}
      `) +
      behind,
  ],
  'a message under such an id that just begins': [
    before +
      log(`
        10:00:01 smtp: AAAAA1: ${full('bob@there.example')}
        ${ordinary('AAAAA2', '11:00:00')}
        12:00:00 smtpd: AAAAA1: ${CLIENT}
        12:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
      `) +
      behind,
  ],
  'a mail of this host, when a later message stands before what names it': [
    before +
      log(`
        ${ownMail('AAAAA1')}
        ${ordinary('AAAAA2', '10:00:45')}
        ${ordinary('AAAAA3', '10:00:05')}
        10:00:06 bounce: AAAAA4: sender non-delivery notification: AAAAA1
      `) +
      behind,
  ],
  'a mail of this host, when a later message and an earlier failure stand before what names it': [
    before +
      log(`
        ${ownMail('AAAAA1')}
        ${ordinary('AAAAA2', '10:00:45')}
        10:00:05 smtp: AAAAA3: ${unknown('bob@there.example')}
        10:00:06 bounce: AAAAA4: sender non-delivery notification: AAAAA1
      `) +
      behind,
  ],
  'mails of this host, when a message stands before what names the last of them': [
    before +
      log(`
        ${['AAAAA1', 'AAAAA2', 'AAAAA3', 'AAAAA4', 'AAAAA5', 'AAAAA6'].map(ownMail).join('')}
        ${ordinary('AAAAA7', '10:00:45')}
        10:00:06 bounce: AAAAA8: sender non-delivery notification: AAAAA5
      `) +
      behind,
  ],
  'a failure on a day that there is not, behind an ordinary message': [
    before +
      log(ordinary('AAAAA1', '10:00:00')) +
      `Jun 31 10:00:00 mx1 postfix/smtp[97]: AAAAA2: ${unknown('bob@there.example')}\n` +
      behind,
  ],
  'a filter that hands a mail back on such a day': [
    before +
      log(ordinary('AAAAA1', '10:00:00')) +
      `Jun 31 10:00:00 mx1 postfix/smtp[97]: AAAAA2: ${toFilter('bob@there.example', '250 2.0.0 Ok: queued as AAAAA3')}\n` +
      behind,
  ],
  'a notification that is named when it is over': [
    before +
      log(`
        10:00:00 smtpd: AAAAA1: ${CLIENT}
        10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
        10:00:01 smtp: AAAAA1: ${unknown('bob@there.example')}
        10:00:01 cleanup: AAAAA2: message-id=<x@here.example>
        10:00:01 qmgr: AAAAA2: from=<>, ${ACTIVE}
        10:00:02 smtp: AAAAA2: ${sent('news@here.example')}
        10:00:02 qmgr: AAAAA2: removed
        10:00:03 bounce: AAAAA1: sender non-delivery notification: AAAAA2
        10:00:03 qmgr: AAAAA1: removed
      `) +
      behind,
  ],
  'more ids at once than have a place': [
    before +
      log(
        many(
          (id) => `
          10:00:00 smtpd: ${id}: ${CLIENT}
          10:00:00 qmgr: ${id}: from=<news@here.example>, ${ACTIVE}
          10:00:01 smtp: ${id}: ${full('bob@there.example')}`,
        ) +
          many(
            (id) => `
          10:05:02 smtp: ${id}: ${sent('bob@there.example')}
          10:05:02 qmgr: ${id}: removed`,
          ),
      ) +
      behind,
  ],
  'a masked id that reads like a warning': [before + log(`10:00:01 smtp: warning: ${unknown('bob@there.example')}`) + behind],
  'a refusal of postscreen without NOQUEUE': [
    before +
      log('10:00:01 postscreen: reject: RCPT from [192.0.2.4]:25: 550 5.7.1 no; from=<c@d>, to=<a@b>, proto=ESMTP, helo=<x>') +
      behind,
  ],
  'an hour that comes twice': [before + at(inAutumn) + behind],
  'an hour that there is not': [before + at(inAutumn.map((stamp) => stamp.replace('Oct 25', 'Mar 29'))) + behind],
  'half an hour that there is not': [before + at(inAutumn.map((stamp) => stamp.replace('Oct 25', 'Oct  4'))) + behind],
  'a year that ends between two lines of an hour': [
    before + at(['Jan  1 00:00:01', 'Dec 31 23:59:58', 'Jan  1 00:00:02', 'Jun  1 00:00:02', 'Jan  1 00:00:03']) + behind,
  ],
  'stamps of RFC 3339': [
    before +
      at(
        [
          '01:59:59.999999',
          '02:00:00.1234',
          '02:00:60.5',
          '02:61:00.5',
          '02:10:00.',
          '02:10:01',
          '03:00:00.001',
          '02:00:00.001',
        ].flatMap((time) => [
          `2030-10-27T${time}+02:00`,
          `2030-10-27T${time}Z`,
          `2030-10-27T${time}+01:00`,
          `2030-10-27T${time}+01:00`,
        ]),
      ) +
      behind,
  ],
  'stamps that have no offset, or one without a colon': [
    before +
      at(['123+0200', '193+0200', '750604+0200', '750604', '1750604', '2750604'].map((end) => `2030-10-27T02:00:01.${end}`)) +
      at(['2030-10-27T02:00:01', '2030-10-27T02:00:01+0200', '2030-10-27T02:00:11+0200']) +
      behind,
  ],
  'a mail whose header a milter refused, and one whose header it changed': [
    before +
      log(
        ['reject', 'replace']
          .map((what) => `10:00:05 smtpd: NOQUEUE: milter-header-${what}: ${refused('a@b').slice(17)}`)
          .join('\n'),
      ) +
      behind,
  ],
  'a queue manager of another instance in a line of another form': [
    before +
      log(`10:00:00 mx1 postfix-b/qmgr: BBBBB1: from=<news@here.example>, ${ACTIVE}`).replace('Jun', '<22>Jun') +
      log(ordinary('AAAAA1', '10:00:01', '10:00:09')) +
      log(`10:00:10 smtpd: AAAAA2: ${CLIENT}\n10:00:10 qmgr: AAAAA2: from=<news@here.example>, ${ACTIVE}`) +
      behind,
  ],
  'a message that is told of late, and was later than what ended before': [
    before +
      log(`
        6 10:00:00 smtpd: AAAAA1: ${CLIENT}
        6 10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
        10:00:09 qmgr: AAAAA3: from=<news@here.example>, ${ACTIVE}
        ${fromFilter('AAAAA2', '10:00:10')}
        10:00:12 smtp: AAAAA1: ${full('bob@there.example')}
        10:00:13 smtp: AAAAA3: ${toFilter('bob@there.example', '250 2.0.0 Ok: queued as AAAAA2')}
      `) +
      behind,
  ],
  'a message under an id whose message before was later': [
    before +
      log(`
        10:00:50 cleanup: AAAAA1: message-id=<x@here.example>
        10:01:00 local: AAAAA1: to=<bob@here.example>, relay=local, delay=1, dsn=2.0.0, status=sent (forwarded as AAAAA6)
        10:00:02 smtpd: AAAAA1: ${CLIENT}
        10:00:02 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
        ${fromFilter('AAAAA2', '10:00:05')}
        10:00:40 pickup: AAAAA3: uid=0 from=<news> orig_id=AAAAA2
        10:00:40 qmgr: AAAAA3: from=<news@here.example>, ${ACTIVE}
      `) +
      behind,
  ],
  'a refusal that is earlier than one before it': [
    before +
      log(`
        10:00:05 smtpd: ${refused('a@there.example')}
        10:00:06 smtpd: ${refused('b@there.example')}
        10:00:04 smtpd: ${refused('c@there.example')}
        10:00:07 smtpd: ${refused('d@There.example')}
      `) +
      behind,
  ],
  'an id that was named as a notification': [
    before +
      log(`
        10:00:00 bounce: AAAAA1: sender non-delivery notification: AAAAA2
        10:00:00 smtpd: AAAAA2: ${CLIENT}
        10:00:00 qmgr: AAAAA2: from=<news@here.example>, ${ACTIVE}
        10:00:01 smtp: AAAAA2: ${sent('bob@there.example')}
        10:00:01 qmgr: AAAAA2: removed
      `) +
      behind,
  ],
};

const IDS = ['AAAAA1', 'AAAAA2', '4F1A21B0C3', '3yRXxF2Qk4z1Tb', '4F1A21B0C4'] as const;
const RECIPIENTS = ['bob@there.example', 'ann@there.example', 'a"b>, c@there.example'] as const;
type Line = readonly [program: string, text: string];
type Text = (id: string, other: string, recipient: string) => Line | readonly Line[];

const sentFor = (to: string, original: string) =>
  `to=<${to}>, orig_to=<${original}>, relay=virtual, delay=0.1, delays=0.1/0/0/0, dsn=2.0.0, status=sent (ok)`;

/** A message that was submitted here and delivered under another address. */
const submitted: Text = (id, _, to) => [
  ['pickup', `${id}: uid=0 from=<root>`],
  ['cleanup', `${id}: message-id=<x@here.example>`],
  ['qmgr', `${id}: from=<root@here.example>, ${ACTIVE}`],
  ['virtual', `${id}: ${sentFor(to, 'all@here.example')}`],
  ['virtual', `${id}: ${sentFor('ann@there.example', 'all@here.example')}`],
  ['qmgr', `${id}: removed`],
];

/** A whole message whose lines stand together. */
const whole: Text = (id, _, to) => [
  ['smtpd', `${id}: ${CLIENT}`],
  ['qmgr', `${id}: from=<news@here.example>, ${ACTIVE}`],
  ['smtp', `${id}: ${sent(to)}`],
  ['qmgr', `${id}: removed`],
];

/** A whole message that was tried more than once. */
const tried: Text = (id, _, to) => [
  ['smtpd', `${id}: ${CLIENT}`],
  ['qmgr', `${id}: from=<news@here.example>, ${ACTIVE}`],
  ['smtp', `${id}: ${full(to)}`],
  ['qmgr', `${id}: from=<news@here.example>, ${ACTIVE}`],
  ['smtp', `${id}: ${busy(to)}`],
  ['smtp', `${id}: ${sent('ann@there.example')}`],
  ['smtp', `${id}: ${full(to)}`],
  ['smtp', `${id}: ${sent(to)}`],
  ['qmgr', `${id}: removed`],
];

/** A message that bounces, and its notification. */
const returned: Text = (id, other, to) => [
  ['smtpd', `${id}: ${CLIENT}`],
  ['qmgr', `${id}: from=<news@here.example>, ${ACTIVE}`],
  ['smtp', `${id}: ${unknown(to)}`],
  ['cleanup', `${other}: message-id=<x@here.example>`],
  ['bounce', `${id}: sender non-delivery notification: ${other}`],
  ['qmgr', `${other}: from=<>, ${ACTIVE}`],
  ['qmgr', `${id}: removed`],
  ['smtp', `${other}: ${sent('news@here.example')}`],
  ['qmgr', `${other}: removed`],
];

/** The first lines of such messages. */
const triedOnly: Text = (...names) => (tried(...names) as readonly Line[]).slice(0, 5);
const returnedOnly: Text = (...names) => (returned(...names) as readonly Line[]).slice(0, 6);

/** Lines of all kinds, about few messages, so that anything may follow anything. */
const TEXTS: readonly Text[] = [
  (id) => ['smtpd', `${id}: ${CLIENT}`],
  (id) => ['submission/smtpd', `${id}: ${CLIENT}, sasl_method=PLAIN, sasl_username=ann`],
  (id) => ['smtpd', `${id}: ${LOCALHOST}`],
  (id, other) => ['smtpd', `${id}: ${CLIENT}, orig_queue_id=${other}, orig_client=mail.there.example[192.0.2.3]`],
  (id) => ['cleanup', `${id}: message-id=<x@there.example>`],
  (id) => ['qmgr', `${id}: from=<news@here.example>, ${ACTIVE}`],
  (id) => ['qmgr', `${id}: from=<news@here.example>, status=expired, returned to sender`],
  (id) => ['qmgr', `${id}: from=<news@here.example`],
  (id) => ['qmgr', `${id}: removed`],
  (id) => ['postsuper', `${id}: removed`],
  (id, _, to) => ['smtp', `${id}: ${sent(to)}`],
  (id, _, to) => ['lmtp', `${id}: ${sent(to)}`],
  (id, _, to) => ['smtp', `${id}: ${unknown(to)}`],
  (id, _, to) => ['error', `${id}: ${full(to)}`],
  (id, _, to) => ['smtp', `${id}: ${busy(to)}`],
  (id, _, to) => ['error', `${id}: ${suspended(to)}`],
  (id, other, to) => ['smtp', `${id}: ${toFilter(to, `250 2.0.0 Ok: queued as ${other}`)}`],
  (id, other, to) => ['local', `${id}: to=<${to}>, relay=local, delay=1, dsn=2.0.0, status=sent (forwarded as ${other})`],
  (id, _, to) => [
    'smtp',
    `${id}: to=<${to}>, relay=mx.there.example[192.0.2.9]:25, delay=1, dsn=2.0.0, status=deliverable (250 ok)`,
  ],
  (id, other) => ['bounce', `${id}: sender non-delivery notification: ${other}`],
  (id) => ['bounce', `${id}: sender delay notification: ${id}, or not`],
  (id, other) => ['bounce', `${id}:  notification: ${other}`],
  (id, other) => ['defer', `${id}: sender delay notification: ${other}`],
  (id) => ['pickup', `${id}: uid=0 from=<root>`],
  (id, other) => ['pickup', `${id}: uid=0 from=<root> orig_id=${other}`],
  (id, other) => ['pickup', `${id}: uid=0 from=<a orig_id=${other}>`],
  (id, _, to) => ['virtual', `${id}: ${sentFor(to, 'all@here.example')}`],
  (id, _, to) => ['lmtp', `${id}: ${sentFor(to, 'info@here.example')}`],
  (id, other, to) => ['local', `${id}: ${sentFor('all@here.example', to).replace('(ok)', `(forwarded as ${other})`)}`],
  (id, _, to) => ['virtual', `${id}: ${sentFor(to, 'all@here.example').replace(', relay', ',  relay')}`],
  (id, _, to) => ['smtp', `message repeated 2 times: [ ${id}: ${unknown(to)}]`],
  (id, _, to) => ['smtp', `[ID 197553 mail.info] ${id}: ${unknown(to)}`],
  (id) => ['cleanup', `${id}: reject: header Subject: x from x[192.0.2.4]; from=<a@b> to=<c@d> proto=ESMTP helo=<x>: 5.7.1 no`],
  () => [
    'smtpd',
    'NOQUEUE: reject: RCPT from x[192.0.2.4]: 554 5.7.1 <a@b>: Relay access denied; from=<c@d> to=<a@b> proto=ESMTP helo=<x>',
  ],
  (id, _, to) => [
    'smtpd',
    `${id}: reject: RCPT from x[192.0.2.4]: 550 5.1.1 <${to}>: unknown; from=<c@d> to=<${to}> proto=ESMTP helo=<x>`,
  ],
  (id, _, to) => [
    'cleanup',
    `${id}: milter-reject: END-OF-MESSAGE from x[192.0.2.4]: 5.7.1 no; from=<c@d> to=<${to}> proto=ESMTP`,
  ],
  (id) => ['smtpd', `${id}: reject: DATA from x[192.0.2.4]: 503 5.5.1 <DATA>: no; proto=SMTP`],
  (id) => ['smtpd', `${id}: hold: RCPT from x[192.0.2.4]: wait; from=<c@d> to=<a@b> proto=ESMTP`],
  () => ['smtpd', 'connect from x[192.0.2.4]'],
  () => ['smtpd', 'disconnect from x[192.0.2.4] quit=1 commands=1'],
  () => ['anvil', 'statistics: max cache size 1'],
  () => ['scache', 'message repeated 2 times: [ statistics: start interval]'],
  () => ['scache-b', 'statistics: start interval'],
  (id, _, to) => ['tlsproxy', `${id}: ${unknown(to)}`],
  () => ['smtp', 'words that nobody knows'],
  () => ['unheard-of', 'more of them'],
];

const isLines = (told: Line | readonly Line[]): told is readonly Line[] => typeof told[0] !== 'string';

const line = fc.record({
  text: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...TEXTS) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(whole, submitted, tried, triedOnly, returned, returnedOnly),
    },
  ),
  id: fc.constantFrom(...IDS),
  other: fc.constantFrom(...IDS),
  recipient: fc.constantFrom(...RECIPIENTS),
  /** Seconds since the line before. */
  later: fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.nat(40) },
    { weight: 1, arbitrary: fc.constant(-30) },
  ),
  host: fc.oneof({ weight: 12, arbitrary: fc.constant('mx1') }, { weight: 1, arbitrary: fc.constant('mx2') }),
  instance: fc.oneof(
    { weight: 20, arbitrary: fc.constant('postfix') },
    { weight: 1, arbitrary: fc.constantFrom('postfix-b', 'postfix//x') },
  ),
  /** What somebody did to the line. */
  harm: fc.oneof(
    { weight: 20, arbitrary: fc.constant(null) },
    {
      weight: 1,
      arbitrary: fc.record({ at: fc.nat(120), by: fc.constantFrom('\0', '\n', '[', ']', ':', ' ', '/', '(', '9', '', '\r') }),
    },
  ),
  end: fc.oneof({ weight: 30, arbitrary: fc.constant('\n') }, { weight: 1, arbitrary: fc.constant('\r\n') }),
});

describe('a log that is read at a glance tells what it tells line by line, with', () => {
  test.each(Object.entries(TRAPS))('%s', (_, chunks) => {
    for (const [what, asked] of Object.entries(ASKED)) {
      expect(reading(chunks, true, asked), what).toEqual(reading(chunks, false, asked));
    }
  });

  test('failures that are told when their message is over, and only where none like them was counted', () => {
    const run = newSummary({ delays: false }).startRun();
    const told = vi.spyOn(run, 'failure');
    const fails = (id: string, ...minutes: readonly number[]) =>
      queued(id, ...minutes.map((minute) => deferred(id, minute, inWords('bob@there.example', 0))));
    const taken = (id: string) => `${deferred(id, 20, sent('bob@there.example'))}\n${over(id, 20)}`;
    const both = `${fails('AAAAA1', 10, 12, 14)}${fails('AAAAA2', 11, 13, 15)}\n${taken('AAAAA1')}\n${taken('AAAAA2')}`;
    readingInto(run, [log(both) + behind], true, { delays: false });
    expect(told.mock.calls.map(([, evidence]) => evidence.queueId)).toEqual(['AAAAA1', 'AAAAA1', 'AAAAA1']);
  });

  test('failures that are counted alike behind more texts than kinds have numbers', () => {
    const run = newSummary({ delays: false }).startRun();
    const told = vi.spyOn(run, 'failure');
    const word = (number: number) => `w${inLetters(number.toString(16).padStart(5, '0'))}`;
    const failed = (text: string) => `Jun  5 10:10:00 mx1 postfix/smtp[7]: AAAAA1: ${text}\n`;
    const ofKinds = (first: number) =>
      log(queued('AAAAA1')) +
      Array.from({ length: 24 }, (_, i) =>
        failed(busy(`${'abcd'[i % 4]!}@there.example`).replace('Too many', `Too ${word(first + i)}`)),
      ).join('') +
      log('abcd'.replace(/./g, (name) => `${deferred('AAAAA1', 20, sent(`${name}@there.example`))}\n`) + over('AAAAA1', 20));
    let texts = '';
    for (let kinds = 0; kinds < 0x11000; kinds += 24) texts += ofKinds(kinds);
    const taken = (id: string, minute: number) =>
      log(
        queued(
          id,
          deferred(id, minute, inWords('bob@there.example', 0)),
          deferred(id, minute, sent('bob@there.example')),
          over(id, minute),
        ),
      );
    readingInto(run, [before + texts + taken('AAAAA2', 30) + taken('AAAAA3', 31) + behind], true, { delays: false });
    const ids = told.mock.calls.map(([, evidence]) => evidence.queueId);
    expect(ids.filter((id) => id === 'AAAAA2' || id === 'AAAAA3')).toEqual(['AAAAA2']);
  });

  test('more logs to come, and logs of others between them', () => {
    const first =
      before + log(`10:00:01 smtp: AAAAA1: ${full('bob@there.example')}`) + log(`10:00:02 smtpd: AAAAA2: ${CLIENT}`) + behind;
    const second = before + log(`${ordinary('AAAAA1', '11:00:00')}${ordinary('AAAAA2', '11:00:01')}`) + behind;
    const inTurns = (atAGlance: boolean) => {
      const summaries = [newSummary({}), newSummary({})] as const;
      const [run, others] = [summaries[0].startRun(), summaries[1].startRun()];
      readingInto(run, [first], atAGlance, { year: YEAR });
      readingInto(others, [before + behind], atAGlance, { year: YEAR });
      readingInto(run, [second], atAGlance, { year: YEAR });
      return { reached: [...run.journals].map(standing), counted: summaries.map((summary) => facts(summary.conclude())) };
    };
    expect(inTurns(true)).toEqual(inTurns(false));
    expect(readingAll([[first], [second]], true)).toEqual(readingAll([[first], [second]], false));
  });

  test('logs to come of a host with two queues, of which one alone is named there', () => {
    const first = before + log(ordinary('AAAAA9', '09:00:00').replaceAll(' qmgr', ' mx1 postfix-b/qmgr')) + behind;
    const ofOther = (id: string, text: string) => `10:20:00 mx1 postfix-b/smtp: ${id}: ${text}`;
    const second =
      before +
      log(`
        ${queued('AAAAA1', deferred('AAAAA1', 10))}
        ${queued('AAAAA2')}
        ${ofOther('AAAAA8', full('ann@there.example'))}
        ${ofOther('AAAAA1', sent('ann@there.example'))}
        ${ofOther('AAAAA2', sent('ann@there.example'))}
        ${deferred('AAAAA1', 30, sent('bob@there.example'))}
        ${over('AAAAA1', 30)}
      `) +
      behind;
    for (const asked of [{}, { delays: false }]) {
      expect(readingAll([[first], [second]], true, asked)).toEqual(readingAll([[first], [second]], false, asked));
    }
  });

  test('anything that may follow anything, in chunks of any size', () => {
    const property = fc.property(
      fc.array(line, { minLength: 5, maxLength: 60 }),
      fc.integer({ min: 300, max: 4000 }),
      fc.oneof(fc.constant(ASKED['rows alone']!), fc.constantFrom(...Object.values(ASKED))),
      fc.boolean(),
      (lines, size, asked, isBegun) => {
        let seconds = 36_000;
        const written = lines.map(({ text, id, other, recipient, later, host, instance, harm, end }) => {
          seconds += later;
          const clock = new Date(seconds * 1000).toISOString().slice(11, 19);
          const told = text(id, other, recipient);
          const written = (isLines(told) ? told : [told])
            .map(([program, said]) => `Jun  5 ${clock} ${host} ${instance}/${program}[7]: ${said}`)
            .join(end);
          return (harm === null ? written : written.slice(0, harm.at) + harm.by + written.slice(harm.at + 1)) + end;
        });
        const bytes = (isBegun ? before : '') + written.join('') + behind;
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.slice(i * size, (i + 1) * size));
        expect(reading(chunks, true, asked)).toEqual(reading([bytes], false, asked));
      },
    );
    fc.assert(property, { numRuns: 600 });
  });
});
