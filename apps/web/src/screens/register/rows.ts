import type {
  Changed,
  Commitment,
  Department,
  EventRecord,
  Indicator,
  IndicatorValue,
  Park,
  Place,
  PlanDocument,
  Project,
  Reporting,
  Sentence,
  Source,
  Stage,
  State,
  Thing,
} from '@westgate/contract';
import { FORM_KINDS } from '@westgate/domain';
import type { BulkRow } from '../../lists/bulk/bulk-model.ts';
import type { WordId } from '../../messages/words.ts';

/** The lists of the register. */
export const NOUNS = FORM_KINDS;
export type RegisterNoun = (typeof NOUNS)[number];

/** What a field of a row shows; null = not known. */
export type Cell =
  | { readonly kind: 'thing'; readonly thing: Thing }
  | { readonly kind: 'source'; readonly id: string; readonly title: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'word'; readonly word: WordId }
  | { readonly kind: 'state'; readonly state: State['name']; readonly latest: State['latest'] }
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'aim'; readonly aim: string | null }
  | { readonly kind: 'plans'; readonly plans: readonly string[] }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'aged'; readonly day: string; readonly of: 'value' | 'target' }
  | { readonly kind: 'reporting'; readonly reporting: Reporting }
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly qualifier: IndicatorValue['qualifier'];
      readonly unit: Thing['name'] | null;
      readonly changed: Changed | null;
    };

/** A column: its head, and how a row's field is found. */
export interface Column<Item> {
  readonly id: string;
  readonly head: WordId;
  readonly isNumber?: boolean;
  readonly cell: (item: Item) => Cell | null;
}

/** A row of any list, with what the filters look at. */
export interface RegisterRow {
  readonly id: string;
  readonly name: Thing['name'];
  readonly aim: string | null;
  readonly state: string | null;
  readonly kind: string | null;
  /** The values of the axes it stands under, as `axis:value`; null in lists whose records stand under none. */
  readonly under: readonly string[] | null;
  readonly cells: readonly (Cell | null)[];
  /** What the record holds of the columns that are changed together, and the revision it was read at; null in lists where none are. */
  readonly held: BulkRow['held'];
}

const text = (value: string): Cell => ({ kind: 'text', text: value });
const thing = (value: Thing | null): Cell | null => (value ? { kind: 'thing', thing: value } : null);
const number = (value: number): Cell => ({ kind: 'number', value, qualifier: null, unit: null, changed: null });
const measured = (value: IndicatorValue | null, unit: Thing['name']): Cell | null =>
  value ? { kind: 'number', value: value.value, qualifier: value.qualifier, unit, changed: value.changed } : null;
const periodOf = (value: IndicatorValue | null, of: 'value' | 'target'): Cell | null =>
  value ? { kind: 'aged', day: value.period, of } : null;
const due = (value: { readonly on: string } | null): Cell | null => (value ? { kind: 'day', day: value.on } : null);

/** The plans a record belongs to; shown where the district has several. */
const PLAN = 'plan';
const plan = <Item extends { readonly plans: readonly string[] }>(): Column<Item> => ({
  id: PLAN,
  head: 'register.plan',
  cell: ({ plans }) => ({ kind: 'plans', plans }),
});

const SENTENCE: readonly Column<Sentence>[] = [
  { id: 'number', head: 'register.number', cell: (item) => text(item.number) },
  { id: 'name', head: 'noun.sentence', cell: (item) => thing({ kind: 'sentence', id: item.id, name: item.text }) },
  { id: 'kind', head: 'record.kind', cell: (item) => ({ kind: 'word', word: `sentence.kind.${item.kind}` }) },
  { id: 'aim', head: 'register.aim', cell: (item) => ({ kind: 'aim', aim: item.aim }) },
  plan(),
  { id: 'commitments', head: 'nouns.commitment', isNumber: true, cell: (item) => number(item.linked.commitments) },
  { id: 'places', head: 'nouns.place', isNumber: true, cell: (item) => number(item.linked.places) },
];
const COMMITMENT: readonly Column<Commitment>[] = [
  { id: 'number', head: 'register.number', cell: (item) => text(item.number) },
  { id: 'name', head: 'noun.commitment', cell: (item) => thing({ kind: 'commitment', id: item.id, name: item.title }) },
  { id: 'state', head: 'verdict.name', cell: (item) => ({ kind: 'state', state: item.state.name, latest: item.state.latest }) },
  { id: 'due', head: 'due.name', cell: (item) => due(item.due) },
  { id: 'owner', head: 'commitment.owner', cell: (item) => thing(item.owner) },
  { id: 'reporting', head: 'reporting.title', cell: ({ reporting }) => ({ kind: 'reporting', reporting }) },
  { id: 'aim', head: 'register.aim', cell: (item) => ({ kind: 'aim', aim: item.aim }) },
  plan(),
];
const PLACE: readonly Column<Place>[] = [
  { id: 'name', head: 'noun.place', cell: (item) => thing({ kind: 'place', id: item.id, name: item.name }) },
  { id: 'kind', head: 'record.kind', cell: (item) => ({ kind: 'word', word: `place.${item.kind}` }) },
  { id: 'stage', head: 'record.stage', cell: (item) => ({ kind: 'stage', stage: item.stage }) },
  { id: 'position', head: 'record.position', cell: (item) => ({ kind: 'word', word: `position.${item.position}` }) },
  { id: 'lead', head: 'record.lead', cell: (item) => thing(item.lead) },
  { id: 'aim', head: 'register.aim', cell: (item) => ({ kind: 'aim', aim: item.aim }) },
  plan(),
];
const PROJECT: readonly Column<Project>[] = [
  { id: 'name', head: 'noun.project', cell: (item) => thing({ kind: 'project', id: item.id, name: item.name }) },
  { id: 'kind', head: 'record.kind', cell: (item) => ({ kind: 'word', word: `project.${item.kind}` }) },
  { id: 'state', head: 'verdict.name', cell: (item) => ({ kind: 'state', state: item.state.name, latest: item.state.latest }) },
  { id: 'due', head: 'due.name', cell: (item) => due(item.due) },
  { id: 'lead', head: 'record.lead', cell: (item) => thing(item.lead) },
  { id: 'reporting', head: 'reporting.title', cell: ({ reporting }) => ({ kind: 'reporting', reporting }) },
  { id: 'aim', head: 'register.aim', cell: (item) => ({ kind: 'aim', aim: item.aim }) },
  plan(),
];
const INDICATOR: readonly Column<Indicator>[] = [
  { id: 'name', head: 'noun.indicator', cell: (item) => thing({ kind: 'indicator', id: item.id, name: item.name }) },
  { id: 'target', head: 'value.target', isNumber: true, cell: (item) => measured(item.target, item.unitName) },
  { id: 'target-period', head: 'register.targetPeriod', cell: (item) => periodOf(item.target, 'target') },
  { id: 'actual', head: 'value.actual', isNumber: true, cell: (item) => measured(item.actual, item.unitName) },
  { id: 'period', head: 'register.actualPeriod', cell: (item) => periodOf(item.actual, 'value') },
  { id: 'aim', head: 'register.aim', cell: (item) => ({ kind: 'aim', aim: item.aim }) },
  plan(),
];
const EVENT: readonly Column<EventRecord>[] = [
  { id: 'name', head: 'noun.event', cell: (item) => thing({ kind: 'event', id: item.id, name: item.name }) },
  { id: 'dates', head: 'event.dates', cell: (item) => ({ kind: 'day', day: item.dates }) },
  { id: 'state', head: 'verdict.name', cell: (item) => ({ kind: 'state', state: item.state.name, latest: item.state.latest }) },
  { id: 'venue', head: 'event.venue', cell: (item) => thing(item.place) },
  { id: 'aim', head: 'register.aim', cell: (item) => ({ kind: 'aim', aim: item.aim }) },
  plan(),
];

