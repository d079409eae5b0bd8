import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ERRORS, ERRORS_ZH } from '@westgate/base';
import { termsIn } from '@westgate/domain';

type Catalogue = Readonly<Record<string, string>>;
/** The catalogue that every screen has, and the one of Choices, in a language. */
const read = (language: string): Catalogue => {
  const [first, choices] = ['', 'choices/'].map(
    (folder): Catalogue => JSON.parse(readFileSync(new URL(`../../src/messages/${folder}${language}.json`, import.meta.url), 'utf8')),
  );
  for (const name of Object.keys(choices ?? {})) assert.ok(!(name in (first ?? {})), `${name} is said twice`);
  return { ...first, ...choices };
};
const [zh, en] = [read('zh'), read('en')];

/** The names a text is filled with: `{count}`, `{count, plural, one {…} other {…}}`; not the words of its branches. */
function placesOf(text: string): readonly string[] {
  const names: string[] = [];
  let depth = 0;
  for (const [at, sign] of [...text].entries()) {
    if (sign === '}') depth -= 1;
    if (sign !== '{') continue;
    if (depth % 2 === 0) names.push(/^\w+/.exec([...text].slice(at + 1).join(''))?.[0] ?? '');
    depth += 1;
  }
  return [...new Set(names)].sort();
}

test('the two catalogues hold the same names', () => {
  assert.deepEqual(Object.keys(zh).sort(), Object.keys(en).sort());
  assert.ok(Object.keys(en).length > 300);
});

test('every text has the same places to fill in both languages', () => {
  for (const [name, text] of Object.entries(en)) {
    assert.deepEqual(placesOf(zh[name] ?? ''), placesOf(text), name);
  }
});

test('no text is empty, and no English text is left in Chinese', () => {
  for (const [name, text] of Object.entries(en)) {
    assert.notEqual(text.trim(), '', name);
    assert.notEqual((zh[name] ?? '').trim(), '', name);
    assert.doesNotMatch(text, /\p{Script=Han}/u, name);
  }
});

test('terms, and what refusals mean, stand in no catalogue of the screens: they are said once', () => {
  for (const name of [...Object.keys(termsIn('en')), ...Object.keys(ERRORS).map((code) => `problem.${code}`)]) {
    assert.ok(!(name in en) && !(name in zh), name);
  }
});

test('every term and every refusal is said in both languages', () => {
  const [chinese, english]: readonly Catalogue[] = [termsIn('zh'), termsIn('en')];
  for (const [name, text] of Object.entries(english ?? {})) {
    assert.ok(text.trim() && !/\p{Script=Han}/u.test(text), name);
    assert.match(chinese?.[name] ?? '', /\p{Script=Han}/u, name);
  }
  for (const code of Object.keys(ERRORS))
    assert.match(Object.entries(ERRORS_ZH).find(([each]) => each === code)?.[1] ?? '', /\p{Script=Han}/u, code);
});
