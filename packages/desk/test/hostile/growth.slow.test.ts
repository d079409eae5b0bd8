import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftPlan, parseFolder, readFolder } from '@westgate/desk';
import { compareTexts, emptyRegister, findWords, splitPlanText } from '@westgate/domain';
import { textFault } from '../../src/evidence/check-content.ts';
import { readDelimited } from '../../src/sheets/file/read-delimited.ts';
import { attributeOf, tagPattern, withoutPrefix } from '../../src/sheets/file/xml-text.ts';
import { decodePlan } from '../../src/words/decode-plan.ts';
import { xmlFault } from '../../src/words/xml-fault.ts';
import { HARBOUR } from '../folders.ts';

/** A text of `units` and some units; four times as long it may take eight times as long: n to the power of 1.5. */
const TIMES = 4;
const MOST_RATIO = 8;
/** Milliseconds of processor time below which a ratio says nothing. */
const LEAST_MS = 60;
const LENGTH = 10_000;

const PIECES = [
  'x',
  ' ',
  '\n',
  '"',
  '""',
  ',',
  '",\n',
  '"a"b"',
  '<',
  '<a',
  '<a b="',
  "<a b='",
  '<a b="c" ',
  '</a',
  '<!--',
  '&',
  '&#',
  '。',
  '，',
  '“',
  '（',
  '.',
  '1.',
  'a.',
  '、',
  '2026年',
  'e.g. ',
  '\r',
  '\u3000',
  '长',
  'ab ',
  '年底前',
  '；',
  '1 ',
  '\u0301',
];

const harbour = await readFolder(HARBOUR);
const files = (path: string, text: string): void => {
  parseFolder(new Map(harbour).set(path, text));
};

/** What reads foreign text, with what it reads. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  'a plan text cut into sentences': splitPlanText,
  'drafts of a plan text': (text) => draftPlan(emptyRegister(), text, { planYear: 2026 }),
  'bytes of a plan text': (text) => decodePlan(Buffer.from(text), 'plan.txt'),
  'a table of text': (text) => readDelimited(Buffer.from(`a,b\n${text}`), 'tasks.csv', 'csv'),
  'tags looked through': (text) => xmlFault(text, { depth: 200, count: 1e9 }),
  'tags found': (text) => [...text.matchAll(tagPattern('a|row'))].map(([, , given = '']) => attributeOf(given, 'b')),
  'tags without prefix': (text) => withoutPrefix(`<x:a${text}`, 'a'),
  'words found in a sentence': (text) => findWords(text, text.slice(0, 200), 0.4),
  'a CSV file of a folder': (text) => files('programme/projects.csv', text),
  'a plan text of a folder': (text) => files('words/ward-plan.en.md', text),
  'a GeoJSON file of a folder': (text) =>
    files('places/places.geojson', `{"type":"FeatureCollection","features":[${JSON.stringify(text)}]}`),
  'a district.json of a folder': (text) => files('district.json', `{"id":${JSON.stringify(text)}}`),
  'a text looked at as evidence': (text) => {
    const bytes = Buffer.from(text);
    return textFault({ length: bytes.length, read: async (at, count) => bytes.subarray(at, at + count) });
  },
};

for (const [what, read] of Object.entries(READERS)) {
  test(`${what}: four times the text takes at most eight times as long, whatever it is made of`, async (t) => {
    const slow: string[] = [];
    for (const piece of PIECES) {
      const few = await spent(read, piece, LENGTH);
      const many = await spent(read, piece, LENGTH * TIMES);
      if (many < LEAST_MS || many / Math.max(few, LEAST_MS / MOST_RATIO) < MOST_RATIO) continue;
      const again = (await spent(read, piece, LENGTH * TIMES)) / Math.max(await spent(read, piece, LENGTH), LEAST_MS / MOST_RATIO);
      if (again >= MOST_RATIO)
        slow.push(`${JSON.stringify(piece)}: ${few.toFixed(0)} and ${many.toFixed(0)} ms, ${again.toFixed(1)} times`);
    }
    t.diagnostic(slow.join('; '));
    assert.deepEqual(slow, []);
  });
}

test('texts of sentences that are all alike are compared in time that grows with their pairs, not faster', async () => {
  const of = (count: number) => () => {
    const old = Array.from({ length: count }, (_, at) => ({ id: `s${at}`, revision: 1, text: `Build the pier of ward ${at}, in 2026.` }));
    return compareTexts(
      old,
      old.map(({ text }, at) => `${text} ${at % 7}`),
    );
  };
  of(50)();
  const [few, many] = [await spentOn(of(150)), await spentOn(of(600))];
  assert.ok(
    many / few < 40,
    `${few.toFixed(0)} and ${many.toFixed(0)} ms: sixteen times the pairs, ${(many / few).toFixed(1)} times the time`,
  );
});

function spent(read: (text: string) => unknown, piece: string, length: number): Promise<number> {
  const text = piece.repeat(Math.ceil(length / piece.length));
  return spentOn(() => read(text));
}

/** Milliseconds of processor time of the process; a refusal is an answer. */
async function spentOn(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
