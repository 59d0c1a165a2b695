import { closeSync, fstatSync, futimesSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { contentOf, SAMPLE } from './content.js';
import { InputError, systemMessage } from './input-error.js';
import { lastWritten } from './last-written.js';
import type { OpenFile } from './read.js';

/**
 * Keeps what comes once, from a pipe, so that it can be read several times. The file that holds it loses its name before
 * the first byte is written, so nothing is left behind however the run ends.
 * @param name the input, for messages. @returns as many open files as `times`; each reads everything. @throws InputError
 */
export async function spool(name: string, stream: Readable, times: number): Promise<OpenFile[]> {
  const [writer, ...readers] = openNameless(name, times);
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      for (let at = 0; at < chunk.length; ) at += writeSync(writer!, chunk, at);
    }
    // What is kept has the time of what it was made of.
    const time = new Date(lastWritten(stream, Date.now()));
    futimesSync(writer!, time, time);
    return readers.map((descriptor) => opened(name, descriptor));
  } catch (error) {
    for (const descriptor of readers) closeSync(descriptor);
    throw new InputError(name, `cannot be kept in ${tmpdir()} to be read twice: ${systemMessage(error)}`);
  } finally {
    closeSync(writer!);
  }
}

/** The descriptor to write to, and those to read from. */
function openNameless(name: string, times: number): number[] {
  const file = path.join(tmpdir(), `.bouncelens-${process.pid}-${Math.random().toString(36).slice(2)}`);
  try {
    const writer = openSync(file, 'wx', 0o600);
    try {
      return [writer, ...Array.from({ length: times }, () => openSync(file, 'r'))];
    } finally {
      unlinkSync(file);
    }
  } catch (error) {
    throw new InputError(name, `cannot be kept in ${tmpdir()} to be read twice: ${systemMessage(error)}`);
  }
}

function opened(name: string, descriptor: number): OpenFile {
  const sample = Buffer.alloc(SAMPLE);
  const seen = sample.subarray(0, readSync(descriptor, sample, 0, SAMPLE, 0));
  return { path: name, descriptor, stats: fstatSync(descriptor), content: contentOf(seen), sample: seen };
}
