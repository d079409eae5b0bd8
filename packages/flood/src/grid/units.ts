/** Units of depth and level a metre has: one is 0.95 µm. Depths and beds are whole numbers of them. */
export const UNIT = 2 ** 20;

/** Acceleration of gravity, m/s². */
export const GRAVITY = 9.81;

/** Beds and levels may lie within ± so many metres of the height that a run counts from: 32 bits hold twice that. */
export const HIGHEST_M = 900;

/** The bed of cells that are no ground, in units: far over every level. */
export const WALL = 1_900 * UNIT;
/** So much faster than waves go in still water the signal speed takes them for, as in kernel/sd03.ts: what is left to the limit of a step on a plane. */
export const WAVES = 1.2;
