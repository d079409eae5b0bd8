import { inBackground } from '@westgate/base';
import { MEDIA, type valueSheetSchema } from '@westgate/contract';
import {
  previewValues,
  readValues,
  takeValues,
  type ValueSheet,
  type ValueStandards,
  writeValueCsv,
  writeValueSheet,
} from '@westgate/desk';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { type Downloads, restsOn } from '../answers/downloads.ts';
import { base64Bytes } from '../http/base64-bytes.ts';
import { serve, write } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { heldDistrict } from '../present/district.ts';
import { valuePreviewOf, valueReportOf } from '../present/value-sheet.ts';
import { firstLanguage } from '../view/view.ts';

/** Signs nothing: what is only looked at is not stored. */
const LOOKING = 'westgate';

type Asking = z.output<typeof valueSheetSchema.valuePreviewRequest>;

/** Adds bringing a sheet of values of indicators, and all of them as a sheet. */
export function addValueSheets(app: FastifyInstance, office: Office, downloads: Downloads): void {
  const { desk } = office;
  write(app, 'preview-values', {
    act: async ({ body }) => {
      const view = office.view();
      const sheet = await sheetOf(office, body);
      const choice = { standards: standardsOf(body), today: office.today() };
      const compared = await previewValues(view.register, sheet, choice);
      const rows = compared.faultCount === 0 ? 'all' : 'clear';
      // Whoever looks at a sheet may well take it next, and need not wait for it then; what is refused is told to who takes it.
      inBackground(
        'thinking out a sheet of values',
        () => desk.thinkAhead(takeValues(sheet, { ...choice, rows }), { who: body.who ?? LOOKING }),
        () => undefined,
      );
      return valuePreviewOf(view, sheet, compared);
    },
  });
  write(app, 'import-values', {
    act: async ({ body, idem }) => {
      const { rows, who, reason } = body;
      const work = takeValues(await sheetOf(office, body), { standards: standardsOf(body), rows, today: office.today() });
      return valueReportOf(await desk.write(work, { who, reason, idem }));
    },
  });
  addExport(app, office, downloads, 'xlsx');
  addExport(app, office, downloads, 'csv');
}

function addExport(app: FastifyInstance, office: Office, downloads: Downloads, kind: 'xlsx' | 'csv'): void {
  serve(app, `values-${kind}`, async (request, reply, { query: { lang } }) => {
    const view = office.view();
    heldDistrict(view.register);
    const language = lang ?? firstLanguage(view);
    reply
      .type(MEDIA[kind])
      .header('content-disposition', `attachment; filename="values-${view.seq}.${kind}"`)
      .header('cache-control', 'no-store');
    return downloads.send(request, reply, restsOn(request, view), async () => [
      kind === 'csv' ? writeValueCsv(view.register, view, language) : await writeValueSheet(view.register, view, language),
    ]);
  });
}

/** The sheet, its names understood by what whoever asks may know. */
function sheetOf(office: Office, { file, sheet, period, indicator, names }: Asking): Promise<ValueSheet> {
  const { register } = office.view();
  heldDistrict(register);
  return readValues(register, {
    bytes: base64Bytes(file.base64, 'file.base64'),
    fileName: file.name,
    asking: { sheet, period, indicator, names },
  });
}

function standardsOf({ source, status, confidence }: Asking): ValueStandards {
  return { source: source ?? null, status, confidence };
}
