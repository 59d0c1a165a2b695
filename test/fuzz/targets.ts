import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import type { Options } from 'yargs';
import { Classifier } from '../../src/classify/classify.js';
import { normalText } from '../../src/classify/normal-text.js';
import { OwnRulesError, parseOwnRules } from '../../src/classify/own-rules.js';
import { embeddedReply, quotedReply } from '../../src/classify/quoted-reply.js';
import { readReply } from '../../src/classify/reply.js';
import { findReply } from '../../src/classify/reply-in-text.js';
import { readConfiguration } from '../../src/cli/configuration.js';
import { UsageError } from '../../src/cli/exit-code.js';
import { REPORT_OPTIONS } from '../../src/cli/options.js';
import { parseTime } from '../../src/cli/time-expression.js';
import { contentOf } from '../../src/input/content.js';
import { type CompressedContent, decompress } from '../../src/input/decompress.js';
import { LineFramer } from '../../src/input/line-framer.js';
import { LONGEST_MESSAGE, MessageFramer } from '../../src/input/message-framer.js';
import { readMail } from '../../src/mail/mail-reader.js';
import { isFromLine, mailShapeOf, mayBecomeMail } from '../../src/mail/mail-shape.js';
import { DEFAULT_GROUPING, type Dimension } from '../../src/model/dimension.js';
import { wordingOf } from '../../src/model/wording.js';
import { LogClock } from '../../src/mta/log-clock.js';
import { Glance } from '../../src/mta/postfix/glance.js';
import { leadingQueueIdEnd, maskedQueueIdEnd, queueIdEnd } from '../../src/mta/postfix/queue-id.js';
import { PostfixReader } from '../../src/mta/postfix/reader.js';
import { SyslogPrefix } from '../../src/mta/syslog-prefix.js';
import { WrappedLines } from '../../src/mta/wrapped-line.js';
import { readExisting } from '../../src/report/suppression-list.js';
import { readThreshold } from '../../src/report/threshold.js';
import { bareDiagnostic, diagnosticOfJson, readDiagnostic } from '../../src/scan/diagnostic.js';
import { newInputReport } from '../../src/scan/input-report.js';
import { LogLines } from '../../src/scan/log-lines.js';
import { SummaryFileError } from '../../src/summary/summary-file.js';
import { cut, facts } from '../summary/cut-logs.js';
import { LIVES } from '../summary/lives.js';
import { newSummary, readInto, UTC, YEAR } from '../summary/reading.js';
import { readAgain, written } from '../summary/written.js';
import { LONGEST_INPUT } from './mutation.js';
import * as seeds from './seeds.js';

/** A reader, and what it must do with whatever it is given: anything but an error, or the error that it is said to throw. */
export interface Target {
  readonly name: string;
  readonly seeds: () => readonly Buffer[];
  /** What means something in the format, and is put where it does not belong. */
  readonly words: readonly string[];
  readonly run: (bytes: Buffer) => unknown;
}

const GROUPINGS: readonly (readonly Dimension[])[] = [
  DEFAULT_GROUPING,
  ['recipientDomain'],
  ['sender'],
  ['remoteMta', 'remoteIp'],
];
const REFERENCE = Date.UTC(YEAR, 7, 1);

