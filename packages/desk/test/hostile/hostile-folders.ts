import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { HARBOUR } from '../folders.ts';
import { type Dice, sizeOf } from './dice.ts';

const FILES: ReadonlyMap<string, string> = new Map(
  readdirSync(HARBOUR, { recursive: true })
    .map(String)
    .filter((path) => statSync(join(HARBOUR, path)).isFile())
    .map((path) => [path, readFileSync(join(HARBOUR, path), 'utf8')] as const),
);

/** The files of a district folder of which one is hostile. */
export function foreignFolder(dice: Dice): ReadonlyMap<string, string> {
  const make = KINDS[dice(KINDS.length)] ?? cut;
  const paths = [...FILES.keys()].filter((path) => ENDINGS.get(make)?.test(path) ?? /\.(csv|json|geojson|md)$/.test(path));
  const path = paths[dice(paths.length)] ?? '';
  return new Map(FILES).set(path, make(FILES.get(path) ?? '', dice));
}

type Change = (text: string, dice: Dice) => string;

const cut: Change = (text, dice) => text.slice(0, dice(text.length));
const doubled: Change = (text, dice) => text.repeat(2 + dice(200));
const openQuote: Change = (text, dice) => `${text}"${'x,\n'.repeat(sizeOf(dice, 1_000_000))}`;
const manyColumns: Change = (text, dice) =>
  `${text.split('\n')[0]}${',a'.repeat(sizeOf(dice, 300_000))}\n${'1,'.repeat(sizeOf(dice, 300_000))}`;
const longCell: Change = (text, dice) => `${text}${'长 '.repeat(sizeOf(dice, 500_000))}\n`;
const manyRows: Change = (text, dice) => text + '\n,'.repeat(sizeOf(dice, 100_000));
const deep: Change = (_text, dice) => `{"type":"FeatureCollection","features":${'['.repeat(sizeOf(dice, 2_000_000))}`;
const marks: Change = (text, dice) => `${text}\n\n${'。“（.1. '.repeat(sizeOf(dice, 50_000))}`;

/** One more feature with these coordinates. */
const withShape =
  (type: string, coordinates: (dice: Dice) => string): Change =>
  (_text, dice) =>
    `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"x"},"geometry":{"type":"${type}","coordinates":${coordinates(dice)}}}]}`;

const ring = (count: number, at: (index: number) => readonly [number, number]): string => {
  const positions = Array.from({ length: count }, (_, index) => JSON.stringify(at(index)));
  return `[${[...positions, positions[0]].join(',')}]`;
};
const shapes: readonly Change[] = [
  withShape('Polygon', (dice) => `${'['.repeat(30 + dice(20))}1,2${']'.repeat(30)}`),
  withShape('MultiPolygon', (dice) => `[${'[[[0,0],[0,1],[1,1],[0,0]]],'.repeat(1 + sizeOf(dice, 12_000))}[[[0,0],[0,1],[1,1],[0,0]]]]`),
  withShape('Polygon', (dice) => `[${ring(3 + sizeOf(dice, 49_000), (at) => [Math.cos(at * 2.399963), Math.sin(at * 2.399963)])}]`),
  withShape('Polygon', (dice) => `[${ring(3 + sizeOf(dice, 49_000), (at) => [(at % 2) * 0.1 + at * 1e-9, at * 1e-6])}]`),
  withShape('Polygon', (dice) => `[${ring(3 + sizeOf(dice, 5_000), () => [9.9e307, -9.9e307])}]`),
  withShape('LineString', (dice) => `[${'[1e-320,0.1],'.repeat(sizeOf(dice, 60_000))}[1,1]]`),
  withShape('Point', (dice) => `[${'9'.repeat(1 + sizeOf(dice, 400_000))},1]`),
];

const KINDS: readonly Change[] = [cut, doubled, openQuote, manyColumns, longCell, manyRows, deep, marks, ...shapes];
const ENDINGS: ReadonlyMap<Change, RegExp> = new Map([
  ...[openQuote, manyColumns, longCell, manyRows].map((kind) => [kind, /\.csv$/] as const),
  ...[deep, ...shapes].map((kind) => [kind, /\.geojson$/] as const),
  [marks, /\.md$/],
]);
