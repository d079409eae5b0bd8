import { districtSchema, editSchema } from '@westgate/contract';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { asOfOnly, noParams, read, write } from '../http/route.ts';
import type { Office } from '../office.ts';
import { coverageIn } from '../present/coverage.ts';
import { receiptOf } from '../present/deed.ts';
import { districtIn } from '../present/district.ts';

/** Bytes of a district folder that may be sent to be imported. */
const IMPORT_BYTES = 32 * 1024 * 1024;

/** Adds what is told of the district as a whole, and its coming in and going out as a folder. */
export function addDistrict(app: FastifyInstance, office: Office): void {
  const { desk } = office;
  read(app, office, '/district', {
    summary: 'The district: names, frame, axes, plans, units, the ends of its time',
    tag: 'district',
    params: noParams,
    query: asOfOnly,
    answer: districtSchema.district,
    errors: ['WG_NOT_FOUND'],
    present: (view) => districtIn(view, { mode: desk.mode, modeReason: desk.reason, modeNote: desk.note }),
  });
  read(app, office, '/coverage', {
    summary: 'How much of the plan is held fast, and each gap with its reason',
    tag: 'district',
    params: noParams,
    query: asOfOnly,
    answer: districtSchema.coverage,
    present: (view) => coverageIn(view),
  });
  read(app, office, '/search', {
    summary: 'Records by their words, by pinyin or its first letters, or but for a slip, best first',
    tag: 'district',
    params: noParams,
    query: districtSchema.searchQuery,
    answer: districtSchema.searchResult,
    present: (view, { query }) => office.search.search(view, query),
  });
  read(app, office, '/district/export', {
    summary: 'The district as the files of a district folder',
    tag: 'district',
    params: noParams,
    query: z.strictObject({}),
    answer: districtSchema.exportAnswer,
    present: (view) => ({ seq: view.seq, files: Object.fromEntries(desk.exportFolder()) }),
  });
  write(app, '/district/start', {
    summary: 'Begin a district with nothing in it; what was held goes, and comes back when that deed is undone',
    tag: 'district',
    params: noParams,
    body: editSchema.startRequest,
    answer: districtSchema.receipt,
    act: async ({ body: { fields, who, reason }, idem }) => receiptOf(await desk.startDistrict(fields, { who, reason, idem }), null),
  });
  write(app, '/district/import', {
    summary: 'Make the district what the files of a folder say, as one deed; with dryRun only tell what would change',
    tag: 'district',
    params: noParams,
    body: districtSchema.importRequest,
    answer: districtSchema.importReport,
    errors: ['WG_FOLDER_INVALID'],
    bodyLimit: IMPORT_BYTES,
    act: async ({ body: { files, dryRun, otherDistrict, who }, idem }) => {
      const report = await desk.importFolder(new Map(Object.entries(files)), { who, idem, dryRun, otherDistrict });
      return {
        ...report,
        tables: report.tables.map((table) => ({ ...table })),
        changes: report.changes.map((change) => ({ ...change, fields: change.fields.map((field) => ({ ...field })) })),
      };
    },
  });
}
