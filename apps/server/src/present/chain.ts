import type { DrivenLine, DriverLine, OutputLine, OwnParts } from '@westgate/contract';
import { deliveriesOf, drivenBy, driversOf, indicatorStanding, outputOn, outputsOf, type Row, rowIn } from '@westgate/domain';
import type { View } from '../view/view.ts';
import { unitOf } from './figure.ts';
import { sourceAt, sourceNamed } from './source.ts';
import { NO_TEXT, pair } from './text.ts';
import { thingAt, thingOf } from './thing.ts';

/** What the page of an output tells beside its columns: its unit by name and its delivery records, the earliest first. */
export function outputBeside(view: View, { id, unit }: Row<'output'>): OwnParts<'output'> {
  return {
    unitName: unitOf(view, unit),
    deliveries: deliveriesOf(view.whole, id, view.asOf).map((row) => ({
      on: row.on,
      quantity: row.quantity,
      evidence: pair(row.evidence_zh, row.evidence_en),
      source: sourceNamed(view.whole, row.source),
      confidence: row.confidence,
      note: pair(row.note_zh, row.note_en),
      rev: row.rev,
    })),
  };
}

/** What moves an indicator, the strongest first: projects with their state, and what of their outputs was delivered. */
export function driversIn(view: View, indicator: string): DriverLine[] {
  const { whole: register, asOf } = view;
  return driversOf(register, indicator, asOf).map((row) => {
    const one = row.output === null ? null : rowIn(register, 'output', row.output);
    return {
      ...judgementOf(view, row),
      project: { ...thingOf(register, 'project', row.project), state: view.state('project', row.project).name },
      isOneOutput: row.output !== null,
      outputs: (row.output === null ? outputsOf(register, row.project) : one ? [one] : []).map((output) => outputLine(view, output)),
    };
  });
}

/** What a project makes, and the indicators that it is meant to move. */
export function chainOf(view: View, project: string): { readonly outputs: OutputLine[]; readonly drives: DrivenLine[] } {
  const { whole: register, asOf } = view;
  return {
    outputs: outputsOf(register, project).map((row) => outputLine(view, row)),
    drives: drivenBy(register, project, asOf).map((row) => {
      const standing = indicatorStanding(register, row.indicator, asOf);
      return {
        ...judgementOf(view, row),
        indicator: thingOf(register, 'indicator', row.indicator),
        standing: standing?.name ?? 'not-known',
        why: standing?.why ?? NO_TEXT,
        output: thingAt(register, 'output', row.output),
      };
    }),
  };
}

function judgementOf({ whole: register }: View, row: Row<'driver'>) {
  return {
    id: row.id,
    rev: row.rev,
    strength: row.strength,
    judgedBy: thingOf(register, 'department', row.judged_by),
    judgedOn: row.judged_on,
    basis: pair(row.basis_zh, row.basis_en),
    source: sourceAt(register, row),
  };
}

function outputLine(view: View, row: Row<'output'>): OutputLine {
  const { name, delivered, on, reachedOn } = outputOn(view.whole, row, view.asOf);
  return {
    output: thingOf(view.whole, 'output', row.id),
    unitName: unitOf(view, row.unit),
    planned: row.planned,
    dueOn: row.due_on,
    delivered,
    on,
    reachedOn,
    standing: name,
    source: sourceAt(view.whole, row),
    confidence: row.confidence,
  };
}
