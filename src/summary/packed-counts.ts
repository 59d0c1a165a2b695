import { deflateSync, inflateSync } from 'node:zlib';
import type { Dimension } from '../model/dimension.js';
import { ByteReader } from './byte-reader.js';
import { ByteWriter } from './byte-writer.js';
import { type CountOptions, Counts } from './counts.js';
import { readCounts, writeCounts } from './counts-codec.js';
import type { InputIdentities } from './event-codec.js';

/** What counts may be large when they are unpacked. */
const LARGEST = 1 << 29;

/** Counts alone, as bytes (docs/summary-format.md, Counts), packed. */
export function packCounts(counts: Counts, inputs: InputIdentities): Uint8Array {
  const to = new ByteWriter();
  const order = counts.options.groupings.map((_, place) => place);
  writeCounts(to, counts, order, inputs);
  return deflateSync(to.finish());
}

/** Adds what `packCounts` wrote. @param written its groupings. @throws ByteError, or the error of zlib */
export function unpackCounts(
  bytes: Uint8Array,
  options: CountOptions,
  written: readonly (readonly Dimension[])[],
  inputs: InputIdentities,
): Counts {
  const counts = new Counts(options);
  readCounts(new ByteReader(inflateSync(bytes, { maxOutputLength: LARGEST })), counts, written, inputs);
  return counts;
}
