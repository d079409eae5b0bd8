import { folderPieces } from '@westgate/desk';
import { type Register, registerForFiles } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { type Downloads, restsOn } from '../answers/downloads.ts';
import { asFile } from '../exports/download.ts';
import { isHeld } from '../http/answer-tags.ts';
import { read, serve } from '../http/route.ts';
import { dayAsked, type Office } from '../office/office.ts';
import { coverageIn, gapPageIn } from '../present/coverage.ts';
import { districtIn, heldDistrict, spanIn } from '../present/district.ts';
import { heldFaultsIn } from '../present/held-faults.ts';
import { publicationPieces } from '../present/publication.ts';
import { textInSlices } from '../view/in-slices.ts';

/** Adds what is told of the district as a whole, and its going out as a folder. */
export function addDistrict(app: FastifyInstance, office: Office, downloads: Downloads): void {
  const { desk } = office;
  read(app, office, 'district', {
    isNoted: true,
    tellsLast: true,
    present: (view) => districtIn(view, { mode: desk.mode, modeReason: desk.reason, modeNote: desk.note }),
  });
  read(app, office, 'span', { isNoted: true, present: (view) => spanIn(view) });
  read(app, office, 'coverage', { isNoted: true, present: (view) => coverageIn(view) });
  read(app, office, 'held-faults', { present: ({ plan }, { query: { of } }) => heldFaultsIn(desk.held(), office.heldNow(plan), of) });
  read(app, office, 'gaps', { isNoted: true, present: (view, { query }) => gapPageIn(view, query) });
  read(app, office, 'search', { isNoted: true, present: (view, { query }) => office.searchIn(view).search(view, query) });
  addWhole(app, office, downloads);
}

/** Adds the district as one file: its folder for those who may export, what is public of it for everyone. */
function addWhole(app: FastifyInstance, office: Office, downloads: Downloads): void {
  serve(app, 'district-export', async (request, reply) => {
    const view = office.view();
    const { id } = heldDistrict(view.register);
    if (isHeld(request, reply, view, office)) return reply.code(304).send();
    asFile(reply, `${id}-${view.seq}`, 'json');
    return downloads.send(request, reply, restsOn(request, view), () => textInSlices(exportPieces(office.heldNow(), view.seq)));
  });
  serve(app, 'publication', async (request, reply, { query }) => {
    const view = office.publicView(dayAsked(query));
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

/** The district as the files of its folder after the deed `seq`, as the text of the answer piece by piece. */
function* exportPieces(register: Register, seq: number): Generator<string> {
  yield `{"seq":${seq},"files":{`;
  let last: string | null = null;
  for (const { path, text } of folderPieces(registerForFiles(register))) {
    if (path !== last) yield `${last === null ? '' : '",'}${JSON.stringify(path)}:"`;
    last = path;
    yield JSON.stringify(text).slice(1, -1);
  }
  yield last === null ? '}}' : '"}}';
}
