import type { Options } from 'yargs';
import { LANGUAGES } from '../catalogue/text/language.js';
import { DIMENSIONS } from '../model/dimension.js';
import { REASONS } from '../model/verdict.js';
import { INPUT_FORMATS } from '../scan/input-format.js';
import { PERIODS } from '../summary/calendar.js';
import { WHEN } from './color.js';
import type { CommandSheet } from './command-sheet.js';
import { FORMATS } from './formats.js';
import { PRINTED } from './options.js';

/** What an option takes. */
interface Taken {
  /** What stands for it in a synopsis. */
  readonly placeholder: string;
  /** All that it can be, or the first things to offer; the name of a file where that is what it is. */
  readonly values?: readonly string[] | 'file';
}

/** One option as it is written on a command line. */
export interface OptionSheet {
  /** Without dashes. */
  readonly name: string;
  /** One letter. */
  readonly short: string | null;
  readonly describe: string;
  /** Null for a switch. */
  readonly takes: Taken | null;
  readonly isRepeatable: boolean;
}

/** What options take that are not just a number or a text. */
const TAKEN: Readonly<Record<string, Taken>> = {
  format: { placeholder: 'FORMAT', values: FORMATS },
  output: { placeholder: 'FILE', values: 'file' },
  since: { placeholder: 'TIME', values: ['yesterday', 'today', '-24h', '-7d'] },
  until: { placeholder: 'TIME', values: ['yesterday', 'today', 'now'] },
  timezone: { placeholder: 'ZONE' },
  'input-format': { placeholder: 'FORMAT', values: INPUT_FORMATS },
  year: { placeholder: 'YEAR' },
  rules: { placeholder: 'FILE', values: 'file' },
  state: { placeholder: 'FILE', values: 'file' },
  period: { placeholder: 'LENGTH', values: PERIODS },
  config: { placeholder: 'FILE', values: 'file' },
  by: { placeholder: 'DIM[,DIM]', values: Object.keys(DIMENSIONS) },
  'fail-on': { placeholder: 'CONDITION' },
  lang: { placeholder: 'LANGUAGE', values: LANGUAGES },
  color: { placeholder: 'WHEN', values: WHEN },
  kind: { placeholder: 'KIND', values: ['reply', 'enhanced', 'reason'] },
  class: { placeholder: 'CLASS', values: ['2', '3', '4', '5'] },
  status: { placeholder: 'STATUS', values: ['standard', 'registered', 'observed'] },
  reason: { placeholder: 'REASON', values: REASONS },
  print: { placeholder: 'WHAT', values: PRINTED },
  'summary-every': { placeholder: 'SPAN', values: ['10s', '60s', '5m'] },
  unit: { placeholder: 'UNIT' },
  listen: { placeholder: 'ADDRESS', values: ['9155', 'none'] },
  'allow-host': { placeholder: 'NAME' },
};

/** Formats of the commands that do not have them all. */
const FORMATS_OF: Readonly<Record<string, readonly string[]>> = {
  events: ['text', 'ndjson', 'csv'],
  watch: ['text', 'ndjson', 'csv'],
  trace: ['text', 'ndjson'],
  classify: ['text', 'ndjson', 'json', 'csv'],
  explain: ['text', 'markdown', 'html', 'json'],
  compare: ['text', 'markdown', 'html', 'json'],
  codes: ['text', 'markdown', 'html', 'csv', 'json', 'ndjson'],
};

/** The options of a command as they are written; a switch that is on by itself is also written with `no-`. */
export function optionsOf({ name: command, options }: CommandSheet): readonly OptionSheet[] {
  const own = Object.entries(options).flatMap(([name, option]): readonly OptionSheet[] => {
    const sheet = sheetOf(command, name, option);
    return option.type === 'boolean' && option.default === true
      ? [sheet, { ...sheet, name: `no-${name}`, short: null, describe: `no ${sheet.describe}` }]
      : [sheet];
  });
  return [...own, HELP];
}

const HELP: OptionSheet = { name: 'help', short: 'h', describe: 'show help', takes: null, isRepeatable: false };

function sheetOf(command: string, name: string, { type, alias, describe, array }: Options): OptionSheet {
  const usual: Taken = TAKEN[name] ?? { placeholder: type === 'number' ? 'N' : 'VALUE' };
  const values = name === 'format' ? FORMATS_OF[command] : undefined;
  return {
    name,
    short: typeof alias === 'string' ? alias : null,
    describe: String(describe),
    takes: type === 'boolean' ? null : values === undefined ? usual : { ...usual, values },
    isRepeatable: array === true,
  };
}
