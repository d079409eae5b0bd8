// Discharge of a structure by the heads on its two sides, m³/s; lengths m, heads over the crest or invert. Each is continuous, grows with the upstream head and is 0 where the two are equal.
import { GRAVITY } from '../grid/units.ts';

/** A weir drowns when the head below it is more than this share of the one above. */
const DROWNING = 2 / 3;
/** Coefficient of a broad crest, m^(1/2)/s; 1.84 for a sharp one. */
const BROAD_CREST = 1.7;
/** Of a sluice gate, and of an opening under water. */
const OPENING = 0.6;
/** Over so many openings the water below a gate comes to bear on it. */
const SUBMERGING = 0.5;
/** A gate that the water hardly touches is a weir. */
const TOUCHED = 1.5;
/** A culvert whose mouth is not under water by this many heights is a weir. */
const FULL_MOUTH = 1.2;

/** Over a crest of this width (Villemonte's form of the drowned weir left aside: the square root joins on at its limit). */
export function weirDischarge(above: number, below: number, width: number, coefficient: number = BROAD_CREST): number {
  if (above <= 0) return 0;
  const share = Math.max(0, below) / above;
  if (share >= 1) return 0;
  const free = coefficient * width * above ** 1.5;
  return share <= DROWNING ? free : free * Math.sqrt((1 - share) / (1 - DROWNING));
}

/** Under a sluice gate that is open by `opening`: free, or with the water below it bearing on it as that rises over the opening; a weir where the water hardly touches the gate. */
export function gateDischarge(above: number, below: number, opening: number, width: number, coefficient: number = OPENING): number {
  if (opening <= 0 || above <= 0) return 0;
  const drowned = Math.min(1, Math.max(0, (below - opening) / (SUBMERGING * opening)));
  const head = Math.max(0, above - drowned * Math.max(0, below));
  const under = coefficient * opening * width * Math.sqrt(2 * GRAVITY * head);
  return above < TOUCHED * opening ? Math.min(under, weirDischarge(above, below, width)) : under;
}

/** What a culvert is made of. */
export interface Barrel {
  readonly width: number;
  readonly height: number;
  readonly length: number;
  readonly manning: number;
  /** Loss at the mouth, in velocity heads; 0.5 where nothing is said. */
  readonly entrance?: number | undefined;
}

/** Through a box culvert: the smaller of what its mouth takes in and what its length lets through. */
export function culvertDischarge(above: number, below: number, { width, height, length, manning, entrance = 0.5 }: Barrel): number {
  if (above <= 0 || above <= below) return 0;
  const area = width * height;
  const atMouth =
    above < FULL_MOUTH * height
      ? weirDischarge(above, below, width)
      : OPENING * area * Math.sqrt(2 * GRAVITY * Math.max(0, above - height / 2));
  const radius = area / (2 * (width + height));
  const losses = 1 + entrance + (2 * GRAVITY * manning ** 2 * length) / radius ** (4 / 3);
  const along = area * Math.sqrt((2 * GRAVITY * (above - Math.max(0, below))) / losses);
  return Math.min(atMouth, along);
}
