// A screen looks the same on a machine without fonts: every sign that we or the bundled district write is in the fonts that we ship, or is
// drawn. Signs that are only read in the documents of others are not ours.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { signsOf } from './font-signs.mjs';
import { filesUnder, ROOT, readText, report } from './house.mjs';

const FLOOR = 600;
const ENTRY = 'apps/web/src/main.tsx';
/** What is read there stands in documents, and in names, that come from elsewhere. */
const READERS =
  /^packages\/(base\/src\/name-likeness\.ts|domain\/src\/words\/|domain\/src\/results\/margin\.ts|desk\/src\/sheets\/task\/number-mark\.ts)/;
const SPACES = /[\n\r\t\u{200b}-\u{200f}\u{2028}-\u{202e}\u{2060}-\u{2069}\u{feff}]/u;

const sheets = [...readText(ENTRY).matchAll(/^import '(@fontsource[^']+\.css)';$/gm)].map(([, sheet]) => sheet);
const fonts = sheets.map((sheet) => ({ sheet, signs: signsShipped(sheet) }));
const files = ['apps/web/src', 'apps/server/src', 'packages', 'data'].flatMap((folder) =>
  filesUnder(folder, (name) => /\.(tsx?|css|json|csv|geojson|txt|html)$/.test(name) && !/\/test\//.test(name) && !READERS.test(name)),
);
const faults = files.flatMap(faultsIn);
if (fonts.length < 3) faults.push(`only ${fonts.length} style sheets of fonts are imported by ${ENTRY}`);
for (const { sheet, signs } of fonts) if (signs.size < 10_000) faults.push(`${sheet} has only ${signs.size} signs`);
report('check-signs', { read: files.length, floor: FLOOR, faults });

function faultsIn(file) {
  const text = readText(file);
  return [...new Set(text)]
    .filter((sign) => !SPACES.test(sign))
    .flatMap((sign) => {
      const lacking = fonts.filter(({ signs }) => !signs.has(sign.codePointAt(0))).map(({ sheet }) => sheet);
      if (lacking.length === 0) return [];
      const line = text.slice(0, text.indexOf(sign)).split('\n').length;
      return [`${file}:${line} has ${sign} (U+${sign.codePointAt(0).toString(16)}), which is not in ${lacking.join(', ')}`];
    });
}

/** The signs for which a browser draws from the fonts of a style sheet: those in a font, within the range the sheet gives it. */
function signsShipped(sheet) {
  const path = createRequire(join(ROOT, ENTRY)).resolve(sheet);
  const css = readText(path.slice(ROOT.length + 1));
  const shipped = new Set();
  for (const [, face] of css.matchAll(/@font-face\s*\{([^}]*)\}/g)) {
    const file = /url\(([^)]+\.woff2)\)/.exec(face)[1];
    const ranges = (/unicode-range:\s*([^;]+)/.exec(face)?.[1] ?? 'U+0-10FFFF')
      .split(',')
      .map((range) => range.trim().slice(2).split('-'))
      .map(([first, last = first]) => [Number.parseInt(first, 16), Number.parseInt(last, 16)]);
    for (const sign of signsOf(join(dirname(path), file))) {
      if (ranges.some(([first, last]) => sign >= first && sign <= last)) shipped.add(sign);
    }
  }
  return shipped;
}
