import { refKey, relationsOf } from '../programme/relations.ts';
import { grouped } from '../register/groups.ts';
import { LEADING_KINDS, leadingColumns, ledTo } from '../register/leads.ts';
import type { Register } from '../register/register.ts';
import { type Basis, registerIndex } from '../register/register-index.ts';
import { type RowChange, rowChanges } from '../register/row-changes.ts';
import type { AnyRow, Row, TableName } from '../register/tables.ts';
import { wholeBehind } from '../register/whole-behind.ts';
import { INTEGRATION } from '../results/rules/integrate.ts';
import { workedOutOf } from '../results/series.ts';
import { type Trace, traceOf } from './trace.ts';

/** Changed rows of one table beyond which everything is taken to be affected. */
const FEW = 500;

/** What the state of a commitment, project or event is computed from. */
const STATE_BASIS = {
  district: ['units', 'time_zone', 'first_day', 'last_day'],
  document: ['covers'],
  sentence: ['document'],
  commitment: ['tags', 'sentence', 'title_zh', 'title_en', 'verb_class', 'list_closed', 'clause_zh', 'clause_en', 'due_on'],
  project: ['tags', 'name_zh', 'name_en', 'verb_class', 'due_on'],
  event: ['name_zh', 'name_en', 'dates'],
  indicator: 'rows',
  link: 'rows',
  indicator_value: 'rows',
  outcome: 'rows',
  component: 'rows',
  monthly_progress: ['share'],
  dual_use_asset: 'rows',
  drill: 'rows',
} as const satisfies Basis;
/**
 * The commitments, projects and events, as `kind:id`, whose state may differ between two registers on one day; null for perhaps all of
 * them. All others have the same state in both. What is withheld from the reader of a register stirs as well: a state holds as far as it is true of the whole.
 */
export function affectedBetween(before: Register, after: Register): ReadonlySet<string> | null {
  const own = affectedIn(before, after);
  const [was, is] = [wholeOf(before), wholeOf(after)];
  if (own === null || (was === before && is === after)) return own;
  const behind = affectedIn(was, is);
  return behind === null ? null : new Set([...own, ...behind]);
}

/** What a register was cut from, itself where nothing is withheld. */
function wholeOf(register: Register): Register {
  return wholeBehind(register)?.whole ?? register;
}

function affectedIn(before: Register, after: Register): ReadonlySet<string> | null {
  const changes = {
    commitment: changesOf(before, after, 'commitment'),
    project: changesOf(before, after, 'project'),
    event: changesOf(before, after, 'event'),
    indicator: changesOf(before, after, 'indicator'),
    link: changesOf(before, after, 'link'),
    indicator_value: changesOf(before, after, 'indicator_value'),
    outcome: changesOf(before, after, 'outcome'),
    component: changesOf(before, after, 'component'),
    monthly_progress: changesOf(before, after, 'monthly_progress'),
    dual_use_asset: changesOf(before, after, 'dual_use_asset'),
    drill: changesOf(before, after, 'drill'),
  };
  const isShaken = (['district', 'document', 'sentence'] as const).some((table) => changesOf(before, after, table)?.length !== 0);
  const leading = LEADING_KINDS.map((kind) => ({
    kind,
    rows: rowChanges<AnyRow>(before[kind], after[kind], leadingColumns(kind, 'project'), FEW),
  }));
  const rows = [...Object.values(changes), ...leading.map((each) => each.rows)];
  if (isShaken || rows.includes(null)) return null;
  const ends = new Map<string, readonly [string, string]>();
  const add = (kind: string, id: string): void => {
    ends.set(refKey(kind, id), [kind, id]);
  };
  for (const kind of ['commitment', 'project', 'event', 'indicator'] as const) {
    for (const { key } of changes[kind] ?? []) add(kind, key);
  }
  for (const { kind, rows: changed } of leading) {
    for (const { key } of changed ?? []) {
      add(kind, key);
      for (const register of [before, after]) for (const led of ledTo(register, kind, key, 'project')) add(led.kind, led.id);
    }
  }
  for (const row of bothOf(changes.indicator_value)) add('indicator', row.indicator);
  if (changes.dual_use_asset?.length !== 0 || changes.drill?.length !== 0) {
    for (const { id, asset_method: how } of after.indicator.values()) if (how !== null) add('indicator', id);
  }
  for (const [kind, id] of [...ends.values()]) {
    if (kind === 'indicator') for (const register of [before, after]) for (const each of workedOutOf(register, id)) add('indicator', each);
  }
  for (const row of bothOf(changes.outcome)) add(row.subject_kind, row.subject_id);
  for (const row of [...bothOf(changes.component), ...bothOf(changes.monthly_progress)]) add('project', row.project);
  for (const row of bothOf(changes.link)) {
    add(row.from_kind, row.from_id);
    add(row.to_kind, row.to_id);
  }
  const affected = new Set<string>();
  for (const register of [before, after]) {
    for (const [kind, id] of ends.values()) {
      stir(register, kind, id, affected);
      if (kind === 'project') for (const joined of joinedWith(register, id)) affected.add(refKey('commitment', joined));
    }
  }
  return affected;
}

/** The record itself, the commitments that reach it, what an indicator measures, and the projects that serve a commitment. */
function stir(register: Register, kind: string, id: string, affected: Set<string>): void {
  const [trace, relations] = [traceOf(register), relationsOf(register)];
  stirUp(trace, kind, id, affected);
  if (kind === 'indicator') for (const link of relations.from(kind, id)) stirUp(trace, link.to_kind, link.to_id, affected);
  if (kind === 'commitment') {
    for (const link of relations.to(kind, id)) {
      if (link.relation === 'serves' && link.from_kind === 'project') stirUp(trace, 'project', link.from_id, affected);
    }
  }
}

/** The commitments that a project joins by a tag alone. */
function joinedWith(register: Register, id: string): readonly string[] {
  const tags = register.project.get(id as Row<'project'>['id'])?.tags ?? [];
  return tags.flatMap((tag) => (commitmentsJoined(register).get(tag) ?? []).map((joined) => joined.id));
}

const commitmentsJoined = registerIndex({
  basis: { commitment: ['id', 'tags'] },
  build: (register) =>
    grouped(
      [...register.commitment.values()].flatMap(({ id, tags }) =>
        tags.filter((tag) => tag.startsWith(INTEGRATION)).map((tag) => ({ id, tag })),
      ),
      ({ tag }) => tag,
    ),
});

function stirUp(trace: Trace, kind: string, id: string, affected: Set<string>): void {
  if (kind === 'commitment' || kind === 'project' || kind === 'event') affected.add(refKey(kind, id));
  for (const reached of trace.commitmentsReaching(kind, id)) affected.add(refKey('commitment', reached.id));
}

function changesOf<T extends keyof typeof STATE_BASIS & TableName>(
  before: Register,
  after: Register,
  table: T,
): readonly RowChange<Row<T>>[] | null {
  const basis: Basis = STATE_BASIS;
  return rowChanges<Row<T>>(before[table], after[table], basis[table] ?? 'rows', FEW);
}

function bothOf<R>(changes: readonly RowChange<R>[] | null): readonly R[] {
  return (changes ?? []).flatMap(({ before, after }) => [before, after].flatMap((row) => (row === null ? [] : [row])));
}
