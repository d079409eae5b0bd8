import type { Language } from '@westgate/base';
import { type Publication, publicationSchema } from '@westgate/contract';
import type { JobSite } from '@westgate/desk';
import { type SiteFile, siteFiles } from '@westgate/public';
import { type About, entryOf, MANIFEST, type ManifestFile, manifestBytes, manifestOf, type SiteSize, sizeOf } from './manifest.ts';
import { saveSite } from './save-site.ts';
import { writeZip } from './write-zip.ts';

/** What is to be published, and where. */
export interface SiteQuestion {
  /** The answer of `/publication`, as it was sent. */
  readonly publication: string;
  readonly url: string | null;
  /** Where a server takes feedback on them; empty where it gives these very pages, null where none does. */
  readonly service: string | null;
  /** Whether that server sends updates by mail. */
  readonly mails: boolean;
  readonly languages: readonly Language[];
  /** An archive to be written at a path that is not there, or a folder that may be replaced. */
  readonly to: { readonly archive: string } | { readonly folder: string };
}

/** Files written, of how many. */
export interface SiteProgress {
  readonly rows: number;
  readonly of: number;
}

/** How often it is told how far the work has come, at most. */
const MOST_TOLD = 100;

/** Writes the public pages, and says how large they are. */
export async function writeSiteJob(
  { publication: text, url, service, mails, languages, to }: SiteQuestion,
  site: JobSite<SiteProgress>,
): Promise<SiteSize> {
  const publication = publicationSchema.publication.parse(JSON.parse(text));
  const about = aboutSite(publication, { url, languages });
  const { count, files } = siteFiles(publication, { url, service, mails, languages });
  let last = Promise.resolve();
  let told = 0;
  const tell = (rows: number): void => {
    if (rows - told < count / MOST_TOLD) return;
    told = rows;
    last = last.then(() => site.hand({ rows, of: count }));
  };
  if ('folder' in to) {
    const manifest = await saveSite(to.folder, about, files, tell);
    await last;
    return sizeOf(manifest);
  }
  const entries: ManifestFile[] = [];
  await writeZip(to.archive, packed(files, about, entries), tell);
  await last;
  return sizeOf(manifestOf(about, entries));
}

/** What the manifest of a publication says beside its files. */
export function aboutSite({ district, asOf, seq, hash }: Publication, { url, languages }: Pick<SiteQuestion, 'url' | 'languages'>): About {
  return { district: district.id, asOf, head: { seq, hash }, languages: [...languages], url };
}

/** The files as bytes, the manifest last; `entries` takes what it lists. */
function* packed(files: Iterable<SiteFile>, about: About, entries: ManifestFile[]): Generator<{ path: string; bytes: Uint8Array }> {
  for (const { path, content } of files) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    entries.push(entryOf(path, bytes));
    yield { path, bytes };
  }
  yield { path: MANIFEST, bytes: manifestBytes(manifestOf(about, entries)) };
}
