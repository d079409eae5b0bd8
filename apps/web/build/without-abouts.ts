import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const FIELDS = fileURLToPath(new URL('../../../packages/domain/src/register/fields/fields.ts', import.meta.url));
/** The functions that describe a column and say last what it means, in both languages. */
const DESCRIBING = new Set(
  [...readFileSync(FIELDS, 'utf8').matchAll(/^export function (\w+)[^(]*\([^)]*\bzh: string, en: string\)/gm)].map(([, name]) => name),
);
/** Where tables, columns and actions are described. */
const DESCRIPTIONS = /\/packages\/domain\/src\/(?:register\/(?:tables|fields)|actions|computed|runs)\/.*\.ts$/;

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}
type Span = readonly [start: number, end: number];

/**
 * Leaves out what tables, columns and actions mean, for field notes, documents and who asks by the API: no screen shows it, and every first look would carry it. What a
 * person reads are labels and hints.
 */
export const withoutAbouts: Plugin = {
  name: 'without-abouts',
  enforce: 'pre',
  transform(code, id) {
    if (!DESCRIPTIONS.test(id)) return null;
    const spans = aboutsIn(this.parse(code, { lang: 'ts' })).sort(([a], [b]) => b - a);
    return spans.reduce((text, [start, end]) => `${text.slice(0, start)}''${text.slice(end)}`, code);
  },
};

/** Where the texts stand in a syntax tree (ESTree). */
function aboutsIn(value: unknown): Span[] {
  if (Array.isArray(value)) return value.flatMap(aboutsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [...aboutOf(value as Node), ...Object.values(value).flatMap(aboutsIn)];
}

function aboutOf(node: Node): readonly Span[] {
  if (node.type === 'Property') {
    const { key, value } = node as Node & {
      readonly key: Node & { readonly name?: string };
      readonly value: Node & { readonly value?: unknown };
    };
    return key.name === 'about' ? textsIn(value) : [];
  }
  if (node.type !== 'CallExpression') return [];
  const { callee, arguments: given } = node as Node & {
    readonly callee: Node & { readonly name?: string };
    readonly arguments: readonly Node[];
  };
  return callee.name !== undefined && DESCRIBING.has(callee.name) ? given.slice(-2).filter(isText).map(spanOf) : [];
}

/** Where a text stands, or the two of one that is said in both languages. */
function textsIn(value: Node & { readonly properties?: readonly (Node & { readonly value?: Node })[] }): readonly Span[] {
  if (isText(value)) return [spanOf(value)];
  return (value.properties ?? []).flatMap(({ value: each }) => (each && isText(each) ? [spanOf(each)] : []));
}

function spanOf({ start, end }: Node): Span {
  return [start, end];
}

function isText(node: Node & { readonly value?: unknown }): boolean {
  return node.type === 'Literal' && typeof node.value === 'string';
}
