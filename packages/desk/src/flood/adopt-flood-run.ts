import { type Said, WestgateError } from '@westgate/base';
import type { FloodFrozen, Register } from '@westgate/domain';
import type { Ask, AskedAt } from '../deeds/ask.ts';
import { newId } from '../deeds/new-id.ts';
import { isSaid, presentRow, projectRow, putChanges } from '../deeds/put-changes.ts';
import type { RunRead } from '../deeds/run-read.ts';
import type { Changing } from '../deeds/work.ts';
import { floodInputs, isOfCaseNow } from './flood-inputs.ts';
import type { FloodResult } from './flood-job.ts';

const MINUTE_OWED = { zh: '会议记录：应写明采用什么、为什么', en: 'minute: expected what is adopted, and why' };

/**
 * Adopts a run of a case for a project: what it was worked out from and what came of it is held fast. Throws `WG_NOT_FOUND` where there is no such run of the case, `WG_INPUT_INVALID`
 * where it is not done, its archive is kept no more, the case or its ground was changed since, the project adopted it before, and without a minute.
 */
export function adoptFloodRun(
  register: Register,
  { id, run, project, on, minute }: Ask<'adopt-flood-run'>,
  { seq, ran }: Pick<AskedAt, 'seq' | 'ran'>,
): Changing {
  presentRow(register.flood_case, 'flood_case', id);
  projectRow(register, project);
  if (!isSaid(minute)) throw new WestgateError('WG_INPUT_INVALID', MINUTE_OWED, { field: 'minute' });
  if (ran?.kind !== 'flood' || ran.id !== run || ran.ask.floodCase !== id)
    throw new WestgateError('WG_NOT_FOUND', noRun(run), { id: run.slice(0, 80) });
  const { inputs } = ran;
  const result = requireOver(ran);
  const now = floodInputs(register, id, typeof ran.ask.cellM === 'number' ? ran.ask.cellM : null);
  if (now === null || inputs === null || !isOfCaseNow(register, id, ran)) throw refused(OTHER_INPUTS);
  const rows = [...register.flood_adoption.values()];
  if (rows.some((row) => row.flood_case === id && row.project === project && row.run === run))
    throw new WestgateError('WG_INPUT_INVALID', { zh: '该项目已采用这次推演', en: 'run: the project adopted this run already' });
  const adoption = {
    flood_case: id,
    project,
    on,
    minute_zh: minute.zh,
    minute_en: minute.en,
    run,
    inputs,
    frozen: frozenOf(result, now.ground),
  };
  return { changes: putChanges(register, [['flood_adoption', { id: newId(register, 'flood_adoption', {}, seq), ...adoption }]]) };
}

function requireOver({ isDone, result }: RunRead): FloodResult {
  if (!isDone) throw refused(NOT_DONE);
  if (result === null) throw refused(NOT_KEPT);
  return result as FloodResult;
}

function frozenOf({ design, engine, hours, cell, variants }: FloodResult, ground: FloodFrozen['ground']): FloodFrozen {
  const peaks = design.sections.flatMap(({ id, name }) => {
    const [without, dammed] = [variants.without.summary.sections[id], variants.with.summary.sections[id]];
    return without && dammed ? [{ section: name, without_m3s: without.peak_m3s, with_m3s: dammed.peak_m3s }] : [];
  });
  return { design, ground, engine, hours, cell_m: cell, peaks };
}

function refused(said: Said): WestgateError {
  return new WestgateError('WG_INPUT_INVALID', said, { field: 'run' });
}

function noRun(run: string): Said {
  const shown = run.slice(0, 40);
  return { zh: `推演：本情景没有编号为“${shown}”的推演`, en: `run: expected a run of this case, there is no run "${shown}" of it` };
}

const NOT_DONE = {
  zh: '推演：应已完成；请等它完成，或重新推演',
  en: 'run: expected one that is done; wait for it, or run the case again',
};
const NOT_KEPT = {
  zh: '推演：结果文件已不保存；请重新推演，再采用',
  en: 'run: its file of results is kept no more; run the case again, and adopt that run',
};
const OTHER_INPUTS = {
  zh: '推演：情景或地形在这次推演之后有改动；请重新推演，再采用',
  en: 'run: the case or its ground was changed since this run; run the case again, and adopt that run',
};
