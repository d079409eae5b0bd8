import { z } from 'zod';
import { asOfQuery, bilingual } from './common.ts';
import { reason, who } from './revise.ts';

const count = z.number().int();
const said = z.object({ zh: z.string(), en: z.string() });
const lang = z.enum(['zh', 'en']).optional().describe('the language of texts; the first of the district when absent');

export const publicQuery = asOfQuery.extend({ lang });
export const exportQuery = z.strictObject({
  lang,
  received: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('a project that came from OC4IDS: the document it came in, faulty parts and all; without it every project, free of errors'),
});

export const oc4idsFault = z
  .object({
    pointer: z.string().describe('where: a JSON pointer; empty for the whole document'),
    weight: z.enum(['error', 'remark']).describe('error: keeps the document from conforming; remark: allowed, and said'),
    code: z.enum(['kind', 'missing', 'empty', 'form', 'code', 'twice', 'too-small', 'no-currency', 'no-party', 'project-id', 'not-read']),
    expected: said,
    found: said,
  })
  .meta({ id: 'Oc4idsFault' });

export const importRequest = z.strictObject({
  fileName: z.string().min(1).max(200),
  text: z.string().max(6_000_000).describe('the document: an OC4IDS package, or one project'),
  faulty: z
    .enum(['refuse', 'leave-out', 'keep'])
    .default('refuse')
    .describe(
      'what becomes of projects with errors: nothing is taken at all; these are left out; or these too, their faulty parts kept as they came',
    ),
  dryRun: z.boolean().default(false),
  who,
  reason,
});

export const importReport = z
  .object({
    stored: z.boolean(),
    dryRun: z.boolean(),
    seq: count.nullable(),
    changeCount: count,
    tables: z.array(z.object({ table: z.string(), created: count, changed: count, deleted: count })),
    projects: z
      .array(
        z.object({
          pointer: z.string(),
          id: z.string().nullable(),
          title: z.string().nullable(),
          state: z.enum(['new', 'changed', 'same', 'left-out']),
          project: z.string().nullable(),
          errors: count,
          unused: z.array(z.string()).describe('fields that no record holds: kept, given back, not used'),
        }),
      )
      .describe('the first 500'),
    projectCount: count,
    faults: z.array(oc4idsFault).describe('the first of them, errors first'),
    errors: count,
    remarks: count,
  })
  .meta({ id: 'Oc4idsImportReport' });

export const projectOc4ids = z
  .object({
    id: z.string(),
    isRegistered: z.boolean().describe('whether the six characters of the id are registered, or came with the project'),
    came: z
      .object({ fileName: z.string().nullable(), on: z.string() })
      .nullable()
      .describe('the document it came in; null where it came in none'),
    unused: z.string().nullable().describe('what of that no record holds, as JSON: kept, given back, not used'),
    columns: z.array(z.object({ column: z.string(), name: said })).describe('columns that hold something the standard has no field for'),
    records: z
      .array(z.object({ table: z.string(), said, count, how: z.enum(['none', 'part']) }))
      .describe('records of the project that the standard has no field for, or that are said in part'),
    leftOut: z.array(oc4idsFault).describe('faulty parts that it came with, left out of what is published'),
    name: bilingual,
  })
  .meta({ id: 'ProjectOc4ids' });
