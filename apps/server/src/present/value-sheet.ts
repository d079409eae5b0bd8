import type { ValueImportReport, ValuePreview } from '@westgate/contract';
import type { Deed, ValueLine, ValueSheet, ValuesCompared, ValuesTaken } from '@westgate/desk';
import { rowIn } from '@westgate/domain';
import { firstThatFit } from '../answers/fit.ts';
import type { View } from '../view/view.ts';
import { unitOf } from './figure.ts';
import { pair } from './text.ts';
import { thingAt, thingOf } from './thing.ts';

/** How many faults, and cells of an unknown name, are told. */
const [FAULTS_SHOWN, CELLS_SHOWN] = [500, 20];
/** Bytes of the long lists of an answer: together they leave room for the rest. */
const BYTES = { lines: 400_000, faults: 150_000, names: 150_000 } as const;

/** A sheet of values as it was understood and what it would change, as much of it as fits in an answer. */
export function valuePreviewOf(view: View, sheet: ValueSheet, { counts, lines, faults }: ValuesCompared): ValuePreview {
  const { title, shape, head, columns, emptyCells, sumCells, unknownNames, otherSheets } = sheet;
  return {
    sheet: sheet.sheet,
    title,
    shape,
    head: { ...head },
    columns: columns.map((column) => ({ ...column })),
    counts: { ...counts },
    emptyCells,
    sumCells,
    lines: firstThatFit(lines, (line) => lineOf(view, line), BYTES.lines),
    faults: firstThatFit(faults.slice(0, FAULTS_SHOWN), (fault) => ({ ...fault }), BYTES.faults),
    unknownNames: firstThatFit(
      unknownNames,
      ({ kind, name, cells, proposed }) => ({
        kind,
        name,
        cells: cells.slice(0, CELLS_SHOWN),
        proposed: proposed.map((id) => ({ id, name: nameOf(view, kind, id) })),
      }),
      BYTES.names,
    ),
    otherSheets: otherSheets.map((other) => ({ ...other })),
  };
}

/** What taking in a sheet of values did. */
export function valueReportOf({ changes, counts, deed }: ValuesTaken & { readonly deed: Deed | null }): ValueImportReport {
  return { stored: deed !== null, seq: deed?.seq ?? null, changeCount: changes.length, counts: { ...counts } };
}

function lineOf(view: View, line: ValueLine): ValuePreview['lines'][number] {
  const { cell, state, indicator, place, kind, period, value, before, beforeStatus, status, source, confidence } = line;
  const unit = rowIn(view.register, 'indicator', indicator)?.unit ?? '';
  return {
    cell,
    state: state === 'new' ? 'new' : 'changed',
    indicator: thingOf(view.register, 'indicator', indicator),
    place: thingAt(view.register, 'place', place),
    kind,
    period,
    value,
    unitName: unitOf(view, unit),
    before,
    beforeStatus,
    status,
    source: { id: source, title: rowIn(view.register, 'source', source)?.title ?? source },
    confidence,
  };
}

function nameOf({ register }: View, kind: ValueSheet['unknownNames'][number]['kind'], id: string) {
  if (kind === 'source') {
    const title = rowIn(register, 'source', id)?.title ?? id;
    return pair(title, title);
  }
  return thingOf(register, kind, id).name;
}
