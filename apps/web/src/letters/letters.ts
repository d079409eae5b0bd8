import { type Shown, watchText } from './watch-text.ts';

/** The faces that text is set in, as the server names them. */
export type Face = 'sans' | 'serif-400' | 'serif-600';

/** The faces of English quotation marks, dots and dashes. */
type EnglishFace = 'english-sans' | 'english-serif-400' | 'english-serif-600';

/** Filled in by the build: what the fonts were made from, the signs of the Latin files, and the marks of each face with the file that has them. */
declare const __FONTS__: {
  readonly version: string;
  readonly latin: string;
  readonly marks: readonly (readonly [face: Face | EnglishFace, file: string, signs: string])[];
};

const FAMILIES: Readonly<Record<Face | EnglishFace, { readonly family: string; readonly weight: string }>> = {
  sans: { family: 'Noto Sans SC Variable', weight: '100 900' },
  'serif-400': { family: 'Noto Serif SC', weight: '400' },
  'serif-600': { family: 'Noto Serif SC', weight: '600' },
  'english-sans': { family: 'Latin Marks Sans', weight: '100 900' },
  'english-serif-400': { family: 'Latin Marks Serif', weight: '400' },
  'english-serif-600': { family: 'Latin Marks Serif', weight: '600' },
};
/** Most letters of one request; the server takes no more. */
const MOST_LETTERS = 800;
/** Beyond as many kept sets, the larger half is kept. */
const MOST_KEPT = 60;
const SEMIBOLD = 500;
/** One of each file that every screen has signs of. */
const FIRST_SIGNS = 'A△…';
/** How long after a file that failed its letters are asked for again, each time: a server that starts anew has its moment, one that is gone is left alone. */
const AGAIN_AFTER = [1_000, 3_000, 10_000, 30_000, 60_000];
/** So long files that belong together wait for each other. */
const TOGETHER_MS = 1_000;
/** Half of a character, which a text that was cut in the middle of it may end with. */
const HALF = /\p{Surrogate}/u;

/** Letters of each face that the browser knows a file for. */
const told = Object.fromEntries(Object.keys(FAMILIES).map((face) => [face, new Set<string>()])) as Readonly<
  Record<Face | EnglishFace, Set<string>>
>;
/** What is waited for before it is added. */
const coming = new Set<Promise<unknown>>();
/** The sets that were asked for, in this window and before: the browser still holds their files. */
let kept: (readonly [face: Face, letters: string])[] = [];

/**
 * From now on, what text comes on the screen gets its letters before it is drawn: those that no text before had, by a font file that holds no others. Without it, a
 * screen in Chinese asks for sixteen files of two hundred characters to show three hundred.
 */
export function bringLetters(): void {
  for (const mark of __FONTS__.marks) if (!isFace(mark[0])) document.fonts.add(fileOfMarks(mark));
  needLetters('sans', FIRST_SIGNS);
  kept = readKept();
  for (const [face, letters] of kept) document.fonts.add(fileOf(face, [...letters]));
  watchText((shown) => {
    const needed: Record<Face, string> = { sans: '', 'serif-400': '', 'serif-600': '' };
    for (const each of shown) needed[faceOf(each)] += each.text;
    const files = (['sans', 'serif-400', 'serif-600'] as const).flatMap((face) => filesFor(face, needed[face]));
    addTogether(files).catch(reportError);
  });
}

/** Brings the files that every screen is set in: text that is laid out before they are here is laid out once more. */
export async function bringFirstLetters(): Promise<void> {
  const { fontFamily } = getComputedStyle(document.body);
  await Promise.all([
    document.fonts.load(`400 1em ${fontFamily}`, FIRST_SIGNS),
    document.fonts.load(`600 1em "${FAMILIES['serif-600'].family}"`, 'A'),
  ]);
}

type Marks = (typeof __FONTS__.marks)[number];

function fileOfMarks([face, file, signs]: Marks): FontFace {
  return fileAt(face, [...signs], `/fonts/${file}?v=${__FONTS__.version}`);
}

