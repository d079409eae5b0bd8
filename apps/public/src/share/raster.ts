import type { Point } from '../map/projection.ts';

type Line = readonly Point[];

/** Samples along each side of a pixel: edges are smooth without any rule of their own. */
const SAMPLES = 3;

/** A picture that areas and lines are painted on, later ones over earlier ones. */
export class Raster {
  readonly width: number;
  readonly height: number;
  readonly #wide: number;
  readonly #high: number;
  readonly #samples: Uint8Array;

  /** A sheet of one colour, in pixels. */
  constructor(width: number, height: number, colour: string) {
    this.width = width;
    this.height = height;
    this.#wide = width * SAMPLES;
    this.#high = height * SAMPLES;
    this.#samples = new Uint8Array(this.#wide * this.#high * 3);
    this.area([box(0, 0, width, height)], colour);
  }

  /** Fills what the rings enclose, holes left out. `isPainted` picks the pixels that are painted, for patterns. */
  area(rings: readonly Line[], colour: string, isPainted?: (x: number, y: number) => boolean): void {
    const [red, green, blue] = parts(colour);
    const [top, bottom] = heightsOf(rings);
    const last = Math.min(this.#high - 1, Math.ceil(bottom * SAMPLES));
    for (let row = Math.max(0, Math.floor(top * SAMPLES)); row <= last; row += 1) {
      const y = (row + 0.5) / SAMPLES;
      const crossings = rings.flatMap((ring) => crossingsOf(ring, y)).sort((a, b) => a - b);
      for (let index = 0; index + 1 < crossings.length; index += 2) {
        const from = Math.max(0, Math.ceil((crossings[index] ?? 0) * SAMPLES - 0.5));
        const to = Math.min(this.#wide - 1, Math.floor((crossings[index + 1] ?? 0) * SAMPLES - 0.5));
        for (let column = from; column <= to; column += 1) {
          if (isPainted && !isPainted((column + 0.5) / SAMPLES, y)) continue;
          this.#samples.set([red, green, blue], (row * this.#wide + column) * 3);
        }
      }
    }
  }

  /** Draws a line of some width with round joints. */
  line(line: Line, width: number, colour: string): void {
    for (const [index, to] of line.entries()) {
      const from = line[index - 1];
      if (from) this.area([stroke(from, to, width)], colour);
      this.disc(to, width / 2, colour);
    }
  }

  /** Fills a circle. */
  disc([x, y]: Point, radius: number, colour: string): void {
    const corners = Math.max(8, Math.ceil(radius * 3));
    const ring = Array.from({ length: corners + 1 }, (_, index): Point => {
      const angle = (index / corners) * 2 * Math.PI;
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    });
    this.area([ring], colour);
  }

  /** The picture with three bytes for each pixel, each the mean of its samples. */
  pixels(): Uint8Array {
    const pixels = new Uint8Array(this.width * this.height * 3);
    for (let y = 0; y < this.height; y += 1) {
      for (let x = 0; x < this.width; x += 1) {
        for (let part = 0; part < 3; part += 1) pixels[(y * this.width + x) * 3 + part] = this.#mean(x, y, part);
      }
    }
    return pixels;
  }

  #mean(x: number, y: number, part: number): number {
    let sum = 0;
    for (let row = y * SAMPLES; row < (y + 1) * SAMPLES; row += 1) {
      for (let column = x * SAMPLES; column < (x + 1) * SAMPLES; column += 1)
        sum += this.#samples[(row * this.#wide + column) * 3 + part] ?? 0;
    }
    return Math.round(sum / (SAMPLES * SAMPLES));
  }
}

/** A rectangle as a closed ring. */
export function box(left: number, top: number, right: number, bottom: number): Line {
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
    [left, top],
  ];
}

function stroke(from: Point, to: Point, width: number): Line {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const [dx, dy] = [((to[1] - from[1]) / length) * (width / 2), ((from[0] - to[0]) / length) * (width / 2)];
  return [
    [from[0] + dx, from[1] + dy],
    [to[0] + dx, to[1] + dy],
    [to[0] - dx, to[1] - dy],
    [from[0] - dx, from[1] - dy],
    [from[0] + dx, from[1] + dy],
  ];
}

function heightsOf(rings: readonly Line[]): readonly [top: number, bottom: number] {
  let [top, bottom] = [Infinity, -Infinity];
  for (const ring of rings) {
    for (const [, y] of ring) [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return [top, bottom];
}

function crossingsOf(ring: Line, y: number): readonly number[] {
  const found: number[] = [];
  for (const [index, to] of ring.entries()) {
    const from = ring[index - 1];
    if (!from || from[1] > y === to[1] > y) continue;
    found.push(from[0] + ((y - from[1]) / (to[1] - from[1])) * (to[0] - from[0]));
  }
  return found;
}

function parts(colour: string): readonly [number, number, number] {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return [red, green, blue];
}
