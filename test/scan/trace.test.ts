import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TracedMessage } from '../../src/model/story.js';
import { Zone } from '../../src/model/zone.js';
import { type TraceOptions, trace } from '../../src/scan/trace.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bouncelens-trace-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The story in a log of these lines. Line N of it is the one that is written as the Nth. */
async function storyOf(sought: string, lines: readonly string[], options: Partial<TraceOptions> = {}) {
  const file = path.join(folder, 'mail.log');
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
  return trace({
    sought,
    sources: [{ path: file, named: true }],
    stdin: Readable.from([]),
    since: null,
    until: null,
    zone: new Zone('UTC'),
    ...options,
  });
}

const at = (time: string, program: string, text: string, host = 'mx') =>
  `2026-06-05T${time}+00:00 ${host} postfix/${program}[7]: ${text}`;
const client = (time: string, id: string, host?: string) => at(time, 'smtpd', `${id}: client=app.example.com[192.0.2.9]`, host);
const named = (time: string, id: string, messageId: string, host?: string) =>
  at(time, 'cleanup', `${id}: message-id=<${messageId}>`, host);
const queued = (time: string, id: string, sender = 'news@example.com', host?: string) =>
  at(time, 'qmgr', `${id}: from=<${sender}>, size=900, nrcpt=1 (queue active)`, host);
const removed = (time: string, id: string, host?: string) => at(time, 'qmgr', `${id}: removed`, host);
const delivery = (time: string, id: string, to: string, end: string, relay = 'mx.example.net[192.0.2.1]:25', host?: string) =>
  at(time, 'smtp', `${id}: to=<${to}>, relay=${relay}, delay=1.5, delays=0/0/0/1, ${end}`, host);
const SENT = 'dsn=2.0.0, status=sent (250 2.0.0 Ok)';
const BOUNCED =
  'dsn=5.1.1, status=bounced (host mx.example.net[192.0.2.1] said: 550 5.1.1 User unknown (in reply to RCPT TO command))';
const DEFERRED =
  'dsn=4.2.2, status=deferred (host mx.example.net[192.0.2.1] said: 452 4.2.2 Mailbox full (in reply to RCPT TO command))';

const told = (messages: readonly TracedMessage[]) =>
  messages.map(({ queueId, lines }) => [queueId, lines.map(({ line }) => line)]);
const ends = (messages: readonly TracedMessage[]) =>
  messages.flatMap(({ recipients }) =>
    recipients.map(({ recipient, outcome, continuesAs, attempts, queueSeconds }) => [
      recipient,
      outcome ?? `as ${continuesAs}`,
      attempts,
      queueSeconds,
    ]),
  );

/** A message of five lines. */
const message = (hour: string, id: string, to: string, end = SENT) => [
  client(`${hour}:00:00`, id),
  named(`${hour}:00:00`, id, `${hour}.${id}@app.example.com`),
  queued(`${hour}:00:01`, id),
  delivery(`${hour}:00:02`, id, to, end),
  removed(`${hour}:00:03`, id),
];

