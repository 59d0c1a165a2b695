import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findSources } from '../../src/input/find.js';
import type { BounceEvent } from '../../src/model/event.js';
import { Zone } from '../../src/model/zone.js';
import type { InputFormat } from '../../src/scan/input-format.js';
import { scan } from '../../src/scan/scan.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bouncelens-mails-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(name: string, content: string | Buffer): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

interface Notice {
  readonly host?: string;
  readonly queueId?: string;
  readonly recipient?: string;
  readonly action?: string;
  readonly status?: string;
  readonly date?: string;
}

/** A notification as Postfix writes it. */
const notice = ({
  host = 'mx1.example.com',
  queueId = '4F1A2B0',
  recipient = 'user@example.net',
  action = 'failed',
  status = '5.1.1',
  date = 'Mon, 1 Jun 2026 10:00:05 +0000',
}: Notice = {}) => `Return-Path: <>
Date: ${date}
From: MAILER-DAEMON@${host} (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: news@example.com
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="${queueId}.1780000000/${host}"

This is a MIME-encapsulated message.

--${queueId}.1780000000/${host}
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

This is the mail system at host ${host}.

--${queueId}.1780000000/${host}
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; ${host}
X-Postfix-Queue-ID: ${queueId}
X-Postfix-Sender: rfc822; news@example.com

Final-Recipient: rfc822; ${recipient}
Original-Recipient: rfc822;${recipient}
Action: ${action}
Status: ${status}
Remote-MTA: dns; mx.example.net
Diagnostic-Code: smtp; ${action === 'delayed' ? '450 4.2.0' : '550 5.1.1'} <${recipient}>: refused

--${queueId}.1780000000/${host}
Content-Description: Undelivered Message
Content-Type: message/rfc822

Message-ID: <1@example.com>
From: news@example.com
To: ${recipient}
Subject: hello

Hello.

--${queueId}.1780000000/${host}--
`;

const ORDINARY = `Return-Path: <bob@example.org>
Received: from mx.example.org by mx1.example.com; Mon, 1 Jun 2026 10:00:00 +0000
From: Bob <bob@example.org>
To: news@example.com
Subject: lunch
Date: Mon, 1 Jun 2026 10:00:00 +0000
Message-ID: <2@example.org>

At noon?
`;

/** A message in the log of the host mx1: accepted, and one recipient's delivery. */
const life = (
  queueId: string,
  recipient: string,
  end: string,
) => `2026-06-01T10:00:00+00:00 mx1 postfix/smtpd[1]: ${queueId}: client=shop.example.com[192.0.2.9]
2026-06-01T10:00:00+00:00 mx1 postfix/qmgr[2]: ${queueId}: from=<news@example.com>, size=100, nrcpt=1 (queue active)
2026-06-01T10:00:01+00:00 mx1 postfix/smtp[3]: ${queueId}: to=<${recipient}>, relay=mx.example.net[192.0.2.1]:25, delay=1, delays=0/0/0/1, ${end}
2026-06-01T10:00:01+00:00 mx1 postfix/qmgr[2]: ${queueId}: removed
`;
const BOUNCED =
  'dsn=5.1.1, status=bounced (host mx.example.net[192.0.2.1] said: 550 5.1.1 refused (in reply to RCPT TO command))';
const SENT = 'dsn=2.0.0, status=sent (250 2.0.0 Ok)';

async function scanned(
  args: readonly string[],
  { stdin = '', inputFormat }: { stdin?: string | Buffer; inputFormat?: InputFormat } = {},
) {
  const events: BounceEvent[] = [];
  const found = await findSources(args);
  const { inputs, counts, notes } = await scan({
    sources: found.sources,
    stdin: Readable.from([Buffer.from(stdin)], { objectMode: false }),
    inputFormat,
    groupings: [['reason']],
    since: null,
    until: null,
    zone: new Zone('UTC'),
    now: Date.parse('2026-07-01T00:00:00Z'),
    listener: () => ({ event: (event) => events.push(event) }),
  });
  return {
    inputs,
    notes: [...found.notes, ...notes],
    totals: counts.totals,
    events,
    failures: events.filter(({ evidence }) => evidence.action === 'failed'),
  };
}

const recipients = (events: readonly BounceEvent[]) => events.map(({ evidence }) => evidence.recipient);

