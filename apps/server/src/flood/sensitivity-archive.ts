import { buffer } from 'node:stream/consumers';
import { WestgateError } from '@westgate/base';
import { FLOOD_SEARCH_JOBS, type floodSearchJobs, jobRunner, type WetRuns } from '@westgate/desk';
import type { Runs } from '../runs/runs.ts';
import { noRun, seenRun } from '../runs/seen-run.ts';

const run = jobRunner<typeof floodSearchJobs>(FLOOD_SEARCH_JOBS);
const LIMITS = { wallMs: 60_000, memoryMb: 800, inputBytes: 100_000_000 } as const;

/** Which cells each run of a sensitivity run left wet. Throws `WG_NOT_FOUND` where whoever asks knows of no such run of the case, and where its file is kept no more. */
export async function wetRunsOf(runs: Runs, floodCase: string, id: string): Promise<WetRuns> {
  const held = await seenRun(runs, id);
  if (held.run.kind !== 'flood-sensitivity' || held.run.ask.floodCase !== floodCase) noRun(id);
  if (held.file === null)
    throw new WestgateError('WG_NOT_FOUND', {
      zh: '这次敏感性分析没有结果文件：未完成，或已不保存；请重新推演',
      en: 'this sensitivity run holds no file of results: it is not done, or its file is kept no more; run it again',
    });
  return run('shares', { bytes: await buffer(runs.file(held.file)) }, LIMITS);
}
