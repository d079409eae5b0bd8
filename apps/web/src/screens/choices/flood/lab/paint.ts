import type { FloodResult } from '@westgate/contract';

/** Which water is drawn. */
export type Water = 'with' | 'without' | 'difference' | 'swipe';

/** Depths in m from which each tint is drawn. */
export const DEPTHS = [0.1, 0.5, 2, 4, 5.5] as const;
/** Tints of depths, from shallow to deep: names of tokens. */
export const DEPTH_TINTS = ['--flood-1', '--flood-2', '--flood-3', '--flood-4', '--flood-5'] as const;
/** Tints of a difference: less water with the works, more water. */
export const DIFFERENCE_TINTS = ['--flood-less', '--flood-more'] as const;
/** Shares of runs in percent from which each tint is drawn. */
export const SHARES = [1, 25, 50, 75, 100] as const;
/** Less than this, in cm, is no difference. */
const SAME_CM = 5;
/** How opaque the water is, of 255; the swatches of the legend are as opaque in flood.css. */
const OPAQUE = 215;

/** A picture of water on a grid: depths in cm of all cells, row after row from the south-west. */
export interface Picture {
  readonly columns: number;
  readonly rows: number;
  readonly corners: FloodResult['corners'];
  readonly depths: Uint16Array;
  /** Depths without the works, where the difference is drawn. */
  readonly against: Uint16Array | null;
  /** In place of depths stand shares of runs in percent. */
  readonly isShare?: true;
  /** Depths that are drawn from a column on to the east, where two pictures lie side by side. */
  readonly beside: { readonly depths: Uint16Array; readonly from: number } | null;
}

type Colour = readonly [number, number, number];

/** Draws a picture, north above; what is shallower than 10 cm stays clear. */
export function paint(canvas: HTMLCanvasElement, { columns, rows, depths, against, beside, isShare }: Picture, element: Element): void {
  canvas.width = columns;
  canvas.height = rows;
  const context = canvas.getContext('2d');
  if (!context) return;
  const image = context.createImageData(columns, rows);
  const tints = DEPTH_TINTS.map((name) => colourOf(element, name));
  const [less, more] = DIFFERENCE_TINTS.map((name) => colourOf(element, name));
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const cell = row * columns + column;
      const shown = (beside && column >= beside.from ? beside.depths : depths)[cell] ?? 0;
      const colour = against
        ? differenceOf(shown, against[cell] ?? 0, less, more)
        : tints[isShare ? shareTintOf(shown) : tintOf(shown / 100)];
      if (colour) image.data.set([...colour, OPAQUE], ((rows - 1 - row) * columns + column) * 4);
    }
  context.putImageData(image, 0, 0);
}

/** Which tint a depth in m has; -1 for none. */
function tintOf(depth: number): number {
  return DEPTHS.findLastIndex((from) => depth >= from);
}

/** Which tint a share in percent has; -1 for none. */
function shareTintOf(percent: number): number {
  return SHARES.findLastIndex((from) => percent >= from);
}

function differenceOf(cm: number, against: number, less: Colour | undefined, more: Colour | undefined): Colour | undefined {
  if (Math.abs(cm - against) < SAME_CM) return undefined;
  return cm < against ? less : more;
}

/** A token as it stands on `element` now: a colour of six hex digits. */
function colourOf(element: Element, name: string): Colour {
  const hex = getComputedStyle(element).getPropertyValue(name).trim();
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour;
}