describe('a queue id', () => {
  it('is told with every line of it, those that state nothing and those of other programs too, and no line of another', async () => {
    const { story } = await storyOf('AAAAA1', [
      ...message('09', 'BBBBB2', 'b@example.net'),
      client('10:00:00', 'AAAAA1'),
      '2026-06-05T10:00:00+00:00 mx opendkim[8]: AAAAA1: DKIM-Signature field added',
      queued('10:00:01', 'AAAAA1'),
      at('10:00:02', 'smtp', 'AAAAA1: host mx.example.net[192.0.2.1] said: 450 4.2.0 Greylisted (in reply to RCPT TO command)'),
      delivery('10:00:03', 'AAAAA1', 'a@example.net', DEFERRED),
      at('10:00:03', 'smtpd', 'disconnect from app.example.com[192.0.2.9] AAAAA1'),
    ]);
    expect(told(story.messages)).toEqual([['AAAAA1', [6, 7, 8, 9, 10]]]);
    expect(story.messages[0]!.lines[1]!.text).toBe('opendkim[8]: AAAAA1: DKIM-Signature field added');
    expect(story.messages[0]!.lines.map(({ events }) => events.map(({ evidence }) => evidence.action))).toEqual([
      [],
      [],
      [],
      [],
      ['delayed'],
    ]);
    expect(story.messages[0]).toMatchObject({ host: 'mx', origin: null, envelope: { sender: 'news@example.com' } });
    expect(ends(story.messages)).toEqual([['a@example.net', 'open', 1, 1.5]]);
    expect(story.unqueued).toEqual([]);
  });

  it('is parted into its lives', async () => {
    const lines = [...message('09', 'AAAAA1', 'first@example.net', BOUNCED), ...message('11', 'AAAAA1', 'second@example.net')];
    const { messages } = (await storyOf('AAAAA1', lines)).story;
    expect(told(messages)).toEqual([
      ['AAAAA1', [1, 2, 3, 4, 5]],
      ['AAAAA1', [6, 7, 8, 9, 10]],
    ]);
    expect(ends(messages)).toEqual([
      ['first@example.net', 'failed', 1, 1.5],
      ['second@example.net', 'delivered', 1, 1.5],
    ]);
    expect(told((await storyOf('second@example.net', lines)).story.messages)).toEqual([['AAAAA1', [6, 7, 8, 9, 10]]]);
    expect(told((await storyOf('09.AAAAA1@app.example.com', lines)).story.messages)).toEqual([['AAAAA1', [1, 2, 3, 4, 5]]]);
  });

  it('begins another life where the end of the one before was not logged', async () => {
    const lines = [...message('09', 'AAAAA1', 'first@example.net').slice(0, 4), ...message('11', 'AAAAA1', 'second@example.net')];
    expect(told((await storyOf('first@example.net', lines)).story.messages)).toEqual([['AAAAA1', [1, 2, 3, 4]]]);
    expect(told((await storyOf('second@example.net', lines)).story.messages)).toEqual([['AAAAA1', [5, 6, 7, 8, 9]]]);
  });

  it('ends with removed, whatever its next life begins with', async () => {
    const lines = ['first@example.net', 'second@example.net'].flatMap((to) => message('09', 'AAAAA1', to).slice(2));
    expect(told((await storyOf('second@example.net', lines)).story.messages)).toEqual([['AAAAA1', [4, 5, 6]]]);
  });

  it('is told apart from the same id of another instance', async () => {
    const of = (instance: string, line: string) => line.replace(' postfix/', ` ${instance}/`);
    const lines = [
      of('postfix-in', queued('09:00:00', 'BBBBB2')),
      of('postfix-out', queued('09:00:00', 'CCCCC3')),
      of('postfix-in', queued('10:00:00', 'AAAAA1', 'in@example.com')),
      of('postfix-out', queued('10:00:01', 'AAAAA1', 'out@example.com')),
      of('postfix-in', delivery('10:00:02', 'AAAAA1', 'a@example.net', SENT)),
      of('postfix-out', delivery('10:00:02', 'AAAAA1', 'b@example.net', SENT)),
    ];
    expect(told((await storyOf('a@example.net', lines)).story.messages)).toEqual([['AAAAA1', [3, 5]]]);
    expect(told((await storyOf('out@example.com', lines)).story.messages)).toEqual([['AAAAA1', [4, 6]]]);
  });

  it('is one life over all attempts', async () => {
    const lines = [
      ...message('09', 'AAAAA1', 'a@example.net', DEFERRED).slice(0, 4),
      queued('09:30:00', 'AAAAA1'),
      delivery(
        '09:30:00',
        'AAAAA1',
        'a@example.net',
        DEFERRED.replace(
          /\(host.*/,
          '(delivery temporarily suspended: connect to mx.example.net[192.0.2.1]:25: Connection timed out)',
        ),
      ),
      queued('10:00:00', 'AAAAA1'),
      delivery('10:00:01', 'AAAAA1', 'a@example.net', SENT),
      removed('10:00:02', 'AAAAA1'),
    ];
    const { messages } = (await storyOf('AAAAA1', lines)).story;
    expect(told(messages)).toEqual([['AAAAA1', [1, 2, 3, 4, 5, 6, 7, 8, 9]]]);
    expect(ends(messages)).toEqual([['a@example.net', 'delivered', 2, 1.5]]);
  });

  it('belongs to its host', async () => {
    const { messages } = (
      await storyOf('only@example.net', [
        queued('10:00:00', 'AAAAA1', 'x@example.com', 'mx1'),
        queued('10:00:00', 'AAAAA1', 'y@example.com', 'mx2'),
        delivery('10:00:01', 'AAAAA1', 'only@example.net', SENT, undefined, 'mx2'),
      ])
    ).story;
    expect(told(messages)).toEqual([['AAAAA1', [2, 3]]]);
    expect(messages[0]).toMatchObject({ host: 'mx2', envelope: { sender: 'y@example.com' } });
  });

  it('in base 52 is compared with its case', async () => {
    const lines = [queued('10:00:00', '4dj3P4215mzJ9wK'), queued('10:00:00', '4dj3p4215mzJ9wK')];
    expect(told((await storyOf('4dj3p4215mzJ9wK', lines)).story.messages)).toEqual([['4dj3p4215mzJ9wK', [2]]]);
  });

  it('of an expired message has the codes of the last deferral for each recipient', async () => {
    const { messages } = (
      await storyOf('AAAAA1', [
        queued('10:00:00', 'AAAAA1'),
        delivery('10:00:01', 'AAAAA1', 'a@example.net', DEFERRED),
        delivery('10:00:01', 'AAAAA1', 'b@example.net', SENT),
        at('11:00:00', 'qmgr', 'AAAAA1: from=<news@example.com>, status=expired, returned to sender'),
      ])
    ).story;
    const [event, ...others] = messages[0]!.lines[3]!.events;
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      evidence: { action: 'expired', recipient: 'a@example.net', replyCode: 452, line: 4 },
      verdict: { reason: 'mailbox-full' },
    });
    expect(ends(messages)).toEqual([
      ['a@example.net', 'expired', 1, 1.5],
      ['b@example.net', 'delivered', 1, 1.5],
    ]);
  });
});

