import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { csvRecords, log, ndjson, queueId, Workplace } from './bouncelens.js';

const here = new Workplace();

/** Everybody in the log below, by local part. */
const NAMES = ['wilhelmina', 'zebedee.q', 'quintessa', 'shopkeeper', 'oldname', 'mimosa', 'ulysses'];

const ID = queueId(1);
const ALL = log(
  `2026-06-05T10:00:00+00:00 mx postfix/smtpd[9]: ${ID}: client=pc.example.com[192.0.2.7], sasl_method=PLAIN, sasl_username=shopkeeper`,
  `2026-06-05T10:00:00+00:00 mx postfix/cleanup[9]: ${ID}: message-id=<17.wilhelmina@example.com>`,
  `2026-06-05T10:00:00+00:00 mx postfix/qmgr[9]: ${ID}: from=<quintessa@example.com>, size=900, nrcpt=3 (queue active)`,
  `2026-06-05T10:00:01+00:00 mx postfix/smtp[9]: ${ID}: to=<wilhelmina@example.net>, orig_to=<oldname>, relay=mx.example.net[192.0.2.1]:25, delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced (host mx.example.net[192.0.2.1] said: 550 5.1.1 Mailbox "wilhelmina" of wilhelmina@example.net is gone, see https://example.net/?u=wilhelmina%40example.net (in reply to RCPT TO command))`,
  `2026-06-05T10:00:02+00:00 mx postfix/smtp[9]: ${ID}: to=<zebedee.q@example.org>, relay=mx.example.org[192.0.2.2]:25, delay=1, delays=0/0/0/1, dsn=4.2.2, status=deferred (host mx.example.org[192.0.2.2] said: 452 4.2.2 <zebedee.q@example.org> from quintessa@example.com: zebedee.q is over quota (in reply to RCPT TO command))`,
  `2026-06-05T10:00:02+00:00 mx postfix/smtp[9]: ${ID}: to=<mimosa@example.org>, relay=mx.example.org[192.0.2.2]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 2.0.0 Ok for mimosa@example.org)`,
  `2026-06-05T10:00:03+00:00 mx postfix/smtpd[9]: NOQUEUE: reject: RCPT from pc.example.com[192.0.2.7]: 554 5.7.1 <ulysses@example.org>: Relay access denied; from=<quintessa@example.com> to=<ulysses@example.org> proto=ESMTP helo=<pc.example.com>`,
  `2026-06-05T10:00:04+00:00 mx postfix/smtp[9]: something of ulysses@example.org that nobody understands`,
  `2026-06-05T10:00:04+00:00 mx postfix/qmgr[9]: ${queueId(2)}: what is this of mimosa@example.org`,
);

const COMMANDS: readonly (readonly string[])[] = [
  ...['csv', 'json', 'ndjson', 'text', 'markdown', 'html', 'prometheus'].flatMap((format) => [
    ['-f', format],
    ['-f', format, '--by', 'recipient'],
    ['-f', format, '--by', 'sender,saslUsername,client'],
  ]),
  ['--verbose'],
  ['events'],
  ['events', '--all', '-f', 'csv'],
  ['events', '--outcomes', '--all'],
  ['events', '--outcomes', '-f', 'csv', '--verbose'],
  ['trace', ID],
  ['trace', ID, '-f', 'ndjson'],
  ['trace', 'wilhelmina@example.net'],
  ['trace', 'ulysses@example.org', '-f', 'ndjson', '--verbose'],
  ['trace', 'nobody.mimosa@example.org'],
];
const withPath = ([first, ...rest]: readonly string[]) =>
  first === 'trace'
    ? [first, rest[0]!, 'mail.log', ...rest.slice(1)]
    : first === 'events'
      ? [first, 'mail.log', ...rest]
      : ['mail.log', first!, ...rest];

const found = (text: string) => NAMES.filter((name) => text.toLowerCase().includes(name));

