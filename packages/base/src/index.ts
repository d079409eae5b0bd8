export { byText } from './by-text.ts';
export {
  addDays,
  addMonths,
  type DayString,
  dayAtNumber,
  dayNumber,
  dayOf,
  daysBetween,
  daysByMonths,
  type InstantString,
  isDay,
  isPeriod,
  type Period,
  periodSpan,
  weekdayOf,
} from './day.ts';
export { dividedBy } from './divided-by.ts';
export { ERRORS, type ErrorCode, invariant, never, noSuch, WestgateError } from './errors.ts';
export { ERRORS_ZH } from './errors-zh.ts';
export { expectedFound, inEnglish, type Told } from './expected-found.ts';
export { type Font, fontOf, readFont } from './font-file.ts';
export { type Geometry, type LngLat, linesOf, looksSwapped, positionsOf, type Ring } from './geometry.ts';
export { type Attribute, keysInOrder, keysOf, type Pivot, type PivotPart, pivotOf, type Tally, wordsFinder } from './grouping.ts';
export { Html, html, joined } from './html.ts';
export { type Id, idOf, isSlug, PART_ID } from './id.ts';
export { inBackground, nameBackground } from './in-background.ts';
export { canonicalJson, type Json, sameJson } from './json.ts';
export { type JsonLimits, JsonShape } from './json-shape.ts';
export {
  type Bilingual,
  inLanguage,
  inLanguageMarked,
  LANGUAGE_TAGS,
  type Language,
  languageHeld,
  onlyMark,
  type Said,
} from './language.ts';
export { isMailAddress } from './mail-address.ts';
export { foldName, looksOf, mixesScripts } from './name-likeness.ts';
export { packedFont } from './packed-font.ts';
export { cleanLine, cleanWords, strangeInLine, strangeInWords } from './plain-text.ts';
export { resultAtOnce } from './result-at-once.ts';
export { ALL_SHUT, LIST_ADDRESS_LIMIT, readShut, type ShutGroups } from './shut-groups.ts';
export { sortedSteps } from './sorted-steps.ts';
export { Turns } from './turns.ts';
export { webAddress } from './web-address.ts';
