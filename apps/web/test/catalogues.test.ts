import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ERRORS, ERRORS_ZH } from '@westgate/base';

type Catalogue = Readonly<Record<string, string>>;
const read = (language: string): Catalogue =>
  JSON.parse(readFileSync(new URL(`../../src/messages/${language}.json`, import.meta.url), 'utf8'));
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

test('what every code of a refusal means is said in both languages, in English as it is documented', () => {
  for (const [code, { title }] of Object.entries(ERRORS)) {
    assert.equal(en[`problem.${code}`], title);
    assert.match(zh[`problem.${code}`] ?? '', /\p{Script=Han}/u, code);
  }
  for (const [code, meaning] of Object.entries(ERRORS_ZH)) assert.equal(zh[`problem.${code}`], meaning);
});