const STAMPS = [
  'Jun  5 10:00:00 mx1 ',
  '2026-06-05T10:00:00.123456+02:00 mx1 ',
  '<22>1 2026-06-05T10:00:00Z mx1 ',
  'Feb 29 ',
  'Dec 31 23:59:60 ',
];
const LOG_WORDS = [
  ...STAMPS,
  'postfix/smtp[1]: ',
  'postfix/qmgr[',
  'postfix-out/smtpd',
  ': ',
  'AAAAA1: ',
  '4cGhTz6XYZz9rB: ',
  'NOQUEUE: reject: RCPT from ',
  'removed',
  'to=<',
  'orig_to=<',
  'from=<>',
  '>, ',
  ', ',
  'relay=',
  '[192.0.2.1]:25',
  '[IPv6:',
  'delay=',
  'dsn=5.1.1',
  'status=bounced (',
  'status=deferred (',
  'status=expired, returned to sender',
  'status=sent (250 2.0.0 Ok: queued as ',
  'forwarded as ',
  'sender non-delivery notification: ',
  'said: 550-5.1.1 ',
  '(in reply to RCPT TO command))',
  'lost connection with ',
  'orig_queue_id=',
  'milter-reject: END-OF-MESSAGE from ',
  'client=',
  'sasl_username=',
  'message-id=<',
  'last message repeated 3 times',
  'message repeated 2 times: [',
  ')',
  '(',
  '\\',
  '"',
  '\n',
  '\r\n',
  '\r',
  '\0',
  '\t',
  '\x1b[31m',
  '\xff\xfe',
  '\xc3',
  '\u00e9',
  'proto=ESMTP helo=<',
];
const REPLY_WORDS = [
  '550 ',
  '550-',
  '5.1.1 ',
  '4.',
  '421',
  'said: ',
  '<<< ',
  ' 554 5.7.0 ',
  'from MTA(',
  '): ',
  "'",
  '"',
  '<a@b.example>',
  'https://',
  '[192.0.2.1]',
  '#',
  '=',
  '\\',
  '\n',
  '\r\n',
  '\t',
  'user unknown',
  'quota',
  'spamhaus',
  '\xe9',
  '\u0131',
  'host ',
  '(in reply to ',
  'x',
];
const MAIL_WORDS = [
  'Content-Type: multipart/report; report-type=delivery-status; boundary="',
  'boundary=',
  '--b\n',
  '--b--\n',
  '\n\n',
  '\r\n',
  '\r',
  '\n ',
  'Content-Type: message/rfc822\n\n',
  'Content-Type: message/delivery-status\n\n',
  'Content-Transfer-Encoding: base64\n',
  'quoted-printable',
  '=?utf-8?B?',
  '=?iso-2022-jp?q?',
  '?=',
  '=\n',
  '=3D',
  'charset=',
  'iso-2022-jp',
  'utf-7',
  'shift_jis',
  'gb18030',
  '+AGA-',
  '\x1b$B',
  '\x1b(B',
  'Final-Recipient: rfc822; ',
  'Original-Recipient:',
  'Action: failed\n',
  'Status: 5.1.1\n',
  'Diagnostic-Code: smtp; 550-',
  'Reporting-MTA: dns; ',
  'X-Failed-Recipients: ',
  'Feedback-Type: abuse\n',
  'Auto-Submitted: ',
  'Subject: ',
  'From: MAILER-DAEMON',
  '<',
  '>',
  '@',
  '(',
  ')',
  '"',
  ';',
  ',',
  ':',
  '<div>',
  '</div>',
  '<!--',
  '&#x',
  '&amp;',
  '> ',
  '----- Original message -----\n',
  'begin 644 x\n',
  '\0',
  '\xff',
  '\u00a0',
];
const JSON_WORDS = [
  '{',
  '}',
  '[',
  ']',
  '"',
  '\\',
  '\\u0000',
  ':',
  ',',
  'null',
  '1e999',
  '"__proto__"',
  '"MESSAGE"',
  '"log"',
  '"stream"',
  '"time"',
  '"rules"',
  '"patterns"',
  '"id"',
  '"reason"',
  '\n',
  '\x1e',
  'MESSAGE=',
  '__REALTIME_TIMESTAMP=',
  'MESSAGE\n',
  '\0',
  ' stdout P ',
  ' stdout F ',
];
const BINARY_WORDS = [
  '\0',
  '\xff',
  '\x1f\x8b\x08',
  '\x28\xb5\x2f\xfd',
  '\xfd7zXZ\0',
  'BZh9',
  'BZh',
  '1AY&SY',
  '\x17rE8P\x90',
  '\x50\x2a\x4d\x18',
  '\xff\xff\xff\xff',
  '\x80\x80\x80\x80',
  'YZ',
];

