import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileAddress } from '../src/api/client.ts';
import { partsOf } from '../src/parts/state-parts.ts';
import { fitting } from '../src/screens/brief/view-model.ts';
import { gapGroups } from '../src/screens/coverage/coverage.tsx';
import { faultOf, listFiles, paperFiles, titleIn } from '../src/screens/reports/view-model.ts';

test('a file is asked for with what is asked, and nothing more', () => {
  assert.equal(fileAddress('export-places-csv', { query: { lang: 'zh', asOf: undefined, q: '' } }), '/api/v1/exports/places.csv?lang=zh');
  assert.deepEqual(
    listFiles('deeds', 'en', { asOf: '2025-01-01', plan: 'y25' }).map(({ href }) => href),
    ['/api/v1/exports/deeds.csv?lang=en', '/api/v1/exports/deeds.xlsx?lang=en'],
  );
});

test('a report has its papers in the language shown first, each once, and what is frozen in none', () => {
  const files = paperFiles(7, 'en');
  assert.equal(new Set(files.map(({ href }) => href)).size, 7);
  assert.deepEqual(
    files.map(({ lang }) => lang),
    ['en', 'en', 'en', 'zh', 'zh', 'zh', null],
  );
  assert.equal(files[0]?.href, '/api/v1/reports/7/report.docx?lang=en&layout=official');
});

test('a report without a title or without a name is not sent', () => {
  assert.equal(faultOf({ zh: ' ', en: '', who: 'Ada' })?.field, 'title');
  assert.equal(faultOf({ zh: '报告', en: '', who: ' ' })?.field, 'who');
  assert.equal(faultOf({ zh: '', en: 'Report', who: 'Ada' }), null);
  assert.deepEqual(titleIn({ zh: ' \n', en: ' two\nlines ' }), { zh: null, en: 'two lines' });
});

test('gaps that records have stand before those that none has, each in the order of the sheet', () => {
  const thing = (id: string) => ({ kind: 'commitment' as const, id, name: { zh: null, en: id } });
  const gap = (name: string, id: string) => ({ thing: thing(id), gap: name, reason: { zh: null, en: 'why' } });
  const groups = gapGroups({
    gapCounts: { 'no-measure': { total: 21, commitments: 21 }, 'no-owner': { total: 1, commitments: 1 } },
    gaps: [gap('no-measure', 'c1'), gap('no-owner', 'c2'), ...Array.from({ length: 20 }, (_, index) => gap('no-measure', `x${index}`))],
  });
  assert.deepEqual(
    groups.slice(0, 2).map(({ gap: name, count, first }) => [name, count, first.length]),
    [
      ['no-owner', 1, 1],
      ['no-measure', 21, 12],
    ],
  );
  assert.ok(groups.slice(2).every(({ count }) => count === 0));
});

test('a line of states leaves out what does not occur; a sheet says how much it leaves out', () => {
  const states = { 'not-started': 0, 'under-way': 2, done: 3, late: 1, slipped: 0, unmeasurable: 0, 'not-known': 4 };
  assert.deepEqual(
    partsOf(states).map(({ state }) => state),
    ['done', 'under-way', 'late', 'not-known'],
  );
  const many = Array.from({ length: 100 }, (_, index) => index);
  const { shown, more } = fitting('exceptions', many, { count: 5_000, aims: 3 });
  assert.equal(shown.length + more, 5_000);
  assert.deepEqual(fitting('changed', [1], { count: 1, aims: 3 }), { shown: [1], more: 0 });
  assert.equal(fitting('exceptions', many, { count: 5_000, aims: 6 }).shown.length, shown.length - 2);
});