describe('a file that holds one mail', () => {
  it('is read as such, whatever its name', async () => {
    const { failures, inputs, totals } = await scanned([
      put('bounce.eml', notice()),
      put('another', notice({ recipient: 'two@example.net' })),
    ]);
    expect(recipients(failures).sort()).toEqual(['two@example.net', 'user@example.net']);
    expect(inputs.map(({ kind, mta, messages, records }) => ({ kind, mta, messages, records }))).toEqual([
      { kind: 'mail', mta: 'postfix', messages: 1, records: 1 },
      { kind: 'mail', mta: 'postfix', messages: 1, records: 1 },
    ]);
    expect(totals).toMatchObject({ returned: 2, failed: 0, messages: 0, lines: 0, records: { bounced: 2 } });
  });

  it('may come on standard input', async () => {
    const { failures } = await scanned(['-'], { stdin: notice() });
    expect(recipients(failures)).toEqual(['user@example.net']);
    expect(failures[0]!.evidence).toMatchObject({
      sourceType: 'mail',
      mta: 'postfix',
      host: 'mx1.example.com',
      queueId: '4F1A2B0',
      originalRecipient: 'user@example.net',
      replyCode: 550,
      enhancedStatus: '5.1.1',
      loggedStatus: '5.1.1',
      remoteMta: 'mx.example.net',
      line: 1,
      envelope: { sender: 'news@example.com', messageId: '1@example.com' },
    });
  });

  it('may be compressed', async () => {
    const { failures } = await scanned([put('bounce.gz', gzipSync(notice()))]);
    expect(recipients(failures)).toEqual(['user@example.net']);
    expect(recipients((await scanned(['-'], { stdin: gzipSync(notice()) })).failures)).toEqual(['user@example.net']);
  });

  it('gives no record when it is no bounce, and is understood all the same', async () => {
    const { events, inputs, totals } = await scanned([put('mail.eml', ORDINARY)]);
    expect(events).toEqual([]);
    expect(inputs[0]).toMatchObject({ kind: 'mail', messages: 1, records: 0, error: null });
    expect(totals.returned).toBe(0);
  });

  it('has an id of its own although many mails begin alike', async () => {
    const files = [put('1.eml', notice()), put('2.eml', notice({ queueId: '4F1A2B1' }))];
    const { events } = await scanned(files);
    expect(events).toHaveLength(2);
    expect(new Set(events.map(({ evidence }) => evidence.position.input)).size).toBe(2);
  });
});

