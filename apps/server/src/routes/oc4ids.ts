import { noSuch, WestgateError } from '@westgate/base';
import { writeReceived } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { type Downloads, restsOn } from '../answers/downloads.ts';
import { asFile } from '../exports/download.ts';
import { read, serve, write } from '../http/route.ts';
import { dayAsked, type Office } from '../office/office.ts';
import { heldDistrict } from '../present/district.ts';
import { oc4idsReportOf, packagePieces, projectOc4idsIn } from '../present/oc4ids.ts';
import { textInSlices } from '../view/in-slices.ts';
import { firstLanguage } from '../view/view.ts';

/** Adds the projects in the open standard OC4IDS: what is public for everyone, all for those who may export, and documents that come in. */
export function addOc4ids(app: FastifyInstance, office: Office, downloads: Downloads): void {
  serve(app, 'oc4ids', async (request, reply, { query }) => {
    const view = office.publicView(dayAsked(query));
    const { id } = heldDistrict(view.register);
    asFile(reply, `${id}-oc4ids`, 'json');
    // What is public is for every site to read.
    reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
    const { seq, asOf, today, register } = view;
    const language = query.lang ?? firstLanguage(view);
    const rests = { key: `oc4ids ${seq} ${asOf} ${today} ${language}`, seq };
    return downloads.send(request, reply, rests, () => textInSlices(packagePieces(register, { language, asOf })));
  });
  serve(app, 'oc4ids-export', async (request, reply, { query: { lang, received } }) => {
    const view = office.view();
    const { register, asOf } = view;
    const { id } = heldDistrict(register);
    const language = lang ?? firstLanguage(view);
    asFile(reply, received === undefined ? `${id}-oc4ids` : `${id}-oc4ids-received`, 'json');
    return downloads.send(request, reply, restsOn(request, view), () => {
      if (received === undefined) return textInSlices(packagePieces(register, { language, asOf }));
      const document = writeReceived(register, received, { language, asOf });
      if (document === null)
        throw new WestgateError('WG_NOT_FOUND', noSuch('oc4ids_original', received), { kind: 'oc4ids_original', id: received });
      return [`${JSON.stringify(document, null, 2)}\n`];
    });
  });
  read(app, office, 'project-oc4ids', { isNoted: true, present: (view, { params: { id } }) => projectOc4idsIn(view, id) });
  write(app, 'import-oc4ids', {
    act: async ({ body, idem }) => {
      const { text, fileName, faulty, dryRun, who, reason } = body;
      const draft = { text, fileName, faulty, isLook: dryRun, today: office.today() };
      return oc4idsReportOf(await office.desk.importOc4ids(draft, { who, reason, idem, dryRun }), dryRun);
    },
  });
}
