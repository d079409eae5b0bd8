import { districtSchema, publicationSchema } from '@westgate/contract';
import type { FastifyInstance } from 'fastify';
import { type Downloads, restsOn } from '../answers/downloads.ts';
import { textInSlices } from '../answers/in-slices.ts';
import { asFile } from '../exports/download.ts';
import { parseInput } from '../http/parse.ts';
import { asOfOnly, isHeld, noParams, read, schemaOf, scopeOnly } from '../http/route.ts';
import { dayAsked, type Office } from '../office.ts';
import { coverageIn, gapPageIn } from '../present/coverage.ts';
import { districtIn, heldDistrict } from '../present/district.ts';
import { exportPieces } from '../present/folder-export.ts';
import { heldFaultsIn } from '../present/held-faults.ts';
import { publicationPieces } from '../present/publication.ts';

/** Adds what is told of the district as a whole, and its going out as a folder. */
export function addDistrict(app: FastifyInstance, office: Office, downloads: Downloads): void {
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
    query: scopeOnly,
    answer: districtSchema.coverage,
    present: (view) => coverageIn(view),
  });
  read(app, office, '/held-faults', {
    summary:
      'Held values that would be refused today, such as a day outside the span of the district, of all records or of one: shown, and not counted',
    tag: 'district',
    params: noParams,
    query: districtSchema.heldFaultQuery,
    answer: districtSchema.heldFaults,
    errors: ['WG_NOT_FOUND'],
    present: ({ plan }, { query: { of } }) => heldFaultsIn(desk.held(), office.heldNow(plan), of),
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
    present: (view, { query }) => office.searchIn(view).search(view, query),
  });
  addWhole(app, office, downloads);
}

/** Adds the district as one file: its folder for those who may export, what is public of it for everyone. */
function addWhole(app: FastifyInstance, office: Office, downloads: Downloads): void {
  const told = { tag: 'district', errors: ['WG_NO_DISTRICT'] as const };
  const folder = {
    ...told,
    summary: 'The district as the files of a district folder, a named download',
    answer: districtSchema.exportAnswer,
  };
  app.get('/district/export', { schema: schemaOf(folder, { querystring: noParams }) }, async (request, reply) => {
    parseInput(noParams, request.query, 'query');
    const view = office.view();
    const { id } = heldDistrict(view.register);
    if (isHeld(request, reply, view, office)) return reply.code(304).send();
    asFile(reply, `${id}-${view.seq}`, 'json');
    return downloads.send(request, reply, restsOn(request, view), () => textInSlices(exportPieces(office.heldNow(), view.seq)));
  });
  const all = {
    ...told,
    summary: 'Everything that is public, as one named download: what `westgate publish` writes as pages',
    answer: publicationSchema.publication,
  };
  app.get('/publication', { schema: schemaOf(all, { querystring: asOfOnly }) }, async (request, reply) => {
    const view = office.publicView(dayAsked(parseInput(asOfOnly, request.query, 'query')));
    const { id } = heldDistrict(view.register);
    if (isHeld(request, reply, view, office)) return reply.code(304).send();
    asFile(reply, `${id}-public-${view.asOf}-${view.seq}`, 'json');
    const { seq, asOf, today } = view;
    return downloads.send(request, reply, { key: `publication ${seq} ${asOf} ${today}`, seq }, async () => {
      const [last] = await office.desk.deeds(1, seq + 1);
      return textInSlices(publicationPieces(view, last?.hash ?? ''));
    });
  });
}
