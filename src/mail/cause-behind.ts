import { isDelay } from './delayed.js';
import { type Finding, finding } from './finding.js';
import { oneLine, recipientBlocks } from './general-reader.js';
import type { Notice } from './notice.js';

/** No cause is longer; what follows is the returned message or advice. */
const MOST_LINES = 30;

/**
 * The passage behind a mark: what its line goes on to say, else the next lines that are not blank, up to a gap. Null where
 * no line bears the mark, or nothing follows it.
 */
export function passageBehind(lines: readonly string[], mark: RegExp): string | null {
  const at = lines.findIndex((line) => mark.test(line.slice(0, 500)));
  if (at < 0) return null;
  const line = lines[at]!.slice(0, 2_000);
  const [found = ''] = mark.exec(line) ?? [];
  const said = [line.slice(line.indexOf(found) + found.length)];
  for (let i = at + 1; i < lines.length && i <= at + MOST_LINES; i++) {
    const isGap = lines[i]!.trim() === '';
    if (isGap && said.some((one) => one.trim() !== '')) break;
    said.push(lines[i]!);
  }
  return oneLine(said.join('\n')).replace(/^-{1,3} /, '') || null;
}

/**
 * A reader of notices that tell one cause for all their recipients, behind words of their own.
 * @param marks the words, the most telling ones first.
 */
export const causeBehind =
  (...marks: readonly RegExp[]) =>
  (notice: Notice): readonly Finding[] => {
    for (const mark of marks) {
      const diagnostic = passageBehind(notice.lines, mark);
      if (diagnostic === null) continue;
      const action = isDelay(notice) ? 'delayed' : 'failed';
      return recipientBlocks(notice).map(({ mention }) =>
        finding({ recipient: mention.address, originalRecipient: mention.original, action, diagnostic }),
      );
    }
    return [];
  };
