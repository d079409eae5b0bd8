import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { WestgateError } from '@westgate/base';
import {
  crestsInSystem,
  type GroundRecipe,
  type PreparedGround,
  prepareGround,
  RECIPE_FORMAT,
  readCrests,
  readRecipe,
  readRoughAreas,
  roughnessGrid,
  writeAsciiGrid,
} from '@westgate/flood';
import { type Command, EXIT, type Input, onlyWord, textOption, UsageError } from '../terminal/command.ts';
import { aligned, counted, say, sayJson } from '../terminal/print.ts';

/** A file that is read at all. */
const MOST_BYTES = 512 * 1024 * 1024;
/** Digits behind the point: millimetres. */
const DIGITS = 3;
const CLASSES = 'river,stream';
const FOUND = { file: 'as the file says', name: 'by its name', guess: 'guessed from its numbers', asked: 'as was said' } as const;

export const ground: Command = {
  name: 'ground',
  usage: 'add FILE… -o OUT.asc.gz [options] | repeat RECIPE -o OUT.asc.gz [--json]',
  help: `Makes ground ready for a flood case, from the files that you have: GeoTIFF (.tif), ESRI ASCII grid (.asc, with a .prj beside it or not), SRTM tiles
(.hgt), each packed as .gz or .zip or not. Several tiles become one grid. Degrees are brought to the UTM zone of their middle.

add reads the files, does the steps in the order of the options below, and writes the grid and, beside it, its recipe: the files with their check sums,
each step, and the most by which it changed a height. Nothing is done to the files themselves.

repeat does what a recipe says: the same files give the same heights, to the bit. The files lie beside the recipe or where it names them.`,
  options: {
    output: { type: 'string', short: 'o' },
    crs: { type: 'string' },
    'vertical-unit': { type: 'string' },
    cut: { type: 'string' },
    cell: { type: 'string' },
    smooth: { type: 'string' },
    burn: { type: 'string' },
    'burn-depth': { type: 'string' },
    bridges: { type: 'string' },
    classes: { type: 'string' },
    'fill-pits': { type: 'string' },
    crests: { type: 'string' },
    roughness: { type: 'string' },
    manning: { type: 'string' },
    json: { type: 'boolean' },
  },
  optionHelp: {
    'output, -o OUT.asc.gz': 'the grid, which must not be there yet; its recipe becomes OUT.recipe.json',
    'crs EPSG:CODE': 'the reference system of the files, where they say none',
    'vertical-unit UNIT': 'm, ft or us-ft: the unit of the heights, where the files say none',
    'cut W,S,E,N': 'keep this box, degrees of WGS 84',
    'cell M': 'cells of this size, m',
    'smooth M': 'smooth steps of whole metres, by at most M',
    'burn FILE': 'let the bed under the rivers of a file (.geojson, .osm, .osm.pbf, .gz) never rise along them',
    'burn-depth M': 'and lie M below the heights there (0)',
    'bridges M':
      'lower what stands more than M above the bed on both sides along those rivers, before burning; without --burn-depth only this is done',
    'classes LIST': `which rivers of the file (${CLASSES})`,
    'fill-pits M': 'fill hollows that are at most M deep',
    'crests FILE': 'lines with crest_m, or height_m above the ground: written beside the grid for the case, in its reference system',
    'roughness FILE': 'areas with a class of land or manning: a grid of roughness is written beside',
    'manning N': 'roughness where no area says one (0.035)',
    json: 'print JSON',
  },
  async run(input) {
    const [verb, ...words] = input.words;
    const rest = { ...input, words };
    if (verb === 'add') return make(rest, recipeOf(rest), process.cwd());
    if (verb === 'repeat') {
      const file = onlyWord(rest, 'the file of a recipe');
      return make(rest, readRecipe(bytesOf(file).toString('utf8'), basename(file)), dirname(resolve(file)));
    }
    throw new UsageError(`expected "add FILE…" or "repeat RECIPE"${verb ? `, got "${verb}"` : ''}`);
  },
};

