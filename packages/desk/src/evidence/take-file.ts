import { createHash, randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expectedFound, inEnglish, type Told, WestgateError } from '@westgate/base';
import type { EvidenceMedia } from '@westgate/domain';
import { mediaOfName, nameFault } from '../folder/file-name.ts';
import { jobRunner } from '../jobs/job-runner.ts';
import { ofFile } from '../jobs/of-file.ts';
import type { jobs } from './check-evidence-job.ts';

const run = jobRunner<typeof jobs>(new URL('./check-evidence-job.js', import.meta.url));
const LIMITS = { wallMs: 30_000, memoryMb: 400 } as const;

/** A file that came in whole, was checked, and lies where it may be kept from or let go. */
export interface TakenFile {
  readonly path: string;
  readonly name: string;
  readonly media: EvidenceMedia;
  readonly bytes: number;
  readonly sha256: string;
}

/** A file as it comes in. */
export interface ComingFile {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/**
 * Writes `content` beside the kept files, part by part, and looks at what it is. Throws `WG_FILE_REFUSED` with what was expected, and
 * `WG_BODY_TOO_LARGE` beyond `most` bytes, `WG_TOO_HARD` where looking takes too long; nothing of it is left then.
 */
export async function takeFile(folder: string, { name, content }: ComingFile, most: number): Promise<TakenFile> {
  const badName = nameFault(name);
  const media = mediaOfName(name);
  if (badName !== null || media === null) throw refused(name, badName ?? 'another ending');
  const path = join(folder, `westgate-${randomUUID()}.part`);
  try {
    const { bytes, sha256 } = await writeParts(path, content, most);
    const fault = await ofFile(name, run('check-evidence', { path, bytes, media }, LIMITS));
    if (fault !== null) throw refused(name, fault);
    return { path, name, media, bytes, sha256 };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** Lets a taken file go that is not kept; nothing happens where it was. */
export async function dropFile({ path }: TakenFile): Promise<void> {
  await rm(path, { force: true });
}

async function writeParts(
  path: string,
  content: AsyncIterable<Uint8Array>,
  most: number,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  let bytes = 0;
  try {
    for await (const part of content) {
      bytes += part.length;
      if (bytes > most)
        throw new WestgateError(
          'WG_BODY_TOO_LARGE',
          { zh: `文件至多 ${most} 字节`, en: `expected a file of at most ${most} bytes` },
          { most },
        );
      hash.update(part);
      await file.write(part);
    }
  } finally {
    await file.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

function refused(name: string, expected: Told): WestgateError {
  const said = expectedFound('file', expected, `"${name.slice(0, 80)}"`);
  return new WestgateError('WG_FILE_REFUSED', typeof expected === 'string' ? said.en : said, {
    field: 'file',
    expected: inEnglish(expected),
  });
}
