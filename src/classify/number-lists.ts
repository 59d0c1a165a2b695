/** Many lists of numbers, one behind the other: as two arrays they are written, and read again, at once. */
export interface NumberLists {
  /** Where each list begins among the values, and at last where the last one ends. */
  readonly starts: Uint32Array;
  readonly values: Uint32Array;
}

/** @param lists by number; one that is missing is empty. @param length how many there are. */
export function numberLists(lists: readonly (readonly number[] | undefined)[], length: number): NumberLists {
  const starts = new Uint32Array(length + 1);
  for (let i = 0; i < length; i++) starts[i + 1] = starts[i]! + (lists[i]?.length ?? 0);
  return { starts, values: Uint32Array.from(lists.flatMap((list) => list ?? [])) };
}
