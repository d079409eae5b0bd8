import { createHash } from 'node:crypto';
import { z } from 'zod';

/** The file that marks a folder as a publication and says what belongs to it. */
export const MANIFEST = 'publication.json';

const file = z.object({ path: z.string(), bytes: z.number().int(), sha256: z.string() });
const manifest = z.object({
  format: z.literal('westgate-publication'),
  version: z.literal(1),
  district: z.string(),
  /** The day that states were computed for. */
  asOf: z.string(),
  /** The deed that the register rested on, and its hash in the journal. */
  head: z.object({ seq: z.number().int(), hash: z.string() }),
  languages: z.array(z.string()),
  url: z.string().nullable(),
  /** Every file but this one, in the order of their paths. */
  files: z.array(file),
});

/** What a publication is and of which files it consists. */
export type Manifest = z.infer<typeof manifest>;
export type ManifestFile = z.infer<typeof file>;

/** What a publication is, without its list of files. */
export type About = Omit<Manifest, 'format' | 'version' | 'files'>;

/** The manifest of a publication of these files. */
export function manifestOf(about: About, files: readonly ManifestFile[]): Manifest {
  return { format: 'westgate-publication', version: 1, ...about, files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)) };
}

/** A manifest as it is written. */
export function manifestBytes(manifest: Manifest): Buffer {
  return Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
}

/** How large a publication is: its pages, its files but the manifest, and their bytes. */
export function sizeOf({ files }: Manifest): SiteSize {
  return {
    pages: files.filter(({ path }) => path.endsWith('.html')).length,
    files: files.length,
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
  };
}

/** The size of a publication. */
export interface SiteSize {
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
}

/** The manifest that a text holds; null where it holds none of this version. */
export function manifestIn(text: string): Manifest | null {
  try {
    return manifest.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** The entry of a file. */
export function entryOf(path: string, content: Uint8Array): ManifestFile {
  return { path, bytes: content.byteLength, sha256: sha256Of(content) };
}

/** SHA-256 in hex. */
export function sha256Of(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
