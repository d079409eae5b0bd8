import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idOf } from '@westgate/base';
import { findWaitingRing, type Row } from '@westgate/domain';
import { randomOf } from '../random.ts';

type Dependency = Pick<Row<'dependency'>, 'from_kind' | 'from_id' | 'to_kind' | 'to_id' | 'kind'>;
type Milestone = Pick<Row<'milestone'>, 'id' | 'project'>;

const KINDS = ['FS', 'SS', 'FF', 'SF'] as const;

test('a project that waits for a milestone of one that waits for it is a ring', () => {
  const ring = findWaitingRing([waits('m:b1', 'p:a'), waits('p:a', 'p:b')], [of('b1', 'b')]);
  assert.deepEqual(ring?.members, ['milestone:b1', 'project:a', 'project:b', 'milestone:b1']);
});

test('a milestone that waits for what waits for its project is a ring', () => {
  assert.ok(findWaitingRing([waits('p:a', 'p:x'), waits('p:x', 'm:a1')], [of('a1', 'a')]));
});

test('milestones of two projects may wait for each other in turn', () => {
  const milestones = [of('a1', 'a'), of('a2', 'a'), of('b1', 'b'), of('b2', 'b')];
  assert.equal(findWaitingRing([waits('m:a1', 'm:b1'), waits('m:b1', 'm:a2'), waits('m:a2', 'm:b2')], milestones), null);
});

test('a ring is found where following what waits comes back, and nowhere else', () => {
  const random = randomOf(20261128);
  let rings = 0;
  for (let round = 0; round < 3_000; round += 1) {
    const projects = Array.from({ length: 2 + int(random, 4) }, (_, index) => `p${index}`);
    const milestones = Array.from({ length: int(random, 6) }, (_, index) => of(`m${index}`, pick(random, projects)));
    const ends = [...projects.map((id) => `p:${id}`), ...milestones.map(({ id }) => `m:${id}`)];
    const dependencies = Array.from({ length: 1 + int(random, 5) }, () =>
      waits(pick(random, ends), pick(random, ends), pick(random, KINDS)),
    );
    const ring = findWaitingRing(dependencies, milestones);
    assert.equal(ring !== null, comesBack(dependencies, milestones, projects), JSON.stringify({ dependencies, milestones }));
    if (ring) {
      rings += 1;
      assert.ok(dependencies.includes(ring.by));
      assert.equal(ring.members[0], ring.members.at(-1));
    }
  }
  assert.ok(rings > 500 && rings < 2_700, `${rings} rings`);
});

/** By the matrix of what reaches what: every project is two points in time, every milestone one; and once more with every record as one point. */
function comesBack(dependencies: readonly Dependency[], milestones: readonly Milestone[], projects: readonly string[]): boolean {
  const records = [...projects.map((id) => `project:${id}`), ...milestones.map(({ id }) => `milestone:${id}`)];
  const points = [...projects.flatMap((id) => [`begin ${id}`, `end ${id}`]), ...milestones.map(({ id }) => `milestone:${id}`)];
  const inTime = reaching(points, [
    ...projects.map((id) => [`begin ${id}`, `end ${id}`] as const),
    ...milestones.flatMap(({ id, project }) => [
      [`begin ${project}`, `milestone:${id}`] as const,
      [`milestone:${id}`, `end ${project}`] as const,
    ]),
    ...dependencies.map((row) => [point(row.from_kind, row.from_id, row.kind[0]), point(row.to_kind, row.to_id, row.kind[1])] as const),
  ]);
  const asRecords = reaching(
    records,
    dependencies.map((row) => [`${row.from_kind}:${row.from_id}`, `${row.to_kind}:${row.to_id}`] as const),
  );
  return [inTime, asRecords].some((reach) => reach.some((row, index) => row[index]));
}

function point(kind: string, id: string, end: string | undefined): string {
  if (kind === 'milestone') return `milestone:${id}`;
  return `${end === 'S' ? 'begin' : 'end'} ${id}`;
}

/** What reaches what in one step or more, after Warshall. */
function reaching(names: readonly string[], steps: readonly (readonly [string, string])[]): boolean[][] {
  const reach = names.map((from) => names.map((to) => steps.some((step) => step[0] === from && step[1] === to)));
  for (let by = 0; by < names.length; by += 1)
    for (const row of reach) for (let to = 0; to < names.length; to += 1) if (row[by] && reach[by]?.[to]) row[to] = true;
  return reach;
}

function of(id: string, project: string): Milestone {
  return { id: idOf<'milestone'>(id), project: idOf<'project'>(project) };
}

function waits(from: string, to: string, kind: Dependency['kind'] = 'FS'): Dependency {
  const nameOf = (end: string) => (end.startsWith('p:') ? 'project' : 'milestone') as 'project' | 'milestone';
  return { from_kind: nameOf(from), from_id: from.slice(2), to_kind: nameOf(to), to_id: to.slice(2), kind };
}

function pick<T>(random: () => number, from: readonly T[]): T {
  const picked = from[int(random, from.length)];
  assert.ok(picked !== undefined);
  return picked;
}

function int(random: () => number, below: number): number {
  return Math.floor(random() * below);
}
