import type { Row } from '../../register/tables.ts';
import { refKey } from '../relations.ts';
/** One waits for the other: `to` for `from`. */
export interface Edge {
  readonly from: string;
  readonly to: string;
}

type Dependency = Pick<Row<'dependency'>, 'from_kind' | 'from_id' | 'to_kind' | 'to_id' | 'kind'>;
type Milestone = Pick<Row<'milestone'>, 'id' | 'project'>;

/** Things that wait for each other in a ring. */
export interface WaitingRing {
  /** Their keys, as `project:id` or `milestone:id`, each waiting for the one before; the first is named again at the end. */
  readonly members: readonly string[];
  /** A dependency that closes it. */
  readonly by: Dependency;
}

/**
 * A ring of things of which each waits, through others, for itself; null where there is none. Not only what is written waits: every milestone comes after the
 * start of its project and before its finish, so that a project cannot wait for another's milestone where that other waits for it, nor a milestone
 * for what waits for its project. Which ends wait is told by the kind of the dependency; two that wait for each other by whatever ends are a ring.
 */
export function findWaitingRing(dependencies: readonly Dependency[], milestones: readonly Milestone[]): WaitingRing | null {
  const plain = dependencies.map((row) => ({ from: refKey(row.from_kind, row.from_id), to: refKey(row.to_kind, row.to_id), row }));
  return ringIn(plain) ?? ringIn([...dependencies.map(endsOf), ...milestones.flatMap(withinProject), ...projectsIn(dependencies)]);
}

interface Waits extends Edge {
  /** Null: it follows from what a milestone and a project are. */
  readonly row: Dependency | null;
}

function ringIn(edges: readonly Waits[]): WaitingRing | null {
  const nodes = findCycle(edges);
  if (nodes === null) return null;
  const rows = nodes.flatMap(
    (node, index) => edges.find(({ from, to, row }) => row !== null && from === nodes[index - 1] && to === node)?.row ?? [],
  );
  const by = rows.at(-1);
  if (!by) return null;
  const members = nodes.map((node) => node.replace(/ (?:start|finish)$/, '')).filter((member, index, all) => member !== all[index - 1]);
  return { members: members[0] === members.at(-1) ? members : [...members, members[0] ?? ''], by };
}

function endsOf(row: Dependency): Waits {
  const { from_kind, from_id, to_kind, to_id, kind } = row;
  const from = endOf(from_kind, from_id, kind === 'FS' || kind === 'FF' ? 'finish' : 'start');
  return { from, to: endOf(to_kind, to_id, kind === 'FS' || kind === 'SS' ? 'start' : 'finish'), row };
}

/** A milestone is one day; a project has a start and a finish. */
function endOf(kind: string, id: string, end: 'start' | 'finish'): string {
  return kind === 'project' ? `${refKey(kind, id)} ${end}` : refKey(kind, id);
}

function withinProject({ id, project }: Milestone): readonly Waits[] {
  const own = refKey('milestone', id);
  return [
    { from: endOf('project', project, 'start'), to: own, row: null },
    { from: own, to: endOf('project', project, 'finish'), row: null },
  ];
}

function projectsIn(dependencies: readonly Dependency[]): readonly Waits[] {
  const ids = dependencies.flatMap(({ from_kind, from_id, to_kind, to_id }) => [
    ...(from_kind === 'project' ? [from_id] : []),
    ...(to_kind === 'project' ? [to_id] : []),
  ]);
  return [...new Set(ids)].map((id) => ({ from: endOf('project', id, 'start'), to: endOf('project', id, 'finish'), row: null }));
}

/** The members of a ring of which each waits for the one before, the first named again at the end; null where there is none. */
export function findCycle(edges: readonly Edge[]): readonly string[] | null {
  const after = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const next = after.get(from);
    if (next) next.push(to);
    else after.set(from, [to]);
  }
  const done = new Set<string>();
  for (const start of after.keys()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    const pending: { readonly node: string; readonly isLeaving: boolean }[] = [{ node: start, isLeaving: false }];
    for (let next = pending.pop(); next; next = pending.pop()) {
      const { node, isLeaving } = next;
      if (isLeaving) {
        path.pop();
        onPath.delete(node);
        done.add(node);
      } else if (onPath.has(node)) {
        return [...path.slice(path.indexOf(node)), node];
      } else if (!done.has(node)) {
        path.push(node);
        onPath.add(node);
        pending.push({ node, isLeaving: true }, ...(after.get(node) ?? []).map((each) => ({ node: each, isLeaving: false })));
      }
    }
  }
  return null;
}
