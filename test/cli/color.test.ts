import { describe, expect, test } from 'vitest';
import { style, usesColor } from '../../src/cli/color.js';
import { checkLanguage } from '../../src/cli/language.js';

const TERMINAL = { isStandardOutput: true, isTerminal: true };
const PIPE = { isStandardOutput: true, isTerminal: false };
const FILE = { isStandardOutput: false, isTerminal: false };

describe('colours', () => {
  test.each([
    ['on a terminal', 'auto', TERMINAL, {}, true],
    ['not in a pipe', 'auto', PIPE, {}, false],
    ['not in a file', 'auto', FILE, {}, false],
    ['not with NO_COLOR', 'auto', TERMINAL, { NO_COLOR: '1' }, false],
    ['with an empty NO_COLOR', 'auto', TERMINAL, { NO_COLOR: '' }, true],
    ['not on a dumb terminal', 'auto', TERMINAL, { TERM: 'dumb' }, false],
    ['in a pipe with FORCE_COLOR', 'auto', PIPE, { FORCE_COLOR: '1' }, true],
    ['in a pipe with an empty FORCE_COLOR', 'auto', PIPE, { FORCE_COLOR: '' }, true],
    ['not with FORCE_COLOR=0', 'auto', TERMINAL, { FORCE_COLOR: '0' }, false],
    ['with FORCE_COLOR before NO_COLOR', 'auto', PIPE, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
    ['not in a file with FORCE_COLOR', 'auto', FILE, { FORCE_COLOR: '1' }, false],
    ['always, if asked', 'always', FILE, { NO_COLOR: '1' }, true],
    ['never, if asked', 'never', TERMINAL, { FORCE_COLOR: '1' }, false],
  ] as const)('are written %s', (_where, when, output, environment, expected) => {
    expect(usesColor(when, output, environment)).toBe(expected);
  });

  test('are written once they are decided on, whatever standard output is', () => {
    expect(style.strong('x')).toBe('\x1b[1mx\x1b[22m');
    expect(style.label('x')).toBe('\x1b[36mx\x1b[39m');
  });
});

describe('the language', () => {
  test.each([
    [{}, 'en'],
    [{ LANG: 'de_DE.UTF-8' }, 'de'],
    [{ LANG: 'ja_JP' }, 'ja'],
    [{ LANG: 'fr' }, 'fr'],
    [{ LANG: 'de_AT@euro' }, 'de'],
    [{ LANG: 'FR_CA.ISO-8859-1' }, 'fr'],
    [{ LANG: 'C' }, 'en'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{ LANG: 'POSIX' }, 'en'],
    [{ LANG: 'pt_BR.UTF-8' }, 'en'],
    [{ LANG: 'frr_DE' }, 'en'],
    [{ LANG: 'de_DE', LC_MESSAGES: 'fr_FR' }, 'fr'],
    [{ LANG: 'de_DE', LC_MESSAGES: 'fr_FR', LC_ALL: 'ja_JP.UTF-8' }, 'ja'],
    [{ LANG: 'de_DE', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'de_DE', LC_ALL: '', LC_MESSAGES: '' }, 'de'],
  ])('of the locale %j is %s', (environment, tag) => {
    expect(checkLanguage({}, environment)).toBe(tag);
  });

  test('is that of --lang, whatever the locale is', () => {
    expect(checkLanguage({ lang: 'fr' }, { LC_ALL: 'de_DE.UTF-8' })).toBe('fr');
  });

  test.each(['es', 'DE', 'de_DE', 'toString'])('%s is refused as --lang', (lang) => {
    expect(() => checkLanguage({ lang }, {})).toThrow(/--lang: .* en, de, fr, ja/);
  });
});
