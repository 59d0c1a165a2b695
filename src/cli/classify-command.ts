import { Classifier } from '../classify/classify.js';
import { RulePages } from '../classify/rule-pages.js';
import { LineFramer } from '../input/line-framer.js';
import { openStream, type Ready, readStream } from '../input/read.js';
import { type ClassificationFormat, type ClassificationFormatter, classificationFormatter } from '../report/classification.js';
import { bareDiagnostic, type Diagnostic, diagnosticOfJson, readDiagnostic } from '../scan/diagnostic.js';
import { checkColor } from './color.js';
import { EXIT, UsageError } from './exit-code.js';
import { destinations } from './formats.js';
import { languageOf } from './language.js';
import { Messages } from './messages.js';
import { list, type RawArguments, single } from './options.js';
import { Outputs } from './output.js';
import { ownRules } from './own-rules-file.js';
import { textStyle } from './text-output.js';
import { generator } from './version.js';

/**
 * `bouncelens classify [TEXT]`: one record for the argument, or for each line of standard input that is not empty.
 * @returns the exit code. @throws UsageError
 */
export async function classifyCommand(raw: RawArguments): Promise<number> {
  const words = raw.text as readonly string[];
  if (words.length === 0 && process.stdin.isTTY)
    throw new UsageError('classify needs a text, or one on each line of standard input');
  const usual: ClassificationFormat = process.stdout.isTTY ? 'text' : 'ndjson';
  const color = checkColor(raw);
  const { text } = await languageOf(raw);
  const rules = await ownRules(single(raw, 'rules') ?? null);
  const targets = destinations<ClassificationFormat>(
    [usual, ...FORMATS.filter((one) => one !== usual)],
    single(raw, 'format') ?? null,
    list(raw.output).map(String),
  ).map(({ file, format }) => ({ file, formatter: classificationFormatter(format, text, textStyle(file, color), generator()) }));
  const messages = new Messages(false);
  const outputs = await Outputs.open(targets, (message) => messages.error(message));
  const classifier = new Classifier(rules);
  const pages = new RulePages(rules);
  const write = (diagnostic: Diagnostic) => {
    const evidence = readDiagnostic(diagnostic);
    const verdict = classifier.classify(evidence);
    const one = { text: diagnostic.text, evidence, verdict, page: pages.of(verdict) };
    outputs.write(({ formatter }) => formatter.record(one));
  };
  const all = (part: (formatter: ClassificationFormatter) => string) => outputs.write(({ formatter }) => part(formatter));
  all(({ head }) => head);
  const isRead = words.length > 0 ? writeText(words.join(' '), write) : await readLines(write, () => outputs.ready(), messages);
  all(({ tail }) => tail);
  outputs.finish();
  return isRead && !outputs.failed ? EXIT.done : EXIT.failed;
}

const FORMATS = ['text', 'ndjson', 'json', 'csv'] as const;

function writeText(text: string, write: (diagnostic: Diagnostic) => void): boolean {
  write(bareDiagnostic(text));
  return true;
}

/**
 * Each line gives one record, an empty one none. A line that begins like a JSON object but is none that can be taken is
 * classified as it stands, so that records and lines stay in step, and is told.
 * @returns whether everything could be read
 */
async function readLines(write: (diagnostic: Diagnostic) => void, ready: Ready, messages: Messages): Promise<boolean> {
  let number = 0;
  let isRead = true;
  const take = (buf: Buffer, start: number, end: number) => {
    number++;
    const whole = buf.toString('utf8', start, end);
    // A byte order mark is no part of the first text, and hides a JSON object.
    const line = number === 1 ? whole.replace(/^\ufeff/, '') : whole;
    if (line.trim() === '') return;
    const given = line.startsWith('{') ? diagnosticOfJson(line) : bareDiagnostic(line);
    if (typeof given === 'string') {
      isRead = false;
      messages.error(`(stdin):${number}: ${given}; the line is taken as a text`);
      write(bareDiagnostic(line));
    } else write(given);
  };
  const { error } = await readStream(await openStream('(stdin)', process.stdin), new LineFramer({ line: take, overlong: take }), {
    ready,
  });
  if (error !== null) messages.error(`(stdin): ${error.message}`);
  return isRead && error === null;
}
