import { createHash, type Hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { WestgateError } from '@westgate/base';
import { isEvidencePath, isPlainPath, isReadPath } from '@westgate/domain';

/** Files of one folder. */
const MOST_FILES = 2_000;
/** Bytes of a path that any disk keeps. */
const MOST_PATH_BYTES = 240;

/** A district folder as it comes in, file by file, on the disk. */
export interface ComingFolder {
  readonly path: string;
  /**
   * Takes one file, part by part: nothing of it stands in memory. Files the format does not know are kept without their bytes, so that they can be
   * named. Throws `WG_INPUT_INVALID` where the path is none or was there already, `WG_BODY_TOO_LARGE` beyond the limit.
   */
  take(path: string, content: AsyncIterable<Uint8Array>): Promise<void>;
  /** SHA-256 of each file taken, in hex, by its path. */
  hashes(): Readonly<Record<string, string>>;
  /** Removes it. */
  drop(): Promise<void>;
}

/** An empty folder within `parent` that takes files of at most `most` bytes in all. */
export async function comingFolder(parent: string, most: number): Promise<ComingFolder> {
  const path = await mkdtemp(join(parent, `westgate-folder-${process.pid}-`));
  const taken = new Map<string, Hash>();
  let left = most;
  async function* within(content: AsyncIterable<Uint8Array>, hash: Hash, isKept: boolean): AsyncGenerator<Uint8Array> {
    for await (const part of content) {
      left -= part.length;
      if (left < 0)
        throw new WestgateError(
          'WG_BODY_TOO_LARGE',
          { zh: `文件合计至多 ${most} 字节`, en: `expected files of at most ${most} bytes in all` },
          { most },
        );
      hash.update(part);
      if (isKept) yield part;
    }
  }
  return {
    path,
    async take(file, content) {
      if (!isPlainPath(file) || Buffer.byteLength(file) > MOST_PATH_BYTES) throw badPath(file, 'a path within the folder');
      if (taken.has(file)) throw badPath(file, 'each file once');
      if (taken.size >= MOST_FILES) throw badPath(file, `at most ${MOST_FILES} files`);
      const hash = createHash('sha256');
      taken.set(file, hash);
      const isRead = isReadPath(file) || isEvidencePath(file);
      try {
        await mkdir(dirname(join(path, file)), { recursive: true });
        const to = createWriteStream(join(path, file), { flags: 'wx', mode: 0o600 });
        await pipeline(Readable.from(within(content, hash, isRead)), to);
      } catch (error) {
        const isNoPath = error instanceof Error && 'code' in error && ['EEXIST', 'ENOTDIR', 'EISDIR'].includes(String(error.code));
        throw isNoPath ? badPath(file, 'a path that is no folder of others') : error;
      }
    },
    hashes: () => Object.fromEntries([...taken].map(([file, hash]) => [file, hash.copy().digest('hex')])),
    drop: () => rm(path, { recursive: true, force: true }),
  };
}

function badPath(path: string, expected: string): WestgateError {
  return new WestgateError('WG_INPUT_INVALID', `file: expected ${expected}, found "${path.slice(0, 80)}"`, { field: 'file' });
}
