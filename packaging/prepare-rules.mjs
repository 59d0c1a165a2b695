// @ts-check

/** Writes what is made of our rules into the compiled package, beside each module that reads it, so that no run has to make it again. */

import { writeFileSync } from 'node:fs';
import { writeOurs } from '../dist/classify/our-rules.js';

const text = writeOurs();
for (const folder of ['classify', 'cli']) writeFileSync(new URL(`../dist/${folder}/our-rules.txt`, import.meta.url), text);
