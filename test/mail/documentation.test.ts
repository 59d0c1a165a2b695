import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FORMS } from '../../src/mail/forms/registry.js';

const text = readFileSync(new URL('../../docs/bounce-mails.md', import.meta.url), 'utf8');

test('the documentation lists every form, in order, and no other', () => {
  const listed = [...text.matchAll(/^\| `(.+)` \| (.+) \|$/gm)].slice(1).map(([, name, system]) => ({ name, system }));
  const known = FORMS.map(({ name, system }) => ({ name, system })).sort((a, b) => (a.name < b.name ? -1 : 1));
  expect(listed).toEqual(known);
});