describe('ties', () => {
  const forward = [
    client('10:00:00', 'AAAAA1'),
    queued('10:00:00', 'AAAAA1'),
    named('10:00:01', 'BBBBB2', 'm@x'),
    delivery('10:00:01', 'AAAAA1', 'team@example.com', 'dsn=2.0.0, status=sent (forwarded as BBBBB2)', 'local'),
    removed('10:00:01', 'AAAAA1'),
    queued('10:00:01', 'BBBBB2'),
    delivery('10:20:00', 'BBBBB2', 'otto@example.net', BOUNCED),
    named('10:20:00', 'CCCCC3', 'n@mx'),
    at('10:20:00', 'bounce', 'BBBBB2: sender non-delivery notification: CCCCC3'),
    queued('10:20:00', 'CCCCC3', ''),
    removed('10:20:00', 'BBBBB2'),
    delivery('10:20:01', 'CCCCC3', 'news@example.org', SENT),
    removed('10:20:01', 'CCCCC3'),
  ];

  it.each(['AAAAA1', 'BBBBB2', 'CCCCC3', 'otto@example.net', 'n@mx'])(
    'tell the whole story of a forward for %s',
    async (sought) => {
      const { messages } = (await storyOf(sought, forward)).story;
      expect(told(messages)).toEqual([
        ['AAAAA1', [1, 2, 4, 5]],
        ['BBBBB2', [3, 6, 7, 9, 11]],
        ['CCCCC3', [8, 10, 12, 13]],
      ]);
      expect(messages.map(({ origin }) => origin)).toEqual([
        null,
        { kind: 'continuation', queueId: 'AAAAA1' },
        { kind: 'notification', queueId: 'BBBBB2' },
      ]);
      expect(ends(messages)).toEqual([
        ['team@example.com', 'as BBBBB2', 1, 1.5],
        ['otto@example.net', 'failed', 1, 1.5],
        ['news@example.org', 'delivered', 1, 1.5],
      ]);
    },
  );

  it('do not reach another life of the id that they name', async () => {
    const lines = [
      ...message('08', 'BBBBB2', 'earlier@example.net'),
      ...forward,
      ...message('12', 'BBBBB2', 'later@example.net'),
    ];
    const { messages } = (await storyOf('AAAAA1', lines)).story;
    expect(told(messages)[1]).toEqual(['BBBBB2', [8, 11, 12, 14, 16]]);
    expect(messages).toHaveLength(3);
    expect(told((await storyOf('later@example.net', lines)).story.messages)).toEqual([['BBBBB2', [19, 20, 21, 22, 23]]]);
  });

  it('lead through a content filter that says so only in its reply', async () => {
    const { messages } = (
      await storyOf('BBBBB2', [
        queued('10:00:00', 'AAAAA1'),
        client('10:00:01', 'BBBBB2'),
        queued('10:00:01', 'BBBBB2'),
        delivery(
          '10:00:01',
          'AAAAA1',
          'a@example.net',
          'dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as BBBBB2)',
          '127.0.0.1[127.0.0.1]:10024',
        ),
        delivery('10:00:02', 'BBBBB2', 'a@example.net', SENT),
        removed('10:00:02', 'BBBBB2'),
      ])
    ).story;
    expect(told(messages)).toEqual([
      ['AAAAA1', [1, 4]],
      ['BBBBB2', [2, 3, 5, 6]],
    ]);
    expect(ends(messages)).toEqual([
      ['a@example.net', 'as BBBBB2', 1, 1.5],
      ['a@example.net', 'delivered', 1, 1.5],
    ]);
  });

  it.each(['AAAAA1', 'BBBBB2'])('reach an id that ended a moment before it is named, from %s', async (sought) => {
    const { messages } = (
      await storyOf(sought, [
        queued('10:00:00', 'AAAAA1'),
        queued('10:00:01', 'BBBBB2'),
        delivery('10:00:01', 'BBBBB2', 'otto@example.net', SENT),
        removed('10:00:01', 'BBBBB2'),
        delivery('10:00:02', 'AAAAA1', 'team@example.com', 'dsn=2.0.0, status=sent (forwarded as BBBBB2)', 'local'),
      ])
    ).story;
    expect(told(messages)).toEqual([
      ['AAAAA1', [1, 5]],
      ['BBBBB2', [2, 3, 4]],
    ]);
  });

  it('are no such where another server names an id of its own', async () => {
    const { messages } = (
      await storyOf('AAAAA1', [
        queued('10:00:00', 'AAAAA1'),
        queued('10:00:00', 'BBBBB2'),
        delivery('10:00:01', 'AAAAA1', 'a@example.net', 'dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as BBBBB2)'),
      ])
    ).story;
    expect(told(messages)).toEqual([['AAAAA1', [1, 3]]]);
    expect(ends(messages)).toEqual([['a@example.net', 'delivered', 1, 1.5]]);
  });

  it('lead back from orig_queue_id= and orig_id=', async () => {
    const filtered = [
      queued('10:00:00', 'AAAAA1'),
      at('10:00:01', 'smtpd', 'BBBBB2: client=localhost[127.0.0.1], orig_queue_id=AAAAA1, orig_client=app[192.0.2.9]'),
      queued('10:00:01', 'BBBBB2'),
      delivery('10:00:02', 'AAAAA1', 'a@example.net', 'dsn=2.0.0, status=sent (250 ok)', 'filter.example.com[192.0.2.3]:10024'),
      delivery('10:00:02', 'BBBBB2', 'a@example.net', BOUNCED),
    ];
    const requeued = [
      queued('10:00:00', 'AAAAA1'),
      delivery('10:00:02', 'AAAAA1', 'a@example.net', DEFERRED),
      at('12:00:00', 'postsuper', 'AAAAA1: requeued'),
      at('12:00:01', 'pickup', 'BBBBB2: uid=89 from=<news@example.com> orig_id=AAAAA1'),
      queued('12:00:01', 'BBBBB2'),
      delivery('12:00:02', 'BBBBB2', 'a@example.net', BOUNCED),
    ];
    for (const lines of [filtered, requeued]) {
      for (const sought of ['AAAAA1', 'BBBBB2']) {
        const { messages } = (await storyOf(sought, lines)).story;
        expect(messages.map(({ queueId }) => queueId)).toEqual(['AAAAA1', 'BBBBB2']);
        expect(ends(messages)).toEqual([
          ['a@example.net', 'as BBBBB2', 1, 1.5],
          ['a@example.net', 'failed', 1, 1.5],
        ]);
      }
    }
  });
});

