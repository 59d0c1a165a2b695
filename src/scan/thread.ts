import type { Rule } from '../classify/rule.js';
import { InputError } from '../input/input-error.js';
import type { Dimension } from '../model/dimension.js';
import type { InputFormat } from './input-format.js';
import type { InputReport } from './input-report.js';
import type { ApartJob, JobFacts } from './job-reader.js';

/** What a thread is told when it starts; the zone by its name. */
export interface ThreadSettings {
  readonly groupings: readonly (readonly Dimension[])[];
  readonly since: number | null;
  readonly until: number | null;
  readonly zone: string;
  readonly now: number;
  readonly inputFormat: InputFormat | undefined;
  /** Own rules, which come before ours. */
  readonly rules: readonly Rule[];
  readonly mails: boolean;
  readonly delays: boolean;
}

/**
 * What a thread is told: to read; whether what it counted in the job of this number counts; or to send all that it counted.
 */
export type ThreadOrder =
  | { readonly number: number; readonly job: ApartJob }
  | { readonly number: number; readonly counts: boolean }
  | 'finish';

/** A report on an input, its error as text. */
type SentReport = Omit<InputReport, 'error'> & { readonly error: { readonly path: string; readonly message: string } | null };

/** What a thread answers to a job. */
export interface ThreadResult extends JobFacts {
  /** What is held back, as bytes, inputs called by their number; the counts stay in the thread. */
  readonly runs: Uint8Array;
  readonly reports: readonly SentReport[];
}

/** What a thread says: how far it is, what it read, or all that it counted, as bytes. */
export type ThreadMessage = { readonly progress: number } | { readonly result: ThreadResult } | { readonly summary: Uint8Array };

export const sentReport = ({ error, ...report }: InputReport): SentReport => ({
  ...report,
  error: error === null ? null : { path: error.path, message: error.message },
});

export const receivedReport = ({ error, ...report }: SentReport): InputReport => ({
  ...report,
  error: error === null ? null : new InputError(error.path, error.message),
});

/** Inputs are called by their number between threads, which all have the same. */
export const NUMBERED = { nameOf: String, inputOf: Number, begins: () => {}, ends: () => {} };
