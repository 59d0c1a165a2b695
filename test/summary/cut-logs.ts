import { generate } from '../../bench/generate.mjs';
import type { Counts } from '../../src/summary/counts.js';
import { ACTIVE, CLIENT, full, LIVES, LOCALHOST, sent, toFilter, unknown } from './lives.js';
import { log, type Piece, YEAR } from './reading.js';

/** Everything that a summary says, in an order of its own. */
export function facts(counts: Counts) {
  return {
    totals: counts.totals,
    uncovered: counts.uncovered,
    letGo: counts.letGo,
    period: [counts.firstTime, counts.lastTime],
    delays: [counts.delays.delivered, counts.delays.lost].map((delays) => [...delays.counts]),
    waiting: [...counts.waiting.since].sort(([a], [b]) => a - b),
    rows: counts.rows.map((rows) =>
      [...rows.values()]
        .map((row) => ({
          values: row.values,
          counts: row.counts,
          types: Object.fromEntries([...row.types].sort()),
          distinct: [row.recipients, row.domains].map(({ size, content }) => [
            size,
            'hashes' in content ? content.hashes.toSorted() : content,
          ]),
          seen: [row.firstSeen, row.lastSeen],
          example: row.example === null ? null : [row.example.text, row.example.recipient],
          decided: [row.provider, row.rule],
        }))
        .sort((a, b) => (JSON.stringify(a.values) < JSON.stringify(b.values) ? -1 : 1)),
    ),
  };
}

/** When the last line of a stretch was written. These logs begin in December at the earliest. */
function lastWritten(bytes: Buffer): number {
  const line = bytes.toString('latin1', bytes.lastIndexOf(10, bytes.length - 2) + 1);
  return Date.parse(`${line.slice(0, 6)} ${line.startsWith('Dec') ? YEAR - 1 : YEAR} ${line.slice(7, 15)} UTC`);
}

/** Where the lines of a log end, its end left out. */
export function boundaries(bytes: Buffer): number[] {
  const found: number[] = [];
  for (let at = bytes.indexOf(10) + 1; at > 0 && at < bytes.length; at = bytes.indexOf(10, at) + 1) found.push(at);
  return found;
}

/** Cuts one input at byte positions. */
export function cut(bytes: Buffer, at: readonly number[], input = 0): Piece[] {
  const ends = [...new Set(at)].sort((a, b) => a - b);
  let firstLine = 1;
  return [...ends, bytes.length].map((to, i): Piece => {
    const from = ends[i - 1] ?? 0;
    const part = bytes.subarray(from, to);
    const piece = { input, bytes: part, from, firstLine, reference: lastWritten(part) };
    for (const byte of part) if (byte === 10) firstLine++;
    return piece;
  });
}

// Which of two instances owns an id is known from their queue managers: a piece that has the lines of only one cannot tell
// two messages apart that use the same id at the same time.
const { twoInstances: _, ...cuttable } = LIVES;

