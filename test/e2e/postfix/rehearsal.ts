import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentFilter } from './content-filter.js';
import { startDeafHost } from './deaf-host.js';
import { PostfixInstance } from './instance.js';
import { startMilter } from './milter.js';
import { startNameServer, type Zone } from './name-server.js';
import { type Network, networkOf } from './network.js';
import { refusedClients } from './refused-clients.js';
import { type RemoteHost, startRemoteServers } from './remote-server.js';
import { domains, firstMails, type Mail, type MailHost, secondMails } from './scenarios.js';
import { submit, type Told } from './smtp-client.js';
import { contradictions, type RecipientTruth, type SentMail, truthOf, visitsTo } from './truth.js';

/** What a refused client was told about one recipient. */
export interface Refused {
  readonly about: string;
  readonly sender: string;
  readonly recipient: string;
  readonly told: Told;
  readonly codeIsLogged: boolean;
}

/** One run of a real Postfix: its log, and what everybody else recorded. */
export interface Rehearsal {
  readonly log: string;
  /** A Maildir of the notifications that the sender's own server took. */
  readonly maildir: string;
  readonly finished: boolean;
  readonly accepted: number;
  readonly notifications: number;
  readonly recipients: readonly RecipientTruth[];
  /** How often somebody from the crowd came to the busy server. */
  readonly crowdVisits: number;
  readonly contradictions: readonly string[];
  readonly refused: readonly Refused[];
  readonly discard: () => Promise<void>;
}

/** Runs both phases: mail with short queue ids until the queue is empty, then mail with long ones. */
export async function rehearse(): Promise<Rehearsal> {
  const network = networkOf(process.pid);
  const closing: (() => Promise<void>)[] = [];
  try {
    const { hosts, deaf, zone } = internet(network);
    closing.push(await startNameServer(network.nameServer, zone));
    closing.push(await startMilter(network.milter));
    for (const address of deaf) closing.push(await startDeafHost(address));
    const remote = await startRemoteServers(hosts);
    closing.push(remote.stop);
    const postfix = await PostfixInstance.start(network);
    closing.push(() => postfix.stop());

    const fed = [await feed(firstMails, network, 0)];
    const turnedAway = await turnAway(network);
    const first = await postfix.emptyQueue(40_000);
    await postfix.change('enable_long_queue_ids=yes');
    fed.push(await feed(secondMails, network, firstMails.length));
    const second = await postfix.emptyQueue(40_000);

    const sent = fed.flatMap((phase) => phase.sent);
    const recipients = truthOf(sent, remote.record, network.filter);
    const notices = remote.letters.filter(({ host }) => host === 'mx.sender.example').map(({ message }) => message);
    const home = await keep(await postfix.log(), recipients, notices);
    return {
      log: join(home, 'maillog'),
      maildir: join(home, 'Maildir'),
      finished: first && second,
      accepted: sent.length,
      notifications: remote.record.filter(
        ({ host, stage, accepted }) => host === 'mx.sender.example' && stage === 'end' && accepted,
      ).length,
      recipients,
      crowdVisits: visitsTo('mx.crowd.test', remote.record),
      contradictions: contradictions(sent, remote.record, network.filter),
      refused: [...fed.flatMap((phase) => phase.refused), ...turnedAway],
      discard: () => (process.env.KEEP_POSTFIX_RUN ? Promise.resolve() : rm(home, { recursive: true, force: true })),
    };
  } finally {
    await Promise.allSettled(closing.reverse().map((close) => close()));
  }
}

