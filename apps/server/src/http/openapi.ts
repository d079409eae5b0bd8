import { z } from 'zod';

const parameter = z.looseObject({
  name: z.string(),
  in: z.string(),
  required: z.boolean().default(false),
  description: z.string().optional(),
  schema: z.unknown(),
});
const content = z.record(z.string(), z.looseObject({ schema: z.unknown() }));
const operation = z.looseObject({
  summary: z.string(),
  description: z.string().optional(),
  tags: z.array(z.string()).default([]),
  parameters: z.array(parameter).default([]),
  requestBody: z.looseObject({ content }).optional(),
  responses: z.record(z.string(), z.looseObject({ description: z.string(), content: content.optional() })),
});
const openApi = z.looseObject({
  openapi: z.string(),
  info: z.looseObject({ title: z.string(), description: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
});

/** The OpenAPI document as far as it is read here; the rest is kept as it is. */
export type OpenApi = z.output<typeof openApi>;
export type Operation = z.output<typeof operation>;

const REF = '#/components/schemas/';
/** The generator adds this to the name of a schema that is read from a request. */
const INPUT = 'Input';

/**
 * The generated document made readable: schemas that nothing refers to are left out, and a schema that only requests use keeps its plain
 * name.
 */
export function tidyOpenApi(generated: unknown): OpenApi {
  const document = openApi.parse(copyOf(generated, (ref) => ref));
  const wanted = reached(document);
  const plainName = (name: string): string => {
    const plain = name.endsWith(INPUT) ? name.slice(0, -INPUT.length) : name;
    return wanted.has(plain) ? name : plain;
  };
  const renamed = openApi.parse(copyOf(document, plainName));
  const schemas = [...wanted].map((name) => [plainName(name), renamed.components.schemas[name]] as const);
  schemas.sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...renamed, components: { ...renamed.components, schemas: Object.fromEntries(schemas) } };
}

/** The name of the schema that `schema` refers to; null where it is written out. */
export function referredName(schema: unknown): string | null {
  const ref = typeof schema === 'object' && schema !== null && '$ref' in schema ? schema.$ref : null;
  return typeof ref === 'string' && ref.startsWith(REF) ? ref.slice(REF.length) : null;
}

/** The names of all schemas that the paths refer to, directly or through others. */
function reached(document: OpenApi): ReadonlySet<string> {
  const found = new Set<string>();
  const collect = (part: unknown): void => {
    copyOf(part, (name) => {
      if (!found.has(name)) {
        found.add(name);
        collect(document.components.schemas[name] ?? {});
      }
      return name;
    });
  };
  collect(document.paths);
  return found;
}

/** A deep copy as plain JSON, each reference to a schema renamed. */
function copyOf(value: unknown, rename: (name: string) => string): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, part: unknown) =>
      key === '$ref' && typeof part === 'string' && part.startsWith(REF) ? REF + rename(part.slice(REF.length)) : part,
    ),
  );
}
