/** What `csv` puts in front of a field that a spreadsheet would take for a formula, also in the wide forms of East Asian type. */
const DISARMED = /^'(?=[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])/;

/**
 * Reads CSV (RFC 4180; line ends may be LF too) into records by the names of its header. Fields that `csv` disarmed are as they
 * were before. A record that is shorter than the header lacks the other fields: a header may have more names than there is room for.
 */
export function readCsv(text: string): Record<string, string>[] {
  const [header = [], ...records] = rowsOf(text.replace(/^\ufeff/, ''));
  return records
    .filter((record) => record.some((field) => field !== ''))
    .map((record) =>
      Object.fromEntries(record.slice(0, header.length).map((field, i) => [header[i]!, field.replace(DISARMED, '')])),
    );
}

function rowsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < text.length; ) {
    const [field, end] = text[at] === '"' ? quoted(text, at) : plain(text, at);
    row.push(field);
    if (text[end] === ',' && end + 1 < text.length) {
      at = end + 1;
      continue;
    }
    if (text[end] === ',') row.push('');
    rows.push(row);
    row = [];
    at = text.startsWith('\r\n', end) ? end + 2 : end + 1;
  }
  return rows;
}

/** A field and where it ends. */
type Field = readonly [field: string, end: number];

function plain(text: string, from: number): Field {
  let end = from;
  while (end < text.length && text[end] !== ',' && text[end] !== '\n' && !text.startsWith('\r\n', end)) end++;
  return [text.slice(from, end), end];
}

function quoted(text: string, from: number): Field {
  const parts: string[] = [];
  for (let start = from + 1; ; ) {
    const end = text.indexOf('"', start);
    if (end < 0) return [[...parts, text.slice(start)].join('"'), text.length];
    parts.push(text.slice(start, end));
    if (text[end + 1] !== '"') {
      // What stands between the quote and the comma is no CSV, but nothing is lost.
      const [rest, to] = plain(text, end + 1);
      return [parts.join('"') + rest, to];
    }
    start = end + 2;
  }
}
