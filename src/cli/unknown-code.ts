import type { Found } from '../catalogue/look-up.js';

/** Characters of an argument that a message repeats. */
const LONGEST = 60;

/** Why something that was asked for is not documented, in a line. */
export function objectionOf({ written, objection }: Found['missing'][number]): string {
  return `'${written.length > LONGEST ? `${written.slice(0, LONGEST)}…` : written}': ${objection}`;
}
