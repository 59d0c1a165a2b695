import type { Language } from '../catalogue/text/language.js';
import { fill, type Words } from '../catalogue/text/words.js';
import { DELAY_ERROR } from '../summary/delays.js';
import type { LocalFormat } from './local-format.js';
import type { Overview } from './overview.js';
import type { Block } from './page.js';

/** How long mail is in the queue, and since when what is there waits. */
export function queueBlocks({ delays, waiting }: Overview, { words }: Language, format: LocalFormat): Block[] {
  return [...delayBlocks(delays, words.report, format), ...waitingBlocks(waiting, words.report, format)];
}

function delayBlocks({ delivered, lost }: Overview['delays'], words: Words['report'], format: LocalFormat): Block[] {
  const { columns, delays, delaysNote } = words;
  const rows = (
    [
      ['delivered', delivered],
      ['lost', lost],
    ] as const
  ).flatMap(([name, times]) =>
    times === null
      ? []
      : [
          [
            columns[name],
            format.number(times.recipients),
            ...[times.p50, times.p90, times.p95, times.p99, times.longest].map((seconds) => format.duration(seconds, 'short')),
          ],
        ],
  );
  if (rows.length === 0) return [];
  const within = [0.9, 0.95, 0.99].map((part) => fill(columns.within, { part: format.percent(part, 0) }));
  return [
    heading(delays),
    { kind: 'paragraph', text: fill(delaysNote, { error: format.percent(DELAY_ERROR) }) },
    {
      kind: 'table',
      columns: ['', columns.recipients, columns.half, ...within, columns.longest],
      rows,
      numbers: [1, 2, 3, 4, 5, 6],
    },
  ];
}

function waitingBlocks(waiting: Overview['waiting'], words: Words['report'], format: LocalFormat): Block[] {
  if (waiting.length === 0) return [];
  const { columns, ages, waiting: title } = words;
  const rows = waiting.flatMap(({ hours, recipients }, i) => {
    if (recipients === 0) return [];
    const next = waiting[i + 1]?.hours;
    const form = next === undefined ? ages.above : hours === 0 ? ages.below : ages.between;
    const said = fill(form, { from: format.hours(hours), to: format.hours(next ?? hours) });
    return [[said, format.number(recipients)]];
  });
  return [heading(title), { kind: 'table', columns: [columns.age, columns.recipients], rows, numbers: [1] }];
}

const heading = (text: string): Block => ({ kind: 'heading', level: 2, text });
