// @ts-check

/** Writes what is made of our rules into the compiled package, beside each module that reads it, so that no run has to make it again. */

import { writeFileSync } from 'node:fs';
import { prepareOurs } from '../dist/classify/our-rules.js';

const json = JSON.stringify(prepareOurs());
for (const folder of ['classify', 'cli']) writeFileSync(new URL(`../dist/${folder}/our-rules.json`, import.meta.url), json);
