import { createHash } from 'node:crypto';
import type { Source } from '../input/find.js';
import type { InputNames } from '../model/field.js';

/** What identifies the inputs of a scan by their place in reading order. */
export class InputDirectory implements InputNames {
  readonly #sources: readonly Source[];
  readonly #fingerprints: string[] = [];

  constructor(sources: readonly Source[]) {
    this.#sources = sources;
  }

  path(input: number): string {
    const path = this.#sources[input]?.path ?? '';
    return path === '-' ? '(stdin)' : path;
  }

  fingerprint(input: number): string {
    return this.#fingerprints[input] ?? '';
  }

  /** The first line of an input is read. */
  startsWith(input: number, line: Uint8Array): void {
    this.#fingerprints[input] ??= createHash('sha256').update(line).digest('base64url');
  }
}
