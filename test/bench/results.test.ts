import { describe, expect, test } from 'vitest';
import { chartSvg } from '../../bench/chart.mjs';
import { figuresOf } from '../../bench/figures.mjs';
import { timesOf } from '../../bench/process.mjs';
import { emptyText, linearityText, logText, memoryText } from '../../bench/results-text.mjs';
import { linearity } from '../../bench/statistics.mjs';
import { mebibytesText, ratioText, secondsText, sizeText, table } from '../../bench/table.mjs';

const MEBIBYTE = 2 ** 20;
type Session = Parameters<typeof figuresOf>[0];

const run = (wall: number, memory = 100) => ({ wall, cpu: wall * 1.5, memory: memory * MEBIBYTE });

/** One thread takes 2 s after a start of 0.2 s, two take 1 s, pflogsumm 50 s and ran once. */
function log() {
  const taken: Session['taken'] = new Map([
    [
      { name: 'bouncelens, 1 thread', threads: 1 },
      { runs: [run(2.2), run(2.2), run(4.2)], empty: [run(0.2), run(0.3), run(0.1)] },
    ],
    [
      { name: 'bouncelens, 2 threads', threads: 2 },
      { runs: [run(1.2, 150), run(1.2, 160), run(1.7, 170)], empty: [run(0.2)] },
    ],
    [
      { name: 'pflogsumm', threads: null },
      { runs: [run(50.1, 40)], empty: [run(0.1)] },
    ],
  ]);
  const truth = { bytes: 500 * MEBIBYTE, totals: { lines: 3_700_000 } } as Session['truth'];
  return figuresOf({ size: 500 * MEBIBYTE, fileBytes: 500 * MEBIBYTE, truth, taken, differences: [] });
}

describe('the figures of a log', () => {
  const { tools } = log();
  const [one, two, pflogsumm] = tools;

  test('are medians, and the start is left out of the scan', () => {
    expect(one).toMatchObject({ wall: { median: 2.2, least: 2.2 }, empty: { median: 0.2, least: 0.1 } });
    expect(one?.scan).toBeCloseTo(2);
    expect(one?.cpu).toBeCloseTo(3.3);
    expect(two?.memory).toBe(160 * MEBIBYTE);
  });

  test('hold ratios against what was there', () => {
    expect(one?.ratios.scan.pflogsumm?.median).toBeCloseTo(25);
    expect(two?.ratios.scan.oneThread?.median).toBeCloseTo(2);
    expect(two?.ratios.scan.oneThread?.best).toBeCloseTo(4 / 1.5);
    expect(two?.ratios.wall.oneThread?.median).toBeCloseTo(2.2 / 1.2);
    expect(pflogsumm?.ratios.wall.pflogsumm?.median).toBe(1);
    expect(one?.ratios.wall.gzip).toBeNull();
  });
});

