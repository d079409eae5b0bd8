import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Json } from '@westgate/base';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

/** Where the standard's own schema lies, outside the project. */
const STANDARD = fileURLToPath(new URL('../../../../../../shared/data/oc4ids-0.9.5', import.meta.url));

/** Why the tests that need the standard's own files are skipped; false where they are there. */
export const ABSENT = existsSync(`${STANDARD}/project-schema.json`) ? false : '../shared/data/oc4ids-0.9.5 not found: skipped';

/** A file of the standard. */
export function standardText(name: string): string {
  return readFileSync(`${STANDARD}/${name}`, 'utf8');
}

let judges: { readonly ofPackage: ValidateFunction; readonly ofProject: ValidateFunction } | null = null;

/** What the published schema says of a document, by a validator that is not ours: pointers of its faults. */
export function judged(document: Json, what: 'package' | 'project'): readonly string[] {
  judges ??= judgesOf();
  const judge = what === 'package' ? judges.ofPackage : judges.ofProject;
  judge(document);
  return (judge.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
}

/** The schemas are of draft 4, of which they use nothing but `id` that is written otherwise now. */
function judgesOf(): NonNullable<typeof judges> {
  const ajv = new Ajv({ allErrors: true, strict: false });
  formats.default(ajv);
  const [project, whole] = ['project-schema.json', 'project-package-schema.json'].map((name) => {
    const { id, $schema: _, ...rest } = JSON.parse(standardText(name));
    return { $id: id, ...rest };
  });
  ajv.addSchema(project ?? {});
  return { ofPackage: ajv.compile(whole ?? {}), ofProject: ajv.compile({ $ref: project?.$id }) };
}
