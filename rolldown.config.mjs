/**
 * The command as a few files instead of two hundred: it starts sooner. What only one command needs is still loaded when that is asked for.
 * Dependencies stay where npm puts them. The modules for programs (`dist/index.js`) are left as the compiler wrote them.
 */
export default {
  input: { main: 'dist/cli/main.js', 'scan-thread': 'dist/scan/scan-thread.js' },
  platform: 'node',
  external: /^[^./]/,
  plugins: [{ name: 'ascii', generateBundle: escapeAll }],
  output: { dir: 'dist/command', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
};

/** @param {unknown} _ @param {Readonly<Record<string, { type: string, code: string }>>} bundle */
function escapeAll(_, bundle) {
  for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk') chunk.code = escaped(chunk.code);
}

/** More characters outside of ASCII than one of so many are a language of its own. */
const FEW = 50;

/**
 * Writes the few characters outside of ASCII as escapes. V8 keeps the text of a module as long as its functions live, with two bytes
 * for each character as soon as one is beyond Latin-1.
 *
 * @param {string} code
 */
function escaped(code) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything outside of ASCII is looked for
  const beyond = code.match(/[^\u0000-\u007f]/g) ?? [];
  if (beyond.length === 0 || beyond.length * FEW > code.length) return code;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything outside of ASCII is looked for
  return code.replace(/[^\u0000-\u007f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
