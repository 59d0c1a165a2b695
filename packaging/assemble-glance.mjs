// @ts-check

/**
 * Compiles what reads ordinary lines at a glance (`src/mta/postfix/glance`, AssemblyScript) to WebAssembly, and writes that as a
 * module, so that it goes wherever the modules go.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { main } from 'assemblyscript/asc';

const root = fileURLToPath(new URL('..', import.meta.url));
const layout = readFileSync(new URL('../src/mta/postfix/glance/layout.ts', import.meta.url), 'utf8');

/** @param {string} name */
function laidOut(name) {
  const [, value] = new RegExp(`^export const ${name} = (\\w+);$`, 'm').exec(layout) ?? [];
  if (value === undefined) throw new Error(`glance/layout.ts does not tell ${name}`);
  return `${Number(value)}`;
}

/** @type {Uint8Array | null} */
let code = null;
const { error, stderr } = await main(
  [
    ...['src/mta/postfix/glance/lines.ts', '--baseDir', root, '--outFile', 'glance.wasm', '--config', 'none'],
    ...['-O3', '--runtime', 'stub', '--noAssert', '--enable', 'simd', '--memoryBase', laidOut('OWN_AT')],
    ...['--initialMemory', laidOut('MEMORY_PAGES'), '--maximumMemory', laidOut('MEMORY_PAGES')],
  ],
  {
    writeFile: (name, contents) => {
      if (name === 'glance.wasm') code = Buffer.from(contents);
    },
  },
);
if (error !== null || code === null) {
  process.stderr.write(stderr.toString());
  throw error ?? new Error('nothing was compiled');
}
const text = Buffer.from(code).toString('base64');
writeFileSync(
  new URL('../src/mta/postfix/glance-code.ts', import.meta.url),
  `/** Compiled from \`glance/\` when the package is built; base64. */\nexport const GLANCE_CODE =\n  '${text}';\n`,
);
