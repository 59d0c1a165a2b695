import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { readMail } from '../../../src/mail/mail-reader.js';
import type { Evidence } from '../../../src/model/evidence.js';

/** What a fixture says of one recipient; a field that is not given is not told by the mail, or not looked at. */
export interface Told {
  readonly recipient: string | null;
  readonly action?: Evidence['action'];
  readonly originalRecipient?: string;
  readonly replyCode?: number | null;
  readonly enhancedStatus?: string | null;
  readonly loggedStatus?: string | null;
  readonly remoteMta?: string | null;
  readonly remoteIp?: string | null;
  readonly command?: string | null;
  readonly feedbackType?: string | null;
  /** A part of the diagnostic that tells it from others. */
  readonly says?: string;
  /** Words that the diagnostic must not hold: labels, dates, what belongs to another recipient. */
  readonly saysNot?: string;
}

/** A fixture, the system that wrote it, and what it says. */
export type Row = readonly [file: string, mta: string, ...recipients: Told[]];

/** The records of a fixture. */
export async function recordsOf(file: string) {
  const bytes = readFileSync(new URL(`../../../fixtures/mail/${file}.eml`, import.meta.url));
  const { records } = await readMail(bytes, { input: 0, offset: 0, index: 0 }, 1);
  return records.map(({ evidence }) => evidence);
}

function check(evidence: Evidence | undefined, { says, saysNot, action = 'failed', ...fields }: Told): void {
  expect(evidence).toMatchObject({ ...fields, action });
  if (says !== undefined) expect(evidence?.diagnostic).toContain(says);
  if (saysNot !== undefined) expect(evidence?.diagnostic).not.toContain(saysNot);
}

/** Checks that a fixture is known to be of a system, and that it tells of these recipients and no others. */
export async function checkRow([file, mta, ...recipients]: Row): Promise<void> {
  const found = await recordsOf(file);
  expect(found.map(({ mta: name }) => name)).toEqual(recipients.map(() => mta));
  for (const told of recipients) {
    check(
      found.find(({ recipient }) => recipient === told.recipient),
      told,
    );
  }
}
