import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEnglish, type LngLat } from '@westgate/base';
import { readGeometry } from '../../src/folder/geometry.ts';

/** A rectangle of whole steps: west, south, east, north. */
type Box = readonly [number, number, number, number];

const STEP = 0.001;
const SHELL: Box = [0, 0, 10, 10];

test('what is no area is refused with its place and in both languages', () => {
  const cases: readonly (readonly [string, unknown, string])[] = [
    ['identical parts', parts(SHELL, SHELL), 'the same part twice'],
    ['a part inside a part', parts(SHELL, [2, 2, 4, 4]), 'a part inside a part'],
    ['an overlap along an edge', parts(SHELL, [10, 2, 12, 4]), 'a crossing or a shared line'],
    ['parts that overlap', parts(SHELL, [8, 8, 12, 12]), 'a crossing or a shared line'],
    ['a hole equal to its shell', holed(SHELL, SHELL), 'a crossing or a shared line'],
    ['a hole in a hole', holed(SHELL, [1, 1, 8, 8], [2, 2, 4, 4]), 'a hole in a hole'],
    ['a hole outside its shell', holed(SHELL, [12, 12, 14, 14]), 'a hole outside'],
  ];
  for (const [name, shape, what] of cases) {
    const read = readGeometry(shape);
    assert.ok('found' in read, name);
    assert.match(inEnglish(read.found), new RegExp(`^${what}, near \\d+\\.\\d{5}, \\d+\\.\\d{5}$`), name);
    assert.ok(typeof read.expected === 'object' && /[一-鿿]/.test(read.expected.zh), name);
  }
});

test('rectangles are an area where counting their sides says so', () => {
  const random = seeded(13);
  const found = { parts: 0, holes: 0 };
  for (let round = 0; round < 2_000; round += 1) {
    const [a, b] = [box(random), box(random)];
    const areApart = lieApart(a, b);
    assert.equal('geometry' in readGeometry(parts(a, b)), areApart, `parts ${a} and ${b}`);
    const isWithin = liesWithin(a, SHELL) && liesWithin(b, SHELL) && areApart;
    assert.equal('geometry' in readGeometry(holed(SHELL, a, b)), isWithin, `holes ${a} and ${b}`);
    found.parts += Number(areApart);
    found.holes += Number(isWithin);
  }
  assert.ok(found.parts > 300 && found.parts < 1_700 && found.holes > 50, JSON.stringify(found));
});

/** No part of a side in common, and neither reaches into the other; a corner they may share. */
function lieApart(a: Box, b: Box): boolean {
  const across = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const up = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return across < 0 || up < 0 || (across === 0 && up === 0);
}

function liesWithin(inner: Box, outer: Box): boolean {
  return outer[0] < inner[0] && outer[1] < inner[1] && inner[2] < outer[2] && inner[3] < outer[3];
}

function box(random: () => number): Box {
  const [west, south] = [Math.floor(random() * 11), Math.floor(random() * 11)];
  return [west, south, west + 1 + Math.floor(random() * 5), south + 1 + Math.floor(random() * 5)];
}

function parts(...boxes: readonly Box[]): unknown {
  return { type: 'MultiPolygon', coordinates: boxes.map((each) => [ringOf(each)]) };
}

function holed(shell: Box, ...holes: readonly Box[]): unknown {
  return { type: 'Polygon', coordinates: [shell, ...holes].map(ringOf) };
}

function ringOf([west, south, east, north]: Box): readonly LngLat[] {
  const at = (x: number, y: number): LngLat => [9.9 + x * STEP, 53.5 + y * STEP];
  return [at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)];
}

/** Numbers from 0 up to 1 that are the same each time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
