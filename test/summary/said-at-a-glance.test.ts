import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dimension } from '../../src/model/dimension.js';
import { facts } from './cut-logs.js';
import { newSummary, readInto, YEAR } from './reading.js';

const GROUPINGS: readonly (readonly Dimension[])[] = [
  ['direction', 'replyCode', 'enhancedStatus', 'loggedStatus', 'reason', 'type', 'provider', 'command'],
  ['wording'],
  ['recipient', 'transport', 'client', 'remoteMta', 'remoteIp', 'reason'],
];
const BY_TEXT: typeof GROUPINGS = [['direction', 'replyCode', 'reason', 'type', 'provider'], ['enhancedStatus']];

/** The summary of a log in one of the two ways to read it. */
function factsOf(bytes: Buffer, groupings: typeof GROUPINGS, lines: 'at a glance' | 'one by one') {
  const wish = { groupings, lines, delays: groupings !== BY_TEXT };
  const summary = newSummary(wish);
  readInto(summary, [{ input: 0, bytes, from: 0, firstLine: 1, reference: Date.UTC(YEAR, 11, 1) }], wish);
  return facts(summary.conclude());
}

/** Both ways must tell the same, with each text for several names, in whatever order they come. */
function expectAlike(said: readonly string[]): void {
  const head = 'Jun  5 10:00:00 mx1 postfix/';
  const lines = [
    `${head}qmgr[7]: AAAAA1: from=<news@here.example>, size=1, nrcpt=1 (queue active)`,
    ...said.map((line) => head + line),
  ];
  const behind = `${head}anvil[7]: ${'x'.repeat(400)}\n`;
  const bytes = Buffer.from(`${lines.join('\n')}\n${behind}`, 'utf8');
  // Where rows are told by texts alone, no record is made of what was said before.
  for (const groupings of [GROUPINGS, BY_TEXT])
    expect(factsOf(bytes, groupings, 'at a glance')).toEqual(factsOf(bytes, groupings, 'one by one'));
  // Of messages that are over, so that the second is counted like the first.
  const messages = [...said, ...said].map((line, i) => {
    const id = `BBBB${i}F`;
    return [
      `${head}smtpd[7]: ${id}: client=mail.here.example[192.0.2.1]`,
      `${head}qmgr[7]: ${id}: from=<news@here.example>, size=1, nrcpt=1 (queue active)`,
      head + line.replace('AAAAA1:', `${id}:`),
      `${head}smtp[7]: ${id}: to=<other@there.example>, relay=mx.there.example[192.0.2.9]:25, delay=1, dsn=2.0.0, status=sent (250 ok)`,
      `${head}qmgr[7]: ${id}: removed`,
    ];
  });
  const ended = Buffer.from(`${lines[0]}\n${messages.flat().join('\n')}\n${behind}`, 'utf8');
  expect(factsOf(ended, BY_TEXT, 'at a glance')).toEqual(factsOf(ended, BY_TEXT, 'one by one'));
}

const failed = (recipient: string, relay: string, status: string, reason: string) =>
  `smtp[7]: AAAAA1: to=<${recipient}>, relay=${relay}, delay=1.5, delays=0/0/1/0, ${status} (${reason})`;

/** Local parts and domains that hold what may be taken for a code, an id or an address. */
const LOCAL = [
  'bob',
  'ann',
  'eve',
  'tom',
  'a.5.1.1',
  '5.1.1',
  '550',
  '550-x',
  '450',
  "o'neil",
  'x=450',
  '4.2.2-full',
  '12345678901a',
  'a+b_c',
  'é',
] as const;
const DOMAINS = [
  'there.example',
  'elsewhere.example',
  'far.example',
  '5.1.1.example',
  '550-a.example',
  '1a.example',
  'x.y',
  'gmail.com',
  '127.0.0.2',
  'a-1234567890123.example',
] as const;
const HOSTS = [
  'mx.there.example[192.0.2.9]',
  'mx.there.example[192.0.2.10]',
  'aspmx.l.google.com[2001:db8::1]',
  'mx.there.example[2001:db8::2]',
  'mx.there.example[2001:db8::]',
  'mta5.am0.yahoodns.net[192.0.2.77]',
  '127.0.0.1[127.0.0.1]',
  'unknown[unknown]',
  'x[private/filter]',
] as const;
const IDS = [
  '4f1a21b0c3d4e5',
  '9f8e7d6c5b4a3',
  'zz1yy2xx3ww4v',
  'abcdefghijkl',
  '1234567890123',
  '5.7.1-12345678901',
  '550-12345678901',
  'a1b2c3d4e5f6.eurprd04',
  '192.0.2.25',
] as const;

