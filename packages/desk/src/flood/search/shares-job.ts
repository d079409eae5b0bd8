import { type Geometry, WestgateError } from '@westgate/base';
import { NO_GROUND, SENSITIVITY_FORMAT, type SensitivityResult, wetRunsIn } from '@westgate/domain';
import { unzipSync } from 'fflate';
import { coverage } from '../exposure.ts';

/** The archive of a sensitivity run. */
export interface SharesQuestion {
  readonly bytes: Uint8Array;
}

/** What it holds of the runs in which each cell is wet. */
export interface WetRuns {
  readonly result: SensitivityResult;
  /** Of each cell, row after row from the south-west: bit n is set where run n left it wet, bit 15 where it has no ground. */
  readonly wet: Uint16Array;
}

/** In how many runs a shape is wet; `wet` null where it is dry in all runs and not all of it lies on the ground: it is not known. */
export interface WetShare {
  readonly runs: number;
  readonly wet: number | null;
  /** Whether all of it lies on the ground; where not, it may be wet in more runs. */
  readonly isWhole: boolean;
}

/** Reads the archive of a sensitivity run. Throws `WG_INPUT_INVALID` where it is none that is understood here. */
export function sharesJob({ bytes }: SharesQuestion): WetRuns {
  const files = unzipSync(bytes, { filter: ({ name }) => name === 'sensitivity.json' || name === 'wet.u16' });
  const [told, wet] = [files['sensitivity.json'], files['wet.u16']];
  const result = told ? (JSON.parse(Buffer.from(told).toString('utf8')) as SensitivityResult) : null;
  if (result?.format !== SENSITIVITY_FORMAT || !wet)
    throw new WestgateError('WG_INPUT_INVALID', {
      zh: `敏感性分析结果：应为 ${SENSITIVITY_FORMAT}，现为 ${String(result?.format ?? '无').slice(0, 40)}；请重新推演`,
      en: `the result of the sensitivity run: expected ${SENSITIVITY_FORMAT}, found ${String(result?.format ?? 'none').slice(0, 40)}; run it again`,
    });
  return { result, wet: new Uint16Array(wet.slice().buffer) };
}

/** Looks shapes up in the runs of a sensitivity run: a place is wet in a run where one of its cells is. */
export function wetShares({ result, wet }: WetRuns): (shapes: readonly Geometry[]) => WetShare {
  const covered = coverage(result);
  const runs = result.variants.length;
  return (shapes) => {
    const { cells, beside } = covered(shapes);
    let bits = beside > 0 ? NO_GROUND : 0;
    for (const cell of cells) bits |= wet[cell] ?? 0;
    return { runs, wet: bits === NO_GROUND ? null : wetRunsIn(bits), isWhole: (bits & NO_GROUND) === 0 };
  };
}
