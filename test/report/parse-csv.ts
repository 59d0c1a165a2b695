/** A reader of RFC 4180 and of nothing else: records end with CRLF, what is not quoted holds no quote, comma, CR or LF. */
export function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const record: string[] = [];
    for (;;) {
      let field = '';
      if (text[at] === '"') {
        for (at++; ; at++) {
          if (at >= text.length) throw new Error('a quote is not closed');
          if (text[at] !== '"') field += text[at];
          else if (text[at + 1] === '"') {
            field += '"';
            at++;
          } else break;
        }
        at++;
      } else {
        for (; at < text.length && text[at] !== ',' && text[at] !== '\r'; at++) {
          if (text[at] === '"' || text[at] === '\n')
            throw new Error(`not allowed without quotes: ${JSON.stringify(text[at])} at ${at}`);
          field += text[at];
        }
      }
      record.push(field);
      if (text[at] !== ',') break;
      at++;
    }
    if (text[at] !== '\r' || text[at + 1] !== '\n') throw new Error(`no CRLF behind a record, at ${at}`);
    at += 2;
    records.push(record);
  }
  return records;
}
