import assert from 'node:assert/strict';
import { z } from 'zod';
import type { TestOffice } from '../office.ts';

const parameter = z.object({ name: z.string(), in: z.string(), schema: z.object({ format: z.unknown().optional() }).optional() });
const operation = z.object({
  parameters: z.array(parameter).default([]),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })) }).optional(),
});
const document = z.object({
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});

/** A route as the OpenAPI document of the running server tells it. */
export interface Route {
  readonly method: string;
  /** `/api/v1/places/{id}` */
  readonly template: string;
  /** The same with the id of a record that is there. */
  readonly path: string;
  readonly query: readonly string[];
  readonly takesId: boolean;
  readonly takesMatch: boolean;
  /** The smallest body of the right form; null where the route takes none. */
  readonly body: Readonly<Record<string, unknown>> | null;
  /** Where a day, a month or a period is named: in the query, or in the body by the way to it. */
  readonly days: readonly DayAt[];
}

/** A day that a route takes. */
export interface DayAt {
  readonly where: 'query' | 'body';
  readonly way: readonly string[];
}

/** Every route of the server, with a record of its kind where it takes an id. */
export async function routesOf(office: Pick<TestOffice, 'desk' | 'ask'>): Promise<readonly Route[]> {
  const { paths, components } = document.parse(JSON.parse(await (await office.ask('/api/openapi.json')).text()));
  const routes: Route[] = [];
  for (const [template, methods] of Object.entries(paths)) {
    for (const [method, { parameters, requestBody }] of Object.entries(methods)) {
      // Forms with a file have a thousand malformed uploads of their own.
      if (requestBody && !('application/json' in requestBody.content)) continue;
      const schema = requestBody?.content['application/json']?.schema;
      const named = (where: string) => parameters.filter((each) => each.in === where).map(({ name }) => name);
      routes.push({
        method: method.toUpperCase(),
        template,
        path: pathOf(office, template),
        query: named('query'),
        takesId: template.includes('{'),
        takesMatch: named('header').includes('if-match'),
        days: [
          ...parameters.flatMap((each): DayAt[] =>
            each.in === 'query' && DAY_FORMATS.has(each.schema?.format) ? [{ where: 'query', way: [each.name] }] : [],
          ),
          ...daysIn(schema, components.schemas, []),
        ],
        body: schema === undefined ? null : z.record(z.string(), z.unknown()).parse(sampleOf(schema, components.schemas)),
      });
    }
  }
  assert.ok(routes.length > 60, `${routes.length} routes`);
  return routes;
}

function pathOf({ desk }: Pick<TestOffice, 'desk'>, template: string): string {
  const kind = /\/v1\/([a-z]+)s\/\{id\}/.exec(template)?.[1] ?? 'place';
  const [first] =
    Object.entries(desk.register)
      .find(([name]) => name === kind)?.[1]
      .keys() ?? [];
  const values: Readonly<Record<string, string>> = { id: first ?? 'nothing-here', seq: '1', group: 'base', z: '14', x: '8000', y: '5000' };
  return template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '1');
}

/** What the document says of a text that names a day, a month or a period. */
const DAY_FORMATS: ReadonlySet<unknown> = new Set(['date', 'month', 'period']);

function daysIn(schema: unknown, named: Readonly<Record<string, unknown>>, way: readonly string[]): readonly DayAt[] {
  const shape = parseShape(schema);
  if (shape.$ref) return daysIn(named[shape.$ref.split('/').at(-1) ?? ''], named, way);
  if (DAY_FORMATS.has(shape.format)) return [{ where: 'body', way }];
  const options = (shape.anyOf ?? []).flatMap((each) => daysIn(each, named, way)).slice(0, 1);
  const items = shape.items === undefined ? [] : daysIn(shape.items, named, [...way, '0']);
  return [...options, ...items, ...Object.entries(shape.properties ?? {}).flatMap(([name, each]) => daysIn(each, named, [...way, name]))];
}

interface Shape {
  readonly format?: unknown;
  readonly items?: unknown;
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
}

/** The smallest value of a JSON schema, with everything that is required and nothing else. */
function sampleOf(schema: unknown, named: Readonly<Record<string, unknown>>): unknown {
  const shape = parseShape(schema);
  if (shape.$ref) return sampleOf(named[shape.$ref.split('/').at(-1) ?? ''], named);
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  if (shape.anyOf) return shape.anyOf.some((each) => parseShape(each).type === 'null') ? null : sampleOf(shape.anyOf[0], named);
  switch (shape.type) {
    case 'string':
      return 'x';
    case 'integer':
    case 'number':
      return 1;
    case 'boolean':
      return true;
    case 'array':
      return [];
    default: {
      const required = Object.entries(shape.properties ?? {}).filter(([name]) => shape.required?.includes(name));
      return Object.fromEntries(required.map(([name, value]) => [name, sampleOf(value, named)]));
    }
  }
}

function parseShape(schema: unknown): Shape {
  return (schema ?? {}) as Shape;
}
