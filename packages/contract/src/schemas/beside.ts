import { type FormKind, fieldsOf, type Row, vocabulary } from '@westgate/domain';
import { z } from 'zod';
import { dealStep, deliveryLine } from './chain.ts';
import { belongs, bilingual, confidence, due, figure, source, sourceSaid, state, stateName, thing } from './common.ts';
import { assetDrill, assetPart, everydayLevel, modeSwitch } from './dual-use.ts';
import { reporting } from './loop.ts';

/** The kinds of records that are told by what their tables say; a source is told wherever a value was read. */
export type ToldKind = Exclude<FormKind, 'source'>;

/** Part of a sentence, in UTF-16 code units from its start, end exclusive; null where the words do not stand in that language. */
const span = z.object({ start: z.number().int(), end: z.number().int() }).nullable();
const spans = { zh: span, en: span };

/** How many records of each noun it is linked to. The lists of ids beside it name the first 200 of each. */
export const linkCounts = z
  .object({
    sentences: z.number().int(),
    commitments: z.number().int(),
    places: z.number().int(),
    projects: z.number().int(),
    indicators: z.number().int(),
  })
  .meta({ id: 'LinkCounts' });

export const stage = z.enum(['candidate', 'under-way', 'done', 'not-known']);

export const indicatorValue = z
  .object({
    kind: z.enum(vocabulary.INDICATOR_VALUE_KINDS),
    period: z.string(),
    value: z.number(),
    qualifier: z.enum(vocabulary.QUALIFIERS).nullable(),
    /** Whether its publisher calls it final; null where that is not said. */
    status: z.enum(vocabulary.VALUE_STATUSES).nullable(),
    /** It is counted otherwise than those before it. */
    breaksSeries: z.boolean(),
    /** It was worked out by the formula of the indicator, and not entered. */
    isCalculated: z.boolean(),
    source,
    confidence,
    note: bilingual,
    changed: figure.shape.changed,
    rev: z.number().int().min(0),
  })
  .meta({ id: 'IndicatorValue' });

/** The latest record of a building's floor areas, in m², with what follows from let + vacant + under works = total; null is not known. */
export const floorAreas = z
  .object({
    on: z.string(),
    total: z.number().nullable(),
    let: z.number().nullable(),
    vacant: z.number().nullable(),
    works: z.number().nullable(),
    largestVacant: z.number().nullable(),
    largestWorks: z.number().nullable(),
    occupancy: z.number().nullable(),
    source: sourceSaid,
    confidence,
    note: bilingual,
    rev: z.number().int(),
  })
  .meta({ id: 'FloorAreas' });

/** What the firms of an industry rent in a building on a day, and how many they are. */
const tenants = z.object({
  on: z.string(),
  industry: z.string(),
  areaM2: z.number().nullable(),
  firms: z.number().int().nullable(),
  source: sourceSaid,
  confidence,
  rev: z.number().int(),
});

/** A matter under supervision that carries out a decision, as it stands. */
const assignedMatter = z.object({
  id: z.string(),
  light: z.enum(vocabulary.SUPERVISION_LIGHTS),
  dueOn: z.string(),
  lateBy: z.number().int(),
});

const ids = z.array(z.string());
const figures = z.array(figure);

/** What records of several kinds tell beside their columns, each said and worked out once. */
export const SHARED = {
  /** The value of the axis `aim` that it is drawn in. */
  aim: z.string().nullable(),
  tags: ids,
  ...belongs,
  state,
  /** What counts as done for its verb class. */
  rule: bilingual,
  due: due.nullable(),
  sentenceIds: ids,
  commitmentIds: ids,
  placeIds: ids,
  projectIds: ids,
  indicatorIds: ids,
  linked: linkCounts,
  reporting,
  /** The record's own cadence; null: as the rule of its kind says. */
  ownCadence: z.enum(vocabulary.CADENCES).nullable(),
  figures,
};
export type SharedPart = keyof typeof SHARED;

const { aim, tags, sentenceIds, commitmentIds, placeIds, projectIds, indicatorIds, linked } = SHARED;
const sorted = { aim, tags, ...belongs };
const promised = { due: SHARED.due, rule: SHARED.rule, state, reporting, ownCadence: SHARED.ownCadence };
/** Columns of what is promised and reported on that `promised` tells. */
const PROMISED = ['due_on', 'due_basis', 'due_source', 'cadence', 'asked_from'] as const;

