/** What the bytes beyond ASCII of a text are like. */
interface Tally {
  high: number;
  /** Between two ASCII bytes: an accented letter in a word. */
  alone: number;
  /** 0xC0 and above, where single-byte charsets have their letters. */
  letters: number;
  /** 0xC0-0xDF, where KOI8-R has the small letters that windows-1251 has at 0xE0-0xFF. */
  lowHalf: number;
  /** Pairs of a lead and a trail byte that are both 0xA1 and above (EUC). */
  pairs: number;
  kana: number;
  hangul: number;
  /** Lead bytes of the frequent characters of GB 2312. */
  hanzi: number;
}

/** Only so much is looked at: charsets show soon. */
const LOOKED_AT = 64 * 1024;

function tally(bytes: Uint8Array): Tally {
  const seen: Tally = { high: 0, alone: 0, letters: 0, lowHalf: 0, pairs: 0, kana: 0, hangul: 0, hanzi: 0 };
  const end = Math.min(bytes.length, LOOKED_AT);
  for (let i = 0; i < end; i++) {
    const c = bytes[i]!;
    if (c < 128) continue;
    seen.high++;
    if ((bytes[i - 1] ?? 0) < 128 && (bytes[i + 1] ?? 0) < 128) seen.alone++;
    if (c >= 0xc0) seen.letters++;
    if (c >= 0xc0 && c <= 0xdf) seen.lowHalf++;
  }
  for (let i = 0; i + 1 < end; i++) {
    const [lead, trail] = [bytes[i]!, bytes[i + 1]!];
    if (lead < 0xa1 || trail < 0xa1) continue;
    seen.pairs++;
    if (lead === 0xa4 || lead === 0xa5) seen.kana++;
    if (lead >= 0xb0 && lead <= 0xc8) seen.hangul++;
    if (lead >= 0xb0 && lead <= 0xd7) seen.hanzi++;
    i++;
  }
  return seen;
}

/** Pairs of Shift_JIS: kana have the lead bytes 0x82 and 0x83. */
function shiftJis(bytes: Uint8Array): { readonly fits: boolean; readonly kana: number } {
  let kana = 0;
  const end = Math.min(bytes.length, LOOKED_AT);
  for (let i = 0; i < end; i++) {
    const c = bytes[i]!;
    if (c < 0x80 || (c >= 0xa1 && c <= 0xdf)) continue;
    const trail = bytes[i + 1] ?? 0x40;
    if (c === 0x80 || c === 0xa0 || c > 0xfc || trail < 0x40 || trail === 0x7f || trail > 0xfc) return { fits: false, kana };
    if ((c === 0x82 && trail >= 0x9f && trail <= 0xf1) || (c === 0x83 && trail <= 0x96)) kana++;
    i++;
  }
  return { fits: true, kana };
}

/** Whether the bytes are pairs of Big5, whose trail bytes are ASCII letters in part. */
function isBig5(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, LOOKED_AT);
  let frequent = 0;
  let pairs = 0;
  for (let i = 0; i < end; i++) {
    const c = bytes[i]!;
    if (c < 128) continue;
    const trail = bytes[i + 1] ?? 0x40;
    if (c < 0xa1 || c > 0xf9 || trail < 0x40 || (trail > 0x7e && trail < 0xa1)) return false;
    pairs++;
    if (c >= 0xa4 && c <= 0xc6) frequent++;
    i++;
  }
  return frequent * 10 >= pairs * 6;
}

/**
 * The charset of bytes that are no UTF-8, by where and how often they lie beyond ASCII: alone in words (Latin), in runs of
 * letters (Cyrillic), or in pairs, with the kana of Japanese, the syllables of Korean, the frequent characters of Chinese.
 */
export function guessCharset(bytes: Uint8Array): string {
  const seen = tally(bytes);
  const { high, alone, letters, lowHalf, pairs, kana, hangul, hanzi } = seen;
  const japanese = shiftJis(bytes);
  if (japanese.fits && japanese.kana * 8 >= high && japanese.kana >= 2 && kana * 4 <= pairs) return 'shift_jis';
  if (alone * 2 > high || high < 4) return 'windows-1252';
  if (letters * 20 >= high * 19) return lowHalf * 2 > letters ? 'koi8-r' : 'windows-1251';
  const isEuc = pairs * 2 * 20 >= high * 19;
  if (isEuc && kana * 6 >= pairs) return 'euc-jp';
  if (isEuc && hangul * 20 >= pairs * 17) return 'euc-kr';
  if (isEuc && hanzi * 2 >= pairs) return 'gb18030';
  if (isBig5(bytes)) return 'big5';
  return isEuc || pairs * 4 > high ? 'gb18030' : 'windows-1252';
}