/** What texts are put together from; a name is drawn anew for each line. */
const PARTS = [
  '550 ',
  '550-',
  '550 5.1.1 ',
  '451 4.7.1 ',
  '5.7.1',
  '#5.1.1 ',
  'User unknown ',
  'blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/{ip} ',
  'Mailbox full ',
  '<{address}> ',
  '<{address}>: ',
  '{address} ',
  '{domain} ',
  '({domain}) ',
  'host={domain}-{id} ',
  '[{ip}] ',
  '[{ip6}] ',
  '{ip} via {ip}. ',
  'https://{domain}/query?id=1.2.{ip}&ip={ip}&c=bl-{id} ',
  'x/{ip}{ip} ',
  'zen.spamhaus.org={ip} ',
  'zen.spamhaus.org/{ip} ',
  '[{id}] ',
  '{id} - gsmtp',
  'id={id}. ',
  '{id}{id}: ',
  "can't ",
  'said: 550 5.7.1 no ',
  'https://{domain}/x ',
  '? ',
  '(in reply to RCPT TO command)',
  'ü ',
] as const;

const STARTS = [
  'host {host} said: ',
  'host {host} refused to talk to me: ',
  'delivery temporarily suspended: host {host} said: ',
  'delivery temporarily suspended: ',
  'delivery temporarily suspended: connect to {host}:25: Connection timed out ',
  'connect to {host}:25: ',
  'lost connection with {host} while ',
  'conversation with {host} timed out while ',
  'Protocol error: host {host} said: ',
  'host {host} sad: ',
  '',
] as const;

const names = fc.record({
  address: fc.tuple(fc.constantFrom(...LOCAL), fc.constantFrom(...DOMAINS)).map(([local, domain]) => `${local}@${domain}`),
  domain: fc.constantFrom(...DOMAINS),
  host: fc.constantFrom(...HOSTS),
  relay: fc.constantFrom(...HOSTS, 'none', 'virtual'),
  id: fc.constantFrom(...IDS),
  ip: fc.constantFrom('192.0.2.1', '198.51.100.157', '127.0.0.2', '5.1.1.3', '5.111.111', '55.1.1.5', '192.0.2.1.7', '550.1.1.1'),
  ip6: fc.constantFrom(
    '2001:db8::1',
    '2001:db8:550:1::5',
    '::1',
    'fe::',
    '2001:db8::',
    'dead::beef',
    '12:34:56',
    '550:1:2',
    '::ffff:192.0.2.1',
  ),
  isRecipient: fc.boolean(),
});

const filled = (
  form: string,
  { address, domain, host, id, ip, ip6 }: Readonly<Record<'address' | 'domain' | 'host' | 'id' | 'ip' | 'ip6', string>>,
) =>
  form
    .replaceAll('{address}', address)
    .replaceAll('{domain}', domain)
    .replaceAll('{host}', host)
    .replaceAll('{id}', id)
    .replaceAll('{ip}', ip)
    .replaceAll('{ip6}', ip6);

/** A code first, as in most replies, and a few words. */
const words = fc
  .tuple(fc.constantFrom('550 ', '550 ', '451 4.7.1 ', ''), fc.array(fc.constantFrom(...PARTS), { maxLength: 3 }))
  .map(([code, parts]) => code + parts.join(''));
const form = fc.tuple(fc.constantFrom(STARTS[0], STARTS[0], STARTS[0], ...STARTS), words).map(([start, said]) => start + said);

