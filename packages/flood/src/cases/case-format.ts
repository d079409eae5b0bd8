// The folder of a case, for ours and other programs: UTF-8, SI units, seconds from the start, points in the case's reference system, files relative to the folder.
import { PART_ID } from '@westgate/base';
import { z } from 'zod';
import { caseFault } from './fault.ts';

export const CASE_FORMAT = 'westgate-flood-case/1';

const number = z.number();
const positive = z.number().positive();
const id = z.string().regex(PART_ID);
const point = z.tuple([number, number]);
const points = z.array(point).min(1);
const file = z.string().regex(/^(?!\/)(?!.*\.\.)[\w./-]+$/);
const span = { start: number.min(0), end: number.min(0) };

const failure = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('stuck'), ...span }),
  z.strictObject({ kind: z.literal('no-power'), ...span }),
  z.strictObject({ kind: z.literal('stuck-at'), opening: number.min(0), ...span }),
  z.strictObject({ kind: z.literal('slow'), by: positive, ...span }),
  z.strictObject({ kind: z.literal('late'), delay: number.min(0), ...span }),
]);

const link = { id, from: points, to: points };
const structure = z.discriminatedUnion('kind', [
  z.strictObject({ ...link, kind: z.literal('weir'), crest_m: number, width_m: positive, coefficient: positive.optional() }),
  z.strictObject({
    ...{ ...link, kind: z.literal('gate'), crest_m: number, width_m: positive, full_m: positive, rate_m_per_min: positive },
    ...{ coefficient: positive.optional(), opening_m: number.min(0).optional(), failures: z.array(failure).optional() },
  }),
  z.strictObject({
    ...{ ...link, kind: z.literal('pump'), curve: z.array(point).min(1) },
    ...{ on_m: number.optional(), off_m: number.optional(), delay_s: number.min(0).optional() },
  }),
  z.strictObject({
    ...{
      ...link,
      kind: z.literal('culvert'),
      invert_m: number,
      width_m: positive,
      height_m: positive,
      length_m: positive,
      manning: positive,
    },
    ...{ entrance: number.min(0).optional(), flap: z.boolean().optional() },
  }),
  z.strictObject({
    ...{
      ...link,
      kind: z.literal('breach'),
      crest_m: number,
      lowest_m: number,
      start_s: number.min(0).optional(),
      start_level_m: number.optional(),
    },
    ...{ width_m: positive, widest_m: positive, widening_m_per_min: number.min(0), falling_s: number.min(0) },
  }),
  z.strictObject({
    ...{ ...link, kind: z.literal('fuse-plug'), crest_m: number, lowest_m: number, width_m: positive },
    ...{ trigger_m: number, held_s: number.min(0) },
  }),
]);

const seen = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('time') }),
  z.strictObject({ of: z.literal('gauge'), id, what: z.enum(['level', 'rise']) }),
  z.strictObject({ of: z.literal('storage'), id, what: z.enum(['level', 'share']) }),
  z.strictObject({ of: z.literal('gate'), id }),
]);
type ConditionFile =
  | { all: ConditionFile[] }
  | { any: ConditionFile[] }
  | { not: ConditionFile }
  | { mode: string }
  | { value: z.infer<typeof seen>; is: '<' | '<=' | '>' | '>='; than: number };
const condition: z.ZodType<ConditionFile> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
    z.strictObject({ mode: id }),
    z.strictObject({ value: seen, is: z.enum(['<', '<=', '>', '>=']), than: number }),
  ]),
);
const act = z.union([
  z.strictObject({ gate: id, target_m: number.min(0) }),
  z.strictObject({ pump: id, on: z.boolean() }),
  z.strictObject({ mode: id }),
]);

const STRUCTURES = z.array(structure);
const RULES = z.strictObject({
  rules: z.array(
    z.strictObject({ id, when: condition, acts: z.array(act).min(1), priority: number, minDwell_s: number.min(0).optional() }),
  ),
  every_s: positive.optional(),
  mode: id.optional(),
  transitions: z.array(z.tuple([id, id])).optional(),
});

