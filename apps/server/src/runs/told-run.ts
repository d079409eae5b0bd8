import { type ErrorCode, type InstantString, WestgateError } from '@westgate/base';
import type { Idem, KeptRun, ReadRun } from '@westgate/desk';
import { isUnderway, type RunState } from '@westgate/domain';
import type { RunAsked, RunStep } from './run-work.ts';

/** How far a run is, with the time that its stage takes still. */
interface RunProgress extends RunStep {
  readonly leftMs: number | null;
}

/** A run as it is known: the row that is kept of it. */
export interface ToldRun {
  readonly kind: string;
  readonly state: RunState;
  readonly ask: RunAsked;
  /** The account of who asked; null where nobody was signed in. */
  readonly person: string | null;
  readonly idem: Idem | null;
  readonly startedAt: InstantString | null;
  readonly endedAt: InstantString | null;
  readonly progress: RunProgress | null;
  readonly seq: number | null;
  readonly inputs: string | null;
  readonly version: number;
  readonly seed: number | null;
  readonly result: Readonly<Record<string, string | number | null>> | null;
  readonly file: { readonly sha256: string; readonly bytes: number; readonly name: string } | null;
  readonly fault: RunFault | null;
}

/** Why a run failed. */
export interface RunFault {
  readonly code: ErrorCode;
  readonly zh: string | null;
  readonly en: string;
}

/** A kept run with what it tells. */
export interface HeldRun extends ReadRun {
  readonly run: ToldRun;
}

/** A kept run as it is read; what another version of Westgate wrote, and this one cannot read, is left out. */
export function heldRuns(kept: readonly ReadRun[], kinds: ReadonlyMap<string, unknown>): readonly HeldRun[] {
  return kept.flatMap((each) => {
    const run: ToldRun = JSON.parse(each.told);
    return kinds.has(run.kind) ? [{ ...each, run }] : [];
  });
}

/** A run as it is kept at the next revision. */
export function keptRun(
  { id, rev, owner, askedAt, file }: Pick<KeptRun, 'id' | 'rev' | 'owner' | 'askedAt' | 'file'>,
  run: ToldRun,
): KeptRun {
  return { id, rev: rev + 1, owner, askedAt, file, isOver: !isUnderway(run.state), told: JSON.stringify(run) };
}

/** Why something failed, as it is told. A fault of ours is told by its code alone. */
export function faultOf(error: unknown): RunFault {
  if (!(error instanceof WestgateError)) return { code: 'WG_INTERNAL', zh: null, en: '' };
  const { detailZh } = error.details;
  return { code: error.code, zh: typeof detailZh === 'string' ? detailZh : null, en: error.message };
}
