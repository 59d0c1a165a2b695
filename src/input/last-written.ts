import { fstatSync } from 'node:fs';

/**
 * When what a stream holds was written last, milliseconds since 1970: a file that a shell opened as standard input tells it,
 * a pipe does not.
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
