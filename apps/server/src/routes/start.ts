import { WestgateError } from '@westgate/base';
import { districtSchema, editSchema, reviseSchema } from '@westgate/contract';
import { revisableColumns } from '@westgate/desk';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Examples } from '../example.ts';
import { change, noParams, read, write } from '../http/route.ts';
import type { Office } from '../office.ts';
import { receiptOf } from '../present/deed.ts';
import { importReportOf } from '../present/import-report.ts';
import { standingOf } from '../present/standing.ts';

/** Bytes of a request that begins a district: its outline may be long. */
const START_BYTES = 8 * 1024 * 1024;

/** Adds what begins a district, clears it, loads one that Westgate came with, and changes the district itself. */
export function addStart(app: FastifyInstance, office: Office, examples: Examples): void {
  const { desk } = office;
  read(app, office, '/district/standing', {
    summary: 'What is held, also where there is no district, and the districts that could be loaded',
    tag: 'district',
    params: noParams,
    query: z.strictObject({}),
    answer: editSchema.standing,
    present: async (view) => {
      const [example, practice] = await Promise.all([examples.example, examples.practice].map((each) => each?.name() ?? null));
      return standingOf(desk, view, { example: example ?? null, practice: practice ?? null });
    },
  });
  write(app, '/district/start', {
    summary: 'Begin a district with nothing in it; what was held goes, and comes back when that deed is undone',
    tag: 'district',
    params: noParams,
    body: editSchema.startRequest,
    answer: districtSchema.receipt,
    bodyLimit: START_BYTES,
    act: async ({ body: { fields, outline, who, reason }, idem }) =>
      receiptOf(await desk.startDistrict({ fields, outline }, { who, reason, idem }), null),
  });
  write(app, '/district/clear', {
    summary: 'Take everything out, the district itself as well; it comes back when that deed is undone',
    tag: 'district',
    params: noParams,
    body: editSchema.clearRequest,
    answer: districtSchema.receipt,
    errors: ['WG_NO_DISTRICT'],
    act: async ({ body, idem }) => receiptOf(await desk.startDistrict(null, { ...body, idem }), null),
  });
  write(app, '/district/example', {
    summary: 'Load a district that came with Westgate, the example or the practice district, in place of what is held, as one deed',
    tag: 'district',
    params: noParams,
    body: editSchema.exampleRequest,
    answer: districtSchema.importReport,
    errors: ['WG_NOT_FOUND', 'WG_FOLDER_INVALID'],
    act: async ({ body: { which, ...by }, idem }) => {
      const example = examples[which];
      if (!example)
        throw new WestgateError('WG_NOT_FOUND', {
          zh: `西大门没有自带这个区：${which}`,
          en: `expected a district that this Westgate came with, found ${which}`,
        });
      return importReportOf(await desk.importFolder(example.source, { ...by, idem, otherDistrict: true }));
    },
  });
  change(app, 'PATCH', '/district', {
    summary: 'Give fields of the district itself other values: name, frame, languages, axes, units, notice',
    tag: 'district',
    params: noParams,
    body: reviseSchema.revision('district', revisableColumns('district')),
    answer: districtSchema.receipt,
    errors: ['WG_NO_DISTRICT'],
    act: async ({ body: { who, reason, fields }, idem, rev }) => {
      const [key] = desk.register.district.keys();
      if (key === undefined) throw new WestgateError('WG_NO_DISTRICT', { zh: '没有可改的区', en: 'there is no district to change' });
      return receiptOf(await desk.revise({ table: 'district', key, rev, fields }, { who, reason, idem }), null);
    },
  });
}
