/**
 * The command as a few files instead of two hundred: it starts sooner. What only one command needs is still loaded when that is asked for.
 * Dependencies stay where npm puts them. The modules for programs (`dist/index.js`) are left as the compiler wrote them.
 */
export default {
  input: { main: 'dist/cli/main.js', 'scan-thread': 'dist/scan/scan-thread.js' },
  platform: 'node',
  external: /^[^./]/,
  output: { dir: 'dist/command', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
};
