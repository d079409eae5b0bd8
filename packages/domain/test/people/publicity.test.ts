import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type AnyRow,
  applyChanges,
  isOfTheOffice,
  keyOf,
  publicityOf,
  type Register,
  registerFor,
  TABLE_NAMES,
  vocabulary,
} from '@westgate/domain';
import { districtOf, link, outcome } from '../district.ts';

const PUBLIC = { roles: [], department: null };
const SEEDS = 60;

/** The same numbers from 0 to 1 for a seed each time. */
function lots(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 1 | state) + 0x6d2b79f5) | 0;
    return ((state ^ (state >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A district in which every record has a visibility drawn by lot, and hangs on others drawn by lot. */
function drawn(seed: number): Register {
  const lot = lots(seed);
  const one = <T>(of: readonly T[]): T => of[Math.floor(lot() * of.length)] as T;
  const visible = (id: string, rest: object) => ({ id, visibility: one(['public', 'public', ...vocabulary.VISIBILITIES]), ...rest });
  const ids = (stem: string, count: number) => Array.from({ length: count }, (_, index) => `${stem}${index}`);
  const sources = ids('source', 4);
  const documents = ids('doc', 3);
  const sentences = ids('s', 6);
  const projects = ids('p', 5);
  const places = ids('at', 5);
  return districtOf({
    district: [{ id: 'd' }],
    department: [{ id: 'water' }],
    source: sources.map((id) => visible(id, { title: id })),
    document: documents.map((id) => visible(id, { kind: 'plan', source: one([null, ...sources]) })),
    sentence: sentences.map((id, index) => ({ id, document: one(documents), paragraph: 1, position: index + 1, tags: [] })),
    commitment: sentences.map((id) =>
      visible(`c-${id}`, { sentence: id, owner: one([null, 'water']), tags: [], due_source: one([null, ...sources]) }),
    ),
    place: places.map((id) => visible(id, { tags: [], land_title: one([null, 'state']) })),
    project: projects.map((id) => visible(id, { lead: one([null, 'water']), tags: [] })),
    figure: ids('f', 8).map((id) => visible(id, { subject_kind: 'project', subject_id: one(projects), source: one(sources) })),
    outcome: projects.map((id) => ({ ...outcome(`project:${id}`, 'started', '2024-01-01'), visibility: one(vocabulary.VISIBILITIES) })),
    link: projects.map((id) => link(`project:${id}`, 'stands-on', `place:${one(places)}`)),
    term: [{ id: 't' }],
  });
}

test('on districts drawn by lot every row that the public is not told of has a reason, and the reason is what holds it back', () => {
  let withheld = 0;
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const whole = drawn(seed);
    const shown = registerFor(whole, PUBLIC);
    for (const table of TABLE_NAMES.filter((name) => !isOfTheOffice(name))) {
      const rows: ReadonlyMap<string, AnyRow> = whole[table];
      const told: ReadonlyMap<string, AnyRow> = shown[table];
      for (const [key, row] of rows) {
        const publicity = publicityOf(whole, shown, table, row);
        const said = `seed ${seed}: ${table} ${key}`;
        assert.equal(publicity.is === 'public', told.has(key), said);
        if (publicity.is === 'public') {
          const cut = Object.keys(row).filter((column) => row[column] !== null && told.get(key)?.[column] === null);
          assert.deepEqual([...publicity.without].sort(), cut.sort(), said);
          continue;
        }
        withheld += 1;
        if (publicity.is === 'incomplete') {
          assert.ok(row.value !== null && [row.unit, row.period, row.source].includes(null), said);
          continue;
        }
        const cause = publicity.is === 'own' ? { table, id: key } : publicity.of;
        const held: ReadonlyMap<string, AnyRow> = whole[cause.table];
        const before = held.get(cause.id);
        assert.ok(before && before.visibility !== 'public', `${said}: its cause is withheld by itself`);
        // With the cause public it is told, or it is held back by another cause.
        const after = { ...before, visibility: 'public' };
        const mended = applyChanges(whole, [{ table: cause.table, key: cause.id, before, after }]);
        const again: ReadonlyMap<string, AnyRow> = mended[table];
        const now = publicityOf(mended, registerFor(mended, PUBLIC), table, again.get(key) ?? row);
        if (now.is === 'incomplete') continue;
        if (now.is !== 'public') assert.notDeepEqual(now.is === 'own' ? { table, id: keyOf(table, row) } : now.of, cause, said);
      }
    }
  }
  assert.ok(withheld > 500, `${withheld} rows were withheld`);
});