const wish = { groupings: GROUPINGS, mails: true };
const text = (bytes: Buffer) => bytes.toString('utf8');

/** Only the error that is made for it may be thrown. */
function refuses(kind: new (...args: never[]) => Error, read: () => unknown): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof kind)) throw error;
  }
}

function* chunks(bytes: Buffer, size: number): Iterable<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Pieces of a size that the content chooses; what is long comes in pieces of one size, so that times can be compared. */
const someSize = (bytes: Buffer): number => (bytes.length > LONGEST_INPUT ? 4096 : 1 + ((bytes.length * 7919) % 5000));

/** How the lines of a log are read: each by itself, with all that it tells; each by itself, or at a glance where that is possible. */
type Way = 'in full' | 'one by one' | 'at a glance';

/** A whole log through everything that reads one, into counts. @param size that of the chunks in which it comes. */
function readLog(bytes: Buffer, size: number, way: Way = 'in full') {
  const isFull = way === 'in full';
  const summary = newSummary(wish);
  const run = summary.startRun();
  const report = newInputReport('mail.log');
  const glance = way === 'at a glance' ? Glance.lend()! : null;
  const reader = new PostfixReader(run, {
    clock: new LogClock({ zone: UTC, reference: REFERENCE }),
    input: 0,
    successes: isFull ? 'full' : 'none',
    delays: true,
    envelopes: isFull ? 'full' : 'none',
    ...(glance === null ? {} : { messages: run, glance }),
  });
  const lines = new LogLines(reader, report, [], () => {});
  const framer = new LineFramer(lines, 0, glance?.block);
  for (const chunk of chunks(bytes, size)) framer.push(chunk);
  framer.end();
  lines.end(framer.position);
  glance?.giveBack();
  assert.equal(framer.position, bytes.length);
  return { summary, report };
}

function log(bytes: Buffer): void {
  const whole = readLog(bytes, Math.max(1, bytes.length));
  const parts = readLog(bytes, someSize(bytes));
  assert.deepEqual(parts.report, whole.report, 'the chunks in which a log comes change nothing');
  const file = written(whole.summary);
  const again = readAgain(file);
  assert.ok(written(again).equals(file), 'a summary is the same when it was written and read');
  const counted = facts(whole.summary.conclude());
  assert.deepEqual(facts(parts.summary.conclude()), counted);
  assert.deepEqual(facts(readAgain(file, GROUPINGS).conclude()), counted);
  const [each, ...glances] = [
    readLog(bytes, Math.max(1, bytes.length), 'one by one'),
    readLog(bytes, Math.max(1, bytes.length), 'at a glance'),
    readLog(bytes, someSize(bytes), 'at a glance'),
  ].map(({ summary, report }) => ({ report, counted: facts(summary.conclude()) }));
  for (const glance of glances) assert.deepEqual(glance, each, 'a glance tells what the lines tell one by one');
  const { totals } = counted;
  assert.equal(totals.recipients, totals.delivered + totals.failed + totals.expired + totals.open);
  assert.ok(whole.report.unparsedLines <= whole.report.lines);
}

function linesOf(bytes: Buffer, size: number): string[] {
  const found: string[] = [];
  const say = (what: string) => (buf: Buffer, start: number, end: number, offset: number) => {
    assert.ok(start >= 0 && start <= end && end <= buf.length);
    found.push(`${what} ${offset} ${buf.latin1Slice(start, end)}`);
  };
  const framer = new LineFramer({ line: say('line'), overlong: say('overlong') });
  for (const chunk of chunks(bytes, size)) framer.push(chunk);
  framer.end();
  assert.equal(framer.position, bytes.length);
  return found;
}

