import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { mailPort } from './network.js';

/** Starts a milter (protocol version 6) that refuses recipients named `milter-no…` and subjects with the word `milter-spam`. */
export async function startMilter(address: string): Promise<() => Promise<void>> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    let rest = Buffer.alloc(0);
    let subject = '';
    socket.on('data', (chunk) => {
      rest = Buffer.concat([rest, chunk]);
      while (rest.length >= 5 && rest.length >= 4 + rest.readUInt32BE(0)) {
        const length = rest.readUInt32BE(0);
        const command = rest.toString('latin1', 4, 5);
        const body = rest.toString('utf8', 5, 4 + length);
        rest = rest.subarray(4 + length);
        if (command === 'L' && /^subject\0/i.test(body)) subject = body;
        const verdict = verdictOn(command, body, subject);
        if (verdict) socket.write(verdict);
      }
    });
  });
  server.listen(mailPort, address);
  await once(server, 'listening');
  return async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => server.close(done));
  };
}

function verdictOn(command: string, body: string, subject: string): Buffer | null {
  if (command === 'O') return packet('O', Buffer.from([0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, 0]));
  if (command === 'R' && body.startsWith('<milter-no'))
    return packet('y', Buffer.from('550 5.7.1 Recipient refused by milter policy\0'));
  if (command === 'E' && subject.includes('milter-spam'))
    return packet('y', Buffer.from('554 5.7.1 Spam message rejected (score 15.2)\0'));
  // no answer is due to macros, an abort and the end
  return 'DAQK'.includes(command) ? null : packet('c', Buffer.alloc(0));
}

function packet(command: string, data: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(data.length + 1, 0);
  head.write(command, 4);
  return Buffer.concat([head, data]);
}
