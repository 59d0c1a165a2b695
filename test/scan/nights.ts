import { appendFileSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach } from 'vitest';
import { findSources } from '../../src/input/find.js';
import { DEFAULT_GROUPING } from '../../src/model/dimension.js';
import { type ScanNewOptions, scanNew } from '../../src/scan/scan-new.js';
import { decodeState, encodeState, newState, type State } from '../../src/state/state.js';
import type { Totals } from '../../src/summary/counts.js';
import { UTC } from '../summary/reading.js';

/** A folder of logs and mailboxes, and the nights on which they are read. */
export class Nights {
  state: State = newState();
  folder = '';

  constructor() {
    beforeEach(() => {
      this.folder = mkdtempSync(path.join(tmpdir(), 'bouncelens-nights-'));
      this.state = newState();
    });
    afterEach(() => {
      rmSync(this.folder, { recursive: true, force: true });
    });
  }

  at(name: string): string {
    return path.join(this.folder, name);
  }

  /** Writes a file, last touched at a time. */
  put(name: string, content: string | Buffer, mtime = 0): void {
    mkdirSync(path.dirname(this.at(name)), { recursive: true });
    writeFileSync(this.at(name), content);
    this.touch(name, mtime);
  }

  add(name: string, content: string | Buffer, mtime = 0): void {
    appendFileSync(this.at(name), content);
    this.touch(name, mtime);
  }

  touch(name: string, mtime: number): void {
    if (mtime > 0) utimesSync(this.at(name), new Date(mtime), new Date(mtime));
  }

  /** Reads all that there is as the next night would: what is kept goes through its file. */
  async read(names: readonly string[] = ['.'], options: Partial<ScanNewOptions> = {}) {
    const { sources } = await findSources(names.map((name) => this.at(name)));
    const result = await scanNew({
      ...{ state: decodeState(encodeState(this.state), 'state'), sources, stdin: new PassThrough() },
      ...{ groupings: [DEFAULT_GROUPING], zone: UTC, now: Date.now() },
      ...options,
    });
    this.state = result.state;
    const errors = result.inputs.flatMap(({ error }) => error?.message ?? []);
    return { ...result, totals: result.counts.totals, errors };
  }
}

/** The totals that add up over nights, added up. */
export function sum(all: readonly Totals[]) {
  const { records, open: _, ...first } = all[0]!;
  const added = <Name extends string>(names: readonly Name[], of: (one: Totals) => Readonly<Record<Name, number>>) =>
    Object.fromEntries(names.map((name) => [name, all.reduce((n, one) => n + of(one)[name], 0)])) as Record<Name, number>;
  return {
    totals: added(Object.keys(first) as (keyof typeof first)[], (one) => one),
    records: added(Object.keys(records) as (keyof typeof records)[], (one) => one.records),
  };
}

/** A message that arrives, by its number: one a minute from a day in June on. */
export function arrival(number: number, start = Date.UTC(2026, 5, 5)): string {
  const time = new Date(start + number * 60_000).toISOString();
  const id = `4F1A2${(number + 0x100000).toString(16).toUpperCase()}`;
  return [
    `${time} mx postfix/smtpd[9]: ${id}: client=client.example.com[192.0.2.9]`,
    `${time} mx postfix/qmgr[10]: ${id}: from=<news@example.com>, size=900, nrcpt=1 (queue active)`,
    `${time} mx postfix/smtp[11]: ${id}: to=<user${number}@example.net>, relay=mx.example.net[192.0.2.1]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 2.0.0 Ok)`,
    `${time} mx postfix/qmgr[10]: ${id}: removed`,
    '',
  ].join('\n');
}

/** Messages from one number up to another, which is left out. */
export const arrivals = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, i) => arrival(from + i)).join('');
