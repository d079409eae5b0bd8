import { isOfTheOffice, type Register, TABLE_NAMES } from '@westgate/domain';
import { FOLLOWED_KINDS } from '@westgate/public/options';
import type { FastifyInstance } from 'fastify';
import type { Downloads } from '../answers/downloads.ts';
import { asFile } from '../exports/download.ts';
import type { FollowerMail } from '../followers/follower-mail.ts';
import { read, serve } from '../http/route.ts';
import { dayAsked, type Office } from '../office/office.ts';
import { heldDistrict } from '../present/district.ts';
import { findThing } from '../present/thing.ts';
import { isLanguage } from '../present/vocabulary.ts';
import type { Publisher, SiteAsk } from '../publish/publisher.ts';
import type { ServedSite } from '../publish/served-site.ts';

interface Parts {
  readonly publisher: Publisher;
  readonly served: ServedSite;
  readonly followers: FollowerMail;
  readonly downloads: Downloads;
}

/** Adds what publishing begins with, and the archive for whoever takes it at once: the same files as the command writes. */
export function addPublishing(app: FastifyInstance, office: Office, { publisher, served, followers, downloads }: Parts): void {
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
        followers: { isOn: followers.isOn, ...(await followersIn(register)) },
        served: here && { asOf: here.asOf, seq: here.head.seq },
      };
    },
  });
  const followersIn = async (register: Register) => {
    const { people, records: counts } = await desk.people.followers.counts();
    // Of those that the reader may not know of nothing is told.
    const records = [...counts].flatMap(([record, count]) => {
      const kind = FOLLOWED_KINDS.find((each) => record.startsWith(`${each}:`));
      const thing = kind && findThing(register, kind, record.slice(kind.length + 1));
      return thing ? [{ thing, count }] : [];
    });
    return { people, records: records.toSorted((a, b) => b.count - a.count) };
  };
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
