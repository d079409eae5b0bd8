import { followsOn, type MatterName, mayFollow } from '@westgate/domain';
import type { FaultList } from './fault.ts';
import { type LoadedTables, rowsWith } from './load.ts';

/** What must hold of matters under supervision: their steps are numbered from 1, each follows from the one before, and none is dated before it. */
export function checkSupervision(tables: LoadedTables, faults: FaultList): void {
  checkAsks(tables, faults);
  const stands = new Map<
    string,
    { readonly name: MatterName; readonly position: number; readonly on: string; readonly names: readonly MatterName[] }
  >();
  for (const { row } of rowsWith(tables, 'supervision', ['id', 'registered_on'])) {
    stands.set(row.id, { name: 'registered', position: 0, on: row.registered_on, names: ['registered'] });
  }
  const steps = rowsWith(tables, 'supervision_step', ['supervision', 'position', 'step', 'on', 'basis']);
  for (const { row, at } of steps.sort((a, b) => a.row.position - b.row.position)) {
    const before = stands.get(row.supervision);
    if (!before) continue;
    if (row.position !== before.position + 1) faults.add('bad-step', at, 'position', String(before.position + 1), String(row.position));
    else if (!before.names.some((name) => mayFollow(name, row.step))) {
      faults.add('bad-step', at, 'step', `${followsOn(before.name).join(' or ') || 'nothing'} after ${before.name}`, row.step);
    } else if (row.on < before.on) faults.add('bad-step', at, 'on', `a day from ${before.on} on`, row.on);
    // A step that rests on something may be lost with it; what is done next then follows from where the matter stood before.
    const names = row.basis.length > 0 || before.names.length > 1 ? [...before.names, row.step] : [row.step];
    stands.set(row.supervision, { name: row.step, position: row.position, on: row.on, names });
    for (const each of row.basis) {
      if (!/^(evidence|outcome):[^:\s]+$/.test(each)) faults.add('malformed', at, 'basis', 'evidence:id or outcome:id', each);
    }
  }
}

/** An ask is about a project, and takes no steps: it is answered by what is brought. */
function checkAsks(tables: LoadedTables, faults: FaultList): void {
  const asks = new Set<string>();
  for (const { row, at } of rowsWith(tables, 'supervision', ['id', 'subject_kind', 'requirement'])) {
    if (row.requirement === null) continue;
    asks.add(row.id);
    if (row.subject_kind !== 'project') faults.add('bad-step', at, 'requirement', 'nothing: gates are of projects', row.requirement);
  }
  for (const { row, at } of rowsWith(tables, 'supervision_step', ['supervision', 'step'])) {
    if (asks.has(row.supervision)) faults.add('bad-step', at, 'step', 'no step: an ask is answered by what is brought', row.step);
  }
}
