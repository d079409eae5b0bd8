import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { resultAtOnce } from '@westgate/base';
import { type HeldFaults, peopleSchema } from '@westgate/contract';
import { type HeldFault, heldRowFaults, toldChanges } from '@westgate/desk';
import {
  type AnyRow,
  DAY_COLUMNS,
  FOLDER_TABLES,
  fieldsOf,
  isOfTheOffice,
  keyOf,
  policy,
  type Reader,
  type Role,
  registerOfPlan,
  type TableName,
  vocabulary,
} from '@westgate/domain';
import { openOffice, PLENTY } from './office.ts';
import { join, OPERATOR } from './people-office.ts';

/** Records of each kind that are asked for one by one, and shapes that are crossed. */
const SOME = 12;
/** A quadrilateral whose sides cross. */
const CROSSED = {
  type: 'Polygon',
  coordinates: [
    [
      [117, 40],
      [117.1, 40.1],
      [117.1, 40],
      [117, 40.1],
      [117, 40],
    ],
  ],
};
const PRACTICE = fileURLToPath(new URL('../../../../data/practice', import.meta.url));

const office = await openOffice(PRACTICE, null, PLENTY, { operatorKey: OPERATOR.authorization.slice('Bearer '.length) });
const { desk, post } = office;
const rowsOf = (table: TableName): readonly AnyRow[] => [...(desk.held()[table] as ReadonlyMap<string, AnyRow>).values()];
const changed = (table: TableName, before: AnyRow | null, after: AnyRow | null) => {
  const key = keyOf(table, after ?? before ?? { rev: 0 });
  return { table, key, before, after: after && { ...after, rev: (before?.rev ?? 0) + 1 } };
};

/** Two rings of two projects that wait for each other: one with a confidential project, one for the public. */
const ids = rowsOf('project').map(({ id }) => String(id));
const [hiddenRing, openRing] = [
  [ids[40], ids[43]],
  [ids[44], ids[48]],
] as const;
const [aWait] = rowsOf('dependency');
const waits = [hiddenRing, openRing].flatMap(([a, b]) =>
  [
    [a, b],
    [b, a],
  ].map(([from, to]) =>
    changed('dependency', null, { ...aWait, from_kind: 'project', from_id: from, to_kind: 'project', to_id: to, rev: 0 }),
  ),
);

/** Writes past the checks of what is recorded, as what an older Westgate took in. */
const hold = (changes: readonly ReturnType<typeof changed>[]) =>
  desk.write({ verb: 'import', on: () => ({ changes }), told: toldChanges }, { who: 'Seed' });
await hold([
  ...waits,
  ...rowsOf('dependency').map((row) => changed('dependency', row, null)),
  ...FOLDER_TABLES.flatMap((table) =>
    rowsOf(table).flatMap((row, index) => {
      const shape = index < SOME && (table === 'place' || table === 'feature') ? { geometry: CROSSED } : {};
      const visibility = vocabulary.VISIBILITIES[index % vocabulary.VISIBILITIES.length];
      const own = Object.hasOwn(fieldsOf(table), 'visibility') ? { visibility } : {};
      return Object.keys({ ...shape, ...own }).length > 0 ? [changed(table, row, { ...row, ...shape, ...own })] : [];
    }),
  ),
]);
// Of a span that ends before all of them, every day is at fault.
await hold(rowsOf('district').map((row) => changed('district', row, { ...row, first_day: '1949-01-01', last_day: '1949-12-31' })));

const held = desk.held();
const rowOf = (table: TableName, key: string): AnyRow | undefined => (held[table] as ReadonlyMap<string, AnyRow>).get(key);

/** Whether `reader` may know of a row: by its own visibility and whose it is, and by all that it cannot stand without. */
function mayKnow(reader: Reader, table: TableName, row: AnyRow): boolean {
  if (policy.reachesAll(reader, 'read')) return true;
  if (reader.roles.length === 0 && isOfTheOffice(table)) return false;
  const visibility = vocabulary.VISIBILITIES.find((each) => each === row.visibility) ?? 'public';
  if (!policy.mayTouch(reader, 'read', { visibility, department: ownerOf(table, row) })) return false;
  return aboveOf(table, row).every(([above, id]) => {
    const found = rowOf(above, id);
    return found !== undefined && mayKnow(reader, above, found);
  });
}

