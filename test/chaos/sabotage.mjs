// Loaded before the command (node --import): ends it, or has the disk full, at a chosen change to the file system.
// SABOTAGE=kill:7 ends it right before the 7th change, torn:7 when half of what the 7th writes is written, full:7 has no room from
// the 7th on.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [what, at] = (process.env.SABOTAGE ?? '').split(':');
const place = Number(at);
let changes = 0;

const { fsyncSync, linkSync, openSync, renameSync, unlinkSync, writeFileSync, writeSync } = fs;

function die() {
  process.kill(process.pid, 'SIGKILL');
  // The signal is on its way.
  for (;;) {}
}

/** @param {string} file */
function noSpace(file) {
  return Object.assign(new Error(`ENOSPC: no space left on device, write '${file}'`), { code: 'ENOSPC' });
}

/** @returns {boolean} whether it is time */
function isTime() {
  changes++;
  return changes === place;
}

/**
 * @template {readonly unknown[]} Args
 * @template Result
 * @param {(...args: Args) => Result} change
 * @returns {(...args: Args) => Result}
 */
const before =
  (change) =>
  (...args) => {
    if (isTime() && what !== 'full') die();
    return change(...args);
  };

/** All forms in which it is called. @typedef {(descriptor: number, data: string | NodeJS.ArrayBufferView, ...rest: unknown[]) => number} Write */
const write = /** @type {Write} */ (writeSync);

fs.fsyncSync = before(fsyncSync);
fs.linkSync = before(linkSync);
fs.renameSync = before(renameSync);
fs.unlinkSync = before(unlinkSync);
fs.writeFileSync = before(writeFileSync);
fs.openSync = (file, flags, mode) => {
  if (flags === undefined || flags === 'r' || typeof flags === 'number') return openSync(file, flags, mode);
  return before(openSync)(file, flags, mode);
};
/** @type {Write} */
function writeOrFail(descriptor, data, ...rest) {
  const now = isTime();
  if (what === 'full' && changes >= place) throw noSpace(String(descriptor));
  if (now && what === 'torn') {
    const bytes = typeof data === 'string' ? Buffer.from(data) : Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    writeSync(descriptor, bytes, 0, bytes.length >> 1);
    fsyncSync(descriptor);
  }
  if (now && what !== 'full') die();
  return write(descriptor, data, ...rest);
}
fs.writeSync = writeOrFail;
syncBuiltinESMExports();
