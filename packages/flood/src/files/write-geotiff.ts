import { zlibSync } from 'fflate';
import type { Grid } from '../grid/grid.ts';

/** Rows of a strip: small enough to be read alone. */
const STRIP = 64;
const NONE = -9_999;
/** Types of TIFF, and their sizes. */
const [ASCII, SHORT, LONG, DOUBLE] = [2, 3, 4, 12] as const;
const SIZE: Readonly<Record<number, number>> = { [ASCII]: 1, [SHORT]: 2, [LONG]: 4, [DOUBLE]: 8 };

/** A grid as GeoTIFF: one band of 32-bit numbers, deflated strips, north row first, −9999 where there is none; with the code of its system where it is one of EPSG. */
export function writeGeoTiff(grid: Grid, crs: string): Uint8Array {
  const { columns, rows, cell, west, south, values } = grid;
  const strips: Uint8Array[] = [];
  for (let top = 0; top < rows; top += STRIP) {
    const lines = Math.min(STRIP, rows - top);
    const view = new DataView(new ArrayBuffer(lines * columns * 4));
    for (let line = 0; line < lines; line++)
      for (let column = 0; column < columns; column++) {
        const value = values[(rows - 1 - top - line) * columns + column] ?? Number.NaN;
        view.setFloat32(4 * (line * columns + column), Number.isNaN(value) ? NONE : value, true);
      }
    strips.push(zlibSync(new Uint8Array(view.buffer)));
  }
  const code = Number(/^EPSG:(\d{4,5})$/.exec(crs)?.[1] ?? 32_767);
  const keys = [1, 1, 0, 4, 1_024, 0, 1, 1, 1_025, 0, 1, 1, 3_072, 0, 1, code, 3_076, 0, 1, 9_001];
  const lengths = strips.map((strip) => strip.length);
  const tags: readonly (readonly [tag: number, type: number, values: readonly number[] | string])[] = [
    [256, LONG, [columns]],
    [257, LONG, [rows]],
    [258, SHORT, [32]],
    [259, SHORT, [8]],
    [262, SHORT, [1]],
    [273, LONG, lengths.map(() => 0)],
    [277, SHORT, [1]],
    [278, LONG, [STRIP]],
    [279, LONG, lengths],
    [284, SHORT, [1]],
    [339, SHORT, [3]],
    [33_550, DOUBLE, [cell, cell, 0]],
    [33_922, DOUBLE, [0, 0, 0, west, south + rows * cell, 0]],
    [34_735, SHORT, keys],
    [42_113, ASCII, `${NONE}\0`],
  ];
  const head = 8 + 2 + 12 * tags.length + 4;
  const room = (type: number, many: number) =>
    many * (SIZE[type] ?? 1) > 4 ? many * (SIZE[type] ?? 1) + ((many * (SIZE[type] ?? 1)) % 2) : 0;
  const first = head + tags.reduce((sum, [, type, values]) => sum + room(type, values.length), 0);
  const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, first));
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0x4949);
  view.setUint16(2, 42, true);
  view.setUint32(4, 8, true);
  view.setUint16(8, tags.length, true);
  let [at, beyond] = [10, head];
  let place = first;
  for (const [tag, type, said] of tags) {
    view.setUint16(at, tag, true);
    view.setUint16(at + 2, type, true);
    view.setUint32(at + 4, said.length, true);
    const space = room(type, said.length);
    if (space > 0) view.setUint32(at + 8, beyond, true);
    const held = space > 0 ? beyond : at + 8;
    beyond += space;
    at += 12;
    for (let index = 0; index < said.length; index++) {
      const value = typeof said === 'string' ? said.charCodeAt(index) : (said[index] ?? 0);
      const to = held + index * (SIZE[type] ?? 1);
      if (tag === 273) {
        view.setUint32(to, place, true);
        place += lengths[index] ?? 0;
      } else if (type === DOUBLE) view.setFloat64(to, value, true);
      else if (type === LONG) view.setUint32(to, value, true);
      else if (type === SHORT) view.setUint16(to, value, true);
      else view.setUint8(to, value);
    }
  }
  let to = first;
  for (const strip of strips) {
    bytes.set(strip, to);
    to += strip.length;
  }
  return bytes;
}
