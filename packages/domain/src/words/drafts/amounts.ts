import type { Span } from './draft.ts';
import type { Lexicon, Qualifier } from './lexicon.ts';

/** A number in a clause, with its unit where it has one. */
export interface Amount {
  /** Figures and scale: `3450亿`, `440 billion`. */
  readonly number: Span & { readonly value: number; readonly inWords: boolean };
  readonly unit: (Span & { readonly code: string; readonly isBefore: boolean }) | null;
  /** What a measure word of the unit counts, where it is known. */
  readonly counted: (Span & { readonly code: string }) | null;
  readonly qualifier: Qualifier | null;
}

const FIGURES = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/y;
const CHINESE = /[零〇一二两三四五六七八九十百千]{1,9}(?:[万亿][零〇一二两三四五六七八九十百千]{0,8}){0,2}/y;
const CHINESE_DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const CHINESE_SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
/** Years of age are no amount: `70周岁以上`. */
const AGE = /^(?:周?岁|-year|岁)/;
/** Units that may stand before their number. */
const BEFORE_NUMBER: ReadonlySet<string> = new Set(['yuan', 'usd', 'eur', 'gbp', 'nok', 'sek', 'dkk', 'percent']);
const CHINESE_LARGE: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };
/** Figures, their scale and a measure word, which says nothing of what is counted. */
const MEASURE = /(?:[个项件台部处条场家所座块片根盏口期批组对]|场次|方面)$/;
/** A mark that ends a part of a clause. */
const MARK = /[，,、；;：:（）()]/;
/** How far behind a measure word the noun may end. */
const NOUN_WITHIN = 12;
/** How far before a number its qualifier or currency may begin. */
const NEAR = 24;

/**
 * The numbers of a clause, in order. Left out are those that `isTaken` says belong to something else (a date, a name, a quotation), numbers
 * within codes such as `1+3+1` or `5G`, ordinals, and numbers in words without a unit after them: "two strategies" is no amount.
 */
export function amountsIn(text: string, { start, end }: Span, lexicon: Lexicon, isTaken: (at: number) => boolean): readonly Amount[] {
  const amounts: Amount[] = [];
  let position = start;
  while (position < end) {
    const amount = isTaken(position) ? null : amountAt(text, position, { start, end }, lexicon);
    if (amount === null) position = nextPlace(text, position, end);
    else {
      amounts.push(amount);
      position = Math.max(amount.unit?.end ?? 0, amount.number.end);
    }
  }
  return amounts;
}

/** The amount that a draft shows: the first with a unit from `from` on, else the first with a bound, else the first. */
export function leadingAmount(amounts: readonly Amount[], from = 0): Amount | null {
  const behind = amounts.find(({ number, unit }) => unit !== null && number.start >= from);
  return behind ?? amounts.find(({ unit }) => unit !== null) ?? amounts.find(({ qualifier }) => qualifier !== null) ?? amounts[0] ?? null;
}

function amountAt(text: string, at: number, within: Span, lexicon: Lexicon): Amount | null {
  const number = numberAt(text, at, within.end, lexicon) ?? scaleAt(text, at, within, lexicon);
  if (number === null) return null;
  if (AGE.test(text.slice(number.end, number.end + 2)) || isYear(text, number, within, lexicon)) return null;
  const unit = unitAfter(text, number.end, within, lexicon) ?? unitBefore(text, at, within, lexicon);
  if (number.inWords && (unit === null || !(unit.isBefore || isCounted(text, at, within, lexicon)))) return null;
  if (unit === null && /[a-z°]/.test(text.charAt(number.end))) return null;
  const all = { start: unit?.isBefore ? unit.start : at, end: unit && !unit.isBefore ? unit.end : number.end };
  return { number, unit, counted: countedNoun(text, all, within, lexicon), qualifier: qualifierOf(text, all, within, lexicon) };
}

/**
 * What is counted where a measure word stands behind the number: `小区` of `20个老旧小区` and of `改造老旧小区300个`. It stands behind the measure word,
 * or before the number, with no mark between. Null where no noun is known.
 */
function countedNoun(text: string, { start, end }: Span, within: Span, lexicon: Lexicon): Amount['counted'] {
  if (!MEASURE.test(text.slice(start, end))) return null;
  const part = { start: partOf(text, within.start, start), end: Math.min(within.end, end + NOUN_WITHIN) };
  const after = text.slice(end, part.end).search(MARK);
  const found =
    lexicon.counted.first(text, end, after < 0 ? part.end : end + after) ?? lastNoun(text, { start: part.start, end: start }, lexicon);
  return found && { start: found.start, end: found.end, code: found.value };
}

/** Where the part between marks begins that `at` stands in. */
function partOf(text: string, from: number, at: number): number {
  let start = at;
  while (start > Math.max(from, at - NEAR) && !MARK.test(text.charAt(start - 1))) start -= 1;
  return start;
}

function lastNoun(text: string, { start, end }: Span, lexicon: Lexicon): ReturnType<Lexicon['counted']['at']> {
  let last = lexicon.counted.first(text, start, end);
  for (let next = last; next !== null; next = lexicon.counted.first(text, next.end, end)) last = next;
  return last;
}

/** A year that stands alone, as in the name of a law or of games, is no amount. */
function isYear(text: string, number: Amount['number'], within: Span, lexicon: Lexicon): boolean {
  if (number.inWords || !/^(?:19|20)\d\d$/.test(text.slice(number.start, number.end))) return false;
  return unitAfter(text, number.end, within, lexicon) === null && unitBefore(text, number.start, within, lexicon) === null;
}