export const lives = {
  ...cuttable,

  /** Each of the messages that share an id goes through all there is. */
  reused: log(`
    10:00:00 smtpd: AAAAA1: ${CLIENT}
    10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
    10:00:01 smtp: AAAAA1: ${full('bob@there.example')}
    11:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
    11:00:01 smtp: AAAAA1: ${sent('bob@there.example')}
    11:00:01 qmgr: AAAAA1: removed
    12:00:00 pickup: AAAAA1: uid=0 from=<root@here.example>
    12:00:00 cleanup: AAAAA1: message-id=<2@here.example>
    12:00:00 qmgr: AAAAA1: from=<root@here.example>, ${ACTIVE}
    12:00:01 smtp: AAAAA1: ${unknown('bob@there.example')}
    12:00:01 qmgr: AAAAA1: removed
    13:00:00 smtpd: AAAAA1: ${CLIENT}
    13:00:00 qmgr: AAAAA1: from=<shop@here.example>, ${ACTIVE}
    13:00:01 smtp: AAAAA1: ${full('bob@there.example')}
  `),

  /** The id of a notification was the id of another message hours ago, and is one again. */
  notificationAmongOthers: log(`
    05:00:00 smtpd: BBBBB1: ${CLIENT}
    05:00:00 qmgr: BBBBB1: from=<early@here.example>, ${ACTIVE}
    05:00:01 smtp: BBBBB1: ${unknown('eve@there.example')}
    05:00:01 qmgr: BBBBB1: removed
  `).concat(
    LIVES.notifiedBefore,
    log(`
      15:00:00 smtpd: BBBBB1: ${CLIENT}
      15:00:00 qmgr: BBBBB1: from=<late@here.example>, ${ACTIVE}
      15:00:01 smtp: BBBBB1: ${full('eve@there.example')}
    `),
  ),

  /** A filter takes one recipient at once and the other only after a deferral. */
  filterInTwoSteps: log(`
    10:00:00 smtpd: EEEEE1: ${CLIENT}
    10:00:00 qmgr: EEEEE1: from=<news@here.example>, size=900, nrcpt=2 (queue active)
    10:00:01 smtpd: EEEEE2: ${LOCALHOST}
    10:00:01 qmgr: EEEEE2: from=<news@here.example>, ${ACTIVE}
    10:00:01 smtp: EEEEE1: ${toFilter('ann@there.example', '250 2.0.0 Ok: queued as EEEEE2')}
    10:00:02 smtp: EEEEE2: ${sent('ann@there.example')}
    10:00:02 qmgr: EEEEE2: removed
    10:00:02 smtp: EEEEE1: to=<bob@there.example>, relay=127.0.0.1[127.0.0.1]:10024, delay=1, delays=0/0/0.5/0.5, dsn=4.3.0, status=deferred (host 127.0.0.1[127.0.0.1] said: 451 4.3.0 Busy (in reply to end of DATA command))
    10:20:00 qmgr: EEEEE1: from=<news@here.example>, ${ACTIVE}
    10:20:00 smtpd: EEEEE3: ${LOCALHOST}
    10:20:00 qmgr: EEEEE3: from=<news@here.example>, ${ACTIVE}
    10:20:01 smtp: EEEEE1: ${toFilter('bob@there.example', '250 2.0.0 Ok: queued as EEEEE3')}
    10:20:01 qmgr: EEEEE1: removed
    10:20:02 smtp: EEEEE3: ${unknown('bob@there.example')}
    10:20:02 qmgr: EEEEE3: removed
  `),
};

/** A generated log of a busy, unlucky host, with the hand-written lives before and behind it. */
export function generated(seed: number): Buffer {
  const start = Date.UTC(YEAR - 1, 11, 30, 6);
  const pieces = generate({ bytes: 250_000, seed, failureRate: seed % 2 === 0 ? 0.8 : 0.4, domains: 20, start });
  let text = '';
  let piece = pieces.next();
  for (; !piece.done; piece = pieces.next()) text += piece.value;
  // Statistics are most of a short log, and none of them counts.
  text = text.replaceAll(/^.*: statistics: .*\n/gm, '');
  // In June of the same year, in the order of their days; their queue ids are shorter than any generated one.
  const others = [LIVES.expired, lives.reused, LIVES.forwarded, lives.notificationAmongOthers].map((life, i) =>
    life.replaceAll(/\b([A-F]{4})(\d)\b/g, `$1${i}$2`).replaceAll(/^Jun {2}(\d)/gm, (_, day) => `Jun ${Number(day) + 6 * i}`),
  );
  const more = [LIVES.filteredQueuedAs, LIVES.probe, LIVES.twoHosts, LIVES.notifiedAfter, LIVES.filteredToElsewhere].map(
    (life, i) => life.replaceAll(/\b([A-F]{4})(\d)\b/g, `$1A${i}$2`).replaceAll(/^Jun {2}\d/gm, `Jul ${10 + i}`),
  );
  return Buffer.from(`${text}${others.join('').replaceAll(/^Jun (\d) /gm, 'Jun  $1 ')}${more.join('')}`);
}
