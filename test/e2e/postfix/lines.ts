import type { Socket } from 'node:net';

/** The lines of a conversation, as latin-1 so that every byte survives, without their line ends. */
export async function* linesOf(socket: Socket): AsyncGenerator<string, void> {
  socket.setEncoding('latin1');
  let rest = '';
  for await (const chunk of socket) {
    rest += String(chunk);
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
      yield rest.slice(0, end).replace(/\r$/, '');
      rest = rest.slice(end + 1);
    }
  }
}
