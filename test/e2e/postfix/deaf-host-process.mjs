// Listens and never accepts: its short queue is filled by itself, then it sleeps, so that whoever calls is not answered.
import { connect, createServer } from 'node:net';

const [host, port] = [String(process.argv[2]), Number(process.argv[3])];
createServer().listen({ host, port, backlog: 1 }, () => {
  for (let i = 0; i < 4; i += 1) connect(port, host).on('error', () => {});
  process.nextTick(() => {
    process.stdout.write('ready\n');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 240_000);
    process.exit();
  });
});
