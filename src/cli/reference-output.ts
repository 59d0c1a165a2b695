import type { Page } from '../report/page.js';
import { pageHtml } from '../report/page-html.js';
import { pageMarkdown } from '../report/page-markdown.js';
import { pageText, type TextStyle } from '../report/page-text.js';
import { checkColor } from './color.js';
import { type Destination, destinations } from './formats.js';
import type { Messages } from './messages.js';
import { list, type RawArguments, single } from './options.js';
import { Outputs } from './output.js';
import { textStyle } from './text-output.js';

/** Formats for people, of which the first is the default. */
export const PAGE_FORMATS = ['text', 'markdown', 'html'] as const;
type PageFormat = (typeof PAGE_FORMATS)[number];

export type ReferenceTarget<Format extends string> = Destination<Format> & { readonly style: TextStyle };

/** Where a command that prints the catalogue writes, and how. @throws UsageError */
export function referenceTargets<Format extends string>(
  raw: RawArguments,
  formats: readonly [Format, ...Format[]],
): readonly ReferenceTarget<Format>[] {
  const color = checkColor(raw);
  return destinations(formats, single(raw, 'format') ?? null, list(raw.output).map(String)).map((target) => ({
    ...target,
    style: textStyle(target.file, color),
  }));
}

/** Writes to each target. @returns whether all could be written; what failed is said. */
export async function writeReference<Format extends string>(
  targets: readonly ReferenceTarget<Format>[],
  textFor: (target: ReferenceTarget<Format>) => string,
  messages: Messages,
): Promise<boolean> {
  const outputs = await Outputs.open(targets, (message) => messages.error(message));
  outputs.write(textFor);
  outputs.finish();
  return !outputs.failed;
}

/** A page in one of the formats for people. */
export function pageIn(format: PageFormat, page: Page, style: TextStyle): string {
  switch (format) {
    case 'text':
      return pageText(page, style);
    case 'markdown':
      return pageMarkdown(page);
    case 'html':
      return pageHtml(page);
  }
}
