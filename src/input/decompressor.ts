/** Takes what was decompressed; the bytes may be reused afterwards. @returns whether more is wanted. */
export type Take = (chunk: Uint8Array) => boolean;

/** Compressed bytes as they are read. */
export type Compressed = AsyncIterable<Uint8Array>;

/** The same compressed bytes from their start. */
export type Again = () => Compressed;

/**
 * Decompresses to the end, or until no more is wanted. What comes before a place that is missing or damaged is handed on.
 * @param again given where the bytes can be read a second time, which may get more out of the place before the damage.
 * @returns what is wrong with the content, or null.
 */
export type Decompressor = (compressed: Compressed, take: Take, again?: Again) => Promise<string | null>;

export const cutShort = (content: string): string => `the ${content} file is cut short`;
export const damaged = (content: string, why: string): string => `the ${content} file is damaged (${why})`;