const PARK: readonly Column<Park>[] = [
  { id: 'name', head: 'noun.park', cell: (item) => thing({ kind: 'park', id: item.id, name: item.name }) },
  { id: 'place', head: 'noun.place', cell: (item) => thing(item.place) },
  { id: 'project', head: 'noun.project', cell: (item) => thing(item.project) },
  plan(),
];
const DEPARTMENT: readonly Column<Department>[] = [
  { id: 'name', head: 'noun.department', cell: (item) => thing({ kind: 'department', id: item.id, name: item.name }) },
  { id: 'owns', head: 'department.owns', isNumber: true, cell: (item) => number(item.ownsCount) },
  { id: 'confidence', head: 'confidence', cell: (item) => ({ kind: 'word', word: `confidence.${item.confidence}` }) },
];
const DOCUMENT: readonly Column<PlanDocument>[] = [
  { id: 'name', head: 'noun.document', cell: (item) => thing({ kind: 'document', id: item.id, name: item.title }) },
  { id: 'kind', head: 'record.kind', cell: (item) => ({ kind: 'word', word: `document.kind.${item.kind}` }) },
  { id: 'sentences', head: 'nouns.sentence', isNumber: true, cell: (item) => number(item.sentenceCount) },
  { id: 'published', head: 'plan.published', cell: (item) => (item.publishedOn ? { kind: 'day', day: item.publishedOn } : null) },
];
const SOURCE: readonly Column<Source>[] = [
  { id: 'name', head: 'noun.source', cell: (item) => ({ kind: 'source', id: item.id, title: item.title }) },
  { id: 'kind', head: 'record.kind', cell: (item) => ({ kind: 'word', word: `source.${item.kind}` }) },
  { id: 'dated', head: 'field.dated', cell: (item) => (item.dated ? { kind: 'day', day: item.dated } : null) },
];

/** The columns of each list. */
export const COLUMNS = {
  sentence: SENTENCE,
  commitment: COMMITMENT,
  place: PLACE,
  project: PROJECT,
  indicator: INDICATOR,
  event: EVENT,
  park: PARK,
  department: DEPARTMENT,
  document: DOCUMENT,
  source: SOURCE,
} as const;

/** The columns of a list; that of the plan where the district has several. */
export function columnsFor<Each extends { readonly id: string }>(columns: readonly Each[], hasSeveralPlans: boolean): readonly Each[] {
  return hasSeveralPlans ? columns : columns.filter(({ id }) => id !== PLAN);
}

/** What a row takes of any record as it is. */
export interface Listed {
  readonly id: string;
  readonly aim?: string | null;
  readonly under?: readonly string[];
}

/** The name that a record is found by, its state and kind, and what it holds of the columns that are changed together. */
export interface About {
  readonly name: Thing['name'];
  readonly state?: string;
  readonly kind?: string;
  readonly held?: RegisterRow['held'];
}

/** The rows of a list. */
export function rowsOf<Item extends Listed>(
  items: readonly Item[],
  columns: readonly Column<Item>[],
  about: (item: Item) => About,
): readonly RegisterRow[] {
  return items.map((item) => {
    const { name, state, kind, held } = about(item);
    return {
      id: item.id,
      name,
      aim: item.aim ?? null,
      state: state ?? null,
      kind: kind ?? null,
      under: item.under ?? null,
      cells: columns.map((column) => column.cell(item)),
      held: held ?? null,
    };
  });
}
