// Words of dual-use assets, which serve on ordinary days and in emergencies, and of the flood lab.

/** What a dual-use asset is: the four kinds of the national guidance, flood storage, shelters, and others. */
export const ASSET_KINDS = ['flood-storage', 'lodging', 'medical', 'supplies', 'shelter', 'municipal', 'other'] as const;
/** The modes of a dual-use asset, in the order in which they follow each other. */
export const ASSET_MODES = ['normal', 'preparing', 'emergency', 'draining', 'recovery'] as const;
export type AssetMode = (typeof ASSET_MODES)[number];
/** What the capacity of a dual-use asset is counted in. */
export const CAPACITY_UNITS = ['m3', 'm2', 'persons', 'beds', 'vehicles'] as const;
export type CapacityUnit = (typeof CAPACITY_UNITS)[number];
/** The parts of a dual-use asset that are used on ordinary days. */
export const PART_KINDS = ['lawn', 'path', 'court', 'car-park', 'other'] as const;
/** What a dual-use asset lacks. It follows from its row and its drills and is never entered. */
export const ASSET_GAPS = ['no-drill', 'too-slow', 'capacity', 'no-route', 'no-owner', 'no-trigger', 'withheld'] as const;
export type AssetGap = (typeof ASSET_GAPS)[number];
/** How a drill stands on a day, the gravest first. It follows from its days and its measured time and is never entered. */
export const DRILL_STANDINGS = ['overdue', 'too-slow', 'not-measured', 'planned', 'accepted', 'in-time'] as const;
export type DrillStanding = (typeof DRILL_STANDINGS)[number];
/** How an indicator is worked out from the dual-use assets: capacity in an emergency, how many there are, how many were drilled in a year, and their share. */
export const ASSET_METHODS = ['capacity', 'count', 'drilled', 'drilled-share'] as const;
/** Units of heights: metre, international foot, US survey foot. */
export const VERTICAL_UNITS = ['m', 'ft', 'us-ft'] as const;
/** How a flood is worked out: with full momentum, or by local inertia for a first look. */
export const FLOOD_SCHEMES = ['sd03', 'local-inertia'] as const;
