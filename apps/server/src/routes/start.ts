import { WestgateError } from '@westgate/base';
import type { Standing } from '@westgate/contract';
import type { Desk } from '@westgate/desk';
import { FOLDER_TABLES, type Row } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { readerNow } from '../caller/caller.ts';
import { change, read, write } from '../http/route.ts';
import type { Examples } from '../office/example.ts';
import type { Office } from '../office/office.ts';
import { receiptOf } from '../present/deed.ts';
import { importReportOf } from '../present/import-report.ts';
import { pair } from '../present/text.ts';
import type { View } from '../view/view.ts';

/** Deeds that put one district in place of another, or none in its place. */
const SWEEPING = ['start-district', 'clear-district', 'import'] as const;

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

/** What is held, what could be loaded, and the last deed where it was a sweeping one that still stands. */
async function standingOf(desk: Desk, { register }: View, offered: Pick<Standing, 'example' | 'practice'>): Promise<Standing> {
  const { seq, mode } = desk;
  const [district]: readonly Row<'district'>[] = [...register.district.values()];
  const records = FOLDER_TABLES.reduce((sum, name) => sum + register[name].size, 0) - register.district.size;
  const held = district ? { id: district.id, name: pair(district.name_zh, district.name_en), records } : null;
  const [deed] = readerNow() === null ? await desk.deeds(1) : [];
  const verb = SWEEPING.find((each) => each === deed?.verb);
  return { seq, held, ...offered, last: deed && verb ? { seq: deed.seq, at: deed.at, who: deed.who, verb } : null, mode };
}
