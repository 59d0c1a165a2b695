// @ts-check

/** Puts what is made of our rules into the compiled package, so that no run has to make it again. */

import { writeFileSync } from 'node:fs';
import { prepareOurs } from '../dist/classify/our-rules.js';

const json = JSON.stringify(prepareOurs());
const literal = json.replace(/[\\']/g, '\\$&').replace(/\u2028|\u2029/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`);
writeFileSync(new URL('../dist/classify/ours-prepared.js', import.meta.url), `export const OURS = '${literal}';\n`);
