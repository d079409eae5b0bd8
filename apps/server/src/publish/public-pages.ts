import { rm } from 'node:fs/promises';
import { type RunAsk, runKindNamed } from '@westgate/domain';
import { asCaller } from '../caller/caller.ts';
import { dayAsked } from '../office/office.ts';
import { heldDistrict } from '../present/district.ts';
import type { RunAsked, RunStep, RunTask, RunWork } from '../runs/run-work.ts';
import type { SiteSize } from './manifest.ts';
import { type Publisher, SITE_JOBS, SITE_LIMITS, type SiteAsk, type SiteBasis, type SiteFolder } from './publisher.ts';
import type { SiteProgress } from './write-site-job.ts';

/** The making of the public pages as long work: an archive that is kept, the folder that the operator named, or what this server gives. */
export function publicPages(publisher: Publisher): RunWork {
  const basisFor = async (ask: RunAsked): Promise<{ readonly basis: SiteBasis; readonly folder: SiteFolder | null }> => {
    // The route has read it by the fields of its kind.
    const { to, asOf, lang, url, serviceUrl } = ask as unknown as RunAsk<'public-pages'>;
    const folder = to === 'folder' ? publisher.folder() : null;
    const day = dayAsked({ asOf: asOf ?? undefined });
    const site: SiteAsk =
      to === 'server'
        ? { asOf: day, lang: lang ?? undefined, url: publisher.served() ?? undefined, service: '' }
        : { asOf: day, lang: lang ?? undefined, url: folder?.url ?? url ?? undefined, service: serviceUrl ?? undefined };
    return { basis: await publisher.basisOf(site), folder };
  };
  return {
    kind: runKindNamed('public-pages'),
    stands: ({ to }) => to === 'server',
    begins: 'gather',
    ends: 'keep',
    check: async (ask) => {
      await basisFor(ask);
    },
    // What is public to anyone: it is done for nobody.
    begin: (ask) => asCaller({ kind: 'public' }, async () => taskOf(publisher, await basisFor(ask))),
  };
}

async function taskOf(
  publisher: Publisher,
  { basis, folder }: { readonly basis: SiteBasis; readonly folder: SiteFolder | null },
): Promise<RunTask> {
  const { view, url, languages, service, mails } = basis;
  const path = folder ? null : publisher.newPath();
  const input = await publisher.question(basis, folder ? { folder: folder.dir } : { archive: path ?? '' });
  const name = `${heldDistrict(view.register).id}-site-${view.asOf}-${view.seq}.zip`;
  return {
    order: {
      seq: view.seq,
      module: SITE_JOBS,
      job: 'write-site',
      input,
      limits: SITE_LIMITS,
      inputs: [input.publication, languages.join(), url ?? '', service ?? '-', String(mails)],
      seed: null,
    },
    stepOf: (piece) => stepOf(piece as SiteProgress),
    outcomeOf: (answer) => {
      const { pages, files, bytes } = answer as SiteSize;
      return { result: { pages, files, bytes, folder: folder?.dir ?? null }, file: path === null ? null : { path, name } };
    },
    clear: async () => {
      if (path !== null) await rm(path, { force: true });
    },
  };
}

function stepOf({ rows, of }: SiteProgress): RunStep {
  return { stage: 'write', share: of === 0 ? null : rows / of, best: null };
}
