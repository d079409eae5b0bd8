import type { Bounds } from './bounds.ts';

/** A tick of the scale frame: its degree and its share (0..1) along the side. */
export interface FrameTick {
  readonly degree: number;
  readonly share: number;
}
/** A dark bar of the scale frame: from and to as shares of the side. */
export interface FrameBar {
  readonly from: number;
  readonly to: number;
}

const STEPS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];
const LENGTHS = [100_000, 10_000, 1000, 100, 10].flatMap((power) => [3, 2, 1].map((digit) => digit * power));
const METRES_PER_DEGREE = 111_320;

/**
 * The sheet's scale frame along one axis, west to east or north to south: at most `most` steps of a round degree, a dark bar over every
 * second step and a label where such a bar begins.
 */
export function frameScale(
  bounds: Bounds,
  axis: 'lng' | 'lat',
  most: number,
): { ticks: readonly FrameTick[]; bars: readonly FrameBar[]; digits: number } {
  const [low, high] = axis === 'lng' ? [bounds[0], bounds[2]] : [bounds[1], bounds[3]];
  const step = STEPS.find((candidate) => (high - low) / candidate <= most) ?? 1;
  const shareOf = (degree: number): number => (axis === 'lng' ? (degree - low) / (high - low) : (high - degree) / (high - low));
  const within = (share: number): number => Math.min(1, Math.max(0, share));
  const first = Math.floor(low / step / 2) * 2;
  const even = Array.from({ length: Math.ceil((high / step - first) / 2) }, (_, index) => (first + index * 2) * step);
  const bars = even.map((degree) => {
    const [from = 0, to = 0] = [within(shareOf(degree)), within(shareOf(degree + step))].sort((a, b) => a - b);
    return { from, to };
  });
  const ticks = even.map((degree) => ({ degree, share: shareOf(degree) })).filter(({ share }) => share >= 0 && share <= 1);
  return { ticks, bars: bars.filter(({ from, to }) => to > from), digits: String(step).split('.')[1]?.length ?? 0 };
}

/** A round length in metres that takes at most `maxPx` pixels, and the pixels it takes. */
export function scaleBar(bounds: Bounds, widthPx: number, maxPx: number): { metres: number; px: number } {
  const lat = ((bounds[1] + bounds[3]) / 2) * (Math.PI / 180);
  const perPixel = ((bounds[2] - bounds[0]) * METRES_PER_DEGREE * Math.cos(lat)) / Math.max(widthPx, 1);
  const metres = LENGTHS.find((length) => length / perPixel <= maxPx) ?? 10;
  return { metres, px: metres / perPixel };
}
