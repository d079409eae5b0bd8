// A source file of more than 400 lines nearly always holds a second thing.
import { filesUnder, readText, report } from './house.mjs';

const FLOOR = 40;
const LIMIT = 400;

const files = ['packages', 'apps', 'e2e', 'tools'].flatMap((folder) => filesUnder(folder, (name) => /\.(tsx?|mjs|css)$/.test(name)));
const lengths = files.map((file) => ({ file, lines: readText(file).trimEnd().split('\n').length }));
const faults = lengths
  .filter(({ lines }) => lines > LIMIT)
  .map(({ file, lines }) => `${file} has ${lines} lines, at most ${LIMIT} are meant`);
const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
console.log(`check-size: median ${sorted[Math.floor(sorted.length / 2)]} lines, longest ${sorted.at(-1)}`);
report('check-size', { read: files.length, floor: FLOOR, faults });
