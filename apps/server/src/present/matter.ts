import { WestgateError } from '@westgate/base';
import type { Matter, MatterDetail, Matters, supervisionSchema } from '@westgate/contract';
import type { Desk } from '@westgate/desk';
import {
  escalationOf,
  grouped,
  keyOf,
  type Matter as MatterHeld,
  mattersOn,
  originOf,
  plansOf,
  type Register,
  type Row,
  registerMemo,
  stepsHeld,
  stepsOf,
  vocabulary,
} from '@westgate/domain';
import type { z } from 'zod';
import { followingMemo } from '../view/following-memo.ts';
import { seqTold, type View } from '../view/view.ts';
import { broughtHere, stampOf } from './deed.ts';
import { sourceAt } from './source.ts';
import { pair } from './text.ts';
import { thingAt, thingOf } from './thing.ts';

/** Deeds looked at for who stamped the steps of one matter. */
const DEEDS_LOOKED_AT = 200;

/** Every matter of a view, the overdue first. */
export const mattersIn = followingMemo((view): readonly MatterHeld[] => mattersOn(view.register, view.asOf));

/** The departments beside the lead, by matter. */
export const departmentsByMatter = registerMemo((register) =>
  grouped(register.supervision_department.values(), ({ supervision }): string => supervision),
);

/** A matter as it is shown. */
export function matterShown({ register, whole, asOf }: View, { row, standing, answer, lostAnswer, lost }: MatterHeld): Matter {
  const { name, since, light, lateBy, next, owedBy } = standing;
  return {
    id: row.id,
    subject: thingOf(register, row.subject_kind, row.subject_id),
    plans: [...plansOf(whole, row.subject_kind, row.subject_id)],
    asked: pair(row.asked_zh, row.asked_en),
    lead: thingOf(register, 'department', row.lead),
    departments: (departmentsByMatter(register).get(row.id) ?? []).map(({ department, rev }) => ({
      ...thingOf(register, 'department', department),
      rev,
    })),
    dueOn: row.due_on,
    registeredOn: row.registered_on,
    stands: name,
    reopened: lost.length > 0 || lostAnswer !== null,
    since,
    light,
    lateBy,
    next: [...next],
    owedBy,
    origin: originOf(row),
    askedBy: thingAt(register, 'department', row.asked_by),
    decision: thingAt(register, 'decision', row.decision),
    escalated: escalationOf(row, asOf),
    ask: askShown(register, row, { answer, lostAnswer }),
    rev: row.rev,
  };
}

function askShown(
  register: Register,
  { requirement }: Row<'supervision'>,
  { answer, lostAnswer }: Pick<MatterHeld, 'answer' | 'lostAnswer'>,
): Matter['ask'] {
  const asked = requirement === null ? undefined : register.requirement.get(requirement);
  if (!asked) return null;
  const file = answer?.by?.startsWith('evidence:') ? answer.by.slice('evidence:'.length) : null;
  const answered = answer && { why: answer.why, on: answer.on, file };
  return { requirement: asked.id, name: pair(asked.name_zh, asked.name_en), kind: asked.kind, answer: answered, lostAnswer };
}

/** Whether a department leads a matter, co-operates in it or asked for it; for none named everyone does. */
function isMatterOf({ register }: View, department: string | undefined): (matter: MatterHeld) => boolean {
  if (department === undefined) return () => true;
  const beside = departmentsByMatter(register);
  return ({ row }) =>
    row.lead === department || row.asked_by === department || (beside.get(row.id) ?? []).some((each) => each.department === department);
}

type Asked = z.output<typeof supervisionSchema.matterQuery>;

/** Matters under supervision, so many of those that fit record, department and light. */
export function mattersPage(view: View, { of, department, light, limit, skip }: Asked): Matters {
  const all = mattersIn(view)
    .filter(({ row }) => of === undefined || `${row.subject_kind}:${row.subject_id}` === of)
    .filter(isMatterOf(view, department));
  const lit = light === undefined ? all : all.filter(({ standing }) => standing.light === light);
  return {
    asOf: view.asOf,
    seq: seqTold(view),
    counts: lightCounts((each) => all.filter(({ standing }) => standing.light === each).length),
    total: lit.length,
    items: lit.slice(skip, skip + limit).map((each) => matterShown(view, each)),
  };
}

/** A matter with its steps and who stamped them. Throws `WG_NOT_FOUND` where there is none. */
export async function matterDetailOf(view: View, desk: Desk, id: string): Promise<MatterDetail> {
  const { register } = view;
  const held = mattersIn(view).find(({ row }) => row.id === id);
  if (!held)
    throw new WestgateError(
      'WG_NOT_FOUND',
      {
        zh: `${view.asOf} 没有编号为“${id.slice(0, 80)}”的督办事项`,
        en: `there is no action item "${id.slice(0, 80)}" on ${view.asOf}`,
      },
      { id },
    );
  const steps = stepsOf(register, id).filter(({ on }) => on <= view.asOf);
  const counting = stepsHeld(register, held.row, steps);
  const refs = steps.map((row) => ({ table: 'supervision_step' as const, key: keyOf('supervision_step', row) }));
  const deeds = await desk.touching([{ table: 'supervision', key: id }, ...refs], DEEDS_LOOKED_AT);
  return {
    ...matterShown(view, held),
    instruction: pair(held.row.instruction_zh, held.row.instruction_en),
    source: sourceAt(register, held.row),
    registered: stampOf(broughtHere(desk, deeds, 'supervision', id)),
    steps: steps.map((row) => ({
      position: row.position,
      step: row.step,
      on: row.on,
      words: pair(row.words_zh, row.words_en),
      department: thingAt(register, 'department', row.department),
      lost: !counting.includes(row),
      stamp: stampOf(broughtHere(desk, deeds, 'supervision_step', keyOf('supervision_step', row))),
    })),
  };
}

function lightCounts(countOf: (light: string) => number): Matters['counts'] {
  const [overdue, near, inTime, closed] = vocabulary.SUPERVISION_LIGHTS;
  return { [overdue]: countOf(overdue), [near]: countOf(near), [inTime]: countOf(inTime), [closed]: countOf(closed) };
}