describe('a message-id', () => {
  const lines = [...message('09', 'AAAAA1', 'a@example.net'), ...message('10', 'BBBBB2', 'b@example.net')];

  it.each(['<10.BBBBB2@app.example.com>', '10.BBBBB2@app.example.com'])('is found: %s', async (sought) => {
    const { messages } = (await storyOf(sought, lines)).story;
    expect(told(messages)).toEqual([['BBBBB2', [6, 7, 8, 9, 10]]]);
    expect(messages[0]!.envelope.messageId).toBe('10.BBBBB2@app.example.com');
  });

  it.each(['10.bbbbb2@app.example.com', '0.BBBBB2@app.example.com', '10.BBBBB2@app.example.co'])(
    'is compared whole, as written: %s is none',
    async (sought) => {
      expect((await storyOf(sought, lines)).story.messages).toEqual([]);
    },
  );

  it('is found where the message was refused before it was queued', async () => {
    const { messages } = (
      await storyOf('odd id', [
        client('10:00:00', 'AAAAA1'),
        at('10:00:00', 'cleanup', 'AAAAA1: message-id=odd id'),
        at(
          '10:00:01',
          'cleanup',
          'AAAAA1: milter-reject: END-OF-MESSAGE from app.example.com[192.0.2.9]: 5.7.1 Spam; from=<a@example.com> to=<b@example.org> proto=ESMTP helo=<app>',
        ),
      ])
    ).story;
    expect(told(messages)).toEqual([['AAAAA1', [1, 2, 3]]]);
    expect(messages[0]!.lines[2]!.events).toMatchObject([{ evidence: { action: 'rejected' } }]);
  });
});

