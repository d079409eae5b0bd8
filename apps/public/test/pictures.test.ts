import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import jsqr from 'jsqr';
import { placeNames } from '../src/map/labels.ts';
import { drawnLines, projectionOf } from '../src/map/projection.ts';
import { qrPath } from '../src/parts/qr.ts';
import { pngOf } from '../src/share/png.ts';
import { box, Raster } from '../src/share/raster.ts';
import { fileNames } from '../src/site/site.ts';

test('a QR code read back from its drawing is the address, short or long', () => {
  for (const address of ['https://example.org/', `https://example.org/${'places/north-pier-'.repeat(12)}.html`]) {
    assert.equal(readBack(qrPath(address)), address);
  }
});

test('a PNG holds the pixels that were painted, smooth at the edges', () => {
  const raster = new Raster(10, 8, '#ffffff');
  raster.area([box(2, 2, 5.5, 6)], '#ff0000');
  const png = pngOf(raster.pixels(), 10, 8);
  const pixel = (x: number, y: number): readonly number[] => [...pixelsOf(png, 10).subarray((y * 10 + x) * 3, (y * 10 + x) * 3 + 3)];
  assert.deepEqual(pixel(0, 0), [255, 255, 255]);
  assert.deepEqual(pixel(3, 3), [255, 0, 0]);
  const [red = 0, green = 0] = pixel(5, 3);
  assert.ok(red === 255 && green > 60 && green < 200, `half a pixel: ${red} ${green}`);
});

test('file names do not differ in capitals alone and are never those of the lists', () => {
  const names = fileNames(['P04', 'p04', 'index', 'page-2', 'con', 'north-pier']);
  assert.deepEqual([...names.values()], ['p04', 'p04-2', 'index-1', 'page-2-1', 'con-1', 'north-pier']);
});

test('names on the map cover neither symbols nor each other; one without room is left out', () => {
  const symbols = [[[50, 50] as const, 8] as const, [[60, 50] as const, 8] as const];
  const wanted = [
    { text: 'First', point: [50, 50] as const, size: 10, reach: 8 },
    { text: 'Second', point: [60, 50] as const, size: 10, reach: 8 },
  ];
  const spots = placeNames(wanted, symbols, [0, 0, 200, 100]);
  assert.deepEqual(
    spots.map(({ text, anchor }) => `${text} ${anchor}`),
    ['First end', 'Second start'],
  );
  assert.deepEqual(placeNames(wanted, symbols, [40, 40, 70, 60]), []);
});

test('a picture keeps shapes true: a square on the ground is a square in it, and lines outside it are left out', () => {
  const projection = projectionOf([10, 53, 10.1, 53.06], 1000);
  const [x0, y0] = projection.pointOf([10, 53]);
  const [x1, y1] = projection.pointOf([10 + 0.01 / Math.cos((53.03 * Math.PI) / 180), 53.01]);
  assert.ok(Math.abs(x1 - x0 - (y0 - y1)) < 1e-6);
  assert.ok(Math.abs((x1 - x0) * projection.metresPerUnit - 1113.2) < 0.1);
  const far = { type: 'LineString' as const, coordinates: [[11, 53] as const, [11, 54] as const] };
  assert.deepEqual(drawnLines(far, projection), []);
});

function readBack({ path, size }: ReturnType<typeof qrPath>): string | undefined {
  const [scale, quiet] = [4, 4];
  const side = (size + 2 * quiet) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    for (let row = (Number(y) + quiet) * scale; row < (Number(y) + quiet + 1) * scale; row += 1) {
      const from = (row * side + (Number(x) + quiet) * scale) * 4;
      for (let at = from; at < from + Number(width) * scale * 4; at += 4) pixels.set([0, 0, 0], at);
    }
  }
  return jsqr.default(pixels, side, side)?.data;
}

/** The pixels of a PNG of our own kind: one IDAT, rows as differences from the one above. */
function pixelsOf(png: Uint8Array, width: number): Uint8Array {
  const file = Buffer.from(png);
  const start = file.indexOf('IDAT');
  const raw = inflateSync(file.subarray(start + 4, start + 4 + file.readUInt32BE(start - 4)));
  const row = width * 3;
  const pixels = new Uint8Array((raw.length / (row + 1)) * row);
  for (let y = 0; y * row < pixels.length; y += 1) {
    assert.equal(raw[y * (row + 1)], 2);
    for (let x = 0; x < row; x += 1)
      pixels[y * row + x] = (raw[y * (row + 1) + 1 + x] ?? 0) + (y === 0 ? 0 : (pixels[(y - 1) * row + x] ?? 0));
  }
  return pixels;
}
