import { connect } from 'node:net';
import { linesOf } from './lines.js';
import { mailPort } from './network.js';

interface Submission {
  readonly server: string;
  readonly client: string;
  readonly helo?: string | undefined;
  readonly sender: string;
  readonly recipients: readonly string[];
  readonly message: string;
}

/** A reply as the client was told it: `lines` with their codes. */
export interface Told {
  readonly code: number;
  readonly lines: readonly string[];
}

interface Receipt {
  /** The id under which the message was queued; null when it was not. */
  readonly queueId: string | null;
  /** Every refusal, with the recipient that it met; null where it met the whole message. */
  readonly refusals: readonly { readonly recipient: string | null; readonly told: Told }[];
}

/** Hands one message to a server and says what it was told. */
export async function submit(mail: Submission): Promise<Receipt> {
  const socket = connect({ host: mail.server, port: mailPort, localAddress: mail.client });
  socket.setTimeout(20_000, () => socket.destroy(new Error('the server did not answer')));
  const lines = linesOf(socket);
  const refusals: { recipient: string | null; told: Told }[] = [];

  async function hear(): Promise<Told> {
    const heard: string[] = [];
    for (;;) {
      const { value, done } = await lines.next();
      if (done) throw new Error(`the server hung up after ${heard.join(' ')}`);
      heard.push(Buffer.from(value, 'latin1').toString('utf8'));
      if (!/^\d{3}-/.test(value)) return { code: Number(value.slice(0, 3)), lines: heard };
    }
  }
  async function ask(command: string, recipient: string | null = null): Promise<boolean> {
    socket.write(`${command}\r\n`);
    const told = await hear();
    if (told.code >= 400) refusals.push({ recipient, told });
    return told.code < 400;
  }

  let queueId: string | null = null;
  try {
    await hear();
    let welcome = (await ask(`EHLO ${mail.helo ?? 'client.example'}`)) && (await ask(`MAIL FROM:<${mail.sender}>`));
    if (welcome) {
      let accepted = 0;
      for (const recipient of mail.recipients) if (await ask(`RCPT TO:<${recipient}>`, recipient)) accepted += 1;
      welcome = accepted > 0 && (await ask('DATA'));
    }
    if (welcome) {
      socket.write(`${mail.message.replace(/\r?\n/g, '\r\n').replace(/^\./gm, '..')}\r\n.\r\n`);
      const told = await hear();
      if (told.code >= 400) refusals.push({ recipient: null, told });
      else queueId = / queued as (\w+)/.exec(told.lines.join(' '))?.[1] ?? null;
    }
    await ask('QUIT');
  } finally {
    socket.destroy();
  }
  return { queueId, refusals };
}
