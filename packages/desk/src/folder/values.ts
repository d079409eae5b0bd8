import { isDay, isPeriod, isSlug, type Said } from '@westgate/base';
import { type Field, MOST_FEN } from '@westgate/domain';
import type { FaultCode } from './fault.ts';

/** A value read, or why it could not be. */
export type Reading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: FaultCode; readonly expected: Said; readonly found?: string };

/** Characters of one text. */
const MAX_TEXT = 20_000;
/** PostgreSQL `integer`. */
const MAX_INTEGER = 2_147_483_647;
/** Words of an amount. */
const FEN = { zh: `0 至 ${MOST_FEN} 的整数（分）`, en: `whole fen from 0 to ${MOST_FEN}` };
const WORDS = { zh: '以 ; 隔开的词', en: 'words separated by ;' };
/** Characters no text may hold: control characters but tab and line feed, the replacement character, halves of pairs. */
const BAD_CHARACTER = /[\p{Surrogate}\uFFFD]|(?![\t\n])\p{Cc}/u;

/** True for a text that holds nothing but characters a person can read. */
export function isReadable(text: string): boolean {
  return !BAD_CHARACTER.test(text);
}

/**
 * Reads one value by its field: text from a CSV cell, or the JSON value of a GeoJSON property. Empty means not given (null; a list: empty).
 * References are only checked for their form, `json` fields not at all: both are checked where the whole folder is known.
 */
export function readValue(field: Field, raw: unknown): Reading {
  if (field.kind === 'json') return raw === undefined || raw === null ? empty(field) : good(raw);
  if (raw === undefined || raw === null || (typeof raw === 'string' && raw.trim() === '')) {
    return field.kind === 'list' ? good([]) : empty(field);
  }
  if (field.kind === 'list') return readList(raw);
  if (typeof raw === 'boolean') return field.kind === 'boolean' ? good(raw) : bad(codeOf(field), expectedOf(field));
  if (typeof raw === 'number') return readNumber(field, String(raw));
  if (typeof raw !== 'string') return bad(codeOf(field), expectedOf(field));
  return readText(field, raw.trim());
}

function readText(field: Field, text: string): Reading {
  if (!isReadable(text)) return bad('encoding', { zh: '读得出的字符', en: 'readable characters' });
  if (text.length > MAX_TEXT) return bad('bad-text', { zh: `至多 ${MAX_TEXT} 个字符`, en: `at most ${MAX_TEXT} characters` });
  switch (field.kind) {
    case 'number':
    case 'integer':
    case 'fen':
      return readNumber(field, text);
    case 'boolean':
      return /^(?:true|false)$/i.test(text) ? good(text.toLowerCase() === 'true') : bad('bad-boolean', expectedOf(field));
    case 'day':
      return isDay(text) ? good(text) : bad('bad-day', expectedOf(field));
    case 'period':
      return isPeriod(text) ? good(text) : bad('bad-period', expectedOf(field));
    case 'enum':
      return field.values?.includes(text) ? good(text) : bad('unknown-word', expectedOf(field));
    case 'id':
    case 'ref':
    case 'anyref':
      return isSlug(text) ? good(text) : bad('bad-id', expectedOf(field));
    default:
      return good(text);
  }
}

function readNumber(field: Field, text: string): Reading {
  if (field.kind !== 'number' && field.kind !== 'integer' && field.kind !== 'fen') return bad(codeOf(field), expectedOf(field));
  const pattern = field.kind === 'number' ? /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/ : /^-?\d+$/;
  const value = Number(text);
  const inRange = isInRange(field.kind, value);
  return pattern.test(text) && inRange ? good(value === 0 ? 0 : value) : bad(codeOf(field), expectedOf(field));
}

function isInRange(kind: 'number' | 'integer' | 'fen', value: number): boolean {
  if (kind === 'number') return Number.isFinite(value);
  return kind === 'fen' ? value >= 0 && value <= MOST_FEN : Math.abs(value) <= MAX_INTEGER;
}

function readList(raw: unknown): Reading {
  const parts = typeof raw === 'string' ? raw.split(';') : raw;
  if (!Array.isArray(parts)) return bad('malformed', WORDS);
  const words: string[] = [];
  for (const part of parts) {
    if (typeof part !== 'string' || part.includes(';') || !isReadable(part)) return bad('malformed', WORDS);
    if (part.trim() !== '' && !words.includes(part.trim())) words.push(part.trim());
  }
  return good(words);
}

function codeOf(field: Field): FaultCode {
  switch (field.kind) {
    case 'number':
      return 'bad-number';
    case 'integer':
    case 'fen':
      return 'bad-integer';
    case 'boolean':
      return 'bad-boolean';
    case 'day':
      return 'bad-day';
    case 'period':
      return 'bad-period';
    case 'enum':
      return 'unknown-word';
    case 'text':
      return 'bad-text';
    case 'list':
    case 'json':
      return 'malformed';
    default:
      return 'bad-id';
  }
}

/** What a field accepts, in words. */
function expectedOf(field: Field): Said {
  switch (field.kind) {
    case 'number':
      return { zh: '数，如 1200.5，不带分隔符', en: 'a number such as 1200.5, without separators' };
    case 'integer':
      return { zh: '整数', en: 'a whole number' };
    case 'fen':
      return FEN;
    case 'boolean':
      return { zh: 'true 或 false', en: 'true or false' };
    case 'day':
      return { zh: '日历上有的日期，如 2024-03-31', en: 'a day such as 2024-03-31' };
    case 'period':
      return {
        zh: '时段，如 2024、2024-03、2024-Q1、2024-H1、2024-03-31，或以 / 相连的两个',
        en: 'a period such as 2024, 2024-03, 2024-Q1, 2024-H1, 2024-03-31 or two joined by /',
      };
    case 'enum':
      return { zh: `以下之一：${field.values?.join('、')}`, en: `one of ${field.values?.join(', ')}` };
    case 'id':
    case 'ref':
    case 'anyref':
      return {
        zh: '编号，由 1 至 80 个字母、数字、点、连字符或下划线组成',
        en: 'an id of 1 to 80 letters, digits, dots, dashes or underscores',
      };
    case 'text':
      return { zh: '文字', en: `a text: ${field.about}` };
    case 'list':
      return WORDS;
    case 'json':
      return { zh: '该栏要求的内容', en: field.about };
  }
}

function empty(field: Field): Reading {
  return field.optional ? good(null) : bad('missing-value', expectedOf(field));
}

function good(value: unknown): Reading {
  return { ok: true, value };
}

function bad(code: FaultCode, expected: Said): Reading {
  return { ok: false, code, expected };
}