const SAID = 'host mx.there.example[192.0.2.9] said: ';
const bounced = (recipient: string, reason: string, relay = 'mx.there.example[192.0.2.9]:25') =>
  failed(recipient, relay, 'dsn=5.1.1, status=bounced', reason);
const refusal = (reason: string) => `smtpd[7]: NOQUEUE: reject: ${reason}`;
const long = 'a'.repeat(1100);

/** Texts of which the second looks like the first, each in both orders. */
const ALIKE: Readonly<Record<string, readonly [string, string]>> = {
  'a host that is the domain of one recipient': [
    bounced('v@other.example', 'connect to mail.spamhaus.org[192.0.2.1]:25: Connection refused', 'none'),
    bounced('u@spamhaus.org', 'connect to mail.spamhaus.org[192.0.2.1]:25: Connection refused', 'none'),
  ],
  'the domain of one recipient behind the host that failed': [
    bounced('v@other.example', 'connect to mx.there.example[192.0.2.1]:25: listed by spamhaus.org', 'none'),
    bounced('u@spamhaus.org', 'connect to mx.there.example[192.0.2.1]:25: listed by spamhaus.org', 'none'),
  ],
  'a host that failed without an end to its address, as next hop or not': [
    bounced('u@x.example', 'connect to a.spamhaus.org[192.0.2.1 refused', 'a.spamhaus.org[192.0.2.1]:25'),
    bounced('u@x.example', 'connect to a.spamhaus.org[192.0.2.1 refused', 'mx.there.example[192.0.2.9]:25'),
  ],
  'a host that failed whose address is a path': [
    bounced('u@x.example', 'connect to mx.there.example[192.0.2.1]: Connection refused', 'none'),
    bounced('u@x.example', 'connect to mx.there.example[private/zen.spamhaus.org]: Connection refused', 'none'),
  ],
  'hosts that failed with a long text': [
    bounced('u@x.example', `connect to mx.there.example[192.0.2.1]:25: ${'words '.repeat(90)}`, 'none'),
    bounced('u@x.example', `connect to zen.spamhaus.org[192.0.2.1]:25: ${'words '.repeat(90)}`, 'none'),
  ],
  'hosts that failed with IPv6 addresses': [
    bounced('u@x.example', 'connect to mx.there.example[2001:db8::1]:25: Connection refused', 'none'),
    bounced('u@x.example', 'connect to zen.spamhaus.org[2001:db8::2]:25: Connection refused', 'none'),
  ],
  'an address that makes a word an id': [
    bounced('u@x.example', `${SAID}550 see zen.spamhaus.org=192.100.200.100 now`),
    bounced('u@x.example', `${SAID}550 see zen.spamhaus.org=19.1.2.1 now`),
  ],
  'a NUL in the place of a host that failed': [
    bounced('u@x.example', 'connect to mx.there.example[192.0.2.1]:25: blocked', 'mx.there.example[192.0.2.9]:25'),
    bounced('u@x.example', 'connect to \0:25: blocked', 'mx.there.example[192.0.2.9]:25'),
  ],
  'hosts that failed with names as long': [
    bounced('u@x.example', 'connect to m.xx[192.0.2.1]:25: as long', 'none'),
    bounced('u@x.example', 'connect to mx.x[192.0.2.1]:25: as long', 'none'),
  ],
  'hosts of two providers': [
    bounced('u@x.example', 'host gmail-smtp-in.l.google.com[192.0.2.9] said: 421-4.7.0 try later'),
    bounced('u@x.example', 'host mta5.am0.yahoodns.net[192.0.2.77] said: 421-4.7.0 try later'),
  ],
  'an address that one text leaves out': [
    bounced('u@x.example', `${SAID}550 5.1.1 <w@x.example> unknown`),
    bounced('u@x.example', `${SAID}550 5.1.1 <> unknown`),
  ],
  'an address that one refusal leaves out': [
    refusal('RCPT from x[192.0.2.3]: 550 5.1.1 <c@d.example> unknown; from=<a@b> to=<c@d.example> proto=SMTP helo=<h>'),
    refusal('RCPT from x[192.0.2.3]: 550 5.1.1 <> unknown; from=<a@b> to=<> proto=SMTP helo=<h>'),
  ],
  'a provider whose name ends with the domain': [
    bounced('v@other.example', 'lost connection with mail.proofpoint.com[192.0.2.1] while sending RCPT TO', 'none'),
    bounced('u@proofpoint.com', 'lost connection with mail.proofpoint.com[192.0.2.1] while sending RCPT TO', 'none'),
  ],
  'a recipient that goes on with a code': [
    bounced('2abc@x.example', `${SAID}550 5.1.12abc@x.example unknown`),
    bounced('abc@x.example', `${SAID}550 5.1.1abc@x.example unknown`),
  ],
  'a recipient that ends a code': [
    bounced('50-abc@x.example', `${SAID}550-abc@x.example unknown`),
    bounced('foo@x.example', `${SAID}5foo@x.example unknown`),
  ],
  'a recipient that begins with a dash': [
    bounced('-abc@x.example', `${SAID}550-abc@x.example gone`),
    bounced('abc@x.example', `${SAID}550abc@x.example gone`),
  ],
  'a recipient that begins with a sign': [
    bounced('+abc@x.example', `${SAID}550 sorry 5.1.1+abc@x.example unknown`),
    bounced('abc@x.example', `${SAID}550 sorry 5.1.1abc@x.example unknown`),
  ],
  'a domain that begins a code': [
    bounced('u@x.y+5.', `${SAID}550 sorry x.y+5.1.1 foo`),
    bounced('u@x.yz', `${SAID}550 sorry x.yz1.1 foo`),
  ],
  'an id that ends with what introduces a reply': [
    bounced('u@x.example', `${SAID}550 5.7.1 rejected qid1234567said: 452 4.2.2`),
    bounced('u@x.example', `${SAID}550 5.7.1 rejected qid1234567sbid: 452 4.2.2`),
  ],
  'an id that holds a command': [
    bounced('u@x.example', `${SAID}foo helo-12345678901 said: 550 no`),
    bounced('u@x.example', `${SAID}foo abcd-12345678901 said: 550 no`),
  ],
  'an id that a code stands before': [
    bounced('u@x.example', `${SAID}550 sorry 550 5.abc12345678x`),
    bounced('u@x.example', `${SAID}550 sorry 550 9.abc12345678x`),
  ],
  'an id behind an apostrophe': [
    bounced('u@x.example', `${SAID}550 user doesn't1abcdefghij2 exist`),
    bounced('u@x.example', `${SAID}550 user doesn'x1abcdefghij2 exist`),
  ],
  'a refusal without a code': [
    refusal('RCPT from x[192.0.2.3]: blocked using zen.spamhaus.org; from=<a@b> to=<q@zen.spamhaus.org> proto=SMTP helo=<h>'),
    refusal('RCPT from x[192.0.2.3]: blocked using zen.spamhaus.org; from=<a@b> to=<q@other.example> proto=SMTP helo=<h>'),
  ],
  'a refusal of a header': [
    refusal('header foo from x[192.0.2.3]: header foo; from=<a@b> to=<c@d> proto=SMTP helo=<h>'),
    refusal('header foo from x[192.0.2.3]: header foo; from=<a@b> to=<c@d> proto=SMTP helo=<h>: 5.7.1 bad words'),
  ],
  'a host with a very long name': [
    bounced('u@x.example', `host ${long}[192.0.2.9] said: 550 5.1.1 no (in reply to RCPT TO command)`),
    bounced('u@x.example', 'mailbox full', `${long}[192.0.2.9]:25`),
  ],
  'a next hop whose bracket is closed elsewhere': [
    bounced('u@x.example', 'mailbox full', 'foo[bar, delay=1, tls=x]y'),
    bounced('u@x.example', 'mailbox full', 'foo[bar]'),
  ],
  'NULs in a status': [
    failed('u@x.example', 'none', 'dsn=5.1.1\0connect to x, status=bounced', 'connect to y'),
    failed('u@x.example', 'none', 'dsn=5.1.1, status=bounced', 'connect to x\0connect to y'),
  ],
  'a recipient in the place of an address': [
    bounced('a@0.0.0', `${SAID}550 5.7.1 [192.0.2.77] blocked`),
    bounced('a@there.example', `${SAID}550 5.7.1 [192.0.2.77] blocked`),
  ],
  'a line that is cut off': [
    'smtp[7]: AAAAA1: to=<a@b.example>, rela\n=x, delay=1, dsn=5.1.1, status=bounced (foo)',
    bounced('u@x.example', 'foo'),
  ],
  'a line that is too long': [bounced(`${'a'.repeat(70_000)}@b.example`, 'mailbox full'), bounced('a@b.example', 'mailbox full')],
  'a line of another program that is too long': [`smtp[${'7'.repeat(70_000)}]: x`, bounced('a@b.example', 'mailbox full')],
};

