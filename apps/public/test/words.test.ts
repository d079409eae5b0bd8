import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { DARK, LIGHT, PRINT } from '../src/look/tokens.ts';
import { sentences } from '../src/words/say.ts';
import { TEXTS_EN } from '../src/words/texts-en.ts';
import { TEXTS_ZH } from '../src/words/texts-zh.ts';

const WEB = new URL('../../../web/src/', import.meta.url);
const zh: Readonly<Record<string, string>> = TEXTS_ZH;
const en: Readonly<Record<string, string>> = TEXTS_EN;

test('both languages of the public pages hold the same names and the same places to fill, and no text is empty', () => {
  assert.deepEqual(Object.keys(zh).sort(), Object.keys(en).sort());
  const withoutForms = (text: string): string => text.replaceAll(/ (?:=1|one|other) \{(?:[^{}]|\{\w+\})*\}/g, '');
  const places = (text: string): ReadonlySet<string | undefined> =>
    new Set([...withoutForms(text).matchAll(/\{(\w+)/g)].map(([, name]) => name).sort());
  for (const [name, text] of Object.entries(en)) {
    assert.notEqual(text.trim(), '', name);
    assert.notEqual(zh[name]?.trim(), '', name);
    assert.deepEqual(places(zh[name] ?? ''), places(text), name);
    assert.doesNotMatch(text, /\p{Script=Han}/u, name);
  }
});

test('the inks of the public pages are those of the screens, light, dark and on paper', () => {
  const css = readFileSync(new URL('styles/tokens.css', WEB), 'utf8');
  const block = (head: string): string => css.slice(css.indexOf(head), css.indexOf('}', css.indexOf(head)));
  const blocks = [
    [LIGHT, block(':root {')],
    [DARK, block(':root[data-theme="dark"]')],
    [PRINT, css.slice(css.indexOf('@media print'))],
  ] as const;
  for (const [tokens, text] of blocks) {
    for (const [name, colour] of Object.entries(tokens)) assert.ok(text.includes(`--${name}: ${colour};`), `${name} ${colour}`);
  }
});

test('what a feed tells behind a full stop begins with a capital', () => {
  const pageIn = (language: 'zh' | 'en') => ({ edition: { root: '', language, isLarge: false } }) as const;
  assert.equal(sentences(pageIn('en'), ['first compounds.', 'no source', '3 ha']), 'First compounds. No source. 3 ha');
  assert.equal(sentences(pageIn('zh'), ['首批院落', '未注明来源']), '首批院落。未注明来源');
});
