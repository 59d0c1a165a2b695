#!/usr/bin/env node
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPrepared } from './prepared-code.js';

// The command as it is started once it is bundled.
loadPrepared(dirname(fileURLToPath(import.meta.url)), 'command.js');
