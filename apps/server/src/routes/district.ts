import { districtSchema, publicationSchema } from '@westgate/contract';
import { writeFolder } from '@westgate/desk';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { asOfOnly, noParams, read, write } from '../http/route.ts';
import { dayAsked, type Office } from '../office.ts';
import { coverageIn, gapPageIn } from '../present/coverage.ts';
import { districtIn, heldDistrict } from '../present/district.ts';
import { importReportOf } from '../present/import-report.ts';
import { publicationIn } from '../present/publication.ts';

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
    errors: ['WG_NO_DISTRICT'],
    present: (view) => districtIn(view, { mode: desk.mode, modeReason: desk.reason, modeNote: desk.note }),
  });
  read(app, office, '/coverage', {
    summary: 'How much of the plan is held fast, and the first gaps of each name with their reasons',
    tag: 'district',
    params: noParams,
    query: asOfOnly,
    answer: districtSchema.coverage,
    present: (view) => coverageIn(view),
  });
  read(app, office, '/gaps', {
    summary: 'What is missing, by the name of the gap, page by page',
    tag: 'district',
    params: noParams,
    query: districtSchema.gapQuery,
    answer: districtSchema.gapPage,
    present: (view, { query }) => gapPageIn(view, query),
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
    errors: ['WG_NO_DISTRICT'],
    present: (view) => {
      heldDistrict(view.register);
      return { seq: view.seq, files: Object.fromEntries(writeFolder(view.register)) };
    },
  });
  read(app, office, '/publication', {
    summary: 'Everything that is public, as one answer: what `westgate publish` writes as pages',
    tag: 'district',
    params: noParams,
    query: asOfOnly,
    answer: publicationSchema.publication,
    errors: ['WG_NO_DISTRICT'],
    present: async (_view, { query }) => {
      const view = office.publicView(dayAsked(query));
      const [last] = await desk.deeds(1, view.seq + 1);
      return publicationIn(view, last?.hash ?? '');
    },
  });
  write(app, '/district/import', {
    summary: 'Make the district what the files of a folder say, as one deed; with dryRun only tell what would change',
    tag: 'district',
    params: noParams,
    body: districtSchema.importRequest,
    answer: districtSchema.importReport,
    errors: ['WG_FOLDER_INVALID'],
    bodyLimit: IMPORT_BYTES,
    act: async ({ body: { files, ...choices }, idem }) =>
      importReportOf(await desk.importFolder(new Map(Object.entries(files)), { ...choices, idem })),
  });
}
