import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HARBOUR, openOffice } from '../office.ts';
import { join, openPeopleOffice } from '../people-office.ts';

// An answer stands over a deed that touched nothing it rests on. What no row tells, and whoever may know of less than before, must not be given it.

test('the name of a person who was erased is in no answer that was given before', async () => {
  const office = await openOffice(HARBOUR);
  const [commitment] = [...office.desk.register.commitment.values()];
  const [source] = [...office.desk.register.source.keys()];
  assert.ok(commitment);
  const draft = { subjectKind: 'commitment', subjectId: commitment.id, what: 'started', dates: '2025-01-02', source, confidence: 'high' };
  const told = await office.post('/api/v1/outcomes', { ...draft, who: 'Ada Lovelace' });
  assert.equal(told.status, 200, await told.text());
  const says = async (): Promise<boolean> => {
    // Asked for twice: what is held ready is given the second time.
    await office.ask(`/api/v1/commitments/${commitment.id}`);
    return (await (await office.ask(`/api/v1/commitments/${commitment.id}`)).text()).includes('Ada Lovelace');
  };
  assert.ok(await says());
  const ada = (await office.desk.persons()).find(({ name }) => name === 'Ada Lovelace');
  await office.desk.erasePerson(ada?.id ?? '', 'asked for it');
  // A deed that touches something else comes before anyone asks.
  await office.desk.edit([{ action: 'create', table: 'source', fields: { title: 'Another', kind: 'official' } }], { who: 'Ben' });
  assert.ok(!(await says()));
});

test('what becomes confidential is in no answer any more of who may not know of it, though nothing was withheld before', async () => {
  const office = await openPeopleOffice();
  await join(office, 'Boss', null);
  const eve = await join(office, 'Eve', ['reader']);
  const { desk } = office;
  const places = [...desk.register.place.values()];
  const paths = ['places?limit=200', 'map/counts', 'search?q=e&limit=50', ...places.map(({ id }) => `places/${id}`)];
  const asked = async (): Promise<ReadonlyMap<string, string>> => {
    const answers = new Map<string, string>();
    for (const path of [...paths, ...paths]) answers.set(path, await (await office.ask(`/api/v1/${path}`, { headers: eve.as })).text());
    return answers;
  };
  const before = await asked();
  const [hidden] = places.filter(({ name_en }) => name_en !== null);
  assert.ok(hidden?.name_en);
  const name = hidden.name_en;
  assert.ok([...before].filter(([, text]) => text.includes(name)).length > 2, 'others name it');
  const { rev } = desk.register.place.get(hidden.id) ?? hidden;
  await desk.edit([{ action: 'revise', table: 'place', key: hidden.id, rev, fields: { visibility: 'confidential' } }], { who: 'westgate' });
  const [whole, now] = [places.length, await asked()];
  for (const [path, text] of now) assert.ok(!text.includes(name), `${path} names what is confidential`);
  assert.equal(JSON.parse(now.get('places?limit=200') ?? '{}').items.length, whole - 1);
});
