import { idOf } from '@westgate/base';
import { type CutBefore, cutRegister, KEPT_WHOLE, type TableCut } from '../register/cut-register.ts';
import { isThing, type PlainKind } from '../register/described.ts';
import { isLeading, LEADING_KINDS, ledTo } from '../register/leads.ts';
import { registerMemo } from '../register/memo.ts';
import { pointersOf } from '../register/pointers.ts';
import { noteRead, Worked } from '../register/reads.ts';
import type { Register } from '../register/register.ts';
import { type AnyRow, type Row, TABLE_NAMES, type TableName } from '../register/tables.ts';
import { TRACE_BASIS } from './reaches.ts';
import { traceOf } from './trace.ts';

/**
 * The plans a record belongs to, by their ids, in the order of the district: a sentence and what is promised in it to the plan it stands in, any
 * other record to the plans whose sentences reach it. None where no sentence does.
 */
export function plansOf(register: Register, kind: string, id: string): readonly string[] {
  const sentences: readonly (string | undefined)[] = sentencesAbout(register, kind, id);
  const own = new Set(sentences.flatMap((sentence) => documentOf(register, sentence) ?? []));
  return own.size < 2 ? [...own] : [...register.document.keys()].filter((document) => own.has(document));
}

/** What was cut from a register, by the plan. */
const cutBefore = registerMemo(() => new Worked<string, Register>());

/** What of the district goes into a paper: that of one plan, or all where none is named. Cut once, however many papers are made. */
export function registerFrom(register: Register, plan: string | undefined): Register {
  if (plan === undefined) return register;
  const cut = (): Register => registerOfPlan(register, plan);
  return register.document.has(idOf<'document'>(plan)) ? cutBefore(register).of(plan, cut) : cut();
}

/** True for a document that counts as a plan of the district: its own plan, or one of others of which a text is held. */
export function isPlan({ kind }: Pick<Row<'document'>, 'kind'>, hasText: boolean): boolean {
  return kind === 'plan' || hasText;
}

/** The plans that `own`, the district or what of it belongs to `plan`, is of. */
export function plansIn(own: Register, plan: string | undefined): readonly Row<'document'>[] {
  const written = new Set(
    [...own.sentence.values()].flatMap(({ document, kind, in_text }) => (in_text && kind !== 'source' ? [document] : [])),
  );
  return [...own.document.values()].filter((row) => (plan === undefined ? isPlan(row, written.has(row.id)) : row.id === plan));
}

/** Tables that are cut; of all others a row is gone only where it hangs on one of these. */
const CUT: ReadonlySet<TableName> = new Set<TableName>(['document', 'sentence', 'place', 'project', 'indicator', ...LEADING_KINDS]);

/**
 * The district as far as one plan goes: the sentences and commitments of the plan, what they reach, and what is recorded of these. Departments,
 * sources and rules are the district's and stay. Counts are made from it; states are not, since one may rest on what lies outside the plan.
 */
export function registerOfPlan(register: Register, plan: string, before: CutBefore | null = null): Register {
  return cutRegister(register, (table) => cutFor(register, table, plan), {
    before,
    isSteady: (table) => !CUT.has(table),
    note: noteOfPlan,
  });
}

/** What a table of a plan rests on: itself, what its rows lead to, and what leads from the sentences of the plan to these. */
const RESTS_ON: ReadonlyMap<TableName, readonly TableName[]> = new Map(
  TABLE_NAMES.map((table) => {
    const all = [table];
    for (const each of all) for (const { tables } of pointersOf(each)) for (const led of tables) if (!all.includes(led)) all.push(led);
    const isCut = all.some((each) => CUT.has(each));
    return [table, isCut ? [...new Set([...all, ...(Object.keys(TRACE_BASIS) as TableName[])])] : all];
  }),
);

function noteOfPlan(table: TableName): void {
  for (const each of RESTS_ON.get(table) ?? []) noteRead(each);
}

function cutFor(register: Register, table: TableName, plan: string): TableCut {
  if (!CUT.has(table)) return KEPT_WHOLE;
  if (table === 'sentence') return { keeps: ({ document }) => document === plan, emptied: [] };
  const { sentencesReaching } = traceOf(register);
  if (isLeading(table) && !isThing(table))
    return { keeps: ({ id }) => isLedInto(register, { kind: table, id: String(id) }, plan), emptied: [] };
  const keeps = ({ id }: AnyRow): boolean =>
    (table === 'document' && id === plan) || sentencesReaching(table, String(id)).some((each) => documentOf(register, each.id) === plan);
  return { keeps, emptied: [] };
}

/** What no sentence reaches goes with the plans of what it names; where it names nothing of a plan it is the district's. */
function isLedInto(register: Register, { kind, id }: { readonly kind: PlainKind; readonly id: string }, plan: string): boolean {
  const ends = endsOf(register, kind, id);
  return (
    ends.length === 0 || ends.some((led) => sentencesAbout(register, led.kind, led.id).some((each) => documentOf(register, each) === plan))
  );
}

/** What of a plan a record names, or what it names does: a decision of a meeting on an issue names what the issue does. */
function endsOf(register: Register, kind: PlainKind, id: string): readonly { readonly kind: TableName; readonly id: string }[] {
  return ledTo(register, kind, id).flatMap((led) => {
    if (isLeading(led.kind) && !isThing(led.kind)) return endsOf(register, led.kind, led.id);
    return led.kind === 'commitment' || CUT.has(led.kind) ? [led] : [];
  });
}

function sentencesAbout(register: Register, kind: string, id: string): readonly (string | undefined)[] {
  if (kind === 'sentence') return [id];
  const commitments: ReadonlyMap<string, { readonly sentence: string }> = register.commitment;
  if (kind === 'commitment') return [commitments.get(id)?.sentence];
  return traceOf(register)
    .sentencesReaching(kind, id)
    .map((reached) => reached.id);
}

function documentOf(register: Register, sentence: string | undefined): string | null {
  const sentences: ReadonlyMap<string, { readonly document: string }> = register.sentence;
  return sentence === undefined ? null : (sentences.get(sentence)?.document ?? null);
}
