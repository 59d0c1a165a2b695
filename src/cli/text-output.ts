import type { TextStyle } from '../report/page-text.js';
import { type ColorWhen, style, usesColor } from './color.js';

/** Columns where standard output is no terminal, and in files. */
const USUAL_WIDTH = 100;
/** A terminal that is narrower gets longer lines. */
const LEAST_WIDTH = 40;

/** Columns of text in this output. @param file null is standard output. */
export function textWidth(file: string | null): number {
  return file === null && process.stdout.isTTY ? Math.max(LEAST_WIDTH, process.stdout.columns) : USUAL_WIDTH;
}

/** How text is written to this output. @param file null is standard output. */
export function textStyle(file: string | null, when: ColorWhen): TextStyle {
  const output = { isStandardOutput: file === null, isTerminal: file === null && process.stdout.isTTY };
  const plain = (text: string) => text;
  return { width: textWidth(file), ...(usesColor(when, output, process.env) ? style : { strong: plain, label: plain }) };
}
