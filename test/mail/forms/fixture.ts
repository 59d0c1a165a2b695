import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readMail } from '../../../src/mail/mail-reader.js';

/** What a fixture says of one recipient. What is not given must not be found either, but for the diagnostic. */
export interface Expected {
  readonly recipient: string;
  readonly original?: string;
  /** `failed` when not given. */
  readonly action?: string;
  readonly code?: number;
  readonly enhanced?: string;
  /** The `Status` field. */
  readonly status?: string;
  /** A part of the diagnostic that no other recipient of the fixture has. */
  readonly says: string;
  readonly host?: string;
  readonly ip?: string;
  readonly command?: string;
}

/** Reads `fixtures/mail/<file>.eml` and compares all its records with what is expected. */
async function expectFixture(file: string, mta: string, expected: readonly Expected[]): Promise<void> {
  const bytes = readFileSync(new URL(`../../../fixtures/mail/${file}.eml`, import.meta.url));
  const { records } = await readMail(bytes, { input: 0, offset: 0, index: 0 }, 1);
  const found = records.map(({ evidence }) => evidence);
  expect(found.map(({ recipient }) => recipient)).toEqual(expected.map(({ recipient }) => recipient));
  expected.forEach((one, index) => {
    const evidence = found[index]!;
    expect(evidence).toMatchObject({
      mta,
      originalRecipient: one.original ?? null,
      action: one.action ?? 'failed',
      replyCode: one.code ?? null,
      enhancedStatus: one.enhanced ?? null,
      loggedStatus: one.status ?? null,
      remoteMta: one.host ?? null,
      remoteIp: one.ip ?? null,
      command: one.command ?? null,
    });
    expect(evidence.diagnostic).toContain(one.says);
  });
}

/** One fixture, the form it is written in, and its recipients in their order. */
export type FixtureRow = readonly [file: string, mta: string, ...expected: Expected[]];

/** A test for each fixture. */
export function itReads(rows: readonly FixtureRow[]): void {
  for (const [file, mta, ...expected] of rows) it(file, () => expectFixture(file, mta, expected));
}
