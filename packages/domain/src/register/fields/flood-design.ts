/** How the design of a flood case is laid out; a reader checks it. */
export const FLOOD_DESIGN_FORMAT = 'westgate-flood-design/1';

/** Longitude and latitude in WGS 84 degrees. */
export type DesignPoint = readonly [lng: number, lat: number];

/** A discharge over time: rows of hours and m³/s, linear between them and held at the ends, or a base with one peak. */
export type DesignDischarge =
  | { readonly rows: readonly (readonly [hours: number, m3s: number])[] }
  | {
      readonly base_m3s: number;
      readonly peak_m3s: number;
      /** Hours from the start to the rise, of the rise, and of the fall. */
      readonly start_h: number;
      readonly rise_h: number;
      readonly fall_h: number;
    };

/** Water that comes in along a line. */
export type DesignInflow = { readonly id: string; readonly line: readonly DesignPoint[]; readonly discharge: DesignDischarge };

/** Where water leaves at the rim of the ground: it falls away, or flows off as on a slope of that fall. */
export type DesignOutflow =
  | { readonly id: string; readonly line: readonly DesignPoint[]; readonly kind: 'free' }
  | { readonly id: string; readonly line: readonly DesignPoint[]; readonly kind: 'normal-depth'; readonly slope: number };

/** A point whose level is told. */
export type DesignGauge = { readonly id: string; readonly name: string; readonly at: DesignPoint };

/** A line across the water through which the discharge is told. */
export type DesignSection = { readonly id: string; readonly name: string; readonly line: readonly [DesignPoint, DesignPoint] };

/** An area that stores water; with a floor it is dug out to that height. */
export type DesignStorage = {
  readonly id: string;
  readonly name: string;
  readonly ring: readonly DesignPoint[];
  readonly capacity_m3: number;
  readonly floor_m: number | null;
};

/** A dike, road or wall that stands higher than the ground beside it. */
export type DesignCrest = { readonly id: string; readonly line: readonly DesignPoint[]; readonly crest_m: number };

type Link = { readonly id: string; readonly name: string; readonly from: DesignPoint; readonly to: DesignPoint };

/** What does not go as planned with a gate, in hours of the run. */
export type DesignFailure =
  | { readonly kind: 'stuck-at'; readonly opening_m: number; readonly start_h: number; readonly end_h: number }
  | { readonly kind: 'late'; readonly delay_h: number; readonly start_h: number; readonly end_h: number }
  | { readonly kind: 'no-power'; readonly start_h: number; readonly end_h: number };

/** Works that lead water from one side to another. */
export type DesignStructure =
  | (Link & { readonly kind: 'weir'; readonly crest_m: number; readonly width_m: number })
  | (Link & {
      readonly kind: 'gate';
      readonly crest_m: number;
      readonly width_m: number;
      readonly full_m: number;
      readonly rate_m_per_min: number;
      readonly opening_m: number;
      readonly failures: readonly DesignFailure[];
    })
  | (Link & { readonly kind: 'pump'; readonly m3s: number })
  | (Link & {
      readonly kind: 'culvert';
      readonly invert_m: number;
      readonly width_m: number;
      readonly height_m: number;
      readonly length_m: number;
      readonly flap: boolean;
    });

/** What a rule looks at: hours since the start, the level at a gauge and how fast it rises in m an hour, how full a storage area is from 0 to 1. */
export type DesignSeen =
  | { readonly of: 'time' }
  | { readonly of: 'gauge'; readonly id: string; readonly what: 'level' | 'rise' }
  | { readonly of: 'storage'; readonly id: string; readonly what: 'level' | 'share' };

/** A rule by which a gate or a pump is operated: all of what it looks at must hold. The higher priority wins. */
export type DesignRule = {
  readonly id: string;
  readonly when: readonly { readonly value: DesignSeen; readonly is: '<' | '<=' | '>' | '>='; readonly than: number }[];
  readonly gate: string;
  readonly target_m: number;
  readonly priority: number;
};

/** What a flood case is made of, beside its ground and how long it lasts. */
export type FloodDesign = {
  readonly format: typeof FLOOD_DESIGN_FORMAT;
  readonly inflows: readonly DesignInflow[];
  readonly outflows: readonly DesignOutflow[];
  readonly gauges: readonly DesignGauge[];
  readonly sections: readonly DesignSection[];
  readonly crests: readonly DesignCrest[];
  readonly storages: readonly DesignStorage[];
  readonly structures: readonly DesignStructure[];
  readonly rules: readonly DesignRule[];
};

/** A design with nothing in it. */
export const EMPTY_DESIGN: FloodDesign = {
  format: FLOOD_DESIGN_FORMAT,
  ...{ inflows: [], outflows: [], gauges: [], sections: [], crests: [], storages: [], structures: [], rules: [] },
};

/** What was taken of a run when it was adopted: what it was computed from, with what, and what came out. */
export type FloodFrozen = {
  readonly design: FloodDesign;
  readonly ground: { readonly id: string; readonly sha256: string };
  readonly engine: string;
  readonly hours: number;
  readonly cell_m: number;
  /** Peaks through the sections without and with the works, m³/s. */
  readonly peaks: readonly { readonly section: string; readonly without_m3s: number; readonly with_m3s: number }[];
};
