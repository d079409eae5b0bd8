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
