import { readThreshold, type Threshold } from '../report/threshold.js';
import { UsageError } from './exit-code.js';
import { list, type RawArguments } from './options.js';

/** `--fail-on`. @throws UsageError */
export const checkThresholds = (raw: RawArguments): readonly Threshold[] =>
  list(raw['fail-on']).map((text) => {
    const threshold = readThreshold(String(text));
    if (typeof threshold === 'string') throw new UsageError(`--fail-on: ${threshold}`);
    return threshold;
  });
