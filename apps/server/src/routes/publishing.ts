import { isOfTheOffice, TABLE_NAMES } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import type { Downloads } from '../answers/downloads.ts';
import { asFile } from '../exports/download.ts';
import { read, serve } from '../http/route.ts';
import { dayAsked, type Office } from '../office/office.ts';
import { heldDistrict } from '../present/district.ts';
import { isLanguage } from '../present/vocabulary.ts';
import type { Publisher, SiteAsk } from '../publish/publisher.ts';
import type { ServedSite } from '../publish/served-site.ts';

/** Adds what publishing begins with, and the archive for whoever takes it at once: the same files as the command writes. */
export function addPublishing(
  app: FastifyInstance,
  office: Office,
  { publisher, served, downloads }: { readonly publisher: Publisher; readonly served: ServedSite; readonly downloads: Downloads },
): void {
  const { desk } = office;
  read(app, office, 'publishing', {
    present: async ({ asOf, seq, register }) => {
      const { languages } = heldDistrict(register);
      const last = await publisher.published();
      const here = await served.about();
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
        served: here && { asOf: here.asOf, seq: here.head.seq },
      };
    },
  });
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
