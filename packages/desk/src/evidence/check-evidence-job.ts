import { open } from 'node:fs/promises';
import type { EvidenceMedia } from '@westgate/domain';
import { contentFault } from './check-content.ts';
import { heldFile } from './held-file.ts';

/** A file on this machine that is said to be `media`. */
interface EvidenceQuestion {
  readonly path: string;
  readonly bytes: number;
  readonly media: EvidenceMedia;
}

/** The job that looks at a file of evidence. */
export const jobs = { 'check-evidence': checkEvidenceJob } as const;

/** What is wrong with the file, as what was expected; null where it is what it is said to be, and whole. */
async function checkEvidenceJob({ path, bytes, media }: EvidenceQuestion): Promise<string | null> {
  const handle = await open(path, 'r');
  try {
    return await contentFault(heldFile(handle, bytes), media);
  } finally {
    await handle.close();
  }
}
