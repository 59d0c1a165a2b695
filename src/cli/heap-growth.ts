import v8 from 'node:v8';

const MIB = 1024 * 1024;
/** Room for new objects that is enough: a scan makes few that live, and more room only costs memory. */
const ENOUGH = 8 * MIB;

let isLimited = false;

/**
 * Stops V8 from giving new objects ever more room once there is enough. Left alone it grows to 48 MiB, which a scan,
 * whose objects die at once or live long, does not get faster by.
 * To be called when a scan begins, as the start may have taken that much, and now and then while it is under way.
 */
export function limitYoungGeneration(): void {
  if (!isLimited) {
    const space = v8.getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
    isLimited = space !== undefined && space.space_size >= ENOUGH;
  }
  // Again each time, as a thread that starts sets the flags of a start, which are those of all threads.
  if (isLimited) v8.setFlagsFromString('--semi-space-growth-factor=1');
}