describe('an address', () => {
  const REFUSED =
    'NOQUEUE: reject: RCPT from out.example.org[192.0.2.7]: 550 5.1.1 <Jo@Example.COM>: Recipient address rejected: User unknown; from=<s@example.org> to=<Jo@Example.COM> proto=ESMTP helo=<out>';

  it.each(['Jo@Example.COM', 'jo@example.com', 'JO@EXAMPLE.COM', '<jo@example.com>'])(
    'is found in any case: %s',
    async (sought) => {
      const { story } = await storyOf(sought, [
        queued('10:00:00', 'AAAAA1', 'jO@example.com'),
        queued('10:00:00', 'BBBBB2'),
        delivery('10:00:01', 'BBBBB2', 'jo@EXAMPLE.com', SENT),
        queued('10:00:02', 'CCCCC3'),
        at('10:00:03', 'local', `CCCCC3: to=<root@example.com>, orig_to=<Jo@example.com>, relay=local, delay=1, ${SENT}`),
        at('10:00:04', 'smtpd', REFUSED),
        at('10:00:05', 'smtpd', REFUSED.replaceAll('Jo@', 'Joe@')),
      ]);
      expect(told(story.messages)).toEqual([
        ['AAAAA1', [1]],
        ['BBBBB2', [2, 3]],
        ['CCCCC3', [4, 5]],
      ]);
      expect(story.unqueued).toMatchObject([
        {
          line: 6,
          queueId: null,
          host: 'mx',
          events: [{ evidence: { action: 'rejected', replyCode: 550 }, verdict: { reason: 'user-unknown' } }],
        },
      ]);
    },
  );

  it('is found as the sender who was refused, and where a client was turned away without a reply', async () => {
    const { story } = await storyOf('s@example.org', [
      at('10:00:04', 'smtpd', REFUSED),
      at(
        '10:00:05',
        'smtpd',
        'NOQUEUE: discard: RCPT from out[192.0.2.7]: <out[192.0.2.7]>: Client host; from=<s@example.org> to=<a@example.com> proto=SMTP',
      ),
      at(
        '10:00:06',
        'postscreen',
        'NOQUEUE: reject: RCPT from [192.0.2.7]:25: 450 4.3.2 Service currently unavailable; from=<s@example.org>, to=<a@example.com>, proto=ESMTP, helo=<out>',
      ),
    ]);
    expect(story.unqueued.map(({ line, events }) => [line, events.length])).toEqual([
      [1, 1],
      [2, 0],
      [3, 1],
    ]);
  });

  it.each(['o@example.com', 'jo@example.co', 'example.com', 'jo', 'user@example.net'])(
    'is compared whole, and not with words of a reply: %s is none',
    async (sought) => {
      const { story } = await storyOf(sought, [
        queued('10:00:00', 'AAAAA1', 'jo@example.com'),
        delivery(
          '10:00:01',
          'AAAAA1',
          'x@example.net',
          'dsn=5.1.1, status=bounced (host mx[192.0.2.1] said: 550 5.1.1 <user@example.net> unknown, resent-from=<user@example.net> (in reply to RCPT TO command))',
        ),
        at('10:00:02', 'smtpd', 'warning: user@example.net: no such thing'),
      ]);
      expect([story.messages, story.unqueued]).toEqual([[], []]);
    },
  );
});

