/** What a source file asks for; the specifier is null where it is no plain string, so that nobody can tell. */
export interface Import {
  readonly line: number;
  readonly specifier: string | null;
}

const comment = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y;
const string = /'(?:\\[\s\S]|[^'\\\n])*'|"(?:\\[\s\S]|[^"\\\n])*"/y;
const pattern = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/y;
const plain = /[^'"`/{}]+/y;
const templateText = /(?:\\[\s\S]|\$(?!\{)|[^\\`$])*/y;
/** What stands before a slash that opens a pattern; after anything else the slash divides. */
const beforePattern = /(?:^|[(,=:;!&|?{}[+*%<>~^-]|\b(?:return|typeof|case|in|of|void|yield|await))\s*$/;
const beforeModule = /(?<![.#\w$])(?:from|import|import\s*\()\s*$/;
const beforeUrl = /\bnew\s+URL\(\s*$/;
const afterUrl = /^\s*,\s*import\.meta\.url\b/;
const computedImport = /(?<![.#\w$])import\s*\(\s*(?![\s"])/g;
/** Longer than what the forms above look back or ahead. */
const NEAR = 100;

/**
 * The imports of a TypeScript source: `import … from`, `import type`, `export … from`, `import '…'`, `import('…')`, also as a type, and modules that are
 * started by their address, as workers are: `new URL('….js', import.meta.url)`. What stands in comments, strings and patterns is none.
 */
export function importsOf(source: string): Import[] {
  const imports: Import[] = [];
  /** The code passed so far; comments, patterns and the inside of strings are left out, line ends are kept. */
  let code = '';
  let at = 0;
  /** For every template around this place, the braces that are open inside its `${`. */
  const templates: number[] = [];

  const take = (form: RegExp): string | null => {
    form.lastIndex = at;
    const found = form.exec(source)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  const lineOf = (index: number): number => code.slice(0, index).split('\n').length;
  const leaveOut = (text: string): void => {
    code += ` ${text.replace(/[^\n]/g, '')}`;
  };
  const passTemplateText = (): void => {
    leaveOut(take(templateText) ?? '');
    if (source[at] === '$') {
      templates.push(0);
      at += 2;
      code += '(';
    } else {
      at++;
      code += '`';
    }
  };
  const openBraces = (change: 1 | -1): void => {
    if (templates.length > 0) templates[templates.length - 1]! += change;
  };

  while (at < source.length) {
    code += take(plain) ?? '';
    const before = code.slice(-NEAR);
    const passed = take(comment) ?? (beforePattern.test(before) ? take(pattern) : null);
    if (passed !== null) {
      leaveOut(passed);
      continue;
    }
    const quoted = take(string);
    if (quoted !== null) {
      const specifier = quoted.slice(1, -1);
      const isAddress = beforeUrl.test(before) && /\.[cm]?[jt]s$/.test(specifier) && afterUrl.test(source.slice(at, at + NEAR));
      if (isAddress || beforeModule.test(before)) imports.push({ line: lineOf(code.length), specifier });
      code += '""';
      continue;
    }
    const character = source.charAt(at++);
    if (character === '`') passTemplateText();
    else if (character === '}' && templates.at(-1) === 0) {
      templates.pop();
      passTemplateText();
    } else {
      if (character === '{') openBraces(1);
      else if (character === '}') openBraces(-1);
      code += character;
    }
  }
  for (const { index } of code.matchAll(computedImport)) imports.push({ line: lineOf(index), specifier: null });
  return imports.sort((a, b) => a.line - b.line);
}
