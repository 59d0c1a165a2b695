import type { Options } from 'yargs';

/** What a command is called and takes: all that its help, its man page and its completion are made of. */
export interface CommandSheet {
  readonly name: string;
  readonly describe: string;
  readonly options: Readonly<Record<string, Options>>;
  /** In front of the rest. */
  readonly argument?: {
    /** Names of which the first is its key. */
    readonly names: string;
    readonly describe: string;
    /** What is said where it is missing. */
    readonly missing: string;
    /** All that it can be, where that is a list. */
    readonly values?: readonly string[];
  };
  /** What may follow any number of times: paths of inputs when absent, nothing when null. */
  readonly rest?: { readonly name: string; readonly describe: string } | null;
  readonly examples?: readonly (readonly [string, string])[];
}

/** What follows a command that does not say what. */
export const PATHS = { name: 'paths', describe: 'log files, directories, quoted globs, or - for standard input' };

/** The command that runs where none is named. */
export const DEFAULT_COMMAND = 'report';

/** Whether the words behind a command are names of files. */
export const takesFiles = ({ rest = PATHS }: CommandSheet): boolean =>
  rest !== null && (rest.name === PATHS.name || rest.name === 'files');