/** What the options say, as a recipe. */
function recipeOf(input: Input): GroundRecipe {
  if (input.words.length === 0) throw new UsageError('expected a file with heights at least');
  const unit = textOption(input, 'vertical-unit');
  if (unit !== undefined && unit !== 'm' && unit !== 'ft' && unit !== 'us-ft')
    throw new UsageError(`expected --vertical-unit m, ft or us-ft, got "${unit}"`);
  const [smooth, pits, depth, bridges] = [
    metresOf(input, 'smooth'),
    metresOf(input, 'fill-pits'),
    metresOf(input, 'burn-depth'),
    metresOf(input, 'bridges'),
  ];
  const burn = textOption(input, 'burn');
  if (burn === undefined && (depth !== undefined || bridges !== undefined))
    throw new UsageError('expected --burn FILE with --burn-depth or --bridges');
  const classes = (textOption(input, 'classes') ?? CLASSES).split(',');
  const rivers = burn === undefined ? null : { lines: named(burn), classes };
  const steps: GroundRecipe['steps'] = [
    ...(smooth === undefined ? [] : [{ kind: 'smooth-steps' as const, most_m: smooth }]),
    ...(rivers === null || bridges === undefined ? [] : [{ kind: 'breach-bridges' as const, ...rivers, over_m: bridges }]),
    ...(rivers === null || (bridges !== undefined && depth === undefined)
      ? []
      : [{ kind: 'burn-river' as const, ...rivers, depth_m: depth ?? 0 }]),
    ...(pits === undefined ? [] : [{ kind: 'fill-pits' as const, most_m: pits }]),
  ];
  const [crs, cell, box] = [textOption(input, 'crs'), metresOf(input, 'cell'), textOption(input, 'cut')];
  const files = input.words.map((file) => {
    const prj = file.replace(/(\.\w+?)(\.gz)?$/, '.prj');
    return { ...named(file), ...(existsSync(prj) ? { prj: bytesOf(prj).toString('utf8') } : {}) };
  });
  return {
    ...{ format: RECIPE_FORMAT, files },
    ...(crs === undefined ? {} : { crs }),
    ...(unit === undefined ? {} : { vertical_unit: unit }),
    ...(box === undefined ? {} : { cut: boxOf(box) }),
    ...(cell === undefined ? {} : { cell_m: cell }),
    steps,
  };
}

async function make(input: Input, recipe: GroundRecipe, folder: string): Promise<number> {
  const out = textOption(input, 'output');
  if (out === undefined || !out.endsWith('.asc.gz')) throw new UsageError('expected -o OUT.asc.gz');
  const stem = out.slice(0, -'.asc.gz'.length);
  const [crestFile, landFile, manning] = [textOption(input, 'crests'), textOption(input, 'roughness'), metresOf(input, 'manning') ?? 0.035];
  const paths = { grid: out, recipe: `${stem}.recipe.json`, crests: `${stem}.crests.geojson`, manning: `${stem}.manning.asc.gz` };
  for (const path of [paths.grid, paths.recipe, ...(crestFile ? [paths.crests] : []), ...(landFile ? [paths.manning] : [])])
    if (existsSync(path))
      throw new WestgateError('WG_NOT_EMPTY', `expected a file that is not there yet, found ${resolve(path)}`, { file: path });
  const sums = new Map(
    [...recipe.files, ...recipe.steps.flatMap((step) => ('lines' in step ? [step.lines] : []))].map(({ name, sha256 }) => [name, sha256]),
  );
  const prepared = await prepareGround(recipe, (name) => {
    const bytes = bytesOf(resolve(folder, name));
    const [sum, wanted] = [sha256(bytes), sums.get(name)];
    if (sum !== wanted)
      throw new WestgateError(
        'WG_INPUT_INVALID',
        {
          zh: `${name}：应为校验和 ${wanted} 的文件，实为 ${sum}`,
          en: `${name}: expected the file with the check sum ${wanted}, found ${sum}`,
        },
        { file: name },
      );
    return bytes;
  });
  refuseUnknownUnit(prepared, recipe);
  const { grid, crs, done } = prepared;
  const text = writeAsciiGrid(grid, DIGITS);
  const files = new Map<string, Uint8Array | string>([[paths.grid, gzipSync(text)]]);
  const told = { ...report(prepared), heights_sha256: sha256(text) };
  files.set(paths.recipe, `${JSON.stringify({ ...recipe, done, result: told }, null, 2)}\n`);
  let faces: number | null = null;
  if (crestFile !== undefined) {
    const crests = crestsInSystem(bytesOf(crestFile).toString('utf8'), basename(crestFile), crs);
    faces = readCrests(grid, crests, basename(crestFile)).faces;
    files.set(paths.crests, crests);
  }
  const land = landFile === undefined ? null : readRoughAreas(bytesOf(landFile).toString('utf8'), basename(landFile), crs);
  if (land) files.set(paths.manning, gzipSync(writeAsciiGrid(roughnessGrid(grid, land.areas, manning), DIGITS)));
  writeAll(files);
  const all = {
    ...told,
    conditioning: done,
    crest_faces: faces,
    roughness_areas: land?.areas.length ?? null,
    land_not_known: land?.unknown ?? null,
  };
  if (input.options.json) sayJson({ ...all, files: [...files.keys()] });
  else sayAll(all, prepared, [...files.keys()]);
  return EXIT.ok;
}

