/** Takes what was decompressed; the bytes may be reused afterwards. @returns whether more is wanted. */
export type Take = (chunk: Uint8Array) => boolean;

/** Compressed bytes as they are read. */
export type Compressed = AsyncIterable<Uint8Array>;

/**
 * Decompresses to the end, or until no more is wanted. What comes before a place that is missing or damaged is handed on.
 * @returns what is wrong with the content, or null.
 */
export type Decompressor = (compressed: Compressed, take: Take) => Promise<string | null>;

export const cutShort = (content: string): string => `the ${content} file is cut short`;
export const damaged = (content: string, why: string): string => `the ${content} file is damaged (${why})`;
