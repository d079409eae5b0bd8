import type { Today } from '@westgate/contract';
import {
  assignedTo,
  begunProjects,
  type Exception,
  type ExceptionWhy,
  type GateStanding,
  mayBeAsked,
  openAsk,
  type Register,
  type Row,
  standingHeld,
} from '@westgate/domain';
import type { View } from '../view/view.ts';
import { pair } from './text.ts';
import { thingAt, thingOf } from './thing.ts';

/** Gates that are shown, and what is missing of each; how many there are is told. */
const GATES_SHOWN = 8;
const MISSING_SHOWN = 3;
/** Projects that slip whose gates are looked at, the gravest first; the exceptions tell of all. */
const MOST_SLIPPING = 1_000;
const SLIPPING: ReadonlySet<ExceptionWhy> = new Set<ExceptionWhy>(['late', 'slipped', 'slipping', 'blocked']);

/** A project whose open gate waits. */
interface Waiting {
  readonly project: Row<'project'>;
  readonly standing: GateStanding & { readonly open: NonNullable<GateStanding['open']> };
  readonly isSlipping: boolean;
}

/**
 * The gates that wait: of what slips among `exceptions`, and those begun. For a department those that it leads or can supply something for; for a
 * person those of the projects that they answer for. None for a day before today: what was there then is not known.
 */
export function gatesWaiting(
  view: View,
  { department, person }: { readonly department?: string | undefined; readonly person?: string | undefined },
  exceptions: readonly Exception[],
): Pick<Today, 'gates' | 'gateCount'> {
  if (view.asOf < view.today) return { gates: [], gateCount: null };
  const isAnsweredFor = ({ project }: Waiting): boolean =>
    person === undefined || assignedTo(view.register, 'project', project.id) === person;
  const all = waitingIn(view, exceptions).filter((each) => isAnsweredFor(each) && (department === undefined || isOf(each, department)));
  return { gates: all.slice(0, GATES_SHOWN).map((each) => shown(view, each, department)), gateCount: all.length };
}

function waitingIn({ register, asOf }: View, exceptions: readonly Exception[]): readonly Waiting[] {
  const slipping = new Set(
    exceptions
      .flatMap(({ kind, id, why }) => (kind === 'project' && why.some((each) => SLIPPING.has(each)) ? [id] : []))
      .slice(0, MOST_SLIPPING),
  );
  const rows: ReadonlyMap<string, Row<'project'>> = register.project;
  return [...new Set([...slipping, ...begunProjects(register)])]
    .flatMap((id): readonly Waiting[] => {
      const project = rows.get(id);
      const standing = project && standingHeld(register, project, asOf);
      const open = standing?.open;
      return project && open && standing.admission?.decision !== 'refused'
        ? [{ project, standing: { ...standing, open }, isSlipping: slipping.has(id) }]
        : [];
    })
    .sort((a, b) => rank(a) - rank(b));
}

/** What can be opened comes first, then what slips. */
function rank({ standing: { missing }, isSlipping }: Waiting): number {
  return missing.length === 0 ? 0 : isSlipping ? 1 : 2;
}

function isOf({ project, standing: { missing } }: Waiting, department: string): boolean {
  return project.lead === department || missing.some(({ supplier }) => supplier.departments.includes(department));
}

/** For one department what it can supply comes first. */
function shown(
  { register, asOf }: View,
  { project, standing, isSlipping }: Waiting,
  department: string | undefined,
): Today['gates'][number] {
  const { open, missing } = standing;
  const isOwn = (need: (typeof missing)[number]): number =>
    Number(department !== undefined && need.supplier.departments.includes(department));
  return {
    project: thingOf(register, 'project', project.id),
    lead: thingAt(register, 'department', project.lead),
    gate: { id: open.gate.id, name: pair(open.gate.name_zh, open.gate.name_en) },
    isSlipping,
    missing: missing
      .toSorted((a, b) => isOwn(b) - isOwn(a))
      .slice(0, MISSING_SHOWN)
      .map((need) => ({
        requirement: need.requirement.id,
        name: pair(need.requirement.name_zh, need.requirement.name_en),
        askedBy: askedBy(register, project.id, need.requirement.id, asOf),
        mayBeAsked: need.why !== 'land-not-known' && mayBeAsked(project, need).length > 0,
      })),
    missingCount: missing.length,
  };
}

function askedBy(register: Register, project: string, requirement: string, asOf: Row<'supervision'>['due_on']): string | null {
  return openAsk(register, project, requirement, asOf)?.due_on ?? null;
}
