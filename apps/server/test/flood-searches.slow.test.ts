import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { floodExposureSchema, type Run } from '@westgate/contract';
import { caseMade, FAR, IN_DITCH, ON_BANK } from './flood-ran.ts';
import { PLENTY } from './office.ts';
import { type Headers, join, openPeopleOffice } from './people-office.ts';

const office = await openPeopleOffice({ limits: PLENTY });
await join(office, 'Root', null);
const { as: own } = await join(office, 'Ada', ['programme-office']);
const { as: reader } = await join(office, 'Rita', ['reader']);
const place = (id: string, at: readonly number[], visibility: string) => ({
  action: 'create' as const,
  table: 'place' as const,
  fields: {
    ...{ id, name_en: id, kind: 'building', position: 'known', confidence: 'high', position_basis_en: 'survey', visibility },
    geometry: { type: 'Point', coordinates: at },
  },
});
await office.desk.edit(
  [
    place('ditch-house', IN_DITCH, 'district'),
    place('secret-vault', IN_DITCH, 'confidential'),
    place('bank-house', ON_BANK, 'district'),
    place('far-house', FAR, 'district'),
  ],
  { who: 'westgate' },
);
await caseMade(office, own);
const ask = (kind: string, more: object, as: Headers = own) =>
  office.send('POST', '/api/v1/runs', { kind, ask: { floodCase: 'river-high', ...more } }, as);
const runsOf = async (as: Headers): Promise<readonly Run[]> =>
  ((await (await office.ask('/api/v1/runs', { headers: as })).json()) as { readonly items: readonly Run[] }).items;

async function ran(kind: string, more: object): Promise<Run> {
  const started = await ask(kind, more);
  assert.equal(started.status, 200, await started.clone().text());
  const { id } = (await started.json()) as Run;
  for (;;) {
    const run = (await runsOf(own)).find((each) => each.id === id);
    if (run?.state === 'done') return run;
    assert.ok(run?.state === 'queued' || run?.state === 'running', JSON.stringify(run));
    await sleep(50);
  }
}

test('a sensitivity run tells of each place in how many runs it is wet, to each person what they may know; of a hidden case there is nothing', async () => {
  const run = await ran('flood-sensitivity', {});
  assert.deepEqual([run.result?.runs, run.result?.off, run.result?.section, run.seed], [10, 0, 'Mouth', 1]);
  assert.match(run.inputs ?? '', /^[0-9a-f]{64}$/);
  const other = await ran('flood-sensitivity', { rmseM: 0.2, seed: 5 });
  assert.deepEqual([other.result?.runs, other.seed], [14, 5]);
  assert.notEqual(other.inputs, run.inputs);
  const address = `/api/v1/flood-cases/river-high/wet-shares?run=${other.id}`;
  const shares = async (as: Headers) => {
    const answer = await office.ask(address, { headers: as });
    assert.equal(answer.status, 200, await answer.clone().text());
    return floodExposureSchema.floodWetShares.parse(await answer.json());
  };
  const [all, seen] = [await shares(own), await shares(reader)];
  assert.equal(all.runs, 7);
  assert.deepEqual(
    all.items.filter(({ wet }) => wet === 7).map(({ place: { id } }) => id),
    ['ditch-house', 'secret-vault'],
  );
  assert.equal(all.counts.wet - seen.counts.wet, 1);
  assert.ok(seen.counts.beside > 0, 'what lies beside the ground is not known');
  assert.doesNotMatch(JSON.stringify(seen), /secret/);
  const { rev = 0 } = office.desk.register.flood_case.get('river-high' as never) ?? {};
  const seenBy = async (visibility: string, at: number) =>
    office.desk.edit([{ action: 'revise', table: 'flood_case', key: 'river-high', rev: at, fields: { visibility } }], { who: 'westgate' });
  await seenBy('confidential', rev);
  assert.equal((await office.ask(address, { headers: reader })).status, 404);
  assert.deepEqual(await runsOf(reader), [], 'nor of its runs');
  assert.equal((await ask('flood-sensitivity', {}, reader)).status, 404);
  await seenBy('district', office.desk.register.flood_case.get('river-high' as never)?.rev ?? 0);
});

test('what is asked wrongly is refused with what was expected', async () => {
  const refused = async (kind: string, more: object, said: RegExp): Promise<void> => {
    const answer = await ask(kind, more);
    assert.equal(answer.status, 400, kind);
    assert.match(await answer.text(), said);
  };
  await refused('flood-sensitivity', { rmseM: 0 }, /rmseM/);
  await refused('flood-sensitivity', { lateMin: 'soon' }, /lateMin/);
  await refused('flood-rule-search', { vary: 'R1:target=0..1' }, /expected one of none, as the case has no rule, found R1:target/);
  await refused('flood-rule-search', { vary: 'R1:target=0..1', tries: 10 }, /tries/);
});

test('one that runs is ended, and its file is not kept', async () => {
  const { id } = (await (await ask('flood-sensitivity', { cellM: 4 })).json()) as Run;
  const ended = await office.send('POST', `/api/v1/runs/${id}/cancel`, {}, own);
  assert.equal(ended.status, 200, await ended.clone().text());
  const run = (await runsOf(own)).find((each) => each.id === id);
  assert.deepEqual([run?.state, run?.file], ['cancelled', null]);
});
