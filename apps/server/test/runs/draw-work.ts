import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WestgateError } from '@westgate/base';
import type { Desk } from '@westgate/desk';
import { LIMITS } from '../../src/http/limits.ts';
import { PERIODS } from '../../src/running/periods.ts';
import type { RunWork } from '../../src/runs/run-work.ts';
import { type RunOptions, Runs } from '../../src/runs/runs.ts';

/** A kind of run for the tests: a job of theirs, whose answer is kept as a file as well. */
function drawWork(desk: Desk): RunWork {
  return {
    kind: {
      label: { zh: '抽签', en: 'Draw lots' },
      ...{ about: { zh: '抽签', en: 'Draw lots' }, right: 'publish', version: 3, fields: {}, stages: {}, result: {} },
    },
    begins: 'begin',
    ends: 'keep',
    async check({ rounds }) {
      if (Number(rounds) < 1) throw new WestgateError('WG_INPUT_INVALID', 'rounds: expected at least one');
    },
    async begin({ job = 'draw', seed, rounds, holdsMb = 0 }) {
      const path = join(desk.files.incoming(), `lots-${process.hrtime.bigint()}`);
      return {
        order: {
          ...{
            seq: desk.seq,
            module: new URL('./lots.js', import.meta.url),
            job: String(job),
            inputs: [String(rounds)],
            seed: Number(seed),
          },
          ...{ input: { seed, rounds, holdsMb }, limits: { wallMs: 600_000, isLong: true } },
        },
        stepOf(piece) {
          const { round, of, best } = piece as { readonly round: number; readonly of: number; readonly best: number };
          return { stage: 'draw', share: round / of, best };
        },
        outcomeOf(answer) {
          const { best } = answer as { readonly best: number };
          writeFileSync(path, `${best}\n`);
          return { result: { best }, file: { path, name: 'lots.csv' } };
        },
        clear: async () => undefined,
      };
    },
  };
}

/** The line of runs of a desk, in which lots are drawn; `heard` takes all it tells. */
export function runsOf(desk: Desk, more: Partial<RunOptions> = {}): Runs {
  return new Runs(desk.runs, {
    ...{ works: new Map([['draw', drawWork(desk)]]), limits: LIMITS, periods: { ...PERIODS, runTellMs: 1 } },
    ...{ now: () => new Date(), tell: () => undefined, onError: () => undefined },
    ...more,
  });
}
