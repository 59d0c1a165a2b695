import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LIVES } from '../summary/lives.js';

const FIXTURES = fileURLToPath(new URL('../../fixtures', import.meta.url));
export const CORPUS = fileURLToPath(new URL('./corpus', import.meta.url));

const MOST = 16 * 1024;

/** The inputs that a target keeps: what once went wrong, and what is made by hand. */
export function corpusOf(target: string): { readonly name: string; readonly bytes: Buffer }[] {
  const folder = join(CORPUS, target);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .toSorted()
    .map((name) => ({ name: `${target}/${name}`, bytes: readFileSync(join(folder, name)) }));
}

const fixture = (name: string): Buffer => readFileSync(join(FIXTURES, name)).subarray(0, MOST);

export const mails = (): Buffer[] =>
  readdirSync(join(FIXTURES, 'mail'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.eml'))
    .toSorted()
    // Every third is enough: those of one form are alike.
    .filter((_, place) => place % 3 === 0)
    .map((name) => fixture(join('mail', name)));

export const mailbox = (): Buffer =>
  Buffer.concat(
    mails()
      .slice(0, 4)
      .flatMap((mail, i) => [
        Buffer.from(`From MAILER-DAEMON Fri Jun  5 10:00:0${i} 2026\n`),
        mail.subarray(0, 3000),
        Buffer.from('\n\n'),
      ]),
  );

export const logs = (): Buffer[] => [
  ...['logs/container.log', 'logs/mail.log', 'logs/mail.log.1'].map(fixture),
  ...Object.values(LIVES).map((life) => Buffer.from(life)),
];

/** Single lines of logs. */
export const logLines = (): Buffer[] => {
  const seen = new Map<string, Buffer>();
  for (const log of logs()) {
    for (const line of log.toString('latin1').split('\n')) {
      const form = line.replaceAll(/[\dA-F]+/g, '#').slice(0, 70);
      if (line !== '' && !seen.has(form)) seen.set(form, Buffer.from(line, 'latin1'));
    }
  }
  return [...seen.values()].slice(0, 120);
};

export const compressed = (extension: string): Buffer[] => [fixture(`compressed/mail.log.${extension}`)];

/** Replies as logs and mails quote them. */
export const replies = (): Buffer[] => {
  const found = new Set<string>();
  for (const text of [...logs(), ...mails()].map((bytes) => bytes.toString('latin1')))
    for (const [, reply] of text.matchAll(/(?:said: |status=\w+ |smtp; ?)(.{5,300})/gi)) found.add(reply!);
  return [...found].slice(0, 150).map((reply) => Buffer.from(reply, 'latin1'));
};

const entry = (message: string) =>
  `__CURSOR=s=1\n__REALTIME_TIMESTAMP=1780653600000000\n_HOSTNAME=mx1\nSYSLOG_IDENTIFIER=postfix/smtp\n_PID=7\n${message}\n\n`;

export const wrapped = (): Buffer[] => {
  const text =
    'AAAAA1: to=<bob@there.example>, relay=none, delay=1, dsn=4.4.1, status=deferred (connect to mx[192.0.2.1]:25: timed out)';
  const binary = Buffer.from(text);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(binary.length));
  const journal = {
    __REALTIME_TIMESTAMP: '1780653600000000',
    _HOSTNAME: 'mx1',
    SYSLOG_IDENTIFIER: 'postfix/smtp',
    _PID: '7',
    MESSAGE: text,
  };
  const line = `Jun  5 10:00:00 mx1 postfix/smtp[7]: ${text}`;
  return [
    Buffer.from(entry(`MESSAGE=${text}`).repeat(3)),
    Buffer.concat([Buffer.from(entry('PRIORITY=6').trimEnd()), Buffer.from('\nMESSAGE\n'), length, binary, Buffer.from('\n\n')]),
    Buffer.from(`${JSON.stringify(journal)}\n`.repeat(3)),
    Buffer.from(`\x1e${JSON.stringify({ ...journal, MESSAGE: [...binary] })}\n`),
    Buffer.from(`${JSON.stringify({ log: `${line}\n`, stream: 'stdout', time: '2026-06-05T10:00:00.5Z' })}\n`.repeat(3)),
    Buffer.from(`2026-06-05T10:00:00.5Z stdout P ${line.slice(0, 60)}\n2026-06-05T10:00:00.5Z stdout F ${line.slice(60)}\n`),
    Buffer.from(`${JSON.stringify({ message: line, host: { name: 'mx1' }, '@timestamp': '2026-06-05T10:00:00Z' })}\n`),
  ];
};