describe('--redact', () => {
  it('has addresses to hide in all that is printed', async () => {
    here.put('mail.log', ALL);
    const all = await Promise.all([
      here.run(['events', '--all', 'mail.log', '--verbose']),
      here.run(['mail.log', '--by', 'saslUsername']),
    ]);
    expect(found(all.map(({ stdout, stderr }) => stdout + stderr).join(''))).toEqual(NAMES);
  });

  it.each(['local-part', 'hash'])(
    '%s leaves none of them in any output',
    async (how) => {
      here.put('mail.log', ALL);
      for (const command of COMMANDS) {
        const { code, stdout, stderr } = await here.run([...withPath(command), '--redact', how]);
        expect([command, code]).toEqual([command, command.includes('nobody.mimosa@example.org') ? 1 : 0]);
        expect([command, found(stdout), found(stderr)]).toEqual([command, [], []]);
      }
    },
    120_000,
  );

  it('leaves none in files either', async () => {
    here.put('mail.log', ALL);
    const files = ['r.csv', 'r.json', 'r.ndjson', 'r.txt', 'r.md', 'r.html', 'r.prom'];
    await here.run(['mail.log', '--redact', 'local-part', '--by', 'recipient', ...files.flatMap((file) => ['-o', file])]);
    for (const file of files) expect([file, found(readFileSync(here.at(file), 'utf8'))]).toEqual([file, []]);
  });

  it('keeps domains, codes and counts', async () => {
    here.put('mail.log', ALL);
    const [plain, redacted] = await Promise.all([
      here.run(['mail.log', '--by', 'recipientDomain,replyCode']),
      here.run(['mail.log', '--by', 'recipientDomain,replyCode', '--redact', 'local-part']),
    ]);
    const counted = (stdout: string) => csvRecords(stdout).map(({ example, ...rest }) => rest);
    expect(counted(redacted.stdout)).toEqual(counted(plain.stdout));
    const example = csvRecords(redacted.stdout).find(({ replyCode }) => replyCode === '550')!.example!;
    expect(example).toContain('550 5.1.1 Mailbox "redacted" of redacted@example.net is gone');
  });

  it('hashes alike with the same key, and otherwise not', async () => {
    here.put('mail.log', ALL);
    const hash = async (...options: string[]) => {
      const { stdout } = await here.run(['events', 'mail.log', '--redact', 'hash', ...options]);
      return ndjson<{ recipient: string }>(stdout).map(({ recipient }) => recipient);
    };
    const [one, same, other, random] = [
      await hash('--redact-key', 'k1'),
      await hash('--redact-key', 'k1'),
      await hash('--redact-key', 'k2'),
      await hash(),
    ];
    expect(one[0]).toMatch(/^[0-9a-f]{16}@example\.net$/);
    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
    expect(random).not.toEqual(one);
    expect(await hash()).not.toEqual(random);
    const environment = { BOUNCELENS_REDACT_KEY: 'k1', BOUNCELENS_REDACT: 'hash' };
    const { stdout } = await here.run(['events', 'mail.log'], { environment });
    expect(ndjson<{ recipient: string }>(stdout).map(({ recipient }) => recipient)).toEqual(one);
  });

  it('is wrong usage with a key that nothing is hashed with, unless that stands in the environment', async () => {
    here.put('mail.log', ALL);
    for (const options of [[], ['--redact', 'local-part']]) {
      const { code, stderr } = await here.run(['mail.log', ...options, '--redact-key', 'k1']);
      expect(code).toBe(2);
      expect(stderr).toContain('--redact-key is for --redact hash');
    }
    const { code } = await here.run(['mail.log'], { environment: { BOUNCELENS_REDACT_KEY: 'k1' } });
    expect(code).toBe(0);
  });

  it('is wrong usage with another word', async () => {
    const { code, stderr } = await here.run(['mail.log', '--redact', 'all']);
    expect(code).toBe(2);
    expect(stderr).toContain("--redact: 'all' is none of none, local-part, hash");
  });
});
