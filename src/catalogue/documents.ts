/** A document that a reference names, and where it can be read. */
export interface Document {
  readonly name: string;
  readonly url: string;
}

/** The registry of enhanced status codes (RFC 5248). */
export const REGISTRY: Document = {
  name: 'IANA, SMTP Enhanced Status Codes Registry',
  url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes',
};

/** `RFC 5321 §3.8, §4.2.3`: the number, and all its sections. */
const RFC = /RFC (\d+)((?:,? §[\d.]*\d)*)/g;

/** The page of a provider or a block list. */
const PAGE = /https?:\/\/[^\s]+[^\s:;,.)]/g;

/** The documents that a reference of the catalogue names, each section by itself. */
export function documentsIn(reference: string): Document[] {
  const rfcs = [...reference.matchAll(RFC)].flatMap(([, number, sections = '']) => {
    const url = `https://www.rfc-editor.org/rfc/rfc${number}.html`;
    const found = [...sections.matchAll(/§([\d.]*\d)/g)].map(([, section]) => ({
      name: `RFC ${number} §${section}`,
      url: `${url}#section-${section}`,
    }));
    return found.length === 0 ? [{ name: `RFC ${number}`, url }] : found;
  });
  const pages = [...reference.matchAll(PAGE)].map(([url]) => ({ name: new URL(url).hostname, url }));
  return [...rfcs, ...(reference.includes('IANA registry') ? [REGISTRY] : []), ...pages];
}
