import { WestgateError } from '@westgate/base';
import { RUN_KIND_NAMES, type RunKindName, runKindNamed } from '@westgate/domain';
import { isRefusal, requireRightNow } from '../people/authentication.ts';
import type { Runs } from './runs.ts';
import type { HeldRun } from './told-run.ts';

/** The run of that id, of a kind that whoever asks may ask for; to others it is not there. */
export async function seenRun(runs: Runs, id: string): Promise<HeldRun> {
  const held = await runs.require(id);
  return maySee(runs, held) ? held : noRun(id);
}

/** Runs of kinds that this Westgate does not know are not read. */
export function kindOf({ run: { kind } }: HeldRun): RunKindName {
  return RUN_KIND_NAMES.find((each) => each === kind) ?? noRun(kind);
}
/** Whether who asks may ask for such runs, and know of what this one is about. */
export function maySee(runs: Runs, held: HeldRun): boolean {
  return mayAsk(kindOf(held)) && runs.isShown(held);
}

function mayAsk(kind: RunKindName): boolean {
  try {
    requireRightNow(runKindNamed(kind).right);
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

export function noRun(id: string): never {
  throw new WestgateError('WG_NOT_FOUND', { zh: '没有这个后台任务', en: 'there is no such run' }, { id: id.slice(0, 80) });
}