describe('an mbox', () => {
  const mbox = (...mails: readonly string[]) =>
    mails.map((mail) => `From MAILER-DAEMON Mon Jun  1 10:00:05 2026\n${mail}\n`).join('');

  it('is read message by message', async () => {
    const text = mbox(notice(), ORDINARY, notice({ recipient: 'two@example.net', queueId: '4F1A2B2' }));
    for (const content of [text, text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r')]) {
      const { failures, inputs } = await scanned([put('mbox', content)]);
      expect(failures.map(({ evidence }) => [evidence.line, evidence.recipient])).toEqual([
        [1, 'user@example.net'],
        [3, 'two@example.net'],
      ]);
      expect(inputs[0]).toMatchObject({ messages: 3, records: 2 });
    }
  });

  it('is read to the place where a compressed one breaks off', async () => {
    const mails = Array.from({ length: 400 }, (_, i) => notice({ recipient: `u${i}@example.net`, queueId: `4F${i}` }));
    const packed = gzipSync(mbox(...mails));
    const { failures, inputs } = await scanned([put('mbox.gz', packed.subarray(0, packed.length - 2000))]);
    expect(inputs[0]!.error?.message).toMatch(/cut short/);
    expect(failures.length).toBeGreaterThan(50);
    expect(new Set(recipients(failures)).size).toBe(failures.length);
  });
});

describe('a Maildir', () => {
  it('is one input, with its folders and flags', async () => {
    put('Maildir/cur/1780000001.M1P1.mx:2,S', notice({ recipient: 'one@example.net' }));
    put('Maildir/new/1780000002.M1P1.mx', notice({ recipient: 'two@example.net' }));
    put('Maildir/tmp/1780000003.M1P1.mx', notice({ recipient: 'unfinished@example.net' }));
    put('Maildir/.Bounces/cur/1780000004.M1P1.mx:2,RS', notice({ recipient: 'three@example.net' }));
    mkdirSync(path.join(folder, 'Maildir/.Bounces/new'));
    put('Maildir/dovecot-uidlist', '3 V1 N1\n');
    const { failures, inputs } = await scanned([path.join(folder, 'Maildir')]);
    expect(recipients(failures).sort()).toEqual(['one@example.net', 'three@example.net', 'two@example.net']);
    expect(inputs.map(({ path: file, messages, records }) => ({ file: path.relative(folder, file), messages, records }))).toEqual(
      [
        { file: 'Maildir/.Bounces', messages: 1, records: 1 },
        { file: 'Maildir', messages: 2, records: 2 },
      ],
    );
  });

  it('may be changed by a mail program while it is read', async () => {
    const file = put('Maildir/new/1780000002.M1P1.mx', notice());
    mkdirSync(path.join(folder, 'Maildir/cur'));
    const found = await findSources([path.join(folder, 'Maildir')]);
    renameSync(file, path.join(folder, 'Maildir/cur/1780000002.M1P1.mx:2,S'));
    const { inputs, counts } = await scan({
      sources: found.sources,
      stdin: Readable.from([]),
      groupings: [],
      since: null,
      until: null,
      zone: new Zone('UTC'),
      now: 0,
    });
    expect(inputs[0]).toMatchObject({ messages: 1, records: 1, error: null });
    expect(counts.totals.returned).toBe(1);
  });
});

describe('mails and logs together', () => {
  const log = () => put('mail.log', life('4F1A2B0', 'user@example.net', BOUNCED) + life('4F1A2B9', 'late@example.net', SENT));

  it('count a failure once that the log has and the notification tells of', async () => {
    const { totals } = await scanned([log(), put('bounce.eml', notice())]);
    expect(totals).toMatchObject({ failed: 1, delivered: 1, returned: 0, recipients: 2 });
  });

  it('count what came back after it was delivered', async () => {
    const { totals } = await scanned([
      log(),
      put('bounce.eml', notice({ host: 'mx.example.net', queueId: '9ABC', recipient: 'late@example.net' })),
    ]);
    expect(totals).toMatchObject({ failed: 1, delivered: 1, returned: 1 });
  });

  it('tell one host from another that uses the same queue id', async () => {
    const { totals } = await scanned([log(), put('bounce.eml', notice({ host: 'mx2.example.com' }))]);
    expect(totals).toMatchObject({ failed: 1, returned: 1 });
  });

  it('tell one recipient from another, without regard to case', async () => {
    const files = [
      put('1.eml', notice({ recipient: 'User@Example.NET' })),
      put('2.eml', notice({ recipient: 'other@example.net' })),
    ];
    const { totals } = await scanned([log(), ...files]);
    expect(totals).toMatchObject({ failed: 1, returned: 1 });
  });

  it('come in any order', async () => {
    const { totals } = await scanned(['-', log()], { stdin: notice() });
    expect(totals).toMatchObject({ failed: 1, returned: 0 });
  });

  it('take a delay warning for the deferral in the log, and count one of another host', async () => {
    const deferred =
      'dsn=4.2.0, status=deferred (host mx.example.net[192.0.2.1] said: 450 4.2.0 refused (in reply to RCPT TO command))';
    const file = put('mail.log', life('4F1A2B0', 'user@example.net', deferred));
    const warning = { action: 'delayed', status: '4.2.0' };
    expect((await scanned([file, put('own.eml', notice(warning))])).totals).toMatchObject({ delayed: 1, returned: 0 });
    expect((await scanned([file, put('other.eml', notice({ ...warning, host: 'relay.example.org' }))])).totals).toMatchObject({
      delayed: 2,
      returned: 0,
    });
  });

  it('count a mail once that is there twice', async () => {
    const mbox = `From MAILER-DAEMON Mon Jun  1 10:00:05 2026\n${notice()}\n`;
    const { totals, events } = await scanned([put('a.eml', notice()), put('b.eml', notice()), put('mbox', mbox)]);
    expect(events).toHaveLength(3);
    expect(totals.returned).toBe(1);
  });
});

describe('--input-format', () => {
  it('overrides what the content tells', async () => {
    const bare = `Subject: Undelivered Mail Returned to Sender\n\n<user@example.net>: host mx.example.net[192.0.2.1] said: 550 5.1.1 no such user\n`;
    expect(recipients((await scanned([put('bare', bare)])).failures)).toEqual([]);
    expect(recipients((await scanned([put('bare', bare)], { inputFormat: 'mail' })).failures)).toEqual(['user@example.net']);
    const { inputs } = await scanned([put('bounce', notice())], { inputFormat: 'postfix' });
    expect(inputs[0]).toMatchObject({ kind: null, messages: 0 });
  });
});

it('memory stays flat over an mbox of any size', () => {
  const script = `
    const { openStream, readMessages } = await import('${path.resolve('dist/input/read.js')}');
    const { MessageFramer } = await import('${path.resolve('dist/input/message-framer.js')}');
    const { Readable } = await import('node:stream');
    const mail = 'From a@example.com Mon Jun  1 10:00:05 2026\\nFrom: a@example.com\\nTo: b@example.com\\n\\n' + 'x'.repeat(70).concat('\\n').repeat(40000) + '\\n';
    let messages = 0;
    const framer = new MessageFramer({ mbox: true, isSeparator: () => true }, { message: () => messages++ });
    const intake = { push: (chunk) => framer.push(chunk), end: () => framer.end(), get position() { return framer.position; }, ready: async () => {} };
    const source = Readable.from((function* () { for (let i = 0; i < 150; i++) yield Buffer.from(mail); })());
    await readMessages(await openStream('(stdin)', source), intake);
    console.log(messages, Math.round(process.resourceUsage().maxRSS / 1024));
  `;
  const [messages, peak] = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
    .split(' ')
    .map(Number);
  expect(messages).toBe(150);
  // 150 messages of 2.8 MB each are 426 MB.
  expect(peak).toBeLessThan(250);
});
