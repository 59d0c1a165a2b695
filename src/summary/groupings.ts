import { DEFAULT_GROUPING, type Dimension } from '../model/dimension.js';

/** What a summary that is kept counts by, beside what is asked for: enough for the reports that most want of it later. */
export const SUMMARY_GROUPINGS: readonly (readonly Dimension[])[] = [
  DEFAULT_GROUPING,
  ['provider', 'reason'],
  ['recipientDomain'],
  ['senderDomain'],
  ['hour'],
  ['day', 'replyCode'],
  ['host'],
];