function messagesOf(bytes: Buffer, size: number): string[] {
  const found: string[] = [];
  let behind = 0;
  const sink = {
    message(message: Buffer, offset: number, length: number) {
      assert.ok(offset >= behind && message.length <= LONGEST_MESSAGE && message.length <= length);
      behind = offset + length;
      found.push(`${offset} ${length} ${message.toString('latin1')}`);
    },
  };
  const framer = new MessageFramer({ mbox: true, isSeparator: isFromLine }, sink);
  for (const chunk of chunks(bytes, size)) framer.push(chunk);
  framer.end();
  assert.ok(behind <= bytes.length);
  return found;
}

const MOST_INFLATED = 4 * 1024 * 1024;

const inflating =
  (content: CompressedContent) =>
  async (bytes: Buffer): Promise<void> => {
    let length = 0;
    const parts = (async function* () {
      yield* chunks(bytes, someSize(bytes));
    })();
    const wrong = await decompress(content, parts, (chunk) => {
      length += chunk.length;
      return length < MOST_INFLATED;
    });
    assert.ok(wrong === null || wrong.length < 500);
  };

const classifier = new Classifier();

function classify(bytes: Buffer): void {
  const one = text(bytes);
  const evidence = readDiagnostic(bareDiagnostic(one));
  const verdict = classifier.classify(evidence);
  assert.deepEqual(new Classifier().classify(evidence), verdict, 'what was judged before changes nothing');
  assert.ok(normalText(one).length <= 2000);
  wordingOf(one, ['a@b.example', null]);
  const given = diagnosticOfJson(one);
  if (typeof given !== 'string') classifier.classify(readDiagnostic(given));
}

function reply(bytes: Buffer): void {
  const one = text(bytes);
  for (const read of [readReply(one), readReply(one, '5.1.1'), findReply(one), embeddedReply(one), quotedReply(one)]) {
    if (read === null) continue;
    if (read.replyCode !== null) assert.ok(read.replyCode >= 200 && read.replyCode <= 599, `a reply code of ${read.replyCode}`);
    if (read.enhancedStatus !== null) assert.match(read.enhancedStatus, /^[245]\.\d{1,3}\.\d{1,3}$/);
  }
}

async function mail(bytes: Buffer): Promise<void> {
  mailShapeOf(bytes);
  mayBecomeMail(bytes);
  const { records } = await readMail(bytes, { input: 0, offset: 0, index: 0 }, 1);
  assert.ok(records.length <= 10_000);
  for (const { evidence } of records) {
    classifier.classify(evidence);
    assert.ok((evidence.diagnostic?.length ?? 0) <= 4_000 && (evidence.recipient?.length ?? 0) <= 500);
    assert.doesNotMatch(evidence.recipient ?? '', /[\r\n]/);
  }
}

/** What may stand in the buffer behind the end of a line. */
const BEHIND = [' ', ':: ', ']: ', '0:00:00 mx1 postfix/smtp[1]: ', '[ID 1 mail.info] '].map((text) => Buffer.from(text));

function prefix(bytes: Buffer): void {
  const clock = new LogClock({ zone: UTC, reference: REFERENCE });
  const read = new SyslogPrefix();
  for (let start = 0; start <= bytes.length; ) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline;
    const found = read.read(bytes, start, end);
    if (found) {
      const time = read.time(clock);
      if (time !== null) assert.ok(Number.isSafeInteger(time.ms) && Math.abs(time.offset) <= 24 * 60);
    }
    for (const behind of BEHIND) {
      const other = new SyslogPrefix();
      const isFound = other.read(Buffer.concat([bytes.subarray(start, end), behind]), 0, end - start);
      assert.equal(isFound, found, 'what stands behind a line changes nothing');
      if (found)
        assert.deepEqual(
          [other.programStart, other.programEnd, other.bodyStart],
          [read.programStart, read.programEnd, read.bodyStart].map((at) => at - start),
        );
    }
    start = end + 1;
  }
}

function queueIds(bytes: Buffer): void {
  for (let at = 0; at < bytes.length; at++) {
    for (const end of [
      queueIdEnd(bytes, at, bytes.length),
      leadingQueueIdEnd(bytes, at, bytes.length),
      maskedQueueIdEnd(bytes, at, bytes.length),
    ])
      assert.ok(end === -1 || (end > at && end <= bytes.length && end - at <= 24));
  }
}

