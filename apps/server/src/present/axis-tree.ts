import { noSuch, WestgateError } from '@westgate/base';
import type { AxisTree } from '@westgate/contract';
import { axisTreeOf, countStates, EXCEPTIONS, type ExceptionWhy, indicatorStanding, type Register, traceOf } from '@westgate/domain';
import { ANSWER_BYTES, firstThatFit } from '../answers/fit.ts';
import { seqTold, type View } from '../view/view.ts';
import { whysIn } from './attention.ts';
import { axesIn } from './belongs.ts';
import { recordIn } from './record.ts';
import { pair } from './text.ts';
import { thingOf } from './thing.ts';

/** Projects, and indicators, of one commitment that are shown. */
const PROJECTS_SHOWN = 20;

type Leaf = AxisTree['branches'][number]['beside'][number];

/** The tree of an axis on the day of a view. Throws `WG_NOT_FOUND` where the district has no such axis. */
export function axisTreeIn(view: View, id: string): AxisTree {
  const { register, asOf } = view;
  const axis = axesIn(register).find((each) => each.id === id);
  const tree = axisTreeOf(register, id);
  if (!axis || !tree) throw new WestgateError('WG_NOT_FOUND', noSuch('axis', id), { kind: 'axis', id });
  const whys = whysIn(view);
  const whyOf = (kind: 'commitment' | 'project', record: string): readonly ExceptionWhy[] => whys.get(`${kind}:${record}`) ?? [];
  const projectsOf = (ids: readonly string[]): readonly string[] => gravestFirst(ids, (project) => whyOf('project', project));
  const projectLeaf = (project: string): Leaf => leafOf(view, 'project', project, whyOf);
  const share = ANSWER_BYTES / Math.max(1, tree.branches.length);
  const statesOf = (ids: readonly string[]) => ({ ...countStates(ids.map((each) => view.state('commitment', each).name)) });
  return {
    asOf,
    seq: seqTold(view),
    axis: { id, name: pair(axis.name.zh, axis.name.en) },
    commitmentCount: tree.commitments,
    projectCount: tree.projects,
    states: statesOf([...register.commitment.keys()]),
    branches: tree.branches.map(({ value, commitments, projects, beside }) => {
      const name = axis.values.find((each) => each.id === value)?.name;
      const reasons = commitments.flatMap((each) => whyOf('commitment', each.id));
      return {
        value,
        name: pair(name?.zh ?? null, name?.en ?? null),
        commitmentCount: commitments.length,
        sentenceCount: new Set(commitments.map((each) => sentenceOf(register, each.id))).size,
        projectCount: projects.length,
        withoutProject: commitments.filter((each) => each.projects.length === 0).length,
        states: statesOf(commitments.map((each) => each.id)),
        whys: Object.fromEntries(EXCEPTIONS.map((why) => [why, reasons.filter((each) => each === why).length])),
        commitments: firstThatFit(
          gravestFirst(commitments, (each) => whyOf('commitment', each.id)),
          (each) => {
            const { number = '', document = '', sentence = '' } = recordIn(view, 'commitment', each.id) ?? {};
            const indicators = traceOf(register).indicatorsOfCommitment(each.id);
            return {
              ...leafOf(view, 'commitment', each.id, whyOf),
              number,
              document,
              projects: projectsOf(each.projects).slice(0, PROJECTS_SHOWN).map(projectLeaf),
              sentence: thingOf(register, 'sentence', sentence),
              projectCount: each.projects.length,
              indicators: indicators.slice(0, PROJECTS_SHOWN).map((indicator) => ({
                thing: thingOf(register, 'indicator', indicator),
                standing: indicatorStanding(view.whole, indicator, asOf)?.name ?? 'not-known',
              })),
              indicatorCount: indicators.length,
            };
          },
          share * 0.8,
        ),
        beside: firstThatFit(projectsOf(beside), projectLeaf, share * 0.2),
        besideCount: beside.length,
      };
    }),
  };
}

function sentenceOf({ commitment }: Register, id: string): string {
  const rows: ReadonlyMap<string, { readonly sentence: string }> = commitment;
  return rows.get(id)?.sentence ?? '';
}

/** In the order they come, those with the gravest reason before the others; those without one last. */
function gravestFirst<Each>(all: readonly Each[], whyOf: (each: Each) => readonly ExceptionWhy[]): readonly Each[] {
  const gravity = (each: Each): number => {
    const [gravest] = whyOf(each);
    return gravest === undefined ? EXCEPTIONS.length : EXCEPTIONS.indexOf(gravest);
  };
  return all.toSorted((a, b) => gravity(a) - gravity(b));
}

function leafOf(
  view: View,
  kind: 'commitment' | 'project',
  id: string,
  whyOf: (kind: 'commitment' | 'project', id: string) => readonly ExceptionWhy[],
): Leaf {
  const { name, due, promised } = view.state(kind, id);
  const movedTo = due === promised ? null : due;
  return { thing: thingOf(view.register, kind, id), state: name, dueOn: promised, movedTo, why: [...whyOf(kind, id)] };
}
