import { dayOf, idOf, WestgateError } from '@westgate/base';
import { PLANS, parseFolder, readFolder } from '@westgate/desk';
import {
  type AnyRow,
  applyChanges,
  type Change,
  gateStanding,
  keyOf,
  type Need,
  type Register,
  type Row,
  registerOf,
  type TableName,
} from '@westgate/domain';

export const ON = dayOf('2025-03-01');

/** The register of a district folder. */
export async function registerIn(folder: string): Promise<Register> {
  const parsed = parseFolder(await readFolder(folder));
  if (parsed.status !== 'valid') throw new Error(parsed.faults[0]?.message);
  return registerOf(parsed.rows);
}

/** `register` with one more row, or another in its place. */
export function put(register: Register, table: TableName, fields: Readonly<Record<string, unknown>>): Register {
  const row: AnyRow = { ...fields, rev: 1 };
  const key = keyOf(table, row);
  const rows: ReadonlyMap<string, AnyRow> = register[table];
  const before = rows.get(key) ?? null;
  return applyChanges(register, [{ table, key, before, after: { ...row, rev: (before?.rev ?? 0) + 1 } }]);
}

/** A new project of a kind, on a place whose title is `title`, with a lead and one department that helps. */
export function withProject(register: Register, kind: string, title: string): Register {
  const [lead, helper] = [...register.department.keys()];
  const [place] = [...register.place.values()];
  const [template] = [...register.project.values()];
  const project = { ...template, id: 'walked', kind, lead, due_on: null, due_source: null, tags: [], name_en: 'Walked' };
  const link = { source: null, note_zh: null, note_en: null };
  const on = { ...link, from_kind: 'project', from_id: 'walked', relation: 'stands-on', to_kind: 'place', to_id: place?.id };
  const help = { ...link, from_kind: 'department', from_id: helper, relation: 'co-operates', to_kind: 'project', to_id: 'walked' };
  const titled = put(register, 'place', { ...place, land_title: title });
  return put(put(put(titled, 'project', project), 'link', on), 'link', help);
}

/** The walked project. */
export function walked(register: Register): Row<'project'> {
  const rows: ReadonlyMap<string, Row<'project'>> = register.project;
  const row = rows.get('walked');
  if (!row) throw new Error('the walked project is there');
  return row;
}

/** `register` after what a requirement asks for was supplied. */
export function supply(register: Register, { requirement: { id, kind } }: Need): Register {
  if (kind === 'drill') return withDrill(register, id);
  if (kind !== 'evidence') {
    const answer = { project: 'walked', requirement: id, answer: 'yes', words_zh: null, words_en: null, on: ON, department: null };
    return put(register, 'requirement_answer', answer);
  }
  return put(register, 'evidence', {
    id: idOf<'evidence'>(`proof-${id}`.slice(0, 80)),
    subject_kind: 'project',
    subject_id: 'walked',
    requirement: id,
    title_zh: null,
    title_en: 'Proof',
    file_name: 'proof.pdf',
    media_type: 'application/pdf',
    bytes: 1,
    sha256: 'a'.repeat(64),
    on: ON,
    note_zh: null,
    note_en: null,
  });
}

/** `register` with an asset of the walked project, and a drill of it that was held on the day and in time. */
function withDrill(register: Register, requirement: string): Register {
  const asset = idOf<'dual_use_asset'>(`asset-${requirement}`);
  const held = { id: idOf<'drill'>(`proof-${requirement}`), asset, planned_on: null, held_on: ON, minutes: 90 };
  return put(put(register, 'dual_use_asset', { id: asset, project: 'walked', activation_hours: 2, emergency_capacity: null }), 'drill', {
    ...held,
    acceptance_zh: null,
    acceptance_en: null,
  });
}

/** Done on the day, by somebody who may. */
const NONE_BEFORE = { history: async () => [], deeds: async () => [] };
const AT = {
  today: ON,
  seq: 1,
  doer: { id: 'Ada', name: 'Ada' },
  reader: null,
  author: null,
  secret: null,
  before: NONE_BEFORE,
  ran: null,
};

/** What passing a gate on a day changes. */
export function passOn(register: Register, gate: string, on: string = ON): { readonly changes: readonly Change[] } {
  const ask = { id: 'walked', gate, on, note: { zh: null, en: null }, reason: '' };
  return PLANS['pass-gate'](register, ask, AT);
}

/** What keeping the pass of a gate for a reason changes. */
export function keptFor(register: Register, gate: string, reason: string): { readonly changes: readonly Change[] } {
  return PLANS['keep-gate'](register, { id: 'walked', gate, reason }, AT);
}

/** Passes a gate; the changes, or the requirements that a refusal names. */
export function pass(register: Register, gate: string): readonly Change[] | readonly string[] {
  try {
    return passOn(register, gate).changes;
  } catch (error) {
    if (!(error instanceof WestgateError) || error.code !== 'WG_GATE_CLOSED') throw error;
    const { missing } = error.details as { readonly missing: readonly { readonly requirement: string }[] };
    return missing.map(({ requirement }) => requirement);
  }
}

/** Where the walked project stands. */
export function stands(register: Register) {
  return gateStanding(register, walked(register), ON);
}
