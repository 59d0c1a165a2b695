import { TextDecoder } from 'node:util';
import { guessCharset } from './charset-guess.js';
import { decodeHz, decodeIso2022Kr } from './shifted-charset.js';

const ESCAPE = 27;

/** Names that mail uses and the Encoding Standard (whatwg) does not have, with what they mean there. */
const ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    cp932: 'shift_jis',
    ms932: 'shift_jis',
    sjis: 'shift_jis',
    'iso-2022-jp-1': 'iso-2022-jp',
    'iso-2022-jp-2': 'iso-2022-jp',
    'iso-2022-jp-3': 'iso-2022-jp',
    'iso-2022-jp-ms': 'iso-2022-jp',
    cp50220: 'iso-2022-jp',
    cp50221: 'iso-2022-jp',
    eucjp: 'euc-jp',
    'eucjp-ms': 'euc-jp',
    cp51932: 'euc-jp',
    'gb-2312': 'gb18030',
    'gb2312-80': 'gb18030',
    cp936: 'gb18030',
    ms936: 'gb18030',
    'euc-cn': 'gb18030',
    cp950: 'big5',
    ms950: 'big5',
    'euc-tw': 'big5',
    cp949: 'euc-kr',
    ms949: 'euc-kr',
    uhc: 'euc-kr',
    euckr: 'euc-kr',
    ks_c_5601: 'euc-kr',
    cp1250: 'windows-1250',
    cp1251: 'windows-1251',
    cp1252: 'windows-1252',
    windows1250: 'windows-1250',
    windows1251: 'windows-1251',
    windows1252: 'windows-1252',
    'win-1251': 'windows-1251',
    win1251: 'windows-1251',
    'koi8-ru': 'koi8-u',
    '8859_1': 'iso-8859-1',
    'iso-latin-1': 'iso-8859-1',
    utf_8: 'utf-8',
    utf8mb4: 'utf-8',
    '8bit': 'utf-8',
  }),
);

type Decode = (bytes: Buffer) => string;

/** Charsets of mail that switch by escapes and that the Encoding Standard leaves out. */
const SHIFTED: ReadonlyMap<string, Decode> = new Map(
  Object.entries({
    'hz-gb-2312': decodeHz,
    hz: decodeHz,
    'iso-2022-kr': decodeIso2022Kr,
  }),
);

/** Latin 1 fits everything, and is what programs declare that do not know. */
const LATIN: ReadonlySet<string> = new Set(['iso-8859-1', 'iso8859-1', 'latin1', 'windows-1252', 'cp1252']);

/** What windows-1252 has where Latin 1 has controls; Node.js 20 decodes it as Latin 1. */
const WINDOWS =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

const decodeLatin: Decode = (bytes) =>
  bytes.latin1Slice(0, bytes.length).replace(/[\x80-\x9f]/g, (c) => WINDOWS[c.charCodeAt(0) - 0x80]!);

const decoders = new Map<string, Decode | null>();

function decoderOf(charset: string): Decode | null {
  const name = charset
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '');
  let decode = decoders.get(name);
  if (decode !== undefined) return decode;
  decode = SHIFTED.get(name) ?? (LATIN.has(name) ? decodeLatin : null);
  if (decode === null) {
    try {
      const decoder = new TextDecoder(ALIASES.get(name) ?? name);
      decode = (bytes) => decoder.decode(bytes);
    } catch {
      // No charset that is known here.
    }
  }
  // The names come from mails: only so many are kept.
  if (decoders.size < 200) decoders.set(name, decode);
  return decode;
}

/** Whether text in a charset can be decoded here; what cannot is left to the MIME library. */
export const isKnownCharset = (charset: string): boolean => decoderOf(charset) !== null;

/** Characters that stand for bytes which do not fit, and controls that no charset of mail has in its text. */
const MISFIT = /[\ufffd\u0080-\u009f\ue000-\uf8ff]/g;
const BEYOND_ASCII = /[^\0-\x7f]/g;

/** Counted in so much of a text. */
const COUNTED = 64 * 1024;

const count = (text: string, pattern: RegExp): number => text.slice(0, COUNTED).match(pattern)?.length ?? 0;

/** The bytes in that charset; null when more than a few of them do not fit, as a text cut in a character or a quoted reply leaves them. */
function attempt(bytes: Buffer, charset: string): string | null {
  const text = decoderOf(charset)?.(bytes) ?? null;
  if (text === null) return null;
  const misfits = count(text, MISFIT);
  return misfits === 0 || misfits * 8 <= count(text, BEYOND_ASCII) ? text : null;
}

function isAscii(bytes: Buffer): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes[i]! >= 128) return false;
  return true;
}

/** Text that is declared wrongly or not at all: UTF-8 tells by itself whether it fits, the others by how often their bytes occur. */
const guess = (bytes: Buffer): string => attempt(bytes, 'utf-8') ?? decoderOf(guessCharset(bytes))!(bytes);

/** Names that say nothing, or that Japanese systems declare and then write EUC-JP or Shift_JIS. */
const UNTOLD: ReadonlySet<string> = new Set([
  '',
  'us-ascii',
  'ascii',
  'ansi_x3.4-1968',
  'iso-2022-jp',
  'unknown-8bit',
  'x-unknown',
  'unknown',
  'default',
]);
/**
 * Bytes in a declared charset as text. A charset that is not known, missing or wrong does not lose the text: it is
 * guessed by what fits. ISO-2022-JP is seen by its escapes, whatever was declared.
 */
export function decodeCharset(bytes: Buffer, charset: string): string {
  const name = charset.trim().toLowerCase();
  const at = bytes.indexOf(ESCAPE);
  const isJapanese = at >= 0 && (bytes[at + 1] === 36 || bytes[at + 1] === 40) && name !== 'iso-2022-kr';
  if (isAscii(bytes)) {
    return (isJapanese ? attempt(bytes, 'iso-2022-jp') : null) ?? attempt(bytes, charset) ?? bytes.latin1Slice(0, bytes.length);
  }
  if (isJapanese && (UNTOLD.has(name) || LATIN.has(name))) {
    const japanese = attempt(bytes, 'iso-2022-jp');
    if (japanese !== null) return japanese;
  }
  if (UNTOLD.has(name) || LATIN.has(name)) return guess(bytes);
  return strictUtf8(bytes) ?? attempt(bytes, charset) ?? guess(bytes);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
/** Fewer characters than this may be valid UTF-8 by chance. */
const LEAST_UTF8 = 4;

/** Bytes that are valid UTF-8 are UTF-8, whatever was declared; hardly a text in another charset is valid by chance. */
function strictUtf8(bytes: Buffer): string | null {
  try {
    const text = utf8.decode(bytes);
    return count(text, BEYOND_ASCII) >= LEAST_UTF8 ? text : null;
  } catch {
    return null;
  }
}
