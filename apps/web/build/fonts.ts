import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fontOf, readFont } from '@westgate/base';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';
import { compress, decompress } from 'wawoff2';

/** The faces of the screens: the package that each comes in, cut into a hundred files, and how its files end. */
const FACES = {
  sans: { from: '@fontsource-variable/noto-sans-sc', ends: '-wght-normal.woff2' },
  'serif-400': { from: '@fontsource/noto-serif-sc', ends: '-400-normal.woff2' },
  'serif-600': { from: '@fontsource/noto-serif-sc', ends: '-600-normal.woff2' },
} as const;
type Face = keyof typeof FACES;

/** The weights that the screens set text in: what else a face has is left out. */
const WEIGHTS = { wght: { min: 400, max: 700, default: 400 } };
/** Quotation marks, dots and dashes of English: those of the Chinese fonts are as wide as a character, or half of it. */
const ENGLISH_MARKS = '·–—‘’“”…';
/** The Latin fonts that the Chinese ones are made with. */
const ENGLISH_FACES = {
  'english-sans': '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
  'english-serif-400': '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2',
  'english-serif-600': '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2',
} as const;
/** Marks of Chinese text. Their glyphs are moved by those beside them: they keep the rules of shaping that their file has. */
const MARKS = '、。〈〉《》「」『』【】〔〕〖〗！％（），－．／：；？～￥';
/** Signs of our own beside the words, on most screens in every language: one file has them, so that they are there when the first screen is laid out. */
const OWN_SIGNS = '←→△○●◇◐∅✓中';
/** The file of Latin letters: the style sheet names it. */
const LATIN = '-latin';
const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/westgate-fonts', import.meta.url));
const require = createRequire(import.meta.url);

interface Made {
  /** Changes with what the fonts are made from and how. */
  readonly version: string;
  /** What the Latin files have beyond ISO 8859-1. */
  readonly latin: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly marks: readonly { readonly face: Face | keyof typeof ENGLISH_FACES; readonly file: string; readonly signs: string }[];
}

/**
 * Makes the fonts of the screens: each face whole, out of which the server hands the letters that a screen shows, and its marks in small files. What was made is kept
 * for the next build.
 */
export function fonts(): Plugin {
  let made: Made;
  return {
    name: 'fonts',
    async config() {
      made = await makeFonts();
      const marks = made.marks.map(({ face, file, signs }) => [face, file, signs]);
      return { define: { __FONTS__: JSON.stringify({ version: made.version, latin: made.latin, marks }) } };
    },
    writeBundle({ dir = '' }) {
      mkdirSync(join(dir, 'fonts'), { recursive: true });
      for (const [name, bytes] of made.files) writeFileSync(join(dir, 'fonts', name), bytes);
    },
  };
}

async function makeFonts(): Promise<Made> {
  const version = versionOf();
  const kept = join(CACHE, version);
  if (!existsSync(join(kept, 'marks.json'))) {
    mkdirSync(kept, { recursive: true });
    const marks: Made['marks'][number][] = [];
    for (const face of Object.keys(FACES) as Face[]) {
      const parts = await partsOf(face);
      const signs = parts.flatMap(({ font }) => [...font.glyphOf.keys()]);
      const whole = fontOf(
        parts.map(({ font }) => font),
        signs,
      );
      writeFileSync(join(kept, `${face}.ttf`), whole);
      if (face === 'sans') {
        const own = [...OWN_SIGNS].filter((sign) => signs.includes(sign.codePointAt(0) ?? 0));
        const small = fontOf(
          parts.map(({ font }) => font),
          own.map((sign) => sign.codePointAt(0) ?? 0),
        );
        writeFileSync(join(kept, 'sans-signs.woff2'), await compress(small));
        marks.push({ face, file: 'sans-signs.woff2', signs: own.join('') });
      }
      for (const { bytes, font } of parts) {
        const own = [...MARKS].filter(
          (mark) => font.glyphOf.has(mark.codePointAt(0) ?? 0) && !marks.some((made) => made.face === face && made.signs.includes(mark)),
        );
        if (own.length === 0) continue;
        const file = `${face}-marks-${marks.length}.woff2`;
        writeFileSync(join(kept, file), await subsetFont(Buffer.from(bytes), own.join(''), { targetFormat: 'woff2' }));
        marks.push({ face, file, signs: own.join('') });
      }
    }
    for (const face of Object.keys(ENGLISH_FACES) as (keyof typeof ENGLISH_FACES)[]) {
      const file = `${face}.woff2`;
      const bytes = readFileSync(require.resolve(ENGLISH_FACES[face]));
      writeFileSync(join(kept, file), await subsetFont(bytes, ENGLISH_MARKS, { targetFormat: 'woff2', ...axesOf(face) }));
      marks.push({ face, file, signs: ENGLISH_MARKS });
    }
    writeFileSync(join(kept, 'marks.json'), JSON.stringify(marks));
  }
  const names = readdirSync(kept).filter((name) => name !== 'marks.json');
  return {
    version,
    latin: await latinOf('sans'),
    files: new Map(names.map((name) => [name, readFileSync(join(kept, name))])),
    marks: JSON.parse(readFileSync(join(kept, 'marks.json'), 'utf8')),
  };
}