describe('the period', () => {
  const lines = [...message('09', 'AAAAA1', 'a@example.net', DEFERRED).slice(0, 4), ...message('11', 'BBBBB2', 'a@example.net')];

  it('restricts the lines that are told, not what is known of their end', async () => {
    const since = Date.parse('2026-06-05T09:00:02Z');
    const until = Date.parse('2026-06-05T11:00:01Z');
    const { story, outside } = await storyOf('a@example.net', lines, { since, until });
    expect(told(story.messages)).toEqual([
      ['AAAAA1', [4]],
      ['BBBBB2', [5, 6]],
    ]);
    expect(outside).toBe(6);
    expect(story.messages[0]!.envelope.sender).toBe('news@example.com');
    expect(ends(story.messages).map(([, outcome]) => outcome)).toEqual(['open', 'delivered']);
  });

  it('leaves out messages without a line in it', async () => {
    const { story } = await storyOf('a@example.net', lines, { since: Date.parse('2026-06-05T10:00:00Z') });
    expect(told(story.messages)).toEqual([['BBBBB2', [5, 6, 7, 8, 9]]]);
  });
});

describe('lines in other forms', () => {
  it('are opened, repeated and read without a prefix', async () => {
    const bare = (line: string) => line.replace(/^.*?\]: /, '');
    const lines = message('10', 'AAAAA1', 'a@example.net', DEFERRED);
    const docker = lines.map((line) => JSON.stringify({ log: `${line}\n`, stream: 'stdout', time: '2026-06-05T10:00:00Z' }));
    for (const form of [docker, lines.map(bare)]) {
      const { messages } = (await storyOf('a@example.net', form)).story;
      expect(told(messages)).toEqual([['AAAAA1', [1, 2, 3, 4, 5]]]);
      expect(ends(messages)).toEqual([['a@example.net', 'open', 1, 1.5]]);
    }
    const record = bare(lines[3]!);
    const repeated = (await storyOf('AAAAA1', [at('10:00:00', 'smtp', `message repeated 3 times: [ ${record}]`)])).story;
    expect(repeated.messages[0]!.lines[0]!.events).toHaveLength(3);
    expect(ends(repeated.messages)).toEqual([['a@example.net', 'open', 3, 1.5]]);
    const bsd = [`Jun  5 10:00:00 mx postfix/smtp[7]: ${record}`, 'Jun  5 10:00:30 mx last message repeated 2 times'];
    const last = (await storyOf('a@example.net', bsd)).story;
    expect(told(last.messages)).toEqual([['AAAAA1', [1, 2]]]);
    expect(last.messages[0]!.lines[1]!.text).toBe('last message repeated 2 times');
    expect(ends(last.messages)).toEqual([['a@example.net', 'open', 3, 1.5]]);
  });
});
