import { isDay, isPeriod, type Said } from '@westgate/base';
import { isMonth, LINKED_KINDS, type LinkedKind, PLAIN_KINDS, PLURALS, type Plural, vocabulary } from '@westgate/domain';
import { z } from 'zod';

const textPair = z.object({ zh: z.string().nullable(), en: z.string().nullable() }).meta({ id: 'Bilingual' });
/** The schema of a text in both languages, by a name: types of schemas that hold it stay short enough to be written out. */
export interface BilingualSchema extends TextPair {}
type TextPair = typeof textPair;
/** A text in both languages; null where it is not held in that language. */
export const bilingual: BilingualSchema = textPair;

/** What the schema of a kind or an action is called: `PlotOfLand` of `plot_of_land`, `PassGate` of `pass-gate`. */
export function schemaName(name: string): string {
  return name.replace(/(?:^|[-_])(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** A day of the calendar. Whether it lies in the span of the district is looked at where the district is known. */
export const day = z.string().refine(isDay, 'expected a day such as 2024-03-31').meta({ format: 'date' });
export const period = z
  .string()
  .refine(isPeriod, 'expected a period such as 2024, 2024-Q1, 2024-03-31 or 2021/2024')
  .meta({ format: 'period' });
export const month = z.string().refine(isMonth, 'expected a month such as 2024-12').meta({ format: 'month' }).describe('such as 2024-12');
export const confidence = z.enum(vocabulary.CONFIDENCES);
export const thingKind = z.enum([...new Set([...(['sentence'] as const), ...vocabulary.EVIDENCE_SUBJECTS, ...PLAIN_KINDS])]);

/** How often a record was written: a later write names it by `If-Match`, so that it never goes over another's change. */
export const rev = z.number().int().min(1);

/** Ids of the plans a record belongs to, whatever plan is asked for; none where no sentence reaches it. */
export const plans = z.array(z.string());

const namedRecord = z.object({ kind: thingKind, id: z.string(), name: bilingual }).meta({ id: 'Thing' });
/** The schema of a record that is named, by a name as that of a text is. */
export interface ThingSchema extends NamedRecord {}
type NamedRecord = typeof namedRecord;
/** A record named so that a screen can link to it. */
export const thing: ThingSchema = namedRecord;

/** Where a value was read. `url` is given only where it may be shown as a link. */
export const source = z
  .object({
    id: z.string(),
    title: z.string(),
    kind: z.enum(vocabulary.SOURCE_KINDS),
    url: z.string().nullable(),
    dated: z.string().nullable(),
    rev,
  })
  .meta({ id: 'Source' });

/** Where a value was read, of which that may be empty: null where no source is named, `withheld` where it is not for who asks to see. */
export const sourceSaid = z.union([source, z.literal('withheld')]).nullable();

export const stateName = z.enum(['not-started', 'under-way', 'done', 'late', 'slipped', 'unmeasurable', 'not-known']);
export const timing = z.enum(['early', 'on-time', 'late']);

/** The commitments of one aim, counted by state; `id` null: those of no aim. */
export const aimCounted = z.object({
  id: z.string().nullable(),
  name: bilingual,
  total: z.number().int(),
  states: z.record(stateName, z.number().int()),
});

/** A state computed for a day from dated evidence; never stored. `tail` is the short form for margins and lists. */
export const state = z
  .object({
    name: stateName,
    timing: timing.nullable(),
    since: z.string().nullable(),
    due: z.string().nullable(),
    /** The last day of the newest evidence and value it rests on; null where it rests on none. */
    latest: z.string().nullable(),
    reason: bilingual,
    tail: bilingual,
  })
  .meta({ id: 'State' });

/** A promised day with where it comes from. */
export const due = z.object({ on: z.string(), basis: bilingual, source: sourceSaid }).meta({ id: 'Due' });

/** Who did a deed; null where that person was erased. */
const who = z.string().nullable();

/** When and by whom a shown value was last changed after the district was first loaded; null where it never was. */
export const changed = z
  .object({ at: z.string(), seq: z.number().int(), who, field: z.string(), before: z.unknown() })
  .meta({ id: 'Changed' });

/** A published figure with its three facts: unit, date, source. Value and words are never both null. */
export const figure = z
  .object({
    id: z.string(),
    label: bilingual,
    value: z.number().nullable(),
    words: bilingual,
    unit: z.string().nullable(),
    unitName: bilingual,
    qualifier: z.enum(vocabulary.QUALIFIERS).nullable(),
    period: z.string().nullable(),
    source,
    confidence,
    note: bilingual,
    changed: changed.nullable(),
    rev,
  })
  .meta({ id: 'Figure' });

/** An outcome row as evidence: whether it counts for the subject's state, and why. */
export const evidence = z
  .object({
    id: z.string(),
    subject: thing,
    what: z.enum(vocabulary.OUTCOME_KINDS),
    dates: z.string(),
    value: z.number().nullable(),
    unit: z.string().nullable(),
    unitName: bilingual,
    newDueOn: z.string().nullable(),
    source: sourceSaid,
    confidence,
    note: bilingual,
    counts: z.boolean(),
    why: bilingual,
    changed: changed.nullable(),
    rev,
  })
  .meta({ id: 'Evidence' });

/** `via` says how the link stands. */
export const link = z.object({ thing, via: z.string(), note: bilingual, state: state.nullable() }).meta({ id: 'Link' });
/** One noun's links to the others: of each kind the first, as many as fit in one answer; `counts` says how many there are in all. */
export const links = z.object({ ...ofLinked(z.array(link)), counts: z.object(ofLinked(z.number().int())) }).meta({ id: 'Links' });

/** The same of each kind of record that has links, by its name in an address. */
function ofLinked<S extends z.ZodType>(shape: S) {
  return Object.fromEntries(LINKED_KINDS.map((kind) => [PLURALS[kind], shape])) as { [K in LinkedKind as Plural<K>]: S };
}

/** What a deed or an import did to one record, field by field. */
export const recordChange = z.object({
  table: z.string(),
  key: z.string(),
  kind: z.enum(['created', 'changed', 'deleted']),
  /** The record that it says something of, or is a part of. */
  of: z.object({ kind: z.string(), id: z.string() }).nullable(),
  fields: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
});

/** What one deed is told by: `made: project “North pier”`. */
export const toldBy = z.object({
  noun: z.string().describe('the table of the record that is told'),
  change: recordChange.shape.kind,
  name: bilingual.nullable().describe('what the record is called, or its id; null where nothing names it'),
});

/** One deed that touched a record: who, when, why, and the fields before and after. */
export const deed = z
  .object({
    seq: z.number().int(),
    at: z.string(),
    who,
    verb: z.string(),
    reason: z.string(),
    undoes: z.number().int().nullable(),
    undoneBy: z.number().int().nullable(),
    changes: z.array(recordChange),
    /** All the deed's changes; `changes` may be the part that touched one record. */
    changeCount: z.number().int(),
    /** There where it is asked for; null where the deed changed nothing that whoever asks may know of. */
    told: toldBy.nullable().optional(),
  })
  .meta({ id: 'Deed' });
export const history = z.object({ items: z.array(deed), next: z.string().nullable() }).meta({ id: 'History' });

/** RFC 9457 problem. `code` is stable and listed in docs/errors.md. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    requestId: z.string(),
    details: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Problem' });

/** `asOf`: the day states are computed for; today in the district's time zone when absent. */
export const asOfQuery = z.strictObject({
  asOf: day.optional().describe('the day states are computed for; today in the district when absent'),
});

/** `plan`: what is answered is of this plan alone; of all plans when absent. */
export const scopeQuery = asOfQuery.extend({
  plan: z
    .string()
    .min(1)
    .max(80)
    .optional()
    .describe('only what belongs to this plan: its sentences, what they promise, and what these reach; all plans when absent'),
});

/** What a column means, as the document of the API says it: in both languages. */
export const meant = ({ zh, en }: Said): string => `${en} · ${zh}`;

const part = (most: number, about: string) => z.string().max(most).optional().describe(about);

/** What a list is asked by its columns, as an address holds it; which columns a list has is looked at where it is answered. */
export const listAddress = {
  columns: part(2000, 'the columns, in their order, separated by commas; those that the list shows where nothing is said'),
  sort: part(400, 'columns the list is put in order by, the first decides; with - before it descending; what is not known comes last'),
  filter: part(
    4000,
    'conditions `column:operator:value` separated by `;`, all of which must be fulfilled: is, not, in (values separated by commas), has, from, to, before, after, known, unknown; `~` is what is not known',
  ),
  group: part(100, 'rows are counted by the values of this column'),
  pivot: part(100, 'with `group`: how many rows there are where two values meet'),
  sums: part(1000, 'columns that are added up, separated by commas'),
};

/** What every list takes. `after` is the cursor of the page before. `sort` is a field, `-field` for descending; names sort in `lang`. */
export const listQuery = scopeQuery.extend({
  q: z.string().max(200).optional().describe('words separated by blanks; all must stand in the record'),
  lang: z.enum(['zh', 'en']).optional().describe('the language that names are sorted in'),
  limit: z.coerce.number().int().min(1).max(500).default(100).describe('records on a page'),
  after: z.string().max(4000).optional().describe('`next` of the page before'),
  filter: listAddress.filter,
});

/** What lists of records take that stand under values of the plan axes. */
export const tagged = {
  tag: z
    .string()
    .max(400)
    .regex(/^[^:,]+:[^:,]+(,[^:,]+:[^:,]+)*$/, 'expected axis:value, several separated by commas')
    .optional()
    .describe(
      'only what stands under these values of the axes of the district, such as tier:pillar; with the value none: under no value of the axis',
    ),
};

/** Where a record belongs among the plans, and among the values of their axes. */
export const belongs = {
  /** Ids of the plans whose sentences reach it, whatever plan is asked for; none where no sentence does. */
  plans: z.array(z.string()),
  /** The values of the axes it stands under, as `axis:value`: its own tags, else those it has from its sentence or the commitments that reach it. */
  under: z.array(z.string()),
};

/** An order that a list may be asked in. */
export const sortable = <const V extends readonly [string, ...string[]]>(fields: V) =>
  z
    .enum([...fields, ...fields.map((field) => `-${field}`)])
    .optional()
    .describe('the order; with - it runs backwards');

/** A page of a list. `seq` is the last deed it rests on, in one that still stands an earlier one; `next` is null on the last page. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ asOf: z.string(), seq: z.number().int(), total: z.number().int(), next: z.string().nullable(), items: z.array(item) });
}

/** Bytes in base64, at most so many characters. Whether it is base64 is seen when it is decoded: a pattern over so long a text takes long. */
export const base64 = (most: number) => z.string().max(most).meta({ format: 'base64', contentEncoding: 'base64' });