/** What each kind tells beside its columns, which of its entries it does not tell as they stand, and what its list is asked beside them. */
const OWN = {
  sentence: {
    untold: ['checked_zh', 'checked_en'],
    beside: {
      document: z.string(),
      /** `2.4`: paragraph and position. */
      number: z.string(),
      /** How often its words were set, from 1. */
      revision: z.number().int().min(1),
      /** True where a person checked the wording in that language. */
      checked: z.object({ zh: z.boolean(), en: z.boolean() }),
      ...sorted,
      mentions: z.array(z.object({ kind: z.string(), id: z.string(), name: bilingual, aim: z.string().nullable(), ...spans })),
      clauses: z.array(z.object({ commitment: z.string(), ...spans })),
      commitmentIds,
      placeIds,
      projectIds,
      indicatorIds,
      linked,
    },
    asked: {},
  },
  commitment: {
    untold: ['list_closed', ...PROMISED],
    beside: {
      sentence: z.string(),
      /** `2.4`: the number of its sentence. */
      number: z.string(),
      document: z.string(),
      ...sorted,
      placeIds,
      projectIds,
      indicatorIds,
      linked,
      ...promised,
    },
    asked: {},
  },
  place: {
    untold: ['source', 'source_ref', 'geometry'],
    beside: {
      /** The source the position was taken from, where it was taken from one. */
      positionSource: sourceSaid,
      /** What must be shown with a position of that source: whom it asks to be named, and its licence. */
      attribution: bilingual,
      ...sorted,
      stage,
      /** `[lng, lat]` WGS 84 of the symbol; null where the position is not known. */
      centre: z.tuple([z.number(), z.number()]).nullable(),
      /** West, south, east, north of the place and its outlines. */
      bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
      /** True when an outline of it was drawn by hand. */
      illustrative: z.boolean(),
      lead: thing.nullable(),
      /** Its published area, if any. */
      area: figure.nullable(),
      sentenceIds,
      /** The numbers of those sentences, in the order of the text, each once. */
      sentenceNumbers: ids,
      commitmentIds,
      projectIds,
      linked,
    },
    asked: {},
  },
  project: {
    untold: PROMISED,
    beside: { ...sorted, sentenceIds, commitmentIds, placeIds, indicatorIds, linked, ...promised },
    asked: {},
  },
  indicator: {
    untold: [],
    beside: {
      unitName: bilingual,
      ...sorted,
      /** The latest actual known on `asOf`, and the next target on or after it (else the last one). */
      actual: indicatorValue.nullable(),
      target: indicatorValue.nullable(),
      /** How it stands on `asOf`, and why. */
      status: z.object({ name: z.enum(vocabulary.INDICATOR_STANDINGS), why: bilingual }),
      sentenceIds,
      commitmentIds,
      projectIds,
      linked,
    },
    asked: {},
  },
  event: {
    untold: [],
    beside: { state, aim, ...belongs, sentenceIds, commitmentIds, linked, figures },
    asked: { state: stateName.optional(), aim: z.string().optional().describe('a value of the axis aim') },
  },
  building: {
    untold: [],
    /** Its floor areas by the latest record, and those of every record up to the day, the earliest first. */
    beside: { ...belongs, figures, areas: floorAreas.nullable(), records: z.array(floorAreas), tenants: z.array(tenants) },
    asked: {},
  },
  decision: {
    untold: [],
    /** The matter under supervision that carries it out, as it stands; null while none does. */
    beside: { ...belongs, standing: z.enum(vocabulary.DECISION_STANDINGS).nullable(), matter: assignedMatter.nullable() },
    asked: {},
  },
  feedback: {
    // Who wrote is told by itself, and what opens the page of the sender never.
    untold: ['contact', 'secret_hash'],
    beside: {},
    asked: {},
  },
  output: {
    untold: [],
    /** Its unit by name, and how much was delivered up to which days, the earliest first. */
    beside: { unitName: bilingual, deliveries: z.array(deliveryLine) },
    asked: {},
  },
  deal: {
    untold: [],
    /** What became of it, the earliest first; whether the day of its follow-up has passed with nothing recorded since. */
    beside: { unitName: bilingual.nullable(), steps: z.array(dealStep), isFollowUpDue: z.boolean() },
    asked: {},
  },
  dual_use_asset: {
    untold: [],
    /** Its switches and its drills, the earliest first; its parts and the everyday levels at its place, the lowest first. */
    beside: {
      ...belongs,
      switches: z.array(modeSwitch),
      drills: z.array(assetDrill),
      parts: z.array(assetPart),
      levels: z.array(everydayLevel),
    },
    asked: {},
  },
  department: {
    untold: [],
    /** What it leads: commitments it owns and projects it leads, the first 100 of them. */
    beside: { owns: z.array(thing), ownsCount: z.number().int() },
    asked: {},
  },
  document: {
    untold: [],
    beside: {
      sentenceCount: z.number().int(),
      /** Commitments of other plans' sentences that carry this plan out, the first 100 of them. */
      implementedBy: z.array(thing),
      implementedByCount: z.number().int(),
    },
    asked: {},
  },
} as const;

const standing = { ...belongs, figures };

type Own = typeof OWN;
type Standing<K extends ToldKind> = Row<K> extends { readonly tags: unknown } ? typeof standing : Record<never, never>;
/** What a kind tells beside its columns. */
export type Beside<K extends ToldKind> = K extends keyof Own ? Own[K]['beside'] : Standing<K>;

/** The entries of a kind that are not told as they stand. */
export type Untold<K extends ToldKind> = K extends keyof Own ? Own[K]['untold'][number] : never;

/** What a kind tells beside its columns: one that says nothing of it, and stands under values of the axes, where it belongs and its figures. */
export function besideOf(kind: ToldKind): Tells {
  const own: Readonly<Partial<Record<ToldKind, Tells>>> = OWN;
  return own[kind] ?? { untold: [], beside: 'tags' in fieldsOf(kind) ? standing : {}, asked: {} };
}

interface Tells {
  readonly untold: readonly string[];
  readonly beside: Readonly<Record<string, z.ZodType>>;
  /** Of a plain kind: values of computed columns that its list is narrowed by in its address. */
  readonly asked: Readonly<Record<string, z.ZodType>>;
}
