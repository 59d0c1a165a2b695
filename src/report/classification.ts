import type { CatalogueText } from '../catalogue/documentation.js';
import { explain } from '../catalogue/explain.js';
import { CLASSIFICATION_FIELDS, type Classification } from '../model/classification.js';
import { visible } from '../model/visible.js';
import type { TextStyle } from './page-text.js';
import { recordFormatter } from './record.js';
import { verdictText } from './verdict-text.js';
import { wrap, wrapBehind } from './wrap.js';

export type ClassificationFormat = 'text' | 'ndjson' | 'json' | 'csv';

/** Writes classified texts one by one: what stands in front, each record, what stands behind. */
export interface ClassificationFormatter {
  readonly head: string;
  record(classification: Classification): string;
  readonly tail: string;
}

const COLUMNS = CLASSIFICATION_FIELDS.map(({ name }) => name);
const INDENT = '  ';

/** `json` and `text` carry the documentation of each verdict; `ndjson` and `csv` the verdict alone. */
export function classificationFormatter(
  format: ClassificationFormat,
  text: CatalogueText,
  style: TextStyle,
  generator: string,
): ClassificationFormatter {
  if (format === 'text') return { head: '', record: (one) => asText(one, text, style), tail: '' };
  if (format === 'json') return jsonFormatter(text, generator);
  const { head, record } = recordFormatter(format, COLUMNS);
  return { head, record: (one) => record(CLASSIFICATION_FIELDS.map(({ value }) => value(one))), tail: '' };
}

function jsonFormatter(text: CatalogueText, generator: string): ClassificationFormatter {
  let first = true;
  return {
    head: `{"schema": "bouncelens-classification/1", "generator": ${JSON.stringify(generator)}, "rows": [`,
    record: (one) => {
      const separator = first ? '\n' : ',\n';
      first = false;
      const values = CLASSIFICATION_FIELDS.map(({ name, value }) => [name, value(one)]);
      return separator + JSON.stringify({ ...Object.fromEntries(values), ...documentation(one, text) });
    },
    tail: '\n]}\n',
  };
}

/** The documentation of a verdict; the page of a provider or a block list says more than the document that defines a code. */
function documentation({ evidence, verdict, page }: Classification, text: CatalogueText) {
  const { replyCode, enhancedStatus } = evidence;
  const explanation = explain({ direction: 'outbound', ...verdict, enhancedStatus, replyCode }, text);
  const { title = null, cause = null, fix = null, reference = null } = explanation ?? {};
  return { title, cause, fix, reference: page ?? reference };
}

function asText(one: Classification, text: CatalogueText, style: TextStyle): string {
  const { width } = style;
  const { title, cause, fix, reference } = documentation(one, text);
  const told = (line: string | null) => (line === null ? [] : wrapBehind(INDENT, line, width));
  return `${[
    ...wrap(visible(one.text), width),
    `${INDENT}${verdictText(one.verdict, style)}`,
    ...told(title === null ? null : `${title}. ${cause}`),
    ...told(fix),
    ...told(reference),
  ].join('\n')}\n\n`;
}