describe('the text of the results', () => {
  test('has a row for each tool and a column for each reference that ran', () => {
    const text = logText(log());
    expect(text).toContain('500MiB, 3700000 lines');
    expect(text).toMatch(/^ +runs +wall s +least s +scan s +CPU s +peak MiB +MiB\/s +× pflogsumm +× 1 thread$/m);
    expect(text).toMatch(/^bouncelens, 1 thread +3 +2\.20 +2\.20 +2\.00 +3\.30 +100 +227 +22\.8 +1\.00$/m);
    expect(text).toMatch(/^pflogsumm +1 +50\.10 +50\.10 +50\.00 +75\.15 +40 +10 +1\.00 +/m);
    expect(text).toMatch(/^bouncelens, 2 threads +50\.0 \(50\.0\) +2\.00 \(2\.67\)$/m);
    expect(text).not.toContain('gzip');
  });

  test('shows the size on the disk where it is another, and dashes for what is not known', () => {
    const figures = log();
    const tools = figures.tools.map((tool) => ({ ...tool, scan: null, cpu: null, memory: null }));
    const text = logText({ ...figures, fileBytes: 80 * MEBIBYTE, tools });
    expect(text).toContain('500MiB in 80MiB');
    expect(text).toMatch(/^bouncelens, 1 thread +3 +2\.20 +2\.20 +- +- +- /m);
  });

  test('tells linear time from time that grows faster', () => {
    const of = (...times: number[]) => linearity(times.map((time, i) => ({ bytes: 2 ** i * MEBIBYTE, time })));
    const text = linearityText([
      { name: 'even', linearity: of(0.01, 0.0206, 0.04) },
      { name: 'with a start', linearity: of(0.02, 0.03, 0.05) },
      { name: 'square', linearity: of(0.01, 0.04, 0.16) },
      { name: 'once', linearity: of(0.01) },
    ]);
    expect(text).toMatch(/^even +10\.00 +10\.30 \(10\.60\) +10\.00 \(9\.70\) +3 % +linear$/m);
    expect(text).toMatch(/^with a start +20\.00 +15\.00 \(10\.00\) +12\.50 \(10\.00\) +60 % +linear, and a fixed part$/m);
    expect(text).toMatch(/^square .* 300 % +grows faster than the size$/m);
    expect(text).not.toContain('once');
    expect(linearityText([{ name: 'once', linearity: null }])).toBe('');
  });

  test('shows peak memory by size, where there are several and it is known', () => {
    const point = (bytes: number, memory: number | null) => ({ bytes: bytes * MEBIBYTE, memory: memory && memory * MEBIBYTE });
    const text = memoryText([{ name: 'one', memory: [point(100, 90), point(2048, 95)] }]);
    expect(text.split('\n').slice(1)).toEqual(['     100MiB  2GiB', 'one      90    95']);
    expect(memoryText([{ name: 'one', memory: [point(100, 90)] }])).toBe('');
    expect(memoryText([{ name: 'one', memory: [point(100, null), point(200, null)] }])).toBe('');
  });

  test('adds the empty runs of the whole session up', () => {
    const text = emptyText([log(), log()]);
    expect(text).toMatch(/^bouncelens, 1 thread +6 +0\.200 +0\.100 +0\.30 +100$/m);
    expect(text).toMatch(/^pflogsumm +2 +0\.100 +0\.100 +/m);
  });

  test('is aligned: text left, numbers right', () => {
    expect(table([['', 'n'], ['a', '100'], ['bcd']])).toBe('       n\na    100\nbcd');
    expect(table([])).toBe('');
  });

  test('writes sizes, times and ratios for people', () => {
    expect([100 * MEBIBYTE, 2 ** 31, 1.5 * 2 ** 30, 2048, 7].map(sizeText)).toEqual(['100MiB', '2GiB', '1.5GiB', '2KiB', '7B']);
    // a log ends with the first line that reaches its size
    expect(sizeText(100 * MEBIBYTE + 97)).toBe('100MiB');
    expect([0.123, 250.04, null].map(secondsText)).toEqual(['0.12', '250.0', '-']);
    expect([null, 1.4 * MEBIBYTE].map(mebibytesText)).toEqual(['-', '1']);
    expect([null, undefined, 1.234, 25.06].map(ratioText)).toEqual(['-', '-', '1.23', '25.1']);
  });

  test('takes seconds of user and system and kilobytes from GNU time', () => {
    expect(timesOf('1.50 0.25 1024\n')).toEqual({ cpu: 1.75, memory: MEBIBYTE });
    expect(() => timesOf('')).toThrow('not the figures');
  });
});

describe('the chart', () => {
  const point = (mebibytes: number, seconds: number) => ({ bytes: mebibytes * MEBIBYTE, seconds });
  const panels = [
    {
      title: 'plain',
      about: 'a <log> & "more"',
      series: [
        { name: 'bouncelens', points: [point(100, 0.5), point(200, 1), point(400, 2)] },
        { name: 'pflogsumm', points: [point(100, 5), point(200, 10), point(400, 20)] },
      ],
    },
    { title: 'gzip', about: '', series: [{ name: 'gzip -dc', points: [point(100, 0.5)] }] },
  ];
  const svg = chartSvg('Time & size', panels);

  test('is well formed, with text escaped', () => {
    expect(svg).toContain('a &#60;log&#62; &#38; &#34;more&#34;');
    const open: string[] = [];
    for (const [, close, name = '', self] of svg.matchAll(/<(\/?)(\w+)[^>]*?(\/?)>/g)) {
      if (close) expect(open.pop()).toBe(name);
      else if (!self) open.push(name);
    }
    expect(open).toEqual([]);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  test('draws what is linear as parallel straight lines', () => {
    const lines = [...svg.matchAll(/<path d="(M[^"]*L[^"]*)" fill="none"/g)].map(([, d = '']) =>
      [...d.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const),
    );
    expect(lines.map((line) => line.length)).toEqual([3, 3]);
    const slopes = lines.flatMap((line) =>
      line.slice(1).map(([x, y], i) => (y - (line[i]?.[1] ?? 0)) / (x - (line[i]?.[0] ?? 0))),
    );
    for (const slope of slopes) expect(slope).toBeCloseTo(slopes[0] ?? 0, 1);
    expect(slopes[0]).toBeLessThan(0);
    // the slower one is above
    expect(lines[1]?.[0]?.[1]).toBeLessThan(lines[0]?.[0]?.[1] ?? 0);
  });

  test('says each figure in words, names every tool once in the legend and each size once in a panel', () => {
    expect(svg).toContain('<title>pflogsumm: 20.00 s for 400MiB</title>');
    for (const name of ['bouncelens', 'pflogsumm', 'gzip -dc']) expect(svg.split(`>${name}</text>`)).toHaveLength(2);
    expect(svg.split('>100MiB</text>')).toHaveLength(3);
  });

  test('is drawn where nothing was measured', () => {
    expect(chartSvg('Nothing', [{ title: 'plain', about: '', series: [] }])).not.toMatch(/NaN|Infinity|undefined/);
    expect(chartSvg('Nothing', [])).toContain('</svg>');
  });
});
