import { referredName } from './openapi.ts';

/** A JSON schema, as far as it is read here. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: unknown;
  readonly prefixItems?: readonly unknown[];
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly anyOf?: readonly unknown[];
  readonly oneOf?: readonly unknown[];
  readonly default?: unknown;
}

/** True for anything that can be read as a JSON schema. */
export function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields of an object schema; none for other schemas. */
export function schemaRows(schema: Schema): readonly { readonly name: string; readonly isRequired: boolean; readonly schema: Schema }[] {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).map(([name, field]) => ({
    name,
    isRequired: required.has(name),
    schema: isSchema(field) ? field : {},
  }));
}

/** What a value of the schema looks like, in one line; a named schema stands as `[[Name]]`. */
export function typeText(schema: unknown): string {
  const name = referredName(schema);
  if (name !== null) return `[[${name}]]`;
  if (!isSchema(schema)) return 'anything';
  const text = bareText(schema);
  return schema.default === undefined ? text : `${text}, ${JSON.stringify(schema.default)} when left out`;
}

function bareText(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map(String).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map(typeText))].join(' | ');
  if (schema.prefixItems) return `[${schema.prefixItems.map(typeText).join(', ')}]`;
  if (schema.items !== undefined) return `list of ${typeText(schema.items)}`;
  if (schema.properties)
    return `{${Object.entries(schema.properties)
      .map(([field, value]) => `${field}: ${typeText(value)}`)
      .join(', ')}}`;
  if (isSchema(schema.additionalProperties)) return `map of ${typeText(schema.additionalProperties)}`;
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  if (types.length === 0) return 'anything';
  return types.map((type) => (type === 'string' && schema.format ? `string (${schema.format})` : type)).join(' | ');
}
