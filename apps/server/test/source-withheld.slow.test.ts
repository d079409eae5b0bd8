import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyOf } from '@westgate/domain';
import { PLENTY } from './office.ts';
import { join, OPERATOR, openPeopleOffice } from './people-office.ts';
import { textIn } from './text-in.ts';

const office = await openPeopleOffice({ limits: PLENTY });
const LISTS = ['commitments', 'projects', 'places', 'events', 'indicators', 'parks', 'documents', 'departments'];

/** How often a source is said to be none and to be withheld, in every answer that `headers` get. */
async function said(headers: Record<string, string>): Promise<{ readonly none: number; readonly withheld: number }> {
  const { register } = office.desk;
  const paths = [
    ...LISTS.map((list) => `${list}?limit=500`),
    ...(['commitment', 'project', 'event', 'indicator', 'place'] as const).flatMap((table) =>
      [...register[table].values()].map((row) => `${table}s/${keyOf(table, row)}`),
    ),
    ...['commitment', 'project'].flatMap((kind) =>
      [...register[kind === 'project' ? 'project' : 'commitment'].keys()].map((id) => `evidence?of=${kind}:${id}`),
    ),
    ...[...register.project.keys()].flatMap((id) => ['money', 'components', 'gates'].map((of) => `projects/${id}/${of}`)),
    ...['commitments', 'events', 'places', 'indicators'].flatMap((list) => ['zh', 'en'].map((lang) => `exports/${list}.csv?lang=${lang}`)),
  ];
  const texts: string[] = [];
  for (const path of paths) {
    const answer = await office.ask(`/api/v1/${path}`, { headers });
    assert.ok(answer.ok || headers !== OPERATOR, `${path} ${answer.status}`);
    texts.push(await textIn(answer));
  }
  return countIn(texts.join('\n'));
}

function countIn(text: string): { readonly none: number; readonly withheld: number } {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return {
    none: count(/"(positionSource|source)":null|没有来源(?!说|给|写)|no source(?! says| gives| names)/gi),
    withheld: count(/"(positionSource|source)":"withheld"|来源未公开|source not public/g),
  };
}

test('where a source is withheld it is said to be, and never that there is none, to the public and to readers of the office', async () => {
  await join(office, 'Keeper', null);
  const { as: reader } = await join(office, 'Reader', ['reader']);
  const pages = async () =>
    countIn(await textIn(await office.ask('/api/v1/publishing/site.zip?url=https%3A%2F%2Fexample.org', { headers: OPERATOR })));
  const before = { reader: await said(reader), public: await said({}), pages: await pages() };
  assert.deepEqual([before.reader.withheld, before.public.withheld, before.pages.withheld], [0, 0, 0]);
  const edits = [...office.desk.register.source.values()].map(({ id, rev }) => ({
    action: 'revise',
    table: 'source',
    key: id,
    rev,
    fields: { visibility: 'confidential' },
  }));
  const done = await office.post('/api/v1/edits', { who: 'Ada', reason: '', edits }, OPERATOR);
  assert.equal(done.status, 200, await done.clone().text());
  const after = { reader: await said(reader), public: await said({}), pages: await pages() };
  for (const who of ['reader', 'public', 'pages'] as const) {
    assert.ok(after[who].withheld > 0, `${who}: ${JSON.stringify(after[who])}`);
    assert.ok(after[who].none <= before[who].none, `${who}: ${JSON.stringify([before[who], after[who]])}`);
  }
  assert.equal((await said(OPERATOR)).withheld, 0, 'who may see every source is told it');
});