/** Without the weights that no text is set in: what changes along the axis becomes smaller numbers. */
async function lighter(face: Face, part: Uint8Array): Promise<Uint8Array> {
  if (face !== 'sans') return part;
  const signs = String.fromCodePoint(...readFont(part).glyphOf.keys());
  return Uint8Array.from(await subsetFont(Buffer.from(part), signs, { targetFormat: 'truetype', ...axesOf(face) }));
}

function axesOf(face: string) {
  return face.endsWith('sans') ? { variationAxes: WEIGHTS } : {};
}

/** The files that a face comes in, unpacked, the most used first: those of Chinese are numbered, those of other alphabets are named. */
async function partsOf(face: Face) {
  const { ends } = FACES[face];
  const folder = folderOf(face);
  const names = readdirSync(folder).filter((name) => name.endsWith(ends) && !name.endsWith(LATIN + ends));
  if (names.length < 90) throw new Error(`expected a face to come in some hundred files, found ${names.length} in ${folder}`);
  const numberOf = (name: string): number => Number(/-(\d+)$/.exec(name.slice(0, -ends.length))?.[1] ?? 0);
  const parts = [];
  for (const name of names.sort((a, b) => numberOf(b) - numberOf(a))) {
    const bytes = await lighter(face, await unpacked(join(folder, name)));
    parts.push({ bytes, font: readFont(bytes) });
  }
  return parts;
}

async function latinOf(face: Face): Promise<string> {
  const { glyphOf } = readFont(await unpacked(join(folderOf(face), `noto-sans-sc${LATIN}${FACES[face].ends}`)));
  return [...glyphOf.keys()]
    .filter((sign) => sign > 0xff)
    .map((sign) => String.fromCodePoint(sign))
    .join('');
}

/** A copy: the unpacker uses its memory again. */
async function unpacked(path: string): Promise<Uint8Array> {
  return Uint8Array.from(await decompress(readFileSync(path)));
}

function folderOf(face: Face): string {
  return join(dirname(require.resolve(`${FACES[face].from}/LICENSE`)), 'files');
}

function versionOf(): string {
  const names = [
    ...Object.values(FACES).map(({ from }) => from),
    ...Object.values(ENGLISH_FACES).map((file) => file.replace(/\/files\/.*/, '')),
  ];
  const packages = names.map((name) => readFileSync(join(dirname(require.resolve(`${name}/LICENSE`)), 'package.json')));
  const how = [fileURLToPath(import.meta.url), require.resolve('@westgate/base')].map((file) =>
    readFileSync(join(dirname(file), file.endsWith('fonts.ts') ? 'fonts.ts' : 'font-file.js')),
  );
  const hash = createHash('sha256');
  for (const part of [...packages, ...how]) hash.update(part);
  return hash.digest('hex').slice(0, 12);
}