/** The remote hosts with their addresses, those that do not pick up, and the DNS that knows them all. */
function internet(network: Network): { hosts: RemoteHost[]; deaf: string[]; zone: Zone } {
  const all = [...domains.values()].flat();
  const addresses = new Map(all.map(({ name }, n) => [name, network.remote(n)]));
  const listening = all.filter((host) => !host.absent);
  const atAddress = ({ name, rules, keywords }: MailHost): RemoteHost => ({
    name,
    rules,
    keywords,
    address: addresses.get(name) ?? '',
  });
  const listed = network.listedClient.split('.').reverse().join('.');
  return {
    deaf: all.filter((host) => host.absent === 'deaf').map(({ name }) => addresses.get(name) ?? ''),
    hosts: [...listening.map(atAddress), contentFilter(network)],
    zone: {
      hosts: new Map([...addresses, [`${listed}.rbl.example`, '127.0.0.2']]),
      mailHosts: new Map<string, readonly string[]>([
        ...[...domains].map(([domain, hosts]) => [domain, hosts.map(({ name }) => name)] as const),
        ['null-mx.test', ['']],
        ['homeless.test', ['mx.homeless.test']],
        ['blocked.example', ['mx.sender.example']],
        ['unsure.example', ['mx.sender.example']],
      ]),
      texts: new Map([[`${listed}.rbl.example`, 'Listed, see https://rbl.example/why']]),
      broken: new Set(['broken-dns.test']),
    },
  };
}

/** Eight clients at a time hand in the mails. */
async function feed(mails: readonly Mail[], network: Network, number: number): Promise<{ sent: SentMail[]; refused: Refused[] }> {
  const sent: SentMail[] = [];
  const refused: Refused[] = [];
  const waiting = mails.map((mail, i) => ({ mail, sender: mail.sender ?? `m${number + i}@sender.example` }));
  async function client(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { mail, sender } = next;
      const { queueId, refusals } = await submit({
        server: network[mail.via ?? 'submission'],
        client: network.goodClient,
        sender,
        recipients: mail.to,
        message: letter(sender, mail.to, mail.about, mail.messageId ?? `<${sender || mail.to[0]}.${number}>`),
      });
      if (queueId === null) throw new Error(`"${mail.about}" was not accepted: ${JSON.stringify(refusals)}`);
      sent.push({ mail, sender, queueId });
      for (const { recipient, told } of refusals) {
        refused.push({ about: mail.about, sender, recipient: recipient ?? '', told, codeIsLogged: true });
      }
    }
  }
  await Promise.all(Array.from({ length: 8 }, client));
  return { sent, refused };
}

async function turnAway(network: Network): Promise<Refused[]> {
  const refused: Refused[] = [];
  for (const scenario of refusedClients(network)) {
    const { about, server, client, helo, to, sender = 'someone@sender.example', subject = about } = scenario;
    const message = letter(sender, [to], subject, `<${subject.replaceAll(' ', '.')}@client.example>`);
    const { queueId, refusals } = await submit({ server, client, helo, sender, recipients: [to], message });
    if (queueId !== null) throw new Error(`"${about}" was accepted`);
    for (const { told } of refusals)
      refused.push({ about, sender, recipient: to, told, codeIsLogged: scenario.codeIsLogged ?? true });
  }
  return refused;
}

const letter = (sender: string, to: readonly string[], subject: string, messageId: string): string =>
  `From: Sender <${sender || 'mailer-daemon@sender.example'}>
To: ${to.slice(0, 3).join(', ')}
Subject: ${subject}
Date: ${new Date().toUTCString()}
Message-ID: ${messageId}

This is a letter about ${subject}.
.
A line that is a dot stands above.
`;

/** Writes the log, a Maildir of the notifications, and the truth for the reader of a failure, into a folder: KEEP_POSTFIX_RUN when set, else a temporary one. */
async function keep(log: Buffer, recipients: readonly RecipientTruth[], notices: readonly string[]): Promise<string> {
  const kept = process.env.KEEP_POSTFIX_RUN;
  const home = kept ?? (await mkdtemp(join(tmpdir(), 'bouncelens-maillog-')));
  await mkdir(home, { recursive: true });
  await writeFile(join(home, 'maillog'), log);
  await writeFile(join(home, 'truth.jsonl'), recipients.map((row) => `${JSON.stringify(row)}\n`).join(''));
  for (const folder of ['cur', 'new', 'tmp']) await mkdir(join(home, 'Maildir', folder), { recursive: true });
  for (const [i, notice] of notices.entries())
    await writeFile(join(home, 'Maildir', 'new', `${1_780_000_000 + i}.M1P1.mx`), notice, 'latin1');
  return home;
}
