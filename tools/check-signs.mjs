// A screen looks the same on a machine without fonts: every sign that we or the bundled district write is in the fonts that we ship, or is
// drawn. Papers and public pages are read with the fonts of the reader's machine: they keep to the signs that each of these has.
// Signs that are only read in the documents of others are not ours.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { signsOf } from './font-signs.mjs';
import { filesUnder, ROOT, readText, report } from './house.mjs';

const FLOOR = 600;
const ENTRY = 'apps/web/build/fonts.ts';
/** What is read there stands in documents, and in names, that come from elsewhere. */
const READERS =
  /^packages\/(base\/src\/name-likeness\.ts|domain\/src\/words\/|domain\/src\/results\/margin\.ts|desk\/src\/sheets\/common\/number-mark\.ts)/;
/** What nobody finds in a paper or on a public page: units, numerals and calendars as others write them, and names on the map of the screens. */
const NOT_TOLD = /^packages\/desk\/(vocabulary\/|src\/sheets\/(?:common\/plain-numerals|task\/read-due)\.ts)|\/osm-\w+\.geojson$/;
/** Punctuation of English beyond ISO 8859-1: in Times New Roman and Arial, which papers name, and in what stands for them elsewhere. */
const ENGLISH_MARKS = '–—‘’“”…−';
const SPACES = /[\n\r\t\u{200b}-\u{200f}\u{2028}-\u{202e}\u{2060}-\u{2069}\u{feff}]/u;

const faces = [...readText(ENTRY).matchAll(/from: '(@fontsource[^']+)', ends: '([^']+)'/g)].map(([, from, ends]) => ({ from, ends }));
const fonts = faces.map((face) => ({ face: `${face.from} (${face.ends})`, signs: signsShipped(face) }));
const everywhere = signsEverywhere();
const files = ['apps/web/src', 'apps/server/src', 'packages', 'data'].flatMap((folder) =>
  filesUnder(folder, (name) => /\.(tsx?|css|json|csv|geojson|txt|html)$/.test(name) && !/\/test\//.test(name) && !READERS.test(name)),
);
const told = [...filesUnder('apps/public/src'), ...files.filter((name) => /^(packages|data)\//.test(name) && !NOT_TOLD.test(name))];
const faults = [
  ...files.flatMap((file) => faultsIn(file, lackingIn)),
  ...told.flatMap((file) => faultsIn(file, (sign) => (everywhere.has(sign) ? [] : ['GB/T 2312 and ISO 8859-1']))),
];
if (everywhere.size < 7_500) faults.push(`only ${everywhere.size} signs are taken to be in every font`);
if (told.length < 500) faults.push(`only ${told.length} files of papers and public pages are read`);
if (fonts.length < 3) faults.push(`only ${fonts.length} faces are made by ${ENTRY}`);
for (const { face, signs } of fonts) if (signs.size < 10_000) faults.push(`${face} has only ${signs.size} signs`);
report('check-signs', { read: files.length, floor: FLOOR, faults });

/** The faces of the screens without a sign. */
function lackingIn(sign) {
  return fonts.filter(({ signs }) => !signs.has(sign.codePointAt(0))).map(({ face }) => face);
}

/**
 * The signs of every Chinese font since Windows 95 (仿宋_GB2312 is named by what it has: GB/T 2312-1980, rows 1 to 9 and 16 to 87), those of
 * ISO 8859-1, and the punctuation of English.
 */
function signsEverywhere() {
  const signs = new Set([...ENGLISH_MARKS, ...Array.from({ length: 0x100 }, (_, code) => String.fromCodePoint(code))]);
  const decoder = new TextDecoder('gbk');
  for (let row = 1; row <= 87; row += 1) {
    if (row > 9 && row < 16) continue;
    for (let cell = 1; cell <= 94; cell += 1) {
      // What GBK put into empty cells of these rows later: small Roman numerals, marks for vertical lines, letters of pinyin.
      if ((row === 2 && cell <= 10) || (row === 6 && cell >= 64 && cell <= 85) || (row === 8 && cell >= 27 && cell <= 32)) continue;
      const sign = decoder.decode(Uint8Array.of(0xa0 + row, 0xa0 + cell));
      if (!/[\ufffd\ue000-\uf8ff]/.test(sign)) signs.add(sign);
    }
  }
  return signs;
}

function faultsIn(file, lackingOf) {
  const text = readText(file);
  return [...new Set(text)]
    .filter((sign) => !SPACES.test(sign))
    .flatMap((sign) => {
      const lacking = lackingOf(sign);
      if (lacking.length === 0) return [];
      const line = text.slice(0, text.indexOf(sign)).split('\n').length;
      return [`${file}:${line} has ${sign} (U+${sign.codePointAt(0).toString(16)}), which is not in ${lacking.join(', ')}`];
    });
}

/** The signs of a face: the build makes it of all the files of its package that end so. */
function signsShipped({ from, ends }) {
  const folder = join(dirname(createRequire(join(ROOT, ENTRY)).resolve(`${from}/LICENSE`)), 'files');
  const files = readdirSync(folder).filter((name) => name.endsWith(ends));
  return new Set(files.flatMap((name) => [...signsOf(join(folder, name))]));
}
