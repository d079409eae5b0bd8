import { exportSchema, publishingSchema } from '@westgate/contract';
import { registerMemo } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import type { Downloads } from '../answers/downloads.ts';
import { resultInSlices } from '../answers/in-slices.ts';
import { asFile, MEDIA } from '../exports/download.ts';
import { parseInput } from '../http/parse.ts';
import { noParams, progressKey, read, schemaOf } from '../http/route.ts';
import { dayAsked, type Office } from '../office.ts';
import { heldDistrict } from '../present/district.ts';
import { publicityIn, publicityPage, publishingCounts } from '../present/publishing.ts';
import { isLanguage } from '../present/vocabulary.ts';
import type { Publisher, SiteAsk } from '../publish/publisher.ts';

/** Adds what is published and what is withheld, and publishing from a screen: the same files as the command writes. */
export function addPublishing(
  app: FastifyInstance,
  office: Office,
  { publisher, downloads }: { readonly publisher: Publisher; readonly downloads: Downloads },
): void {
  const { desk } = office;
  const stoodIn = registerMemo((whole) => resultInSlices(publicityIn(whole, office.publicView(null).register)));
  read(app, office, '/publishing', {
    summary: 'What would be published now, and what is withheld and why, counted',
    tag: 'publishing',
    params: noParams,
    query: noParams,
    answer: publishingSchema.publishing,
    errors: ['WG_NO_DISTRICT'],
    isFresh: true,
    present: async ({ asOf, seq, register }) => {
      const { languages } = heldDistrict(register);
      const last = await publisher.published();
      return {
        asOf,
        seq,
        languages: languages.filter(isLanguage),
        ...publishingCounts(desk.register, await stoodIn(desk.register)),
        site: publisher.site && {
          folder: publisher.site.dir,
          url: publisher.site.url,
          last: last && { asOf: last.asOf, seq: last.head.seq },
        },
      };
    },
  });
  read(app, office, '/publishing/records', {
    summary: 'Records of the published kinds, and how each stands towards the public, page by page',
    tag: 'publishing',
    params: noParams,
    query: publishingSchema.publicityQuery,
    answer: publishingSchema.publicityPage,
    present: async (_view, { query }) => publicityPage(desk.register, await stoodIn(desk.register), query),
  });
  addMaking(app, publisher, downloads);
}

/** Adds the making of the pages: kept ready as an archive, or written into the folder that the operator named. */
function addMaking(app: FastifyInstance, publisher: Publisher, downloads: Downloads): void {
  const told = { tag: 'publishing', errors: ['WG_NO_DISTRICT', 'WG_NOT_EMPTY', 'WG_FOLDER_LOCKED', 'WG_TOO_HARD'] as const };
  const { publishRequest: body } = publishingSchema;
  const making = { ...told, summary: 'Publish: make the archive ready, or write the folder', answer: publishingSchema.published };
  app.post('/publishing', { schema: schemaOf(making, { body, headers: progressKey }) }, async (request, reply) => {
    const { to, ...ask } = parseInput(body, request.body, 'body');
    const { 'idempotency-key': key } = parseInput(progressKey, request.headers, 'headers');
    parseInput(noParams, request.query, 'query');
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
  });
  const { siteQuery: querystring } = publishingSchema;
  const archive = {
    ...told,
    summary: 'The public pages as a zip archive: the files that `westgate publish` writes',
    answer: { content: { [MEDIA.zip]: { schema: exportSchema.fileBytes } } },
  };
  app.get('/publishing/site.zip', { schema: schemaOf(archive, { querystring }) }, async (request, reply) => {
    const basis = await publisher.basisOf(asked(parseInput(querystring, request.query, 'query')));
    const { view } = basis;
    asFile(reply, `${heldDistrict(view.register).id}-site-${view.asOf}-${view.seq}`, 'zip');
    return downloads.sendArchive(request, reply, basis.rests, () => publisher.archive(basis));
  });
}

function asked({ lang, url, ...rest }: { readonly lang?: string | undefined; readonly url?: string | undefined }): SiteAsk {
  return { asOf: dayAsked(rest), lang, url: url === '' ? undefined : url };
}