function unwrap(bytes: Buffer): void {
  const wrappers = new WrappedLines();
  for (let start = 0; start <= bytes.length; ) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline;
    const inside = wrappers.unwrap(bytes, start, end);
    if (inside !== null && inside !== 'held') assert.ok(!inside.line.includes(10), 'one line is one line');
    start = end + 1;
  }
  wrappers.finish();
  log(bytes);
}

const RULES = JSON.stringify(
  {
    rules: [
      {
        id: 'house.user-unknown',
        reason: 'user-unknown',
        patterns: { 'no such (user|mailbox|)*here>': 'no such user is here', '^gone$': 'gone' },
        replyCode: [550],
      },
      {
        id: 'house.quota',
        reason: 'mailbox-full',
        type: 'soft',
        patterns: { 'over {20} quota': 'over his quota' },
        enhancedStatus: ['X.2.2'],
        provider: ['google'],
        command: ['RCPT'],
        speaker: 'remote',
      },
    ],
  },
  null,
  1,
);

const START = Buffer.from('bouncelens-summary/1\n');
const someSummaries = () =>
  (['deferredThenDelivered', 'notifiedBefore', 'forwarded', 'filteredQueuedAs', 'expired'] as const).map((life) =>
    inflateSync(
      written(readInto(newSummary(wish), cut(Buffer.from(LIVES[life]).subarray(0, -200), []), wish)).subarray(START.length),
    ),
  );

let folder: string | null = null;

function configuration(bytes: Buffer): void {
  folder ??= mkdtempSync(join(tmpdir(), 'bouncelens-fuzz-'));
  const file = join(folder, 'bouncelens.config.json');
  writeFileSync(file, bytes);
  const known = new Map<string, Options>(Object.entries(REPORT_OPTIONS));
  refuses(UsageError, () => {
    const settings = readConfiguration(file, { BOUNCELENS_TOP: text(bytes).slice(0, 50) }, known);
    for (const name of settings.keys()) assert.ok(known.has(name));
    assert.equal(({} as { format?: unknown }).format, undefined, 'no other object gets an option');
  });
}

function times(bytes: Buffer): void {
  const value = text(bytes);
  for (const one of [value, value.trim()]) {
    refuses(UsageError, () => assert.ok(Number.isSafeInteger(parseTime('since', one, REFERENCE, UTC))));
    const threshold = readThreshold(one);
    if (typeof threshold !== 'string') assert.ok(Number.isFinite(threshold.limit));
  }
}

const of =
  (...texts: readonly string[]) =>
  () =>
    texts.map((one) => Buffer.from(one));

