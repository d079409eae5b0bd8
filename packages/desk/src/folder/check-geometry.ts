import type { Geometry } from '@westgate/base';
import { FRAME_MARGIN, type Frame, findOutside, isInFrame, type Row, sourceOfPath } from '@westgate/domain';
import type { FaultList, Place } from './fault.ts';
import { type LoadedTables, rowsWith } from './load.ts';

const POSITION_COLUMNS = [
  'position',
  'geometry',
  'no_place_reason_zh',
  'no_place_reason_en',
  'position_basis_zh',
  'position_basis_en',
] as const;

/** Shapes lie in the frame, where it is known, and what is said of a position fits its geometry. */
export function checkGeometry(tables: LoadedTables, frame: Frame | null, faults: FaultList): void {
  for (const name of ['place', 'feature', 'component'] as const) {
    for (const { row, at } of rowsWith(tables, name, ['geometry'])) if (row.geometry && frame) checkFrame(row.geometry, frame, at, faults);
  }
  for (const { row, at } of rowsWith(tables, 'place', POSITION_COLUMNS)) checkPosition(row, at, faults);
  for (const { row, at } of rowsWith(tables, 'feature', ['source'])) {
    const source = sourceOfPath(at.file);
    if (source !== null && row.source !== source) {
      faults.add('unknown-reference', at, 'source', `the source ${source}, whose file this is`, row.source ?? '');
    }
  }
  for (const { row, at } of rowsWith(tables, 'feature', ['layer', 'place', 'height_m'])) {
    if (row.layer === 'outline' && row.place === null) faults.add('missing-value', at, 'place', 'the place that is outlined', '');
    if (row.layer === 'contour' && row.height_m === null) faults.add('missing-value', at, 'height_m', 'the height of the contour', '');
  }
}

function checkPosition(row: Pick<Row<'place'>, (typeof POSITION_COLUMNS)[number]>, at: Place, faults: FaultList): void {
  const isPlaced = row.position === 'known' || row.position === 'assumed';
  if (isPlaced !== (row.geometry !== null)) {
    const expected = isPlaced ? `a geometry, as the position is ${row.position}` : `no geometry, as the position is ${row.position}`;
    faults.add('position-contradiction', at, 'geometry', expected, row.geometry?.type ?? 'none');
  }
  const hasReason = row.no_place_reason_zh !== null || row.no_place_reason_en !== null;
  if (row.position === 'none' && !hasReason) faults.add('missing-reason', at, 'no_place_reason_en', 'why it has no place', '');
  if (isPlaced && hasReason) {
    const found = row.no_place_reason_en ?? row.no_place_reason_zh ?? '';
    faults.add('position-contradiction', at, 'no_place_reason_en', `nothing, as the position is ${row.position}`, found);
  }
  if (row.position === 'assumed' && row.position_basis_zh === null && row.position_basis_en === null) {
    faults.add('missing-value', at, 'position_basis_en', 'what the position was assumed from', '');
  }
}

function checkFrame(geometry: Geometry, frame: Frame, at: Place, faults: FaultList): void {
  const outside = findOutside(geometry, frame);
  if (!outside) return;
  const swapped = isInFrame([outside[1], outside[0]], frame) ? ' (longitude and latitude are swapped)' : '';
  const expected = `positions within ${FRAME_MARGIN}° of the frame ${frame.join(', ')}`;
  faults.add('outside-frame', at, 'geometry', expected, `${outside[0]}, ${outside[1]}${swapped}`);
}