describe('what was said means at a glance what it means line by line', () => {
  test.each(Object.entries(ALIKE))('with %s', (_, [one, other]) => {
    expectAlike([one, other]);
    expectAlike([other, one]);
  });

  test('of recipients who were not taken, whatever names stand in it', () => {
    const status = fc.constantFrom(
      'dsn=5.1.1, status=bounced',
      'dsn=4.7.1, status=deferred',
      'status=bounced',
      'dsn=4.2.2, status=SOFTBOUNCE',
    );
    fc.assert(
      fc.property(form, status, fc.array(names, { minLength: 2, maxLength: 6 }), (text, ended, drawn) => {
        expectAlike(
          drawn.map((name) =>
            failed(
              name.isRecipient ? name.address : `${name.address.split('@')[0]}@${name.domain}`,
              `${name.relay}:25`,
              ended,
              filled(text, name),
            ),
          ),
        );
      }),
      { numRuns: 1500 },
    );
  });

  test('of clients that were refused', () => {
    const starts = fc.constantFrom(
      'NOQUEUE: reject: RCPT from {host}: ',
      'NOQUEUE: reject: CONNECT from [{ip}]:4711: ',
      'NOQUEUE: reject: RCPT from x[{ip}]: 554 5.7.1 <{address}>: ',
      'NOQUEUE: reject_warning: RCPT from {host}: ',
      'NOQUEUE: reject: {id}: ',
      'NOQUEUE: milter-reject: RCPT from {host}: 451 4.7.1 ',
      'AAAAA1: reject: RCPT from {host}: 450 4.2.1 ',
      'AAAAA2: milter-reject: END-OF-MESSAGE from {host}: ',
      'AAAAA2: milter-reject: END-OF-MESSAGE from {host}: 5.7.1 ',
      'AAAAA1: hold: header x from {host}: ',
    );
    const ends = fc.constantFrom(
      '; from=<{address}> to=<bob@{domain}> proto=ESMTP helo=<{domain}>',
      '; from=<>, to=<{address}>, proto=ESMTP, helo=<x>',
      '; from=<a@b> to=<{address}> proto=ESMTP helo=<x> sasl_username=ann',
      '; from=<a>b> to=<{address}> proto=ESMTP helo=<x>',
      '; proto=SMTP; from=<a> to=<b> proto=SMTP',
      '; from=<a@b> proto=ESMTP helo=<x>',
      '',
    );
    const program = fc.constantFrom('smtpd[7]: ', 'postscreen[7]: ', 'submission/smtpd[7]: ', 'cleanup[7]: ');
    fc.assert(
      fc.property(
        program,
        starts,
        words,
        ends,
        fc.array(names, { minLength: 2, maxLength: 6 }),
        (name, start, middle, end, drawn) => {
          expectAlike(drawn.map((each) => name + filled(start + middle + end, each)));
        },
      ),
      { numRuns: 1500 },
    );
  });

  test('when there were more texts than are kept', () => {
    const texts = Array.from(
      { length: 14_000 },
      (_, i) =>
        `host mx${i % 97}.there.example[192.0.2.9] said: 55${i % 5} 5.${(i % 7) + 1}.1 word${(i * 7919) % 9973}x no such user`,
    );
    expectAlike(texts.map((text, i) => failed(`u${i}@there.example`, 'none', 'dsn=5.1.1, status=bounced', text)));
  });
});
