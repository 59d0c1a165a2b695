import { fstatSync } from 'node:fs';

/**
 * When what a stream holds was written last, milliseconds since 1970. A shell may have opened a file as standard input, which
 * has a time as any other; a pipe has none.
 * @param otherwise what to say of a stream without a time.
 */
export function lastWritten(stream: object, otherwise: number): number {
  if (!('fd' in stream) || typeof stream.fd !== 'number') return otherwise;
  try {
    const stats = fstatSync(stream.fd);
    return stats.isFile() ? stats.mtimeMs : otherwise;
  } catch {
    return otherwise;
  }
}
