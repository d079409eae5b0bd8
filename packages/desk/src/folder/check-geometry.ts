import type { Geometry } from '@westgate/base';
import { FRAME_MARGIN, type Frame, findOutside, isInFrame, POSITION_COLUMNS, type Row, sourceOfPath } from '@westgate/domain';
import type { Check, Ground } from './check.ts';
import type { FaultList, Place } from './fault.ts';
import { type Loaded, type LoadedTables, readable, rowsWith } from './load.ts';
import { SWAPPED } from './position-fault.ts';

/** Shapes lie in the frame, where it is known, and what is said of a position fits its geometry. */
export const GEOMETRY_CHECKS: readonly Check[] = [
  ...(['place', 'feature', 'component'] as const).map((of): Check => ({ of, look: checkFrames })),
  {
    of: 'place',
    look(rows, _ground, faults) {
      for (const { row, at } of readable<'place', (typeof POSITION_COLUMNS)[number]>(rows, POSITION_COLUMNS))
        checkPosition(row, at, faults);
    },
  },
  checkFeatures,
];

/** A feature stands in the file of its source; an outline has its place and a contour its height. */
function checkFeatures(tables: LoadedTables, _ground: Ground, faults: FaultList): void {
  for (const { row, at } of rowsWith(tables, 'feature', ['source'])) {
    const source = sourceOfPath(at.file);
    if (source !== null && row.source !== source) {
      faults.add(
        'unknown-reference',
        at,
        'source',
        { zh: `来源 ${source}，这个文件是它的`, en: `the source ${source}, whose file this is` },
        row.source ?? '',
      );
    }
  }
  for (const { row, at } of rowsWith(tables, 'feature', ['layer', 'place', 'height_m'])) {
    if (row.layer === 'outline' && row.place === null)
      faults.add('missing-value', at, 'place', { zh: '这个轮廓所属的地点', en: 'the place that is outlined' }, '');
    if (row.layer === 'contour' && row.height_m === null)
      faults.add('missing-value', at, 'height_m', { zh: '等高线的高程', en: 'the height of the contour' }, '');
  }
}

function checkPosition(row: Pick<Row<'place'>, (typeof POSITION_COLUMNS)[number]>, at: Place, faults: FaultList): void {
  const isPlaced = row.position === 'known' || row.position === 'assumed';
  if (isPlaced !== (row.geometry !== null)) {
    const expected = isPlaced
      ? { zh: `有图形，因为位置是 ${row.position}`, en: `a geometry, as the position is ${row.position}` }
      : { zh: `没有图形，因为位置是 ${row.position}`, en: `no geometry, as the position is ${row.position}` };
    faults.add('position-contradiction', at, 'geometry', expected, row.geometry?.type ?? { zh: '没有图形', en: 'none' });
  }
  const hasReason = row.no_place_reason_zh !== null || row.no_place_reason_en !== null;
  if (row.position === 'none' && !hasReason)
    faults.add('missing-reason', at, 'no_place_reason_en', { zh: '为什么没有地点', en: 'why it has no place' }, '');
  if (isPlaced && hasReason) {
    const found = row.no_place_reason_en ?? row.no_place_reason_zh ?? '';
    faults.add(
      'position-contradiction',
      at,
      'no_place_reason_en',
      { zh: `空，因为位置是 ${row.position}`, en: `nothing, as the position is ${row.position}` },
      found,
    );
  }
  if (row.position === 'assumed' && row.position_basis_zh === null && row.position_basis_en === null) {
    faults.add('missing-value', at, 'position_basis_en', { zh: '位置根据什么假定', en: 'what the position was assumed from' }, '');
  }
}

function checkFrames(rows: readonly Loaded[], { district: { frame } }: Ground, faults: FaultList): void {
  if (!frame) return;
  for (const { row, at } of readable<'place', 'geometry'>(rows, ['geometry']))
    if (row.geometry) checkFrame(row.geometry, frame, at, faults);
}

function checkFrame(geometry: Geometry, frame: Frame, at: Place, faults: FaultList): void {
  const outside = findOutside(geometry, frame);
  if (!outside) return;
  const inside = {
    zh: `坐标在本区范围 ${frame.join(', ')} 之外 ${FRAME_MARGIN}° 以内`,
    en: `positions within ${FRAME_MARGIN}° of the frame ${frame.join(', ')}`,
  };
  faults.add('outside-frame', at, 'geometry', isInFrame([outside[1], outside[0]], frame) ? SWAPPED : inside, outside.join(', '));
}
