import { PART_ID, type Said } from '@westgate/base';
import { DESIGN_RANGES, type DesignRange, FLOOD_DESIGN_FORMAT, type FloodDesign } from '@westgate/domain';
import { z } from 'zod';
import { type DesignFault, faultAt } from './design-fault.ts';

const id = z.string().regex(PART_ID);
const name = z.string().trim().min(1).max(80);
const point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const line = z.array(point).min(2).max(2_000);
const within = ({ least, most, over }: DesignRange) => (over ? z.number().gt(least) : z.number().min(least)).max(most);
const height = within(DESIGN_RANGES.height);
const size = within(DESIGN_RANGES.size);
const hours = within(DESIGN_RANGES.hours);
const m3s = within(DESIGN_RANGES.discharge);
const opening = within(DESIGN_RANGES.opening);
const span = { start_h: hours, end_h: hours };

const rows = z
  .array(z.tuple([hours, m3s]))
  .min(1)
  .max(10_000);
const discharge = z.union([
  z.strictObject({ rows }),
  z.strictObject({ base_m3s: m3s, peak_m3s: m3s, start_h: hours, rise_h: size, fall_h: size }),
]);
const failure = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('stuck-at'), opening_m: opening, ...span }),
  z.strictObject({ kind: z.literal('late'), delay_h: hours, ...span }),
  z.strictObject({ kind: z.literal('no-power'), ...span }),
]);
const link = { id, name, from: point, to: point };
const structure = z.discriminatedUnion('kind', [
  z.strictObject({ ...link, kind: z.literal('weir'), crest_m: height, width_m: size }),
  z.strictObject({
    ...{ ...link, kind: z.literal('gate'), crest_m: height, width_m: size, full_m: size, rate_m_per_min: size },
    ...{ opening_m: opening, failures: z.array(failure).max(20) },
  }),
  z.strictObject({ ...link, kind: z.literal('pump'), m3s: within(DESIGN_RANGES.pumped) }),
  z.strictObject({
    ...link,
    ...{ kind: z.literal('culvert'), invert_m: height, width_m: size, height_m: size, length_m: size, flap: z.boolean() },
  }),
]);
const seen = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('time') }),
  z.strictObject({ of: z.literal('gauge'), id, what: z.enum(['level', 'rise']) }),
  z.strictObject({ of: z.literal('storage'), id, what: z.enum(['level', 'share']) }),
]);
const rule = z.strictObject({
  id,
  when: z
    .array(z.strictObject({ value: seen, is: z.enum(['<', '<=', '>', '>=']), than: z.number() }))
    .min(1)
    .max(20),
  gate: id,
  target_m: opening,
  priority: within(DESIGN_RANGES.priority).int(),
});

const few = <T extends z.ZodType>(of: T) => z.array(of).max(200);
const DESIGN = z
  .strictObject({
    format: z.literal(FLOOD_DESIGN_FORMAT),
    inflows: few(z.strictObject({ id, line, discharge })),
    outflows: few(
      z.discriminatedUnion('kind', [
        z.strictObject({ id, line, kind: z.literal('free') }),
        z.strictObject({ id, line, kind: z.literal('normal-depth'), slope: within(DESIGN_RANGES.slope) }),
      ]),
    ),
    gauges: few(z.strictObject({ id, name, at: point })),
    sections: few(z.strictObject({ id, name, line: z.tuple([point, point]) })),
    crests: few(z.strictObject({ id, line, crest_m: height })),
    storages: few(
      z.strictObject({
        ...{ id, name, ring: z.array(point).min(3).max(2_000), capacity_m3: within(DESIGN_RANGES.capacity) },
        floor_m: height.nullable(),
      }),
    ),
    structures: few(structure),
    rules: few(rule),
  })
  .superRefine((design, context) => {
    const fault = (path: (string | number)[], { zh, en }: Said): void =>
      context.addIssue({ code: 'custom', path, message: en, params: { zh } });
    for (const [part, items] of Object.entries(design))
      if (Array.isArray(items)) {
        const ids = items.map((each) => each.id);
        const twice = ids.findIndex((each, index) => ids.indexOf(each) < index);
        if (twice >= 0) fault([part, twice, 'id'], { zh: '不重复的编号', en: 'an id that no other has' });
      }
    const gates = design.structures.filter(({ kind }) => kind === 'gate').map((each) => each.id);
    const named = { gauge: design.gauges.map((each) => each.id), storage: design.storages.map((each) => each.id) };
    for (const [index, { gate, when }] of design.rules.entries()) {
      if (!gates.includes(gate)) fault(['rules', index, 'gate'], oneOfThem({ zh: '闸门', en: 'gate' }, gates));
      for (const [at, { value }] of when.entries())
        if (value.of !== 'time' && !named[value.of].includes(value.id))
          fault(['rules', index, 'when', at, 'value', 'id'], oneOfThem(SEEN[value.of], named[value.of]));
    }
    for (const [index, { discharge: over }] of design.inflows.entries())
      if ('rows' in over) {
        const back = over.rows.findIndex(([time], at) => at > 0 && secondsOf(time) <= secondsOf(over.rows[at - 1]?.[0] ?? 0));
        const before = over.rows[back - 1]?.[0];
        if (back >= 0)
          fault(['inflows', index, 'discharge', 'rows', back], {
            zh: `晚于 ${before} h 的时间，至少相差 1 秒`,
            en: `a time after ${before} h, by a second at least`,
          });
      } else if (over.peak_m3s < over.base_m3s)
        fault(['inflows', index, 'discharge', 'peak_m3s'], {
          zh: `不小于基流 ${over.base_m3s}`,
          en: `at least the base, ${over.base_m3s}`,
        });
  });

/** Whole seconds, as the engine takes them. */
function secondsOf(hours: number): number {
  return Math.round(hours * 3_600);
}

const SEEN = { gauge: { zh: '水位站', en: 'gauge' }, storage: { zh: '蓄滞洪区', en: 'storage area' } } as const;

function oneOfThem({ zh, en }: Said, ids: readonly string[]): Said {
  if (ids.length === 0) return { zh: `情景中的${zh}（现在没有）`, en: `a ${en} of the case, which has none` };
  return { zh: `情景中的${zh}：${ids.join('、')}`, en: `a ${en} of the case: ${ids.join(', ')}` };
}

/** The design of a flood case, or what is wrong with it: where, and what was expected. */
export function readDesign(value: unknown): { readonly design: FloodDesign } | DesignFault {
  const read = DESIGN.safeParse(value);
  if (read.success) return { design: read.data };
  const [issue] = read.error.issues;
  return issue ? faultAt(issue) : { at: '', expected: { zh: '情景内容', en: 'a design' } };
}
