import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPrepared } from './prepared-code.js';

// A thread that decompresses a file as the bundled command starts it.
loadPrepared(dirname(fileURLToPath(import.meta.url)), 'decompress.js');
