import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Desk } from '@westgate/desk';
import { COMPUTED_LISTS, FORM_KINDS, PLURALS, type Register, registerOf, TABLE_NAMES } from '@westgate/domain';
import { startServer } from '@westgate/server';
import { HARBOUR, openOffice, PLENTY } from '../office.ts';
import { randomOf } from '../random.ts';
import { randomEdits } from '../random-edits.ts';

const TURNS = 32;
const LEAST_DONE = 12;
const AT_ONCE = 12;

/** The same desk with a register of new rows in new tables after each deed: nothing that was worked out before is known to hold of it. */
function withoutPast(desk: Desk): Desk {
  const copies = new WeakMap<Register, Register>();
  const copyOf = (register: Register): Register => {
    const copy =
      copies.get(register) ??
      registerOf(Object.fromEntries(TABLE_NAMES.map((name) => [name, [...register[name].values()].map((row) => structuredClone(row))])));
    copies.set(register, copy);
    return copy;
  };
  return Object.create(desk, {
    register: { get: () => copyOf(desk.register) },
    held: { value: () => copyOf(desk.held()) },
  }) as Desk;
}

test('whatever is done, each answer that followed the deeds is the one that is made from nothing', async () => {
  const { desk, ask } = await openOffice(HARBOUR, null, PLENTY);
  const anew = await startServer({ desk: withoutPast(desk), host: '127.0.0.1', port: 0, webDir: null, logLevel: 'silent', limits: PLENTY });
  after(() => anew.close());
  const random = randomOf(23);
  const editOf = randomEdits(desk, random);
  const about = (kind: string, id: string): readonly string[] => {
    const base = `${PLURALS[kind as 'place']}/${id}`;
    const more = kind === 'project' ? ['gates', 'dates', 'components', 'money'].map((part) => `${base}/${part}`) : [];
    const history = kind === 'source' ? [] : [`${base}/history`];
    return [base, `${base}/row`, `${base}/links`, `supervision?of=${kind}:${id}`, `comments?of=${kind}:${id}`, ...more, ...history];
  };
  const records = FORM_KINDS.flatMap((kind) => [...desk.register[kind].keys()].slice(0, 2).flatMap((id) => about(kind, id)));
  const sorted = [
    ...['name', '-name', 'stage', '-area', 'year', 'lead', 'kind', 'stage,-name', '-lead,area', 'position'].map(
      (by) => `places?sort=${by}`,
    ),
    ...['name', '-due', 'state', 'lead', 'state,-due', 'lead,name'].map((by) => `projects?sort=${by}`),
    ...['due', '-number', 'state', 'owner'].map((by) => `commitments?sort=${by}`),
  ];
  const narrowed = [
    ...['places?stage=candidate', 'places?stage=not-known&sort=-name', 'places?q=harbour', 'places?site=true', 'projects?state=late'],
    ...['commitments?state=late', 'commitments?q=renewal', 'lists/places?filter=stage:is:not-known', 'lists/projects?group=state'],
    ...['lists/projects?sums=count', 'lists/places?sort=-area&limit=5', 'projects?q=otherwise', 'places?q=otherwise'],
  ];
  const counted = ['', '?stage=candidate', '?kind=factory', '?aim=homes', '?q=harbour', '?stage=under-way'].map(
    (ask) => `map/counts${ask}`,
  );
  const sought = ['harbour', 'otherwise', 'a', 'mill', 'harbur', 'gangkou', '港', '码头', 'old quay', 'p1'].map(
    (q) => `search?limit=8&q=${q}`,
  );
  const ofAll = [
    ...['district', 'today', 'today?limit=3', 'exceptions', 'coverage', 'gaps?gap=no-owner', 'gaps?gap=position-not-known', 'gates'],
    ...['supervision', 'reports', 'questions', 'axes/aim', 'map/marks?ids=', 'today?asOf=2024-03-01', 'coverage?asOf=2024-03-01'],
    ...FORM_KINDS.map((kind) => PLURALS[kind]),
    ...Object.keys(COMPUTED_LISTS).map((list) => `lists/${list}`),
  ];
  const [plan = ''] = desk.register.document.keys();
  const within = ['today', 'coverage', 'projects', 'places', 'map/counts'].map((path) => `${path}?plan=${plan}`);
  const paths = [...records, ...sorted, ...narrowed, ...counted, ...sought, ...ofAll, ...within];

  const saidBy = async (answer: Response): Promise<string> => {
    const body = await answer.text();
    // What did not change is told as it was made, with the number of the deed that it was made after.
    return `${answer.status} ${answer.status < 400 ? body.replace(/"seq":\d+/, '') : ''}`;
  };
  let [done, spared, other] = [0, 0, 0];
  const last = new Map<string, string>();
  const compare = async (path: string, what: string): Promise<void> => {
    const address = `/api/v1/${path}`;
    const [first, fresh] = await Promise.all([ask(address), fetch(anew.address + address)]);
    const again = await ask(address);
    const said = await saidBy(fresh);
    assert.equal(await saidBy(first), said, `${path} after ${what}`);
    assert.equal(await saidBy(again), said, `${path}, given again, after ${what}`);
    assert.equal(again.headers.get('x-westgate-seq'), fresh.headers.get('x-westgate-seq'), path);
    const tag = first.headers.get('etag') ?? '';
    if (tag !== '' && last.get(path) === tag) spared += 1;
    if (last.has(path) && last.get(path) !== tag) other += 1;
    last.set(path, tag);
  };
  const compareAll = async (what: string): Promise<void> => {
    for (let from = 0; from < paths.length; from += AT_ONCE)
      await Promise.all(paths.slice(from, from + AT_ONCE).map((path) => compare(path, what)));
  };
  await compareAll('nothing');
  for (let turn = 0; turn < TURNS; turn += 1) {
    const { seq } = desk;
    const edit = editOf();
    try {
      if (seq > 1 && random() < 0.2) await desk.undo(seq, { who: 'Ada', reason: '' });
      else if (edit) await desk.edit([edit], { who: 'Ada', reason: '' });
    } catch {
      continue;
    }
    if (desk.seq === seq) continue;
    done += 1;
    // Some deeds are followed two at a time.
    if (random() < 0.6) await compareAll(`deed ${desk.seq}: ${JSON.stringify(edit)}`);
  }
  await compareAll('the last');
  assert.ok(done >= LEAST_DONE, `${done} deeds were done`);
  assert.ok(spared > done * 15, `${spared} answers held over a deed`);
  assert.ok(other > done, `${other} were others`);
});