/** Tells the browser where the letters of `text` come from, in that face. They are loaded when they are drawn, or asked for by `document.fonts.load`. */
export function needLetters(face: Face, text: string): void {
  for (const file of filesFor(face, text)) document.fonts.add(file);
}

/** The files with the letters of `text` that the browser knows none for yet. */
function filesFor(face: Face, text: string): readonly FontFace[] {
  const letters = [...new Set(text)]
    .filter((letter) => letter > '\u00ff' && !HALF.test(letter) && !told[face].has(letter) && !__FONTS__.latin.includes(letter))
    .sort();
  const marks = __FONTS__.marks.filter(([of, , signs]) => of === face && letters.some((letter) => signs.includes(letter)));
  const files = marks.map(fileOfMarks);
  const others = letters.filter((letter) => !marks.some(([, , signs]) => signs.includes(letter)));
  for (let start = 0; start < others.length; start += MOST_LETTERS) {
    const some = others.slice(start, start + MOST_LETTERS);
    files.push(fileOf(face, some));
    keep(face, some.join(''));
  }
  return files;
}

/**
 * Adds files once all of them are here: each that is added alone has all text laid out once more. Those that are long in coming come alone. Meanwhile the page
 * bears `data-letters`.
 */
async function addTogether(files: readonly FontFace[]): Promise<void> {
  if (files.length === 0) return;
  const loaded = Promise.allSettled(files.map((file) => file.load()));
  const here = Promise.race([loaded, new Promise((late) => setTimeout(late, TOGETHER_MS))]);
  coming.add(here);
  document.documentElement.dataset.letters = 'coming';
  await here;
  for (const file of files) if (file.status !== 'error') document.fonts.add(file);
  coming.delete(here);
  if (coming.size === 0) delete document.documentElement.dataset.letters;
}

/** Fulfilled once the letters that are on the way are here, and laid out. */
export async function lettersHere(): Promise<void> {
  await Promise.all(coming);
  await document.fonts.ready;
}

function fileOf(face: Face, letters: readonly string[]): FontFace {
  return fileAt(face, letters, `/letters/${face}?v=${__FONTS__.version}&of=${encodeURIComponent(letters.join(''))}`);
}

/** A file of letters, which are told from now on. One that does not come is asked for again. */
function fileAt(face: Face | EnglishFace, letters: readonly string[], address: string, failed = 0): FontFace {
  const { family, weight } = FAMILIES[face];
  const unicodeRange = letters.map((letter) => `U+${letter.codePointAt(0)?.toString(16)}`).join();
  const file = new FontFace(family, `url("${address}")`, { weight, unicodeRange, display: 'swap' });
  for (const letter of letters) told[face].add(letter);
  file.loaded.catch(() => {
    document.fonts.delete(file);
    const after = AGAIN_AFTER[failed];
    if (after !== undefined) setTimeout(() => document.fonts.add(fileAt(face, letters, address, failed + 1)), after);
    // The next text with these letters asks again.
    else for (const letter of letters) told[face].delete(letter);
  });
  return file;
}

function faceOf({ element }: Shown): Face {
  const { fontFamily, fontWeight } = getComputedStyle(element);
  if (!fontFamily.includes(FAMILIES['serif-600'].family)) return 'sans';
  return Number(fontWeight) < SEMIBOLD ? 'serif-400' : 'serif-600';
}

function keep(face: Face, letters: string): void {
  kept = [...kept, [face, letters]];
  // The sets of whole screens stay, those of a letter or two that somebody typed go.
  if (kept.length > MOST_KEPT) kept = kept.toSorted((a, b) => b[1].length - a[1].length).slice(0, MOST_KEPT / 2);
  try {
    localStorage.setItem(keptAs(), JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing asks anew each time.
  }
}

function readKept(): typeof kept {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(keptAs()) ?? '[]');
    if (!Array.isArray(read)) return [];
    return read.filter((each): each is [Face, string] => Array.isArray(each) && isFace(each[0]) && typeof each[1] === 'string');
  } catch {
    return [];
  }
}

function isFace(face: unknown): face is Face {
  return face === 'sans' || face === 'serif-400' || face === 'serif-600';
}

function keptAs(): string {
  return `westgate.letters.${__FONTS__.version}`;
}
