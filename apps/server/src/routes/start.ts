import { WestgateError } from '@westgate/base';
import type { FastifyInstance } from 'fastify';
import { change, read, write } from '../http/route.ts';
import type { Examples } from '../office/example.ts';
import type { Office } from '../office/office.ts';
import { receiptOf } from '../present/deed.ts';
import { importReportOf } from '../present/import-report.ts';
import { standingOf } from '../present/standing.ts';

/** Adds what begins a district, clears it, loads one that Westgate came with, and changes the district itself. */
export function addStart(app: FastifyInstance, office: Office, examples: Examples): void {
  const { desk } = office;
  read(app, office, 'district-standing', {
    present: async (view) => {
      const [example, practice] = await Promise.all([examples.example, examples.practice].map((each) => each?.name() ?? null));
      return standingOf(desk, view, { example: example ?? null, practice: practice ?? null });
    },
  });
  write(app, 'start-district', {
    act: async ({ body: { fields, outline, who, reason }, idem }) =>
      receiptOf(await desk.startDistrict({ fields, outline }, { who, reason, idem }), null),
  });
  write(app, 'clear-district', { act: async ({ body, idem }) => receiptOf(await desk.startDistrict(null, { ...body, idem }), null) });
  write(app, 'load-example', {
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
  change(app, 'change-district', {
    act: async ({ body: { who, reason, fields }, idem, rev }) => {
      const [key] = desk.register.district.keys();
      if (key === undefined) throw new WestgateError('WG_NO_DISTRICT', { zh: '没有可改的区', en: 'there is no district to change' });
      return receiptOf(await desk.revise({ table: 'district', key, rev, fields }, { who, reason, idem }), null);
    },
  });
}
