import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { linesOf } from './lines.js';
import { mailPort } from './network.js';

export type Stage = 'greeting' | 'ehlo' | 'mail' | 'rcpt' | 'data' | 'end';

/** What a server says at a stage, and what it does to the connection then. No lines: it says nothing at all. */
export interface Answer {
  readonly lines: readonly (string | Buffer)[];
  readonly and?: 'close' | 'drop' | 'hang';
}

/** The answers to the first, second, … time that a stage is reached; the last one stays. */
export interface Rule {
  readonly at: Stage;
  /** The local part that the rule is about; without it, the rule is about everybody. */
  readonly whom?: string | undefined;
  readonly answers: readonly (Answer | 'accept')[];
}

export interface Transaction {
  readonly sender: string;
  readonly recipients: readonly string[];
  readonly message: string;
}

export interface RemoteHost {
  readonly name: string;
  readonly address: string;
  readonly rules: readonly Rule[];
  /** What it offers at EHLO. */
  readonly keywords?: readonly string[] | undefined;
  /** Takes what no rule refuses; what it answers is the reply. */
  readonly take?: ((mail: Transaction) => Promise<Answer>) | undefined;
}

/** One line of a remote server's own record: what it said to whom. Pleasantries are left out. */
export interface Said {
  readonly host: string;
  /** One delivery attempt: from the connection, or where it is used again from the next MAIL, until the next. */
  readonly visit: number;
  readonly stage: Stage;
  /** Null before MAIL. */
  readonly sender: string | null;
  readonly recipients: readonly string[];
  readonly accepted: boolean;
  /** Null where the server went away, or kept silent, instead of answering. */
  readonly reply: Buffer | null;
}

/** A message that a server took. */
export interface Letter {
  readonly host: string;
  readonly message: string;
}

interface RemoteServers {
  readonly record: readonly Said[];
  readonly letters: readonly Letter[];
  readonly stop: () => Promise<void>;
}

/** Starts one listener per host; all write into one record. */
export async function startRemoteServers(hosts: readonly RemoteHost[]): Promise<RemoteServers> {
  const ledger = new Ledger();
  const sockets = new Set<Socket>();
  const servers: Server[] = [];
  const stop = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  };
  for (const host of hosts) {
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => {});
      socket.on('close', () => sockets.delete(socket));
      converse(host, socket, ledger).catch(() => socket.destroy());
    });
    servers.push(server);
    server.listen(mailPort, host.address);
  }
  try {
    await Promise.all(servers.map((server) => once(server, 'listening')));
  } catch (error) {
    await stop();
    throw error;
  }
  return { record: ledger.record, letters: ledger.letters, stop };
}

/** What all servers write down together. */
class Ledger {
  readonly record: Said[] = [];
  readonly letters: Letter[] = [];
  readonly #times = new Map<string, number>();
  #visits = 0;

  nextVisit(): number {
    this.#visits += 1;
    return this.#visits;
  }

  /** How often this was asked before. */
  times(key: string): number {
    const times = this.#times.get(key) ?? 0;
    this.#times.set(key, times + 1);
    return times;
  }
}

async function converse(host: RemoteHost, socket: Socket, ledger: Ledger): Promise<void> {
  let visit = ledger.nextVisit();
  let used = false;
  let sender: string | null = null;
  let recipients: string[] = [];
  let over = false;
  const say = (...lines: (string | Buffer)[]): Buffer => {
    const bytes = Buffer.concat(
      lines.flatMap((line) => [typeof line === 'string' ? Buffer.from(line) : line, Buffer.from('\r\n')]),
    );
    socket.write(bytes);
    return bytes;
  };
  const write = (stage: Stage, whom: readonly string[], reply: Buffer | null): void => {
    const accepted = reply?.toString('latin1', 0, 1) === '2';
    ledger.record.push({ host: host.name, visit, stage, sender, recipients: [...whom], accepted, reply });
  };

  /** Gives the answer that a rule holds for this stage; false when there is none, so that the usual answer is due. */
  async function refuses(stage: Stage, whom: readonly string[]): Promise<boolean> {
    const index = host.rules.findIndex(
      (rule) => rule.at === stage && (rule.whom === undefined || whom.some(isLocalPart(rule.whom))),
    );
    const rule = host.rules[index];
    if (!rule) return false;
    const times = ledger.times(`${host.name} ${index} ${sender ?? ''} ${whom.join(' ')}`);
    const answer = rule.answers[Math.min(times, rule.answers.length - 1)];
    if (!answer || answer === 'accept') return false;
    await give(stage, whom, answer);
    return true;
  }
  async function give(stage: Stage, whom: readonly string[], answer: Answer): Promise<void> {
    const reply = answer.lines.length > 0 ? say(...answer.lines) : null;
    write(stage, whom, reply);
    if (!answer.and) return;
    over = true;
    if (answer.and === 'close') socket.end();
    else if (answer.and === 'drop') socket.destroy();
    else await once(socket, 'close');
  }

  if (await refuses('greeting', [])) {
    if (over) return;
  } else say(`220 ${host.name} ESMTP`);
  let text: string[] | null = null;
  for await (const line of linesOf(socket)) {
    if (text) {
      if (line !== '.') {
        text.push(line.replace(/^\.\./, '.'));
        continue;
      }
      const message = text.join('\n');
      text = null;
      if (!(await refuses('end', recipients))) {
        const taken = host.take && sender !== null ? await host.take({ sender, recipients, message }) : usualThanks();
        if (!host.take) ledger.letters.push({ host: host.name, message });
        await give('end', recipients, taken);
      }
    } else if (/^(EHLO|HELO) /i.test(line)) {
      const offer = [host.name, ...(host.keywords ?? ['PIPELINING', 'SIZE 10000000', '8BITMIME', 'ENHANCEDSTATUSCODES'])];
      if (!(await refuses('ehlo', []))) say(...offer.map((word, i) => `250${i < offer.length - 1 ? '-' : ' '}${word}`));
    } else if (/^MAIL FROM:/i.test(line)) {
      if (used) visit = ledger.nextVisit();
      used = true;
      sender = addressIn(line);
      recipients = [];
      if (await refuses('mail', [])) sender = null;
      else say('250 2.1.0 Ok');
    } else if (/^RCPT TO:/i.test(line)) {
      const recipient = addressIn(line);
      if (sender === null) say('503 5.5.1 Error: need MAIL command');
      else if (!(await refuses('rcpt', [recipient]))) {
        recipients.push(recipient);
        write('rcpt', [recipient], say('250 2.1.5 Ok'));
      }
    } else if (/^DATA$/i.test(line)) {
      if (recipients.length === 0) say('554 5.5.1 Error: no valid recipients');
      else if (!(await refuses('data', recipients))) {
        say('354 End data with <CR><LF>.<CR><LF>');
        text = [];
      }
    } else if (/^QUIT$/i.test(line)) {
      say('221 2.0.0 Bye');
      socket.end();
      return;
    } else {
      recipients = [];
      say('250 2.0.0 Ok');
    }
    if (over) return;
  }
}

let thanks = 0;
function usualThanks(): Answer {
  thanks += 1;
  return { lines: [`250 2.0.0 Ok: queued as ${(0xab0000000 + thanks * 7919).toString(16).toUpperCase()}`] };
}

const addressIn = (line: string): string => Buffer.from(/<(.*)>/.exec(line)?.[1] ?? '', 'latin1').toString('utf8');
const isLocalPart = (whom: string) => (address: string) => address.slice(0, address.lastIndexOf('@')) === whom;
