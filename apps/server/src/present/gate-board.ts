import type { GateBoard } from '@westgate/contract';
import { resultInSlices } from '@westgate/desk';
import {
  begunProjects,
  gatesFor,
  largestSlip,
  lastReport,
  milestonesOf,
  type Need,
  openAsk,
  projectLevel,
  type Row,
  registerMemo,
  standingHeld,
  vocabulary,
  Worked,
} from '@westgate/domain';
import { firstThatFit } from '../answers/fit.ts';
import { statesReady } from '../view/states-ready.ts';
import { type View, viewMemo } from '../view/view.ts';
import { whysIn } from './attention.ts';
import { isPastIn, stageIn } from './gate.ts';
import { pair } from './text.ts';
import { thingAt, thingOf } from './thing.ts';

type Item = GateBoard['items'][number];
type Asked = GateBoard['asked'][number];

/** A project with its open gate, and what keeps that closed, by name. */
export interface Placed {
  readonly item: Item;
  readonly asked: readonly Asked[];
}

/**
 * The projects with their open gates: as many from the place `after` on as fit into one answer. All
 * are worked out in slices, once.
 */
export async function gateBoardOf(view: View, after: number): Promise<GateBoard> {
  const all = await allPlacedIn(view);
  const shown = firstThatFit(all.slice(after), (placed) => placed);
  const end = after + shown.length;
  const asked = new Map(shown.flatMap((placed) => placed.asked.map((each) => [each.id, each] as const)));
  return {
    total: all.length,
    items: shown.map(({ item }) => item),
    ladders: laddersOf(view),
    asOf: view.asOf,
    asked: [...asked.values()],
    next: end < all.length ? String(end) : null,
  };
}

/** Every project among its gates, worked out in slices, once in a view. */
export const allPlacedIn: (view: View) => Promise<readonly Placed[]> = viewMemo(async (view) => {
  await statesReady(view);
  return resultInSlices(placedSteps(view));
});

function* placedSteps(view: View): Generator<void, readonly Placed[]> {
  const all: Placed[] = [];
  for (const project of view.register.project.values()) {
    all.push(placedIn(view, project));
    yield;
  }
  return all;
}

const placedByProject = viewMemo(() => new Worked<string, Placed>());

/** Where a project stands among its gates, worked out once in a view. */
export function placedIn(view: View, project: Row<'project'>): Placed {
  return placedByProject(view).of(project.id, () => placedOf(view, project));
}

function placedOf(view: View, project: Row<'project'>): Placed {
  const { register, asOf } = view;
  const [gates, requirements] = [gateNames(register), requirementNames(register)];
  const standing = standingHeld(register, project, asOf);
  const { admission, rungs } = standing;
  const stage = stageIn(view, project, standing);
  const { level, by, open, since } = projectLevel(standing, stage, asOf);
  const passes = rungs.flatMap(({ pass }) => pass?.on ?? []);
  const missing = isPastIn(view) ? null : (open?.needs.filter(({ by, requirement }) => by === null && !requirement.optional) ?? []);
  const why = whysIn(view).get(`project:${project.id}`) ?? [];
  const asked = new Map<string, Asked>();
  for (const { requirement } of missing ?? []) {
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
      missing: missing && missing.length,
      lacks: missing && [...asked.keys()],
      lastPass: passes.sort().at(-1) ?? null,
      stage,
      level,
      levelBy: by,
      levelSince: since,
      waits: missing && (begunProjects(register).has(project.id) || passes.length > 0 ? waitsOf(view, project, missing) : []),
      slipDays: largestSlip(milestonesOf(register, project.id, asOf), asOf),
      why: [...why],
      waitsFor: why.includes('waiting')
        ? thingAt(register, 'department', lastReport(register, 'project', project.id, asOf)?.waitsFor ?? null)
        : null,
    },
  };
}

/** From whom the open gate of a project needs something, beside its lead; each once, with the first day they were asked. */
function waitsOf({ register, asOf }: View, project: Row<'project'>, missing: readonly Need[]): NonNullable<Item['waits']> {
  const found = new Map<string | null, string | null>();
  for (const { requirement, supplier } of missing) {
    const ask = openAsk(register, project.id, requirement.id, asOf);
    const departments = ask ? [ask.lead] : supplier.departments;
    const others: readonly (string | null)[] =
      supplier.role === 'owners' && !ask ? [null] : departments.filter((id) => id !== project.lead);
    for (const of of others) found.set(of, earlier(found.get(of), ask?.registered_on));
  }
  return [...found].map(([of, since]) => ({ of: thingAt(register, 'department', of), since }));
}

function earlier(a: string | null | undefined, b: string | undefined): string | null {
  return [a, b].flatMap((day) => day ?? []).sort()[0] ?? null;
}

/** The gates of each kind of project on the day shown. */
function laddersOf({ register, asOf }: View): GateBoard['ladders'] {
  return vocabulary.PROJECT_KINDS.flatMap((kind) => {
    const gates = gatesFor(register, kind, asOf).map(({ gate: { id, position, name_zh, name_en, level } }) => ({
      id,
      position,
      name: pair(name_zh, name_en),
      level,
    }));
    return gates.length === 0 ? [] : [{ kind, gates }];
  });
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