/** Without a unit nobody knows whether 300 is a hill or a mountain. */
function refuseUnknownUnit({ read }: PreparedGround, { files }: GroundRecipe): void {
  for (const [index, { verticalUnit, range, crsOfFile }] of read.entries()) {
    if (verticalUnit !== null) continue;
    const name = files[index]?.name ?? '';
    const [least, most] = range.map((height) => Number(height.toFixed(2)));
    throw new WestgateError(
      'WG_INPUT_INVALID',
      {
        zh: `${name}：应有高程单位，实为没有注明；文件中的高程为 ${least} 至 ${most}（${crsOfFile}）。请加 --vertical-unit m、ft 或 us-ft。`,
        en: `${name}: expected a unit of its heights, found none; the heights in it go from ${least} to ${most} (${crsOfFile}). Say --vertical-unit m, ft or us-ft.`,
      },
      { file: name, range },
    );
  }
}

function report({ grid, crs, read }: PreparedGround) {
  const heights = grid.values.filter((height) => !Number.isNaN(height));
  return {
    ...{ crs, columns: grid.columns, rows: grid.rows, cell_m: grid.cell, west: grid.west, south: grid.south },
    lowest_m: heights.reduce((least, height) => Math.min(least, height), Number.POSITIVE_INFINITY),
    highest_m: heights.reduce((most, height) => Math.max(most, height), Number.NEGATIVE_INFINITY),
    holes: grid.values.length - heights.length,
    read: read.map(({ crsOfFile, crsFrom, verticalUnit, range, holes, wasReprojected, cellFrom }) => ({
      ...{
        crs: crsOfFile,
        crs_from: crsFrom,
        vertical_unit: verticalUnit,
        range_m: range,
        holes,
        reprojected: wasReprojected,
        cell: cellFrom,
      },
    })),
  };
}

function sayAll(
  told: ReturnType<typeof report> & { readonly crest_faces: number | null; readonly land_not_known: readonly string[] | null },
  { read, done }: PreparedGround,
  files: readonly string[],
): void {
  for (const each of read)
    say(
      `read in ${each.crsOfFile}, ${FOUND[each.crsFrom]}; heights in ${each.verticalUnit}; cells of ${each.cellFrom}${each.wasReprojected ? `; brought to ${told.crs}` : ''}`,
    );
  const { columns, rows, cell_m, lowest_m, highest_m, holes } = told;
  say(
    `${columns} × ${rows} cells of ${cell_m} m in ${told.crs}; ${lowest_m.toFixed(2)} to ${highest_m.toFixed(2)} m; ${counted(holes, 'cell')} without a height`,
  );
  if (done.length > 0)
    say(
      aligned(
        done.map(({ kind, cells, lowered, raised }) => [
          kind,
          counted(cells, 'cell'),
          `lowered by at most ${lowered.toFixed(2)} m`,
          `raised by at most ${raised.toFixed(2)} m`,
        ]),
      ),
    );
  if (told.crest_faces !== null) say(`crests on ${counted(told.crest_faces, 'face')}`);
  if (told.land_not_known && told.land_not_known.length > 0) say(`no roughness is known for: ${told.land_not_known.join(', ')}`);
  say(`written: ${files.join(', ')}`);
}

/** All files or none: each is written beside its place first. */
function writeAll(files: ReadonlyMap<string, Uint8Array | string>): void {
  const drafts = [...files].map(([path, content]) => ({
    path,
    content,
    draft: join(dirname(resolve(path)), `.${basename(path)}.${process.pid}.part`),
  }));
  try {
    for (const { draft, content } of drafts) writeFileSync(draft, content);
    for (const { draft, path } of drafts) renameSync(draft, path);
  } finally {
    for (const { draft } of drafts) rmSync(draft, { force: true });
  }
}

function named(name: string): { readonly name: string; readonly sha256: string } {
  return { name, sha256: sha256(bytesOf(name)) };
}

function bytesOf(path: string): Buffer {
  if (!existsSync(path)) throw new WestgateError('WG_NOT_FOUND', `expected a file, found none at ${resolve(path)}`, { file: path });
  const bytes = readFileSync(path);
  if (bytes.length > MOST_BYTES)
    throw new WestgateError('WG_INPUT_INVALID', `${basename(path)}: expected at most ${MOST_BYTES} bytes, found ${bytes.length}.`, {
      file: path,
    });
  return bytes;
}

function metresOf(input: Input, option: string): number | undefined {
  const text = textOption(input, option);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0)
    throw new UsageError(`expected a number from 0 for --${option}, got "${text}"`);
  return value;
}

function boxOf(text: string): [number, number, number, number] {
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN, ...more] = text.split(',').map(Number);
  if (more.length > 0 || !(west < east && south < north && west >= -180 && east <= 180 && south >= -90 && north <= 90))
    throw new UsageError(`expected --cut west,south,east,north in degrees, got "${text}"`);
  return [west, south, east, north];
}

function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
