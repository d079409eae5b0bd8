import type { RunWork } from './run-work.ts';
import type { HeldRun } from './told-run.ts';

/** How long what came of runs is kept. */
export interface KeptRuns {
  /** Runs that are kept, and for how many days; one that waits or works is kept in any case. */
  readonly keptRuns: number;
  readonly keptRunDays: number;
  /** Bytes of the files that runs made and that are kept; the oldest go first. */
  readonly keptRunBytes: number;
}

const DAY_MS = 86_400_000;

/** Of all runs, the one asked for last first, those that are too old or too many, and those whose files are too much or were replaced. */
export function tooMuch(
  all: readonly HeldRun[],
  { keptRuns, keptRunDays, keptRunBytes }: KeptRuns,
  works: ReadonlyMap<string, RunWork>,
  now: Date,
): { readonly gone: readonly HeldRun[]; readonly large: readonly HeldRun[] } {
  const over = all.filter(({ isOver }) => isOver);
  const oldest = new Date(now.getTime() - keptRunDays * DAY_MS).toISOString();
  const [standing, replaced] = standingFiles(over, works);
  const isKept = (held: HeldRun): boolean => held === standing || works.get(held.run.kind)?.isRestedOn?.(held.id) === true;
  const gone = over.filter((held, index) => !isKept(held) && (held.askedAt < oldest || index >= keptRuns));
  let bytes = 0;
  const large = over.filter((held) => {
    bytes += held.file === null ? 0 : (held.run.file?.bytes ?? 0);
    if (isKept(held) || gone.includes(held)) return false;
    return held.file !== null && (bytes > keptRunBytes || replaced.includes(held));
  });
  return { gone, large };
}

/** The file that is in use, of runs that are over, the last first; and those that it took the place of. */
export function standingFiles(
  over: readonly HeldRun[],
  works: ReadonlyMap<string, RunWork>,
): readonly [HeldRun | undefined, readonly HeldRun[]] {
  const [standing, ...replaced] = over.filter(
    ({ file, run }) => file !== null && run.state === 'done' && works.get(run.kind)?.stands?.(run.ask),
  );
  return [standing, replaced];
}