/** The records that a row does not stand without. */
function aboveOf(table: TableName, row: AnyRow): readonly (readonly [TableName, string])[] {
  return Object.entries(fieldsOf(table)).flatMap(([column, { kind, optional, table: to, kindColumn = '' }]) => {
    const isNeeded = !optional || (table === 'feature' && column === 'place') || (table === 'driver' && column === 'output');
    if ((kind !== 'ref' && kind !== 'anyref') || !isNeeded || typeof row[column] !== 'string') return [];
    return [[(kind === 'ref' ? to : row[kindColumn]) as TableName, row[column]] as const];
  });
}

/** Tables whose records belong to a department by themselves, each with the column that says to which. */
const BELONGS: Partial<Readonly<Record<TableName, string>>> = {
  ...{ commitment: 'owner', project: 'lead', supervision: 'lead', issue: 'owner', feedback: 'owner', meeting: 'convener' },
  ...{ deal: 'owner', readiness_item: 'owner', industry: 'owner', building: 'owner', indicator: 'owner' },
  dual_use_asset: 'owner',
};

/** The department a record belongs to; of what says something of a record, that one's. */
function ownerOf(table: TableName, row: AnyRow): string | null {
  const own = row[BELONGS[table] ?? ''];
  if (typeof own === 'string') return own;
  const subject = aboveOf(table, row).find(([above]) => above !== 'source' && above !== 'gate' && above !== 'requirement');
  const found = subject && rowOf(...subject);
  return found ? ownerOf(subject[0], found) : null;
}

const [own = ''] = rowsOf('project').map(({ lead }) => String(lead));
const READERS: readonly (readonly [string, Reader])[] = [
  ['the public', { roles: [], department: null }],
  ...(['reader', 'department-member', 'department-lead', 'system-administrator', 'auditor', 'programme-office'] as const).map(
    (role: Role): readonly [string, Reader] => [role, { roles: [role], department: role.startsWith('department') ? own : null }],
  ),
];
const signedIn = new Map<string, Record<string, string>>();
const taken = await (await post('/api/v1/people/first', {}, OPERATOR)).json();
assert.ok(peopleSchema.newLink.parse(taken));
for (const [name, { roles, department }] of READERS)
  signedIn.set(
    name,
    roles.length === 0
      ? {}
      : (await join({ post: (path, body, headers) => post(path, body, { ...OPERATOR, ...headers }) }, name, roles, department)).as,
  );

const asked = async (name: string, query = ''): Promise<HeldFaults> => {
  const answer = await fetch(`${office.server.address}/api/v1/held-faults${query}`, { headers: signedIn.get(name) ?? {} });
  assert.equal(answer.status, 200, `${name} ${query}: ${answer.status}`);
  return (await answer.json()) as HeldFaults;
};
const nameOf = ({ table, key, column }: Pick<HeldFault, 'key' | 'column'> & { readonly table: string }): string =>
  `${table} ${key} ${column}`;
const all = resultAtOnce(heldRowFaults(held));

