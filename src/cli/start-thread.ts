import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPrepared } from './prepared-code.js';

// A thread of a scan as the bundled command starts it.
loadPrepared(dirname(fileURLToPath(import.meta.url)), 'thread.js');