export const TARGETS: readonly Target[] = [
  { name: 'syslog-prefix', seeds: seeds.logLines, words: LOG_WORDS, run: prefix },
  { name: 'postfix', seeds: () => [...seeds.logs(), ...seeds.logLines()], words: LOG_WORDS, run: log },
  {
    name: 'queue-id',
    seeds: seeds.logLines,
    words: ['AAAAA1', '4cGhTz6XYZz9rB', 'z', 'a', '0', ': ', ' to=<', 'NOQUEUE'],
    run: queueIds,
  },
  { name: 'wrapped-line', seeds: seeds.wrapped, words: [...JSON_WORDS, ...STAMPS], run: unwrap },
  { name: 'mail', seeds: seeds.mails, words: MAIL_WORDS, run: mail },
  {
    name: 'mbox',
    seeds: () => [seeds.mailbox(), ...seeds.mails().slice(0, 5)],
    words: [
      '\nFrom ',
      'From a@b Fri Jun  5 10:00:00 2026\n',
      '\n\n',
      '\r\n',
      '\r',
      'Content-Length: 10\n',
      'Content-Length: ',
      '>From ',
    ],
    run(bytes) {
      assert.deepEqual(messagesOf(bytes, someSize(bytes)), messagesOf(bytes, Math.max(1, bytes.length)));
    },
  },
  {
    name: 'lines',
    seeds: () => [...seeds.logs().slice(0, 3), Buffer.alloc(90_000, 'x'), Buffer.alloc(90_000)],
    words: ['\n', '\r\n', '\r', '\0', 'x'],
    run(bytes) {
      assert.deepEqual(linesOf(bytes, someSize(bytes)), linesOf(bytes, Math.max(1, bytes.length)));
    },
  },
  { name: 'gzip', seeds: () => seeds.compressed('gz'), words: BINARY_WORDS, run: inflating('gzip') },
  { name: 'zstd', seeds: () => seeds.compressed('zst'), words: BINARY_WORDS, run: inflating('zstd') },
  { name: 'xz', seeds: () => seeds.compressed('xz'), words: BINARY_WORDS, run: inflating('xz') },
  { name: 'bzip2', seeds: () => seeds.compressed('bz2'), words: BINARY_WORDS, run: inflating('bzip2') },
  {
    name: 'content',
    seeds: () => [...['gz', 'zst', 'xz', 'bz2'].flatMap(seeds.compressed), ...seeds.logs()],
    words: BINARY_WORDS,
    run: contentOf,
  },
  { name: 'reply', seeds: seeds.replies, words: REPLY_WORDS, run: reply },
  {
    name: 'classifier',
    seeds: () => [
      ...seeds.replies(),
      ...seeds.logLines(),
      Buffer.from('{"text":"550 5.1.1 no","replyCode":550,"remoteMta":"mx.example.net"}'),
    ],
    words: [...REPLY_WORDS, '{"text":"', '"}', 'status=bounced (', 'to=<'],
    run: classify,
  },
  {
    name: 'own-rules',
    seeds: of(RULES),
    words: [...JSON_WORDS, '(', ')', '|', '*', '{20}', '>', '^', '$', ' '],
    run: (bytes) => refuses(OwnRulesError, () => parseOwnRules(text(bytes))),
  },
  {
    name: 'summary',
    seeds: someSummaries,
    words: ['\0', '\x01', '\x7f', '\x80', '\xff\xff\xff\xff\xff\xff\xff\x0f', '\xff\x7f', 'AAAAA1', 'UTC', 'sender'],
    run(bytes) {
      for (const file of [Buffer.concat([START, deflateSync(bytes, { level: 1 })]), bytes, Buffer.concat([START, bytes])]) {
        refuses(SummaryFileError, () => {
          const summary = readAgain(file);
          const again = written(summary);
          assert.ok(written(readAgain(again)).equals(again), 'what was read is written the same again');
          summary.conclude();
        });
      }
    },
  },
  {
    name: 'configuration',
    seeds: of('{\n "format": "json",\n "by": ["reason"],\n "top": 10,\n "since": "-24h"\n}\n'),
    words: JSON_WORDS,
    run: configuration,
  },
  {
    name: 'existing-list',
    seeds: of(
      'address,status,why,diagnostic\r\nbob@there.example,new,"user unknown","550 ""no"", he said"\r\nann@there.example,known,x,\'=1+1\r\n',
      '# a list\nbob@there.example\nann@there.example # since June\n\n',
    ),
    words: ['"', '""', ',', '\n', '\r\n', '\r', "'=", ' #', '#', '\ufeff', '\u2028', 'address', '__proto__', '@', '\t'],
    run(bytes) {
      for (const [key, record] of readExisting(text(bytes))) assert.ok(key !== '' && typeof record === 'object');
    },
  },
  {
    name: 'time',
    seeds: of(
      'yesterday',
      '-24h',
      '2026-06-05',
      '2026-06-05T14:00:01.123456+02:00',
      '2026-02-29 10:00Z',
      'bounceRate>5%',
      'reason:user-unknown>=10',
      'failed > 100',
    ),
    words: ['-', ':', '.', 'T', 'Z', '+14:00', '+', '9', '0', ' ', '\n', '%', '>', '=', '-7d'],
    run: times,
  },
];
