import type { GateBoard } from '@westgate/contract';
import { largestSlip, milestonesOf, type Row, registerMemo, relationsOf } from '@westgate/domain';
import { type View, viewMemo } from '../view.ts';
import { standingIn } from './gate.ts';
import { pair } from './text.ts';
import { findThing, thingAt, thingOf } from './thing.ts';

/** Projects of one answer of the board. */
const MOST_ON_BOARD = 5_000;

/** Every project with its open gate, and what a list of projects is grouped by. */
export const gateBoardOf: (view: View) => GateBoard = viewMemo((view) => {
  const { register, asOf } = view;
  const [gates, requirements] = [gateNames(register), requirementNames(register)];
  const asked = new Map<string, GateBoard['asked'][number]>();
  const items = [...register.project.values()].slice(0, MOST_ON_BOARD).map((project): GateBoard['items'][number] => {
    const { admission, rungs, open, missing } = standingIn(view, project);
    const passes = rungs.flatMap(({ pass }) => (pass ? [pass.on as string] : []));
    const lacks = new Set<string>();
    for (const { requirement } of missing) {
      const id = requirements.get(requirement.id) ?? requirement.id;
      lacks.add(id);
      asked.set(id, { id, name: pair(requirement.name_zh, requirement.name_en) });
    }
    return {
      project: thingOf(register, 'project', project.id),
      kind: project.kind,
      lead: thingAt(register, 'department', project.lead),
      admission: admission?.decision ?? null,
      passed: passes.length,
      gates: rungs.length,
      open: open && {
        id: open.gate.id,
        like: gates.get(open.gate.id) ?? open.gate.id,
        position: open.gate.position,
        name: pair(open.gate.name_zh, open.gate.name_en),
      },
      missing: missing.length,
      lacks: [...lacks],
      lastPass: passes.sort().at(-1) ?? null,
      state: view.state('project', project.id).name,
      dueOn: project.due_on,
      places: relationsOf(register)
        .placesUnder(project.id)
        .flatMap((place) => findThing(register, 'place', place) ?? []),
      slipDays: largestSlip(milestonesOf(register, project.id), asOf),
      ownCadence: project.cadence,
      rev: project.rev,
    };
  });
  return { total: register.project.size, items, asked: [...asked.values()] };
});

const gateNames = registerMemo((register) => namesakes(register.gate.values()));
const requirementNames = registerMemo((register) => namesakes(register.requirement.values()));

/** For each row the id of the first with the same name, so that what different rulebooks call the same is one thing in a list. */
function namesakes(rows: Iterable<Row<'gate'> | Row<'requirement'>>): ReadonlyMap<string, string> {
  const firsts = new Map<string, string>();
  const found = new Map<string, string>();
  for (const { id, name_zh, name_en } of rows) {
    const name = JSON.stringify([name_zh, name_en]);
    const first = firsts.get(name) ?? id;
    firsts.set(name, first);
    found.set(id, first);
  }
  return found;
}
