import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { HARBOUR, momentsOf, type Serving, serve, temporaryFolder, westgate } from './program.ts';

/** How long each round is let go on after its first deed before the server is killed. */
const ROUNDS_MS = momentsOf([20, 150, 500, 1_000, 1_700, 2_500]);
const SENTENCES = 40;
const TASKS = 30;

interface Answer {
  readonly seq: number | null;
  readonly document?: string;
}

const plan = (round: number): string =>
  Array.from({ length: SENTENCES }, (_, n) => `The Ward Works Office will build shelter ${round}-${n} on Pier Street by June 2027.`).join(
    ' ',
  );
const sheet = (round: number): string =>
  [
    `Tasks of round ${round} 2027`,
    'No.,Task,Lead department,Deadline',
    ...Array.from({ length: TASKS }, (_, n) => `${n + 1},Paint boat ${round}-${n},Ward Works Office,Q2`),
  ].join('\n');

async function send({ address }: Serving, path: string, body: object): Promise<Answer | null> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  try {
    const answer = await fetch(`${address}/api/v1/${path}`, init);
    return answer.ok ? ((await answer.json()) as Answer) : null;
  } catch {
    return null;
  }
}

async function read<T>({ address }: Serving, path: string): Promise<T> {
  return JSON.parse(await (await fetch(`${address}/api/v1/${path}`)).text());
}

interface Plan {
  readonly id: string;
  readonly title: { readonly en: string | null };
  readonly sentenceCount: number;
}
interface List<Item> {
  readonly total: number;
  readonly items: readonly Item[];
}

/** Brings plans, accepts drafts of them with a department each, and takes sheets in, until the server is gone. Adds the deeds it was told of to `told`. */
async function work(server: Serving, round: number, told: number[]): Promise<void> {
  const tell = async (path: string, body: object): Promise<Answer | null> => {
    const answer = await send(server, path, body);
    if (typeof answer?.seq === 'number') told.push(answer.seq);
    return answer;
  };
  for (let turn = 0; ; turn++) {
    const name = round * 1_000 + turn;
    const brought = await tell('plans', { title_en: `Plan ${name}`, wording: 'official', en: plan(name), who: 'Ada' });
    if (!brought) return;
    const { items } = await read<List<{ readonly id: string }>>(server, `sentences?document=${brought.document}&limit=3`).catch(() => ({
      items: [],
    }));
    for (const { id } of items) {
      const clause = `build shelter ${name}-${items.findIndex((each) => each.id === id)} on Pier Street`;
      const commitment = { sentence: id, title_en: clause, clause_en: clause, verb_class: 'establish' };
      const link = { from_kind: 'department', from_id: 'works', relation: 'co-operates', to_kind: 'commitment', to_id: '$0' };
      await tell('edits', {
        who: 'Ada',
        reason: '',
        edits: [
          { action: 'create', table: 'commitment', fields: commitment },
          { action: 'create', table: 'link', fields: link },
        ],
      });
    }
    const file = { name: 'tasks.csv', base64: Buffer.from(sheet(name)).toString('base64') };
    if (!(await tell('sheets/import', { file, who: 'Ada' }))) return;
  }
}

/** Nothing half-done: plans with all their sentences, sheets with all their tasks, accepted drafts with their department. */
async function isWhole(t: TestContext, server: Serving): Promise<void> {
  const { documents } = await read<{ documents: readonly Plan[] }>(server, 'district');
  const [plans, sheets] = ['Plan ', 'Tasks of '].map((start) => documents.filter(({ title }) => title.en?.startsWith(start)));
  for (const { sentenceCount, title } of plans ?? []) assert.equal(sentenceCount, SENTENCES, title.en ?? '');
  for (const { id, sentenceCount, title } of sheets ?? []) {
    assert.equal(sentenceCount, TASKS, title.en ?? '');
    assert.equal((await read<List<unknown>>(server, `commitments?document=${id}`)).total, TASKS);
  }
  let accepted = 0;
  for (const { id } of plans ?? []) {
    for (const commitment of (await read<List<{ readonly id: string }>>(server, `commitments?document=${id}`)).items) {
      accepted += 1;
      const { items } = await read<{ items: readonly unknown[] }>(server, `links?of=commitment:${commitment.id}`);
      assert.equal(items.length, 1, commitment.id);
    }
  }
  t.diagnostic(`${plans?.length} plans, ${accepted} drafts accepted, ${sheets?.length} sheets`);
}

test('a server killed while plans are brought, drafts accepted and sheets taken in holds each whole or not at all, and all it told', async (t) => {
  const data = temporaryFolder(t);
  const told: number[] = [];
  for (const [round, ms] of ROUNDS_MS.entries()) {
    const server = await serve(t, '--port', '0', '--data', data, '--district', HARBOUR);
    const before = told.length;
    const working = work(server, round, told);
    while (told.length === before) await sleep(5);
    await sleep(ms);
    await server.stop('SIGKILL');
    await working;
  }
  const last = await serve(t, '--port', '0', '--data', data, '--district', HARBOUR);
  const { seq } = await read<{ seq: number }>(last, 'district/standing');
  assert.ok(told.length >= ROUNDS_MS.length && seq >= Math.max(...told), `${told.length} told up to ${Math.max(...told)}, ${seq} held`);
  await isWhole(t, last);
  await last.stop('SIGTERM');
  assert.equal((await westgate('verify', '--data', data)).code, 0);
});