/** `万名青年`: a scale with a unit behind it and nothing before it but a verb or a bound. */
function scaleAt(text: string, at: number, within: Span, lexicon: Lexicon): Amount['number'] | null {
  const scale = /[百千万亿]/.test(text.charAt(at)) ? lexicon.scales.at(text, at, within.end) : null;
  if (scale === null || /[\d一二三四五六七八九十百千万亿几数余多.]/.test(text.charAt(at - 1))) return null;
  return { start: at, end: scale.end, value: scale.value, inWords: true };
}

function unitAfter(text: string, end: number, within: Span, lexicon: Lexicon): Amount['unit'] {
  const unit = lexicon.units.at(text, skipSpace(text, end), within.end);
  return unit && { start: unit.start, end: unit.end, code: unit.value, isBefore: false };
}

/** Money and 百分之 stand before their number. */
function unitBefore(text: string, at: number, within: Span, lexicon: Lexicon): Amount['unit'] {
  const unit = wordsBefore(text, at, within.start, (place) => lexicon.units.at(text, place, at));
  return unit && BEFORE_NUMBER.has(unit.value) ? { start: unit.start, end: unit.end, code: unit.value, isBefore: true } : null;
}

function numberAt(text: string, at: number, end: number, lexicon: Lexicon): Amount['number'] | null {
  FIGURES.lastIndex = at;
  const figures = FIGURES.exec(text)?.[0];
  if (figures !== undefined) {
    if (isCode(text, at, at + figures.length)) return null;
    const value = Number(figures.replaceAll(',', ''));
    return scaled(text, { start: at, end: at + figures.length, value, inWords: false }, end, lexicon);
  }
  CHINESE.lastIndex = at;
  const chinese = CHINESE.exec(text)?.[0];
  if (chinese !== undefined) {
    const isOrdinal = text.charAt(at - 1) === '第' || /^分之|^[a-z]/.test(text.slice(at + chinese.length, at + chinese.length + 2));
    return isOrdinal || at + chinese.length > end
      ? null
      : { start: at, end: at + chinese.length, value: chineseNumber(chinese), inWords: true };
  }
  const word = lexicon.numerals.at(text, at, end);
  return word === null ? null : scaled(text, { start: at, end: word.end, value: word.value, inWords: true }, end, lexicon);
}

/**
 * An amount in Chinese words is one right after its verb or a word such as 不少于: `新建三所学校`, not `三张名片` elsewhere. One of something is no
 * amount: `一处`.
 */
function isCounted(text: string, at: number, within: Span, lexicon: Lexicon): boolean {
  if (!/\p{Script=Han}/u.test(text.charAt(at))) return true;
  if (text.charAt(at) === '一' && !/[十百千万亿]/.test(text.charAt(at + 1))) return false;
  return (
    wordsBefore(text, at, within.start, (place) => lexicon.verbs.zh.at(text, place, at)) !== null ||
    wordsBefore(text, at, within.start, (place) => lexicon.qualifiers.at(text, place, at)) !== null
  );
}

/** Takes the scale words after a number with it: `56.8万`, `440 billion`, `1万亿`. */
function scaled(text: string, number: Amount['number'], end: number, lexicon: Lexicon): Amount['number'] {
  let { end: until, value } = number;
  for (let turns = 0; turns < 2; turns += 1) {
    const scale = lexicon.scales.at(text, skipSpace(text, until), end);
    if (scale === null) break;
    until = scale.end;
    value *= scale.value;
  }
  return { ...number, end: until, value: Number(value.toPrecision(15)) };
}

/** True for figures within a code, a version, a range of years or a number that names something: `1+3+1`, `e-3`, `no. 7`, `第3`. */
function isCode(text: string, start: number, end: number): boolean {
  const [before, after] = [text.slice(Math.max(0, start - 4), start), text.slice(end, end + 2)];
  return (
    /(?:[\p{Script=Latin}\d][-—–~]?|[+/.№#第之]|\bno\.? )$/u.test(before) ||
    /^(?:[+/]\d|[-–—~]\d|\.\d|[+]|[-–][a-z])/.test(after) ||
    /^(?:st|nd|rd|th)/.test(after)
  );
}

function qualifierOf(text: string, { start, end }: Span, within: Span, lexicon: Lexicon): Qualifier | null {
  const before = wordsBefore(text, start, within.start, (place) => lexicon.qualifiers.at(text, place, start));
  if (before !== null) return before.value;
  return lexicon.qualifiers.at(text, skipSpace(text, end), within.end)?.value ?? null;
}

/** The longest words that end right before `at`, but for white space. */
function wordsBefore<Match extends Span>(text: string, at: number, from: number, matchAt: (place: number) => Match | null): Match | null {
  for (let place = Math.max(from, at - NEAR); place < at; place += 1) {
    const match = matchAt(place);
    if (match !== null && text.slice(match.end, at).trim() === '') return match;
  }
  return null;
}

function chineseNumber(text: string): number {
  let [total, section, digit] = [0, 0, 0];
  for (const character of text) {
    const large = CHINESE_LARGE[character];
    const scale = CHINESE_SCALES[character];
    if (large !== undefined) {
      total = (total + section + digit) * large;
      [section, digit] = [0, 0];
    } else if (scale !== undefined) {
      section += (digit || 1) * scale;
      digit = 0;
    } else digit = CHINESE_DIGITS[character] ?? 0;
  }
  return total + section + digit;
}

function skipSpace(text: string, at: number): number {
  return text.charAt(at) === ' ' || text.charAt(at) === '\n' ? at + 1 : at;
}

/** The next place where a number may begin: past the rest of a Latin word or of figures. */
function nextPlace(text: string, at: number, end: number): number {
  let next = at + 1;
  if (!/[a-z\d]/.test(text.charAt(at))) return next;
  while (next < end && /[a-z\d]/.test(text.charAt(next))) next += 1;
  return next;
}
