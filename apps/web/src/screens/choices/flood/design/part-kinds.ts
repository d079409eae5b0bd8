import {
  DESIGN_RANGES,
  type DesignCrest,
  type DesignGauge,
  type DesignInflow,
  type DesignOutflow,
  type DesignRange,
  type DesignRule,
  type DesignSection,
  type DesignStorage,
  type DesignStructure,
  type FloodDesign,
} from '@westgate/domain';
import type { WordId } from '../../../../messages/words.ts';

/** What a design is made of, in the order of the list. */
export const PART_KINDS = ['inflow', 'outflow', 'gauge', 'section', 'storage', 'gate', 'weir', 'pump', 'culvert', 'crest', 'rule'] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** The lists of a design. */
export type PartList = Exclude<keyof FloodDesign, 'format'>;

/** Anything that stands in a list of a design. */
export type DesignPart =
  | DesignInflow
  | DesignOutflow
  | DesignGauge
  | DesignSection
  | DesignStorage
  | DesignStructure
  | DesignCrest
  | DesignRule;

/** A number that a part has. */
export interface NumberField {
  readonly name: string;
  readonly label: WordId;
  readonly hint?: WordId;
  readonly range: DesignRange;
  /** What stands there in a new part. */
  readonly standard?: string;
  readonly isOptional?: true;
  readonly isWhole?: true;
}

/** How a part of a kind is laid out: its list, what is drawn of it, whether it has a name, its numbers. */
interface PartLayout {
  readonly list: PartList;
  readonly shape: 'point' | 'line' | 'two' | 'area' | null;
  readonly isNamed: boolean;
  readonly numbers: readonly NumberField[];
}

const { height, size, hours, discharge, pumped, opening, slope, capacity, priority } = DESIGN_RANGES;
const CREST: NumberField = { name: 'crest_m', label: 'design.field.crest_m', range: height };
const WIDTH: NumberField = { name: 'width_m', label: 'design.field.width_m', range: size };

/** The numbers of a peak and of a slope, which an inflow and an outflow have by choice. */
export const PEAK_FIELDS: readonly NumberField[] = [
  { name: 'base_m3s', label: 'design.field.base_m3s', range: discharge, standard: '0' },
  { name: 'peak_m3s', label: 'design.field.peak_m3s', range: discharge },
  { name: 'start_h', label: 'design.field.start_h', range: hours, standard: '0' },
  { name: 'rise_h', label: 'design.field.rise_h', range: size },
  { name: 'fall_h', label: 'design.field.fall_h', range: size },
];
export const SLOPE_FIELDS: readonly NumberField[] = [
  { name: 'slope', label: 'design.field.slope', hint: 'design.field.slope.hint', range: slope, standard: '0.001' },
];

/** The layouts of all kinds: forms, list and map follow from them. */
export const LAYOUTS: { readonly [K in PartKind]: PartLayout } = {
  inflow: { list: 'inflows', shape: 'line', isNamed: false, numbers: [] },
  outflow: { list: 'outflows', shape: 'line', isNamed: false, numbers: [] },
  gauge: { list: 'gauges', shape: 'point', isNamed: true, numbers: [] },
  section: { list: 'sections', shape: 'two', isNamed: true, numbers: [] },
  storage: {
    list: 'storages',
    shape: 'area',
    isNamed: true,
    numbers: [
      { name: 'capacity_m3', label: 'design.field.capacity_m3', range: capacity },
      { name: 'floor_m', label: 'design.field.floor_m', hint: 'design.field.floor_m.hint', range: height, isOptional: true },
    ],
  },
  gate: {
    list: 'structures',
    shape: 'two',
    isNamed: true,
    numbers: [
      { name: 'crest_m', label: 'design.field.sill_m', range: height },
      WIDTH,
      { name: 'full_m', label: 'design.field.full_m', range: size },
      { name: 'rate_m_per_min', label: 'design.field.rate_m_per_min', range: size, standard: '0.5' },
      { name: 'opening_m', label: 'design.field.opening_m', range: opening, standard: '0' },
    ],
  },
  weir: { list: 'structures', shape: 'two', isNamed: true, numbers: [CREST, WIDTH] },
  pump: { list: 'structures', shape: 'two', isNamed: true, numbers: [{ name: 'm3s', label: 'design.field.m3s', range: pumped }] },
  culvert: {
    list: 'structures',
    shape: 'two',
    isNamed: true,
    numbers: [
      { name: 'invert_m', label: 'design.field.invert_m', range: height },
      WIDTH,
      { name: 'height_m', label: 'design.field.height_m', range: size },
      { name: 'length_m', label: 'design.field.length_m', range: size },
    ],
  },
  crest: { list: 'crests', shape: 'line', isNamed: false, numbers: [CREST] },
  rule: {
    list: 'rules',
    shape: null,
    isNamed: false,
    numbers: [
      { name: 'target_m', label: 'design.field.target_m', range: opening },
      { name: 'priority', label: 'design.field.priority', range: priority, standard: '1', isWhole: true },
    ],
  },
};

/** The kinds of a failure, with their numbers. */
export const FAILURE_FIELDS = {
  'stuck-at': [
    { name: 'opening_m', label: 'design.failure.opening_m', range: opening, standard: '0' },
    { name: 'start_h', label: 'design.failure.start_h', range: hours, standard: '0' },
    { name: 'end_h', label: 'design.failure.end_h', range: hours },
  ],
  late: [
    { name: 'delay_h', label: 'design.failure.delay_h', range: hours },
    { name: 'start_h', label: 'design.failure.start_h', range: hours, standard: '0' },
    { name: 'end_h', label: 'design.failure.end_h', range: hours },
  ],
  'no-power': [
    { name: 'start_h', label: 'design.failure.start_h', range: hours, standard: '0' },
    { name: 'end_h', label: 'design.failure.end_h', range: hours },
  ],
} as const satisfies Readonly<Record<string, readonly NumberField[]>>;
export type FailureKind = keyof typeof FAILURE_FIELDS;
export const FAILURE_KINDS = Object.keys(FAILURE_FIELDS) as readonly FailureKind[];

const KIND_OF: { readonly [L in Exclude<PartList, 'structures'>]: PartKind } = {
  inflows: 'inflow',
  outflows: 'outflow',
  gauges: 'gauge',
  sections: 'section',
  storages: 'storage',
  crests: 'crest',
  rules: 'rule',
};

/** The kind of what stands in a list. */
export function kindOf(list: PartList, part: DesignPart): PartKind {
  return list === 'structures' ? (part as DesignStructure).kind : KIND_OF[list];
}

/** What a part is called: its name, else its id. */
export function nameOfPart(part: DesignPart): string {
  return 'name' in part ? part.name : part.id;
}
