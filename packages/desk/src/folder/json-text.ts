import { JsonShape } from '@westgate/base';
import { written } from './expected.ts';
import type { FaultList } from './fault.ts';

/** A FeatureCollection goes ten deep; 100,000 sites of 50 positions hold 15 million values. */
const JSON_LIMITS = { depth: 40, count: 40_000_000 } as const;

/** The value of a JSON file; `undefined`, with a fault, where it is none. */
export function parseJson(file: string, text: string, faults: FaultList): unknown {
  const beyond = new JsonShape(JSON_LIMITS).faultIn(text);
  if (beyond !== null) {
    faults.add('malformed', { file, row: null }, null, beyond, { zh: '超出', en: 'more' });
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const line = lineOf(text, error);
    const where = line === null ? { zh: '文字', en: '' } : { zh: `第 ${line} 行`, en: `, in line ${line}` };
    const found = { zh: `读不出的${where.zh}`, en: `${error instanceof Error ? error.message : 'something else'}${where.en}` };
    faults.add('malformed', { file, row: file.endsWith('.geojson') ? null : line }, null, written('JSON'), found);
    return undefined;
  }
}

/** True for a JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Characters of a line that may hold a whole array or object. */
const WIDTH = 120;

/** JSON a person can edit: two blanks a level, and short arrays and objects on one line. */
export function prettyJson(value: unknown, indent = ''): string {
  const flat = flatJson(value);
  if (typeof value !== 'object' || value === null || indent.length + flat.length <= WIDTH) return flat;
  const inner = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((entry) => `${inner}${prettyJson(entry, inner)}`)
    : Object.entries(value).map(([key, entry]) => `${inner}${JSON.stringify(key)}: ${prettyJson(entry, inner)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

function flatJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flatJson).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}: ${flatJson(entry)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function lineOf(text: string, error: unknown): number | null {
  const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  return position === undefined ? null : text.slice(0, Number(position)).split('\n').length;
}