describe('held values that would be refused today', () => {
  it('stand in every table that names days, and in every visibility', () => {
    const tables = new Set(all.map(({ table }) => table));
    for (const table of DAY_COLUMNS.keys())
      if (!['district', 'report', 'outside_link', 'calendar_feed'].includes(table)) assert.ok(tables.has(table), table);
    for (const visibility of vocabulary.VISIBILITIES)
      assert.ok(
        all.some(({ table, key }) => rowOf(table, key)?.visibility === visibility),
        visibility,
      );
    assert.ok(all.some(({ why }) => why === 'bad-shape'));
  });

  for (const [name, reader] of READERS) {
    // Which passes count is told the public by rows that it does not see.
    const known = all.filter(({ table, key }) => {
      const row = rowOf(table, key);
      return row !== undefined && mayKnow(reader, table, row);
    });
    const may = new Set(known.map(nameOf));
    const mustNot = all.filter((fault) => !may.has(nameOf(fault)));

    it(`are told ${name} of the rows that may be known, and of no other`, async () => {
      const { items, total } = await asked(name);
      const told = items.filter(({ why }) => why !== 'ring');
      for (const fault of told) assert.ok(may.has(nameOf(fault)), `${name} is told of ${nameOf(fault)}`);
      for (const { thing, table, key } of told)
        if (thing) assert.ok(mayKnow(reader, thing.kind, rowOf(thing.kind, thing.id) ?? { rev: 0 }), `${table} ${key} names ${thing.id}`);
      const most = known.length + 1;
      const passes = reader.roles.length === 0 ? known.filter(({ table }) => table === 'gate_pass').length : 0;
      assert.ok(total <= most && total >= most - passes, `${name}: ${total} of ${most}`);
      assert.equal(items.length, Math.min(total, 200));
      if (name === 'the public')
        assert.deepEqual(
          told.filter(({ table }) => isOfTheOffice(table as TableName)),
          [],
        );
      if (name !== 'auditor' && name !== 'programme-office') assert.ok(mustNot.length > 0, `${name} may not know of some`);
    });

    it(`are told ${name} of a record that is asked for by itself; one that may not be known is not there`, async () => {
      const found = new Set<string>();
      for (const kind of ['sentence', ...vocabulary.EVIDENCE_SUBJECTS] as const) {
        for (const [id, row] of [...(held[kind] as ReadonlyMap<string, AnyRow>)].slice(0, SOME)) {
          const answer = await fetch(`${office.server.address}/api/v1/held-faults?of=${kind}:${encodeURIComponent(id)}`, {
            headers: signedIn.get(name) ?? {},
          });
          assert.equal(answer.status, mayKnow(reader, kind, row) ? 200 : 404, `${name} ${kind}:${id}`);
          if (answer.status === 404) continue;
          const { items, total } = (await answer.json()) as HeldFaults;
          assert.equal(items.length, total, 'nothing of one record is left out here');
          for (const fault of items) {
            assert.deepEqual([fault.thing?.kind, fault.thing?.id], [kind, id]);
            if (fault.why !== 'ring') assert.ok(may.has(nameOf(fault)), `${name} is told of ${nameOf(fault)}`);
            found.add(nameOf(fault));
          }
          for (const fault of known)
            if (fault.table === kind && fault.key === id) assert.ok(found.has(nameOf(fault)), `${nameOf(fault)} is told with its record`);
        }
      }
      assert.ok(found.size > 5, `${name}: ${found.size}`);
    });

    it(`name no ring to ${name} with a record that may not be known`, async () => {
      const rings: HeldFaults['items'] = [];
      for (const [a, b] of [hiddenRing, openRing])
        for (const id of [a, b])
          if (mayKnow(reader, 'project', rowOf('project', id ?? '') ?? { rev: 0 }))
            rings.push(...(await asked(name, `?of=project:${id}`)).items.filter(({ why }) => why === 'ring'));
      assert.ok(rings.length > 0, 'a ring of records that may be known is told');
      for (const { found } of rings)
        for (const member of found.split(' → '))
          assert.ok(mayKnow(reader, 'project', rowOf('project', member.replace('project:', '')) ?? { rev: 0 }), `${name}: ${found}`);
    });
  }

  it('are those of the plan that is shown', async () => {
    const plans = [...held.document.values()].filter(({ kind }) => kind === 'plan');
    assert.ok(plans.length > 1);
    const whole = (await asked('programme-office')).total;
    for (const { id } of plans) {
      const { items, total } = await asked('programme-office', `?plan=${id}`);
      const own = registerOfPlan(held, id);
      for (const fault of items.filter(({ why }) => why !== 'ring')) {
        const kept: ReadonlyMap<string, AnyRow> = own[fault.table as TableName];
        assert.ok(kept.has(fault.key), `${nameOf(fault)} is not of ${id}`);
      }
      assert.ok(total > 0 && total < whole, `${id}: ${total} of ${whole}`);
    }
  });
});
