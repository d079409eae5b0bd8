import type { Cell } from '../grid/domain.ts';
import type { Series } from '../grid/series.ts';
import type { Barrel } from './laws.ts';

/** What joins two groups of cells: water goes from the one to the other, and back where the kind allows. Levels m over the datum. */
interface Link {
  readonly id: string;
  readonly from: readonly Cell[];
  readonly to: readonly Cell[];
}

/** What fails, and when; s. The position is what is open. */
export type Failure = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'stuck' | 'no-power' }
  | { readonly kind: 'stuck-at'; readonly opening: number }
  | { readonly kind: 'slow'; readonly by: number }
  | { readonly kind: 'late'; readonly delay: number }
);

export type Structure = Link &
  (
    | { readonly kind: 'weir'; readonly crest: number; readonly width: number; readonly coefficient?: number | undefined }
    | {
        readonly kind: 'gate';
        readonly crest: number;
        readonly width: number;
        /** Furthest it opens, and how fast it moves, m/s. */
        readonly full: number;
        readonly rate: number;
        readonly coefficient?: number | undefined;
        /** How far it is open at the start, and what it is to be then, m; closed where nothing is said. */
        readonly opening?: number | undefined;
        readonly failures?: readonly Failure[] | undefined;
      }
    | {
        readonly kind: 'pump';
        /** Discharge, m³/s, by the lift, m. */
        readonly curve: Series;
        /** Levels at `from` at which it begins and ends; left out where rules alone switch it. */
        readonly on?: number | undefined;
        readonly off?: number | undefined;
        /** From switching on to the first water, s. */
        readonly delay?: number | undefined;
      }
    | ({ readonly kind: 'culvert'; readonly invert: number; readonly isFlap?: boolean | undefined } & Barrel)
    | {
        readonly kind: 'breach';
        readonly crest: number;
        readonly lowest: number;
        /** When it begins, s, or at which level at `from`. */
        readonly start: { readonly time: number } | { readonly level: number };
        readonly width: number;
        readonly widest: number;
        /** How fast it widens, m/s, and over how long the sill falls, s. */
        readonly widening: number;
        readonly falling: number;
      }
    | {
        readonly kind: 'fuse-plug';
        readonly crest: number;
        readonly lowest: number;
        readonly width: number;
        /** The level at `from` that, held so long, s, washes it away. */
        readonly trigger: number;
        readonly held: number;
      }
  );
