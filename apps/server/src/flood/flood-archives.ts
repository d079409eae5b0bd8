import { buffer } from 'node:stream/consumers';
import { WestgateError } from '@westgate/base';
import { type ArchiveAnswer, FLOOD_JOBS, type floodJobs, jobRunner, type RunMaps, type RunRead, type Variant } from '@westgate/desk';
import type { RunAsk } from '@westgate/domain';
import type { Runs } from '../runs/runs.ts';
import { maySee, noRun, seenRun } from '../runs/seen-run.ts';
import type { HeldRun } from '../runs/told-run.ts';

const run = jobRunner<typeof floodJobs>(FLOOD_JOBS);
const LIMITS = { wallMs: 60_000, memoryMb: 2_000, inputBytes: 400_000_000 } as const;
/** Cells of maps that are kept unpacked: four maps of each. */
const KEPT_CELLS = 8_000_000;
const MOST_KEPT = 24;

/** What was read of an archive, and the cells of its maps. */
interface Kept {
  readonly answer: Promise<ArchiveAnswer>;
  cells: number;
}

/** The archives of runs of flood cases, read in a process of their own; what was looked at last is kept unpacked, as a slider asks for it again and again. */
export class FloodArchives {
  readonly #runs: Runs;
  /** By the hash of the archive and the variant, the last asked for at the end. */
  readonly #kept = new Map<string, Kept>();

  constructor(runs: Runs) {
    this.#runs = runs;
  }

  /** The run of a case that is done, with its maps. Throws `WG_NOT_FOUND` where whoever asks knows of none, and where its archive is kept no more. */
  async maps(
    floodCase: string,
    id: string,
    variant: Variant,
  ): Promise<{ readonly held: HeldRun; readonly maps: RunMaps; readonly result: ArchiveAnswer['result'] }> {
    const held = await seenRun(this.#runs, id);
    if (!isOfCase(held, floodCase)) noRun(id);
    const { result, maps } = (await this.#read(held, variant)) ?? {};
    if (!maps || !result)
      throw new WestgateError('WG_NOT_FOUND', {
        zh: '这次推演没有结果文件：未完成，或已不保存；请重新推演',
        en: 'this run holds no file of results: it is not done, or its file is kept no more; run the case again',
      });
    return { held, maps, result };
  }

  /** What the run of that id tells who asks, for an action that names it; null where they know of none. */
  async ran(id: string): Promise<RunRead | null> {
    const held = (await this.#runs.all()).find((each) => each.id === id);
    if (held?.run.kind !== 'flood' || !maySee(this.#runs, held)) return null;
    const { kind, ask, state, inputs, version } = held.run;
    const isDone = state === 'done';
    const read = isDone ? await this.#read(held, null) : null;
    return { id, kind, ask, isDone, inputs, version, result: read?.result ?? null };
  }

  async #read({ file }: HeldRun, variant: Variant | null): Promise<ArchiveAnswer | null> {
    if (file === null) return null;
    const name = `${file} ${variant ?? ''}`;
    const kept = this.#kept.get(name) ?? { answer: this.#unpack(file, variant), cells: 0 };
    this.#kept.delete(name);
    this.#kept.set(name, kept);
    try {
      const answer = await kept.answer;
      kept.cells = answer.maps ? answer.maps.columns * answer.maps.rows : 0;
      this.#letGo();
      return answer;
    } catch (error) {
      this.#kept.delete(name);
      throw error;
    }
  }

  async #unpack(file: string, variant: Variant | null): Promise<ArchiveAnswer> {
    return run('archive', { bytes: await buffer(this.#runs.file(file)), variant }, LIMITS);
  }

  /** Keeps the last, and of those before what fits. */
  #letGo(): void {
    let all = 0;
    for (const [name, { cells }] of [...this.#kept].reverse()) {
      if (all > 0 && (all + cells > KEPT_CELLS || this.#kept.size > MOST_KEPT)) this.#kept.delete(name);
      else all += cells;
    }
  }
}

function isOfCase(held: HeldRun, floodCase: string): boolean {
  return held.run.kind === 'flood' && askOf(held).floodCase === floodCase;
}

/** It was read by the fields of its kind when it was asked. */
function askOf({ run: { ask } }: HeldRun): RunAsk<'flood'> {
  return ask as unknown as RunAsk<'flood'>;
}
