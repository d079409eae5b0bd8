import type { GateBoard } from '@westgate/contract';
import { largestSlip, milestonesOf, type Row, registerMemo, relationsOf } from '@westgate/domain';
import { resultInSlices } from '../answers/in-slices.ts';
import { firstThatFit } from '../list/fit.ts';
import { statesReady } from '../states-ready.ts';
import { type View, viewMemo } from '../view.ts';
import { stageIn, standingIn } from './gate.ts';
import { pair } from './text.ts';
import { findThing, thingAt, thingOf } from './thing.ts';

type Item = GateBoard['items'][number];
type Asked = GateBoard['asked'][number];

/** A project with its open gate, and what keeps that closed, by name. */
interface Placed {
  readonly item: Item;
  readonly asked: readonly Asked[];
}

/**
 * The projects with their open gates, and what a list of projects is grouped by: as many from the place `after` on as fit into one answer. All
 * are worked out in slices, once.
 */
export async function gateBoardOf(view: View, after: number): Promise<GateBoard> {
  const all = await placedIn(view);
  const shown = firstThatFit(all.slice(after), (placed) => placed);
  const end = after + shown.length;
  const asked = new Map(shown.flatMap((placed) => placed.asked.map((each) => [each.id, each] as const)));
  return {
    total: all.length,
    items: shown.map(({ item }) => item),
    asked: [...asked.values()],
    next: end < all.length ? String(end) : null,
  };
}

const placedIn: (view: View) => Promise<readonly Placed[]> = viewMemo(async (view) => {
  await statesReady(view);
  return resultInSlices(placedSteps(view));
});

function* placedSteps(view: View): Generator<void, readonly Placed[]> {
  const all: Placed[] = [];
  for (const project of view.register.project.values()) {
    all.push(placedOf(view, project));
    yield;
  }
  return all;
}

function placedOf(view: View, project: Row<'project'>): Placed {
  const { register, asOf } = view;
  const [gates, requirements] = [gateNames(register), requirementNames(register)];
  const standing = standingIn(view, project);
  const { admission, rungs, open, missing } = standing;
  const passes = rungs.flatMap(({ pass }) => (pass ? [pass.on as string] : []));
  const asked = new Map<string, Asked>();
  for (const { requirement } of missing) {
    const id = requirements.get(requirement.id) ?? requirement.id;
    asked.set(id, { id, name: pair(requirement.name_zh, requirement.name_en) });
  }
  return {
    asked: [...asked.values()],
    item: {
      project: thingOf(register, 'project', project.id),
      kind: project.kind,
      lead: thingAt(register, 'department', project.lead),
      admission: admission?.decision ?? null,
      passed: passes.length,
      reopened: rungs.filter(({ reopened }) => reopened !== null).length,
      gates: rungs.length,
      open: open && {
        id: open.gate.id,
        like: gates.get(open.gate.id) ?? open.gate.id,
        position: open.gate.position,
        name: pair(open.gate.name_zh, open.gate.name_en),
      },
      missing: missing.length,
      lacks: [...asked.keys()],
      lastPass: passes.sort().at(-1) ?? null,
      stage: stageIn(view, project, standing),
      state: view.state('project', project.id).name,
      dueOn: project.due_on,
      places: relationsOf(register)
        .placesUnder(project.id)
        .flatMap((place) => findThing(register, 'place', place) ?? []),
      slipDays: largestSlip(milestonesOf(register, project.id), asOf),
      ownCadence: project.cadence,
      rev: project.rev,
    },
  };
}

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