const edge = z.discriminatedUnion('kind', [
  z.strictObject({ id, kind: z.literal('free'), cells: points }),
  z.strictObject({ id, kind: z.literal('normal-depth'), cells: points, slope: positive }),
  z.strictObject({ id, kind: z.literal('level'), cells: points, hydrograph: file }),
  z.strictObject({ id, kind: z.literal('rating'), cells: points, table: file }),
]);

const inflow = z.discriminatedUnion('kind', [
  z.strictObject({ id, kind: z.literal('discharge'), cells: points, hydrograph: file, momentum: z.boolean().optional() }),
  z.strictObject({ id, kind: z.literal('level'), cells: points, hydrograph: file }),
]);

const velocity = z.strictObject({ east: file, north: file }).optional();

const step = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cut'), box: z.tuple([number, number, number, number]) }),
  z.strictObject({ kind: z.literal('resample'), cell_m: positive }),
  z.strictObject({ kind: z.literal('burn-river'), lines: file, depth_m: z.number().min(0).max(50).optional() }),
  z.strictObject({ kind: z.literal('breach-bridges'), lines: file, over_m: z.number().min(0).max(50) }),
  z.strictObject({ kind: z.literal('fill-pits'), most_m: positive }),
  z.strictObject({ kind: z.literal('smooth-steps'), most_m: positive.max(10) }),
]);

const CASE = z.strictObject({
  format: z.literal(CASE_FORMAT),
  id,
  title: z.string().min(1),
  crs: z.string().min(1),
  dem: file,
  conditioning: z.array(step).optional(),
  crests: file.optional(),
  manning: z.union([z.number().min(0).max(1), file]),
  initial: z.union([z.strictObject({ depth: z.union([z.number().min(0), file]), velocity }), z.strictObject({ level: number, velocity })]),
  edges: z.literal('wall').optional(),
  time: z.strictObject({ start_s: z.literal(0), end_s: positive }),
  scheme: z.enum(['sd03', 'local-inertia']).optional(),
  cfl: positive.optional(),
  hmin_m: positive.optional(),
  inflows: z.array(inflow).optional(),
  outflows: z.array(edge).optional(),
  rain: file.optional(),
  infiltration: file.optional(),
  gauges: file.optional(),
  sections: z.array(z.strictObject({ id, line: z.tuple([point, point]) })).optional(),
  storages: z.array(z.strictObject({ id, cells: points, capacity_m3: positive })).optional(),
  structures: file.optional(),
  rules: file.optional(),
  output: z
    .strictObject({ maps_every_s: positive.optional(), gauges_every_s: positive.optional(), arrival_depth_m: z.literal(0.1).optional() })
    .optional(),
});

export type CaseFile = z.infer<typeof CASE>;
export type StructuresFile = z.infer<typeof STRUCTURES>;
export type RulesFile = z.infer<typeof RULES>;

const SHAPES = { case: CASE, structures: STRUCTURES, rules: RULES } as const;

/** What a JSON file of a case says. Throws WG_INPUT_INVALID with the file and the place in it. */
export function readCaseJson<K extends keyof typeof SHAPES>(kind: K, text: string, name: string): z.infer<(typeof SHAPES)[K]> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw caseFault({ file: name }, 'JSON', error instanceof Error ? error.message : error);
  }
  const read = SHAPES[kind].safeParse(value);
  if (read.success) return read.data as z.infer<(typeof SHAPES)[K]>;
  const [issue] = read.error.issues;
  const found = (issue?.path ?? []).reduce<unknown>((inside, key) => (inside as Record<PropertyKey, unknown> | undefined)?.[key], value);
  throw caseFault(
    { file: name, at: issue?.path.join('.') },
    issue?.message ?? 'a case',
    found === undefined ? 'nothing' : JSON.stringify(found),
  );
}
