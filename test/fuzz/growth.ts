import type { Target } from './targets.js';

/** What a stranger would try: one thing again and again, behind and in front of something real, or one inside the other. */
export function* constructions(target: Target): Iterable<{ readonly name: string; readonly of: (size: number) => Buffer }> {
  const seeds = target.seeds();
  const [seed = Buffer.alloc(0)] = seeds;
  const units = [...target.words, ' ', 'a', '0', '(', '<', '"', '\\', '[', '{', '\n', ' #', 'a,', 'a '];
  for (const unit of new Set(units)) {
    const bytes = Buffer.from(unit, 'latin1');
    const fill = (size: number) => Buffer.alloc(size, bytes);
    yield { name: `${JSON.stringify(unit)} alone`, of: fill };
    yield { name: `${JSON.stringify(unit)} behind something real`, of: (size) => Buffer.concat([seed, fill(size)]) };
    yield { name: `${JSON.stringify(unit)} inside something real`, of: (size) => inside(seed, fill(size)) };
    yield { name: `${JSON.stringify(unit)}, and no end`, of: (size) => Buffer.concat([fill(size), Buffer.from('\u2028\r!')]) };
  }
  for (const [i, one] of seeds.slice(0, 40).entries()) {
    if (one.length > 0) yield { name: `seed ${i} again and again`, of: (size) => Buffer.alloc(size, one) };
  }
}

const inside = (seed: Buffer, bytes: Buffer): Buffer => {
  const middle = seed.length >> 1;
  return Buffer.concat([seed.subarray(0, middle), bytes, seed.subarray(middle)]);
};

/** How long a target computes for an input, in milliseconds: the least of some attempts, where one alone is not long. */
export async function timeOf(target: Target, bytes: Buffer): Promise<number> {
  let least = Infinity;
  for (let attempt = 0; attempt < 3; attempt++) {
    const start = process.cpuUsage();
    await target.run(bytes);
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
    if (least > 3000 || least < 5) break;
  }
  return least;
}
