import { availableParallelism } from 'node:os';
import v8 from 'node:v8';

/** V8's compiler runs beside the thread that reads; with a thread that decompresses they are three. */
const ENOUGH_CPUS = 3;

/**
 * How much of what a function calls V8 compiles into it, in bytes of bytecode: few, and as many as V8 itself takes, for which the code of
 * threads was prepared.
 */
const FEW = '--max-inlined-bytecode-size-cumulative=100';
export const USUAL_INLINING = '--max-inlined-bytecode-size-cumulative=920';

/**
 * Lets V8's compiler leave the CPUs to a thread that reads and one that decompresses, where there are no more of them: what it compiles in
 * less time is a little slower. To be said when the threads have started.
 */
export function spareCompiler(): void {
  if (availableParallelism() < ENOUGH_CPUS) v8.setFlagsFromString(FEW);
}
