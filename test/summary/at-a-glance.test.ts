import { describe, expect, test } from 'vitest';
import { LineFramer } from '../../src/input/line-framer.js';
import { LogClock } from '../../src/mta/log-clock.js';
import { PostfixReader } from '../../src/mta/postfix/reader.js';
import { newInputReport, type UnparsedExample } from '../../src/scan/input-report.js';
import { LogLines } from '../../src/scan/log-lines.js';
import { facts } from './cut-logs.js';
import { ACTIVE, CLIENT, full, sent, toFilter, unknown } from './lives.js';
import { log, newSummary, UTC, YEAR } from './reading.js';

/** Reads a log as a scan does, in chunks that end where they are told. */
function reading(chunks: readonly string[], atAGlance: boolean, year?: number) {
  const summary = newSummary({});
  const run = summary.startRun();
  const report = newInputReport('mail.log');
  const unparsed: UnparsedExample[] = [];
  const reader = new PostfixReader(run, {
    clock: new LogClock({ zone: UTC, reference: Date.UTC(YEAR + 3, 11, 1), year }),
    ...{ input: 0, successes: false, delays: true, envelopes: false },
    ...(atAGlance ? { messages: run } : {}),
  });
  const lines = new LogLines(reader, report, unparsed, () => {});
  const framer = new LineFramer(lines);
  for (const chunk of chunks) framer.push(Buffer.from(chunk, 'latin1'));
  framer.end();
  lines.end(framer.position);
  const reached = [...run.journals].map(([host, journal]) => [host, journal.state().now, journal.state().owners]);
  return { report, unparsed, reached, counted: facts(summary.conclude()) };
}

/** A glance needs something to begin with, and more behind a line than the line. */
const before = log(`
  08:00:00 smtpd: 0FFFF1: ${CLIENT}
  08:00:00 qmgr: 0FFFF1: from=<news@here.example>, ${ACTIVE}
  08:00:01 smtp: 0FFFF1: ${unknown('eve@there.example')}
  08:00:01 qmgr: 0FFFF1: removed
`);
const behind = `Jun  5 23:00:00 mx1 dovecot: ${'x'.repeat(400)}\n`;
const fails = log(`10:00:01 smtp: AAAAA1: ${unknown('bob@there.example')}`);
const ofNovember = (id: string) => `Nov 20 10:00:00 mx1 postfix/smtp[7]: ${id}: ${unknown('bob@there.example')}\n`;

const TRAPS: Readonly<Record<string, readonly string[]>> = {
  'a tag whose bracket is closed in the next line': [`${before}Jun  5 10:00:00 mx1 dovecot[12\n: blah\n${fails}${behind}`],
  'NULs in the place of the month': [`${before}\0\0\0\0 5 10:00:00 mx1 postfix/anvil[3]: statistics: x\n${fails}${behind}`],
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
  'an ordinary message that is not over': [
    before +
      log(`
        10:00:00 smtpd: AAAAA1: ${CLIENT}
        10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
        10:00:01 smtp: AAAAA1: ${sent('bob@there.example')}
      `) +
      behind,
  ],
  'two hosts, of which one is not over': [
    before +
      log(`
        10:00:00 smtpd: AAAAA1: ${CLIENT}
        10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
        10:00:01 smtp: AAAAA1: ${sent('bob@there.example')}
      `) +
      before.replaceAll(' mx1 ', ' mx2 ').replaceAll('08:00:0', '11:00:0') +
      behind.replace(' mx1 ', ' mx2 '),
  ],
  'a filter that hands a message back before it is told of': [
    before +
      log(`
        10:00:00 smtpd: AAAAA1: ${CLIENT}
        10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
        10:00:01 smtpd: AAAAA2: ${CLIENT}
        10:00:01 qmgr: AAAAA2: from=<news@here.example>, ${ACTIVE}
        10:00:02 smtp: AAAAA2: ${sent('bob@there.example')}
        10:00:02 qmgr: AAAAA2: removed
        10:00:03 smtp: AAAAA1: ${toFilter('bob@there.example', '250 2.0.0 Ok: queued as AAAAA2')}
        10:00:03 qmgr: AAAAA1: removed
      `) +
      behind,
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

describe('a log that is read at a glance tells what it tells line by line, with', () => {
  test.each(Object.entries(TRAPS))('%s', (_, chunks) => {
    for (const year of [undefined, YEAR]) expect(reading(chunks, true, year)).toEqual(reading(chunks, false, year));
  });
});
