import { nothing, progressKey, publishingSchema } from '@westgate/contract';
import { isOfTheOffice, TABLE_NAMES } from '@westgate/domain';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Downloads } from '../answers/downloads.ts';
import { asFile } from '../exports/download.ts';
import { parseInput } from '../http/parse.ts';
import { read, routeOf, serve } from '../http/route.ts';
import { dayAsked, type Office } from '../office/office.ts';
import { heldDistrict } from '../present/district.ts';
import { isLanguage } from '../present/vocabulary.ts';
import type { Publisher, SiteAsk } from '../publish/publisher.ts';

/** Adds publishing from a screen: the same files as the command writes. */
export function addPublishing(
  app: FastifyInstance,
  office: Office,
  { publisher, downloads }: { readonly publisher: Publisher; readonly downloads: Downloads },
): void {
  const { desk } = office;
  read(app, office, 'publishing', {
    present: async ({ asOf, seq, register }) => {
      const { languages } = heldDistrict(register);
      const last = await publisher.published();
      return {
        asOf,
        seq,
        languages: languages.filter(isLanguage),
        office: TABLE_NAMES.filter(isOfTheOffice).reduce((sum, table) => sum + desk.register[table].size, 0),
        site: publisher.site && {
          folder: publisher.site.dir,
          url: publisher.site.url,
          last: last && { asOf: last.asOf, seq: last.head.seq },
        },
      };
    },
  });
  addMaking(app, publisher, downloads);
}

/** Adds the making of the pages: kept ready as an archive, or written into the folder that the operator named. */
function addMaking(app: FastifyInstance, publisher: Publisher, downloads: Downloads): void {
  const making = async (request: FastifyRequest, reply: FastifyReply): Promise<object> => {
    const { to, ...ask } = parseInput(publishingSchema.publishRequest, request.body, 'body');
    const { 'idempotency-key': key } = parseInput(progressKey, request.headers, 'headers');
    parseInput(nothing, request.query, 'query');
    const folder = to === 'folder' ? publisher.folder() : null;
    const basis = await publisher.basisOf({ ...asked(ask), ...(folder?.url ? { url: folder.url } : {}) });
    await publisher.toEnd(`${to} ${basis.rests.key}`, (signal) =>
      folder ? publisher.publish(basis, folder, key) : downloads.keepArchive(basis.rests, () => publisher.archive(basis, key), signal),
    );
    const { view, hash, languages, url } = basis;
    reply.header('cache-control', 'no-store');
    return {
      asOf: view.asOf,
      seq: view.seq,
      hash,
      languages: [...languages],
      url,
      ...publisher.sizeOf(basis),
      folder: folder?.dir ?? null,
    };
  };
  app.route({ ...routeOf('publish'), handler: making });
  serve(app, 'site-archive', async (request, reply, { query }) => {
    const basis = await publisher.basisOf(asked(query));
    const { view } = basis;
    asFile(reply, `${heldDistrict(view.register).id}-site-${view.asOf}-${view.seq}`, 'zip');
    return downloads.sendArchive(request, reply, basis.rests, () => publisher.archive(basis));
  });
}

function asked({ lang, url, ...rest }: { readonly lang?: string | undefined; readonly url?: string | undefined }): SiteAsk {
  return { asOf: dayAsked(rest), lang, url: url === '' ? undefined : url };
}
