import type { Milestone, ProjectDates, Waiting } from '@westgate/contract';
import type { Desk } from '@westgate/desk';
import { milestonesOf, type Register, type Row, slipOf, type Waiting as Waits, waitingOf } from '@westgate/domain';
import type { View } from '../view/view.ts';
import { pair } from './text.ts';
import { findThing, missing, thingOf } from './thing.ts';

/** Deeds looked at for who froze the dates last. */
const DEEDS_LOOKED_AT = 200;

/** The dates of a project as they were known on the day shown. Throws `WG_NOT_FOUND` where there is none. */
export async function projectDatesOf({ register, asOf }: View, desk: Desk, id: string): Promise<ProjectDates> {
  const project = findThing(register, 'project', id);
  if (!project) throw missing('project', id);
  const milestones = milestonesOf(register, id, asOf);
  const { waitsFor, awaited } = waitingOf(register, id, asOf);
  return {
    project,
    milestones: milestones.map(milestoneOf),
    frozen: milestones.some(({ baseline }) => baseline !== null) ? await frozenBy(desk, milestones) : null,
    waitsFor: waitsFor.map((each) => waitingOfRow(register, each)),
    awaited: awaited.map((each) => waitingOfRow(register, each)),
  };
}

async function frozenBy(desk: Desk, milestones: readonly Row<'milestone'>[]): Promise<ProjectDates['frozen']> {
  const deeds = await desk.touching(
    milestones.map(({ id }) => ({ table: 'milestone', key: id })),
    DEEDS_LOOKED_AT,
  );
  const deed = deeds.find(({ verb, seq }) => verb === 'freeze-dates' && desk.undoneBy(seq) === null);
  return deed ? { seq: deed.seq, at: deed.at, who: deed.who, reason: deed.reason } : null;
}

function milestoneOf(row: Row<'milestone'>): Milestone {
  return {
    id: row.id,
    position: row.position,
    name: pair(row.name_zh, row.name_en),
    baseline: row.baseline,
    frozenOn: row.frozen_on,
    forecast: row.forecast,
    actual: row.actual,
    slip: slipOf(row),
    note: pair(row.note_zh, row.note_en),
    rev: row.rev,
  };
}

function waitingOfRow(register: Register, { row, from, to, spare }: Waits): Waiting {
  return {
    from: endOf(register, row.from_kind, row.from_id),
    to: endOf(register, row.to_kind, row.to_id),
    kind: row.kind,
    lagDays: row.lag_days,
    fromOn: from,
    toOn: to,
    spare,
    note: pair(row.note_zh, row.note_en),
    rev: row.rev,
  };
}

function endOf(register: Register, kind: 'project' | 'milestone', id: string): Waiting['from'] {
  if (kind === 'project') {
    const project = thingOf(register, 'project', id);
    return { kind, id, name: project.name, project };
  }
  const rows: ReadonlyMap<string, Row<'milestone'>> = register.milestone;
  const row = rows.get(id);
  return { kind, id, name: pair(row?.name_zh, row?.name_en), project: thingOf(register, 'project', row?.project ?? id) };
}
