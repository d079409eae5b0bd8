import { WestgateError } from '@westgate/base';
import { jobsStanding, NO_RECIPE, readPlanText, runInWorker, sheetPreview } from '@westgate/desk';
import { emptyRegister } from '@westgate/domain';
import { takeFile } from '../../src/evidence/take-file.ts';
import { folderReader } from '../../src/folder/read-folder-rows.ts';
import { TODAY } from '../sheets/as-tasks.ts';
import { type HostileFile, hostileFile } from './hostile-files.ts';
import { LoopWatch } from './loop-watch.ts';

/** Which files are tried. */
export interface HostileAsk {
  readonly seed: number;
  readonly count: number;
  /** A folder for files that come in. */
  readonly dir: string;
  /** Is told of each kind that took longest so far. */
  readonly onFile?: (what: string, ms: number) => void;
}

/** How it went. */
export interface HostileFigures {
  readonly read: number;
  readonly refused: Readonly<Record<string, number>>;
  /** What should never be: an answer that is no documented refusal, with the seed. */
  readonly faults: readonly string[];
  /** The longest that the main thread held its loop while a file was read, in milliseconds of its own processor time, and by which. */
  readonly heldMs: number;
  readonly heldBy: string;
  readonly slowestMs: number;
  readonly slowest: string;
  /** Megabytes that this process grew by at most. */
  readonly grownMb: number;
  readonly workersLeft: { readonly running: number; readonly waiting: number };
}

const CODES: ReadonlySet<string> = new Set([
  'WG_TEXT_UNREADABLE',
  'WG_SHEET_UNREADABLE',
  'WG_FOLDER_INVALID',
  'WG_FILE_REFUSED',
  'WG_INPUT_INVALID',
  'WG_TOO_HARD',
]);

/** Brings hostile files in, one after the other, each as an office would, and measures what that does to the process. */
export async function tryHostileFiles({ seed, count, dir, onFile }: HostileAsk): Promise<HostileFigures> {
  const watch = new LoopWatch();
  const refused: Record<string, number> = {};
  const faults: string[] = [];
  const before = process.memoryUsage.rss();
  let read = 0;
  let worst = { heldMs: 0, heldBy: '', slowestMs: 0, slowest: '', rss: before };
  for (let at = seed; at < seed + count; at += 1) {
    const file = hostileFile(at);
    const name = `${file.what} (seed ${at})`;
    const began = performance.now();
    watch.begin();
    try {
      await bring(file, dir);
      read += 1;
    } catch (error) {
      const code = error instanceof WestgateError ? error.code : '';
      if (CODES.has(code)) refused[code] = (refused[code] ?? 0) + 1;
      else faults.push(`${name}: ${error instanceof Error ? error.stack : String(error)}`);
    }
    const [heldMs, ms] = [watch.end(), performance.now() - began];
    if (heldMs > worst.heldMs) worst = { ...worst, heldMs, heldBy: name };
    if (ms > worst.slowestMs) worst = { ...worst, slowestMs: ms, slowest: name };
    worst = { ...worst, rss: Math.max(worst.rss, process.memoryUsage.rss()) };
    onFile?.(name, ms);
  }
  watch.close();
  const { running, waiting } = jobsStanding();
  const { rss, ...figures } = worst;
  return { read, refused, faults, ...figures, grownMb: (rss - before) / 1e6, workersLeft: { running, waiting } };
}

async function bring(file: HostileFile, dir: string): Promise<unknown> {
  switch (file.as) {
    case 'plan':
      return readPlanText(file.bytes, file.name);
    case 'sheet':
      return sheetPreview(emptyRegister(), {
        file: { bytes: file.bytes, fileName: file.name },
        recipe: NO_RECIPE,
        sheet: undefined,
        newDepartments: [],
        today: TODAY,
      });
    case 'json':
      return runInWorker('parse-json', { bytes: file.bytes }, { depth: 40, count: 2_000_000 });
    case 'evidence':
      return takeFile(dir, { name: file.name, content: inParts(file.bytes) }, 20_000_000);
    case 'folder':
      return folderReader(file.files, { held: emptyRegister, isPartial: false }, () => new Date())();
  }
}

async function* inParts(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
