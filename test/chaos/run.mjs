// npm run chaos -- --nights 1000 --seed 1 --kills 0.3

import { parseArgs } from 'node:util';
import { chaos } from './chaos.mjs';

const { values } = parseArgs({
  options: {
    nights: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    kills: { type: 'string', default: '0.3' },
  },
});
const begun = Date.now();
const { lines, messages, kills, events, wrong } = await chaos({
  nights: Number(values.nights),
  seed: Number(values.seed),
  kills: Number(values.kills),
  tell: (line) => console.error(line),
});
const seconds = Math.round((Date.now() - begun) / 1000);
console.log(`${values.nights} nights, ${kills} kills, ${messages} messages, ${lines} lines in ${seconds} s`);
console.log(
  Object.entries(events)
    .map(([what, times]) => `${what}: ${times}`)
    .join(', '),
);
for (const line of wrong.slice(0, 50)) console.log(line);
console.log(wrong.length === 0 ? 'every line was counted once' : `${wrong.length} differences`);
process.exitCode = wrong.length === 0 ? 0 : 1;
