import type { Language } from '../catalogue/text/language.js';
import { fill, formFor, type Plural } from '../catalogue/text/words.js';
import type { Zone } from '../model/zone.js';

/** Behind the point of a percentage, also of counts that no log ever has. */
const MOST_DIGITS = 15;

/** Numbers and times as the language of a report writes them. */
export class LocalFormat {
  readonly #language: Language;
  readonly #zone: Zone;
  readonly #count: Intl.NumberFormat;

  constructor(language: Language, zone: Zone) {
    this.#language = language;
    this.#zone = zone;
    this.#count = new Intl.NumberFormat(language.tag);
  }

  plural(texts: Plural, count: number, values: Readonly<Record<string, string>> = {}): string {
    return fill(formFor(texts, count, this.#language.tag), { ...values, count: this.number(count) });
  }

  number(value: number): string {
    return this.#count.format(value);
  }

  /** `+1.2`, `−0.3`. */
  difference(value: number): string {
    const format = { signDisplay: 'exceptZero', minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
    return new Intl.NumberFormat(this.#language.tag, format).format(value);
  }

  /** `+12%`, `−3%`; what is not known is a dash. */
  signed(change: number | null): string {
    if (change === null) return '–';
    const format = { style: 'percent', signDisplay: 'exceptZero', maximumFractionDigits: 0 } as const;
    return new Intl.NumberFormat(this.#language.tag, format).format(change);
  }

  hours(hours: number): string {
    return hours < 24 ? this.#unit(hours, 'hour', 'long') : this.#unit(hours / 24, 'day', 'long');
  }

  /** In the unit in which it is a number of one or two digits. */
  duration(seconds: number, display: 'short' | 'long'): string {
    if (seconds < 100) return this.#unit(seconds, 'second', display);
    if (seconds < 100 * 60) return this.#unit(seconds / 60, 'minute', display);
    return seconds < 48 * 3600 ? this.#unit(seconds / 3600, 'hour', display) : this.#unit(seconds / 86_400, 'day', display);
  }

  #unit(value: number, unit: 'second' | 'minute' | 'hour' | 'day', unitDisplay: 'short' | 'long'): string {
    const format = { style: 'unit', unit, unitDisplay, maximumSignificantDigits: unitDisplay === 'short' ? 2 : 3 } as const;
    return new Intl.NumberFormat(this.#language.tag, format).format(value);
  }

  /**
   * Digits that say something: `4.1 %`, `0.03 %`, `0.003 %`, `99.97 %`. What is not nothing is never told as nothing, and
   * what is not all never as all.
   */
  percent(value: number | null, fixed?: number): string {
    if (value === null) return '–';
    const digits = fixed ?? digitsOf(value);
    const format = { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
    return new Intl.NumberFormat(this.#language.tag, format).format(value);
  }

  /** An instant in the zone of the report. */
  time(ms: number): string {
    const zone = this.#zone;
    const local = ms + zone.offsetAt(ms) * 60_000;
    const format = { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23', timeZone: 'UTC' } as const;
    return `${new Intl.DateTimeFormat(this.#language.tag, format).format(local)} ${offsetName(zone.offsetAt(ms))}`;
  }
}

/** Digits behind the point of a percentage: one, but as many as part it from nothing and from all. */
function digitsOf(value: number): number {
  const rest = Math.min(value, 1 - value);
  // Half of the last digit is rounded up to all.
  const isRounded = value > 0.5 ? rest < 0.00051 : rest < 0.001;
  return rest > 0 && isRounded ? Math.min(MOST_DIGITS, Math.ceil(-Math.log10(rest * 100))) : 1;
}

/** `UTC`, `UTC+02:00`. */
function offsetName(minutes: number): string {
  if (minutes === 0) return 'UTC';
  const size = Math.abs(minutes);
  const two = (number: number) => String(number).padStart(2, '0');
  return `UTC${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
