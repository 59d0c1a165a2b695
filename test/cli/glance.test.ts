import { describe, expect, it } from 'vitest';
import { bounced, csvRecords, log, queued, queueId, removed, Workplace } from './bouncelens.js';

const here = new Workplace();

/** So many that the log is worth a glance. */
const MESSAGES = 1000;
const lines = Array.from({ length: MESSAGES }, (_, i) => {
  const time = new Date(Date.UTC(2026, 5, 5, 10) + i * 1000).toISOString();
  return [queued(time, queueId(i)), bounced(time, queueId(i), `user${i}@example.net`), removed(time, queueId(i))];
});

describe('a log is read where no WebAssembly is to be had:', () => {
  it.each([
    ['with fewer addresses than a memory takes', 'ulimit -v 6000000; exec $bouncelens'],
    ['without a compiler', 'set -- $bouncelens; exec "$1" --jitless "$2"'],
  ])('%s', async (_, command) => {
    const path = here.put('mail.log', log(...lines.flat()));
    const plain = await here.shell(`$bouncelens -f csv ${path}`);
    expect(csvRecords(plain.stdout)).toMatchObject([{ replyCode: '550', failed: `${MESSAGES}` }]);
    const { code, stdout } = await here.shell(`${command} -f csv ${path}`);
    expect(stdout).toBe(plain.stdout);
    expect(code).toBe(0);
  });
});
