import path from 'node:path';
import { UsageError } from './exit-code.js';

/** Formats and the extension that chooses each. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  '.csv': 'csv',
  '.html': 'html',
  '.json': 'json',
  '.md': 'markdown',
  '.ndjson': 'ndjson',
  '.prom': 'prometheus',
  '.summary': 'summary',
  '.txt': 'text',
};

/** All formats that any command writes. */
export const FORMATS: readonly string[] = Object.values(EXTENSIONS).sort();

/** One place the report goes to. */
export interface Destination<Format extends string> {
  /** Null is standard output. */
  readonly file: string | null;
  readonly format: Format;
}

/**
 * Where a command writes: standard output, or each `-o` file in the format of its extension.
 * @param formats what the command can write; the first is the default. @throws UsageError
 */
export function destinations<Format extends string>(
  formats: readonly [Format, ...Format[]],
  format: string | null,
  outputs: readonly string[],
): readonly Destination<Format>[] {
  const known = (name: string, whose: string): Format => {
    const found = formats.find((one) => one === name);
    if (found === undefined)
      throw new UsageError(`${whose}: '${name}' is no format of this command. There are: ${[...new Set(formats)].join(', ')}`);
    return found;
  };
  const asked = format === null ? null : known(format, '--format');
  if (outputs.length === 0) return [{ file: null, format: asked ?? formats[0] }];
  if (new Set(outputs.map((file) => path.resolve(file))).size < outputs.length)
    throw new UsageError('--output: a file is named twice');
  return outputs.map((file) => {
    if (file === '') throw new UsageError('--output needs a file name');
    if (file === '-')
      throw new UsageError('--output -: standard output is written where there is no --output, in the format of --format');
    const extension = path.extname(file).toLowerCase();
    const byExtension = EXTENSIONS[extension];
    if (asked !== null && outputs.length === 1) return { file, format: asked };
    if (byExtension === undefined) {
      throw new UsageError(
        `--output: the extension of '${file}' tells no format. Use ${Object.keys(EXTENSIONS).join(', ')}, or --format`,
      );
    }
    return { file, format: known(byExtension, `--output ${file}`) };
  });
}
