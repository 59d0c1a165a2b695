import v8 from 'node:v8';

// Loaded before anything else. V8 starts with 2 MiB of room for new objects; the first time that is too little it is to have
// 8 MiB, in which the start and a scan are at ease, and not to come there in steps.
v8.setFlagsFromString('--semi-space-growth-factor=4');
