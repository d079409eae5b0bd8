import { canonicalJson, type Json, JsonShape, type Said } from '@westgate/base';
import { isBlank, type Kind, nothing, textCell } from './kind.ts';
import { bad, good, textOfCell } from './reading.ts';
import { firstWrong, isKeptText, wrongLine } from './texts.ts';

/** What the JSON of a cell may hold. */
const CELL_LIMITS = { depth: 40, count: 1_000_000 } as const;
const expected: Kind['expected'] = ({ about }) => about;
const readJson: Kind['readJson'] = (raw, field) => (raw === undefined || raw === null ? nothing(field, expected) : good(raw));
const readText: Kind['readText'] = (cell, field) => readJson(isBlank(cell) ? null : jsonIn(cell), field);

/** What has parts of its own: a shape, axes, the content of a report. Its parts are checked where they are used. */
export const json: Kind = {
  sql: 'jsonb',
  sqlCheck: null,
  isKept: (value) => isKeptJson(value, { left: CELL_LIMITS.count }, CELL_LIMITS.depth),
  expected,
  holds: () => 'JSON',
  examples: () => [{ type: 'Point', coordinates: [116.2, 39.9e-7], deep: [null, true, { 中: '' }] }, {}],
  readJson,
  readText,
  readCell: (cell, field) =>
    cell.kind === 'error' ? { ...bad('malformed', expected(field)), found: cell.error } : readText(textOfCell(cell) ?? '', field),
  writeText,
  writeCell: (value) => textCell(writeText(value)),
  standard: ({ standard = null }) => standard,
  least: null,
  isMade: false,
  isReviewable: false,
  isShort: false,
  isBilingual: false,
  pointer: null,
  days: null,
  wrongForm: (value, _field, { holdsNames }) => (holdsNames ? wrongInside(value) : null),
  order: null,
  filters: ['known', 'unknown'],
  groups: false,
  sums: false,
  searchWeight: 0,
};

function writeText(value: unknown): string {
  return canonicalJson(jsonOf(value));
}

/** The value of a column of JSON: it was read from JSON. */
function jsonOf(value: unknown): Json {
  return value as Json;
}

/** The JSON of a cell; a text that is none, or goes deeper than any of ours, stays the text, which no check of its content passes. */
function jsonIn(cell: string): unknown {
  if (new JsonShape(CELL_LIMITS).faultIn(cell) !== null) return cell;
  try {
    return JSON.parse(cell);
  } catch {
    return cell;
  }
}

/** `budget`: how many values it may still hold. */
function isKeptJson(value: unknown, budget: { left: number }, depth: number): boolean {
  budget.left -= 1;
  if (budget.left < 0 || depth < 0) return false;
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return isKeptText(value);
  // A hole in a list is no value.
  if (Array.isArray(value)) return Array.from(value).every((inner) => isKeptJson(inner, budget, depth - 1));
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.entries(value).every(([name, inner]) => isKeptText(name) && isKeptJson(inner, budget, depth - 1));
}

function wrongInside(value: unknown): Said | null {
  if (typeof value === 'string') return wrongLine(value);
  return typeof value === 'object' && value !== null ? firstWrong(Object.values(value), wrongInside) : null;
}
