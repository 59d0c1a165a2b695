import { readSync } from 'node:fs';
import { Socket } from 'node:net';
import { PassThrough, type Readable } from 'node:stream';

const CHUNK = 64 * 1024;
/** Milliseconds between two looks whether somebody writes to a pipe. */
const PATIENCE = 20;

/**
 * Reads a pipe that was opened without blocking. It waits for a writer as a blocking read would, but leaves the process
 * free to take signals: a read in the background cannot be broken off.
 */
export function pipeStream(path: string, descriptor: number): Readable {
  const stream = new PassThrough({ highWaterMark: 4 * CHUNK });
  // The pipe of a shell's <(…) has its writer from the start; when that is gone, the pipe is at its end.
  const isAnonymous = path.startsWith('/dev/fd/') || path.startsWith('/proc/');
  const look = () => {
    const first = tryRead(descriptor);
    if (first instanceof Error) {
      stream.destroy(first);
    } else if (first !== null && first.length === 0 && !isAnonymous) {
      setTimeout(look, PATIENCE);
    } else {
      if (first !== null && first.length > 0) stream.write(first);
      const socket = new Socket({ fd: descriptor, readable: true, writable: false });
      socket.on('error', (error) => stream.destroy(error));
      stream.on('close', () => socket.destroy());
      socket.pipe(stream);
    }
  };
  look();
  return stream;
}

/** What the pipe holds now; nothing when nobody writes to it, null when somebody does who has not written yet. */
function tryRead(descriptor: number): Buffer | Error | null {
  const buffer = Buffer.allocUnsafe(CHUNK);
  try {
    return buffer.subarray(0, readSync(descriptor, buffer, 0, CHUNK, null));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EAGAIN' ? null : (error as Error);
  }
}
