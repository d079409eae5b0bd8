import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { type InstantString, WestgateError } from '@westgate/base';
import { inputsHash, jobRunner, type StoreRuns, workingFor } from '@westgate/desk';
import type { OwnRun } from './own-run.ts';
import type { RunOutcome, RunTask } from './run-work.ts';
import { faultOf, type ToldRun } from './told-run.ts';

/** Where a run is done. */
interface RunPlace {
  readonly keep: StoreRuns;
  readonly instant: () => InstantString;
  /** There may be something new to tell. */
  readonly tell: () => void;
  readonly onError: (error: Error, name: string) => void;
}

/** Does a run from its turn to its end, whatever that is; nobody hears of an error but by what the run tells. */
export async function doRun(own: OwnRun, { keep, instant, tell, onError }: RunPlace): Promise<void> {
  const { signal } = own.ending;
  const owner = `run ${own.run.person ?? ''}`;
  const step = (...[change]: Parameters<OwnRun['step']>): void => {
    own.step(change);
    tell();
  };
  let task: RunTask | null = null;
  try {
    if (!(await own.write({ state: 'running', startedAt: instant() }))) return;
    step({ stage: own.work.begins, share: null, best: null });
    const begun = await workingFor({ owner, signal }, () => own.work.begin(own.run.ask, signal));
    task = begun;
    signal.throwIfAborted();
    const { seq, inputs, seed } = begun.order;
    if (!(await own.write({ seq, seed, inputs: inputsHash(own.run.kind, own.run.version, inputs) }))) return;
    const answer = await workingFor({ owner, signal }, () => answerOf(begun, signal, (piece) => step(begun.stepOf(piece))));
    signal.throwIfAborted();
    step({ stage: own.work.ends, share: null, best: null });
    const { result, file } = begun.outcomeOf(answer);
    const kept = file && (await keptFile(keep, file));
    const isDone = await own.write({ state: 'done', endedAt: instant(), progress: null, result, file: kept }, kept?.sha256);
    if (!isDone && kept) await keep.remove([], [kept.sha256]);
  } catch (error) {
    // Whoever ended it has said so.
    if (signal.aborted) return;
    if (!(error instanceof WestgateError)) onError(error instanceof Error ? error : new Error(String(error)), `a run of ${own.run.kind}`);
    await own.write({ state: 'failed', endedAt: instant(), progress: null, fault: faultOf(error) });
  } finally {
    await task?.clear();
  }
}

function answerOf({ order }: RunTask, signal: AbortSignal, onPiece: (piece: unknown) => void): Promise<unknown> {
  const run = jobRunner(order.module);
  return run(order.job, order.input, { ...order.limits, waitMs: Number.POSITIVE_INFINITY }, signal, onPiece);
}

async function keptFile(keep: StoreRuns, { path, name }: NonNullable<RunOutcome['file']>): Promise<NonNullable<ToldRun['file']>> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const { size } = await stat(path);
  const sha256 = hash.digest('hex');
  await keep.keepFile(path, sha256);
  return { sha256, bytes: size, name };
}
