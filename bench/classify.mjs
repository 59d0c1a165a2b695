// @ts-check

// How fast the classifier is: distinct texts, one wording again and again, and texts made to be slow.
//   npm run build && node --expose-gc bench/classify.mjs
import { Random } from './random.mjs';

const { Classifier } = await import('../dist/classify/classify.js');
const { bareDiagnostic, readDiagnostic } = await import('../dist/scan/diagnostic.js');

const random = new Random(7);
const WORDS =
  'the recipient mailbox user unknown is over quota blocked by policy spam rejected host domain not found access denied temporarily sender address please try again later connection refused reputation listed message size limit exceeded see visit for more information server your ip from to does not exist account disabled relay dmarc spf'.split(
    ' ',
  );
const CODES = ['550 5.1.1', '550 5.7.1', '421 4.7.0', '452 4.2.2', '554 5.7.1', '550', '451 4.7.1', '552 5.2.2'];

/** A reply nobody sent before: its words differ, so that nothing remembered helps. */
function reply() {
  const words = Array.from({ length: 12 + random.below(20) }, () => WORDS[random.below(WORDS.length)]);
  words[random.below(words.length)] = String.fromCharCode(...Array.from({ length: 6 }, () => 97 + random.below(26)));
  return `${CODES[random.below(CODES.length)]} <u${random.below(1e6)}@example.com>: ${words.join(' ')}`;
}

/** @param {string} text */
const evidenceOf = (text) => readDiagnostic(bareDiagnostic(text));
/**
 * @param {number} count
 * @param {number} ms
 */
const rate = (count, ms) => `${Math.round((count / ms) * 1000).toLocaleString('en')} a second`;

/**
 * The best of several runs, as other programs share the machine.
 * @param {number} count
 * @param {() => void} run
 */
function best(count, run) {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 5; i++) {
    const start = performance.now();
    run();
    least = Math.min(least, performance.now() - start);
  }
  return rate(count, least);
}

const memory = () => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
};
const before = memory();
let start = performance.now();
const classifier = new Classifier();
console.log(`start-up: ${(performance.now() - start).toFixed(1)} ms`);
console.log(`memory of the rules: ${(memory() - before).toFixed(1)} MiB`);
start = performance.now();
for (const text of Array.from({ length: 2_000 }, reply)) classifier.classify(evidenceOf(text));
console.log(`first 2,000 texts: ${(performance.now() - start).toFixed(1)} ms`);

const texts = Array.from({ length: 20_000 }, () => evidenceOf(reply()));
console.log(
  `distinct texts: ${best(texts.length, () => {
    const fresh = new Classifier();
    for (const evidence of texts) fresh.classify(evidence);
  })}`,
);

const repeated = Array.from({ length: 20_000 }, (_, i) =>
  evidenceOf(`550 5.1.1 <u${i}@example.com>: Recipient address rejected: User unknown`),
);
console.log(
  `one wording, other addresses: ${best(repeated.length, () => {
    for (const evidence of repeated) classifier.classify(evidence);
  })}`,
);
const numbered = Array.from({ length: 20_000 }, (_, i) =>
  evidenceOf(`421 4.7.0 Too many messages from 192.0.2.${i % 250}, wait ${i} seconds (id x${i}y1z2345678)`),
);
console.log(
  `one wording, other numbers: ${best(numbered.length, () => {
    for (const evidence of numbered) classifier.classify(evidence);
  })}`,
);

const HOSTILE = {
  '<a@': '<a@',
  spaces: ' ',
  digits: '1',
  'number after number': '550 5.1.1 ',
  'a word of many rules': 'user ',
  'words of many rules': `${WORDS.join(' ')} `,
  'almost a word': 'blackliblackli',
  quotes: "'t",
  commas: '(),;',
  accents: 'e\u0301',
  Japanese: '宛先メール',
};
for (const [name, piece] of Object.entries(HOSTILE)) {
  const long = piece.repeat(Math.ceil(65_536 / piece.length));
  let most = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 20; i++) {
    const fresh = evidenceOf(`550 ${i}x${long}`);
    const begin = performance.now();
    classifier.classify(fresh);
    most = Math.min(most, performance.now() - begin);
  }
  console.log(`64 KiB of ${name}: ${most.toFixed(2)} ms, ${rate(1, most)}`);
}
