import { displayWidth, isWide } from './display-width.js';

/** What no line begins with, and what none ends with, in text without spaces. */
const CLOSING = /^[、。，．・：；！？）」』】〉》〕ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u;
const OPENING = /[（「『【〈《〔]$/u;

/**
 * Breaks a text into lines of at most so many columns: at spaces, and between the words of scripts that write none. What cannot
 * be broken gets a longer line.
 * @param anywhere breaks words that are longer than a line, which keeps addresses of pages whole no more.
 */
export function wrap(text: string, columns: number, anywhere = false): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  const all = anywhere ? pieces(text).flatMap((piece) => cut(piece, columns)) : pieces(text);
  for (const { piece, spaced } of all) {
    const its = displayWidth(piece);
    const gap = spaced && line !== '' ? 1 : 0;
    if (line !== '' && width + gap + its > columns) {
      lines.push(line);
      line = piece;
      width = its;
    } else {
      line += (gap === 1 ? ' ' : '') + piece;
      width += gap + its;
    }
  }
  lines.push(line);
  return lines;
}

/** Columns of the longest part that is not broken. */
export const longestWord = (text: string): number => Math.max(...pieces(text).map(({ piece }) => displayWidth(piece)));

/** What is not broken, and whether a space stands before it. */
interface Piece {
  readonly piece: string;
  readonly spaced: boolean;
}

function pieces(text: string): Piece[] {
  return text.split(' ').flatMap((chunk) => wordsOf(chunk).map((piece, i) => ({ piece, spaced: i === 0 })));
}

/** A piece in parts of at most so many columns. */
function cut({ piece, spaced }: Piece, columns: number): Piece[] {
  if (displayWidth(piece) <= columns) return [{ piece, spaced }];
  const parts = [''];
  for (const character of piece) {
    if (displayWidth(parts.at(-1)! + character) > columns) parts.push(character);
    else parts[parts.length - 1] += character;
  }
  return parts.map((part, i) => ({ piece: part, spaced: spaced && i === 0 }));
}

let segmenter: Intl.Segmenter | undefined;

/** The words of a text without spaces, with the marks that belong to them. */
function wordsOf(chunk: string): string[] {
  if (![...chunk].some(isWide)) return [chunk];
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
  const words: string[] = [];
  for (const { segment } of segmenter.segment(chunk)) {
    const before = words.at(-1);
    const joined =
      before !== undefined && (CLOSING.test(segment) || OPENING.test(before) || !(isWide(segment) || isWide(before)));
    if (joined) words[words.length - 1] = before + segment;
    else words.push(segment);
  }
  return words;
}

/** Lines that begin under the first word after a label. */
export function wrapBehind(label: string, text: string, columns: number, anywhere = false): string[] {
  const width = displayWidth(label);
  return wrap(text, columns - width, anywhere).map((line, i) => `${i === 0 ? label : ' '.repeat(width)}${line}`);
}
