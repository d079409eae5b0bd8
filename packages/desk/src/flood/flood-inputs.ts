import { byText, WestgateError } from '@westgate/base';
import type { Register, Row } from '@westgate/domain';
import type { RunRead } from '../deeds/run-read.ts';
import type { DeskFiles } from '../evidence/desk-files.ts';
import { inputsHash } from '../jobs/inputs-hash.ts';
import type { CaseFacts } from './case-folder.ts';
import type { GroundQuestion } from './flood-job.ts';
import type { GroundRecipe } from './make-ground.ts';

/** Media of files that heights are read from. */
const HEIGHTS = new Set(['text/plain', 'image/tiff', 'application/gzip', 'application/octet-stream']);

/** The file of a ground model: the last one that was brought to it; null where there is none. */
export function groundFile(register: Register, ground: string): Row<'evidence'> | null {
  const files = [...register.evidence.values()].filter(
    ({ subject_kind, subject_id, media_type }) => subject_kind === 'ground' && subject_id === ground && HEIGHTS.has(media_type),
  );
  return files.toSorted((a, b) => byText(a.on, b.on) || byText(a.id, b.id)).at(-1) ?? null;
}

/** The file of a ground and its recipe, as a job is asked. `cellM`: another cell than its own. Throws `WG_NOT_FOUND`, and `WG_INPUT_INVALID` where it has no file. */
export async function groundQuestion(
  register: Register,
  files: Pick<DeskFiles, 'bytes'>,
  id: string,
  cellM: number | null = null,
): Promise<GroundQuestion & { readonly sha256: string; readonly manning: number }> {
  const { file, recipe, manning } = groundSaid(register, id, cellM);
  const bytes = await files.bytes(file.sha256);
  if (!bytes)
    throw new WestgateError('WG_NOT_FOUND', {
      zh: `高程文件 ${file.file_name} 不在本机：它的记录来自数据文件夹，请把文件也带来`,
      en: `the file of heights ${file.file_name} is not kept here: its record came with a district folder; bring the file, too`,
    });
  return { bytes, fileName: file.file_name, recipe, sha256: file.sha256, manning };
}

/** What a job is asked of a case. */
export async function floodQuestion(
  register: Register,
  files: Pick<DeskFiles, 'bytes'>,
  id: string,
  given: { readonly cellM?: number | null; readonly design?: CaseFacts['design'] } = {},
): Promise<{ readonly ground: GroundQuestion; readonly facts: CaseFacts; readonly inputs: readonly string[] }> {
  const row = rowOf(register.flood_case, 'flood_case', id);
  const { sha256, manning, ...ground } = await groundQuestion(register, files, row.ground, given.cellM ?? row.cell_m);
  const facts = { ...factsOf(row, manning), ...(given.design ? { design: given.design } : {}) };
  if (facts.design.inflows.length === 0)
    throw new WestgateError('WG_INPUT_INVALID', {
      zh: '洪水情景：应至少有一处来水',
      en: 'the flood case: expected an inflow at least, there is none',
    });
  return { ground, facts, inputs: inputsOf(sha256, ground.recipe, facts) };
}

/** What a run of a case as it stands follows from, and the file of its ground; null where the ground has none. `cellM`: another cell than that of the case. */
export function floodInputs(
  register: Register,
  id: string,
  cellM: number | null,
): { readonly inputs: readonly string[]; readonly ground: { readonly id: string; readonly sha256: string } } | null {
  const row = rowOf(register.flood_case, 'flood_case', id);
  if (!register.ground.has(row.ground) || groundFile(register, row.ground) === null) return null;
  const { file, recipe, manning } = groundSaid(register, row.ground, cellM ?? row.cell_m);
  return { inputs: inputsOf(file.sha256, recipe, factsOf(row, manning)), ground: { id: row.ground, sha256: file.sha256 } };
}

/** Whether a run of a case was worked out from the case and the ground as they stand; not where the ground is gone or has no file. Throws `WG_NOT_FOUND`. */
export function isOfCaseNow(
  register: Register,
  id: string,
  { ask, inputs, version }: Pick<RunRead, 'ask' | 'inputs' | 'version'>,
): boolean {
  const now = floodInputs(register, id, typeof ask.cellM === 'number' ? ask.cellM : null);
  return now !== null && inputs !== null && inputsHash('flood', version, now.inputs) === inputs;
}

function inputsOf(sha256: string, recipe: GroundRecipe, facts: CaseFacts): readonly string[] {
  return [sha256, JSON.stringify(recipe), JSON.stringify(facts)];
}

function groundSaid(register: Register, id: string, cellM: number | null) {
  const row = rowOf(register.ground, 'ground', id);
  const file = groundFile(register, id);
  if (!file)
    throw new WestgateError('WG_INPUT_INVALID', {
      zh: '地形数据：应有高程文件（.tif、.asc、.asc.gz 或 .hgt），现在没有',
      en: 'the ground model: expected a file of heights (.tif, .asc, .asc.gz or .hgt), there is none',
    });
  const recipe: GroundRecipe = {
    ...{ crs: row.crs, verticalUnit: row.vertical_unit, area: row.area, cellM: cellM ?? row.cell_m, river: row.river },
    ...{ burnM: row.burn_m, fillPitsM: row.fill_pits_m, smoothM: row.smooth_m },
  };
  return { file, recipe, manning: row.manning };
}

function factsOf(row: Row<'flood_case'>, manning: number): CaseFacts {
  const { id, hours, scheme, design } = row;
  return { id, title: row.name_zh ?? row.name_en ?? id, hours, manning: row.manning ?? manning, scheme, design };
}

function rowOf<R>(rows: ReadonlyMap<string, R>, kind: string, id: string): R {
  const row = rows.get(id);
  if (row) return row;
  throw new WestgateError('WG_NOT_FOUND', { zh: '没有这条记录', en: `there is no such ${kind}` }, { kind, id });
}
