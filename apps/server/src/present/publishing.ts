import type { PublicityPage, PublicityRow, Publishing } from '@westgate/contract';
import { commonSchema, publishingSchema } from '@westgate/contract';
import {
  type AnyRow,
  isOfTheOffice,
  keptOf,
  keyOf,
  type Publicity,
  publicityOf,
  type Register,
  TABLE_NAMES,
  type TableName,
  vocabulary,
} from '@westgate/domain';
import { pair } from './text.ts';
import { findThing, thingOf } from './thing.ts';

type Standing = PublicityRow['standing'];
type PublishedKind = PublicityRow['kind'];

/** A record of a published kind with how it stands. */
interface Stood {
  readonly kind: PublishedKind;
  readonly row: AnyRow;
  readonly publicity: Publicity;
}

/** What is asked of the records. */
interface PublicityAsk {
  readonly kind?: PublishedKind | undefined;
  readonly standing?: Standing | 'withheld' | undefined;
  readonly department?: string | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
}

/** Rows gone through between two turns of others. */
const ROWS_A_STEP = 200;

/** How every record of a published kind of `whole` stands, in the order of the kinds and of the folder; `shown`: what the public is told of it. */
export function* publicityIn(whole: Register, shown: Register): Generator<undefined, readonly Stood[]> {
  const stood: Stood[] = [];
  for (const kind of publishingSchema.PUBLISHED_KINDS) {
    const rows: ReadonlyMap<string, AnyRow> = whole[kind];
    for (const row of rows.values()) {
      stood.push({ kind, row, publicity: publicityOf(whole, shown, kind, row) });
      if (stood.length % ROWS_A_STEP === 0) yield undefined;
    }
  }
  return stood;
}

/** How many records of each kind stand how, and how many rows are the office's own work. */
export function publishingCounts(whole: Register, stood: readonly Stood[]): Pick<Publishing, 'kinds' | 'office'> {
  const kinds = publishingSchema.PUBLISHED_KINDS.map((kind) => ({
    kind,
    standings: { public: 0, partly: 0, district: 0, department: 0, confidential: 0, under: 0 },
  }));
  const counts = new Map(kinds.map(({ kind, standings: of }) => [kind, of]));
  for (const { kind, publicity } of stood) {
    const of = counts.get(kind);
    if (of) of[standingOf(publicity)] += 1;
  }
  const office = TABLE_NAMES.filter(isOfTheOffice).reduce((sum, table) => sum + whole[table].size, 0);
  return { kinds, office };
}

/** A page of those records that are asked for. */
export function publicityPage(whole: Register, stood: readonly Stood[], ask: PublicityAsk): PublicityPage {
  const fitting = stood.filter(
    ({ kind, row, publicity }) =>
      (ask.kind === undefined || kind === ask.kind) &&
      (ask.standing === undefined || (ask.standing === 'withheld' ? publicity.is !== 'public' : standingOf(publicity) === ask.standing)) &&
      (ask.department === undefined || departmentOf(whole, kind, row) === ask.department),
  );
  const from = Number(ask.after ?? 0);
  const until = from + ask.limit;
  return {
    items: fitting.slice(from, until).map((each) => rowOf(whole, each)),
    total: fitting.length,
    next: until < fitting.length ? String(until) : null,
  };
}

function standingOf(publicity: Publicity): Standing {
  if (publicity.is === 'own') return publicity.visibility;
  if (publicity.is === 'under') return 'under';
  return publicity.without.length === 0 ? 'public' : 'partly';
}

function rowOf(register: Register, { kind, row, publicity }: Stood): PublicityRow {
  const under = publicity.is === 'under' ? publicity.of : null;
  return {
    kind,
    id: keyOf(kind, row),
    name: nameOf(register, kind, row),
    rev: Number(row.rev),
    standing: standingOf(publicity),
    visibility: vocabulary.VISIBILITIES.find((each) => each === row.visibility) ?? null,
    department: departmentOf(register, kind, row),
    under: under && { kind: under.table, id: under.id, name: nameAt(register, under.table, under.id) },
    of: subjectOf(register, kind, row),
    without: publicity.is === 'public' ? [...publicity.without] : [],
  };
}

function departmentOf(register: Register, table: TableName, row: AnyRow): string | null {
  return keptOf(register, table, row)[0]?.department ?? null;
}

/** The record that a row says something of. */
function subjectOf(register: Register, kind: PublishedKind, row: AnyRow): PublicityRow['of'] {
  if (kind === 'indicator_value') return thingOf(register, 'indicator', String(row.indicator));
  if (kind === 'figure' || kind === 'outcome') return thingBy(register, row.subject_kind, row.subject_id);
  return kind === 'link' ? thingBy(register, row.from_kind, row.from_id) : null;
}

function nameOf(register: Register, table: TableName, row: AnyRow): PublicityRow['name'] {
  const both = (text: unknown): PublicityRow['name'] => pair(String(text), String(text));
  switch (table) {
    case 'source':
      return both(row.title);
    case 'outcome':
      return both(row.dates);
    case 'indicator_value':
      return both(row.period);
    case 'figure':
      return labelOf(register, keyOf(table, row));
    case 'link':
      return thingBy(register, row.to_kind, row.to_id)?.name ?? both(row.to_id);
    default:
      return thingBy(register, table, row.id)?.name ?? both(row.id);
  }
}

function labelOf({ figure }: Register, id: string): PublicityRow['name'] {
  const row = figure.get(id);
  return pair(row?.label_zh, row?.label_en);
}

function nameAt(register: Register, table: TableName, id: string): PublicityRow['name'] {
  const rows: ReadonlyMap<string, AnyRow> = register[table];
  const row = rows.get(id);
  return row ? nameOf(register, table, row) : pair(id, id);
}

function thingBy(register: Register, kind: unknown, id: unknown): PublicityRow['of'] {
  const known = commonSchema.thingKind.safeParse(kind).data;
  return known ? findThing(register, known, String(id)) : null;
}
