import { periodSpan, WestgateError } from '@westgate/base';
import { type District, districtSchema, recordSchema, type Span } from '@westgate/contract';
import { daySpanOf, districtOf, noticeOf, type Register, type Row, registerIndex } from '@westgate/domain';
import { seqTold, type View } from '../view/view.ts';
import { figuresOf } from './figure.ts';
import { recordIn, toldIn } from './record.ts';
import { pair } from './text.ts';
import { colourOf, isLanguage, patternOf } from './vocabulary.ts';

const { DISTRICT_TOLD } = districtSchema;
const ENTRIES = recordSchema.entriesTold('district', DISTRICT_TOLD);
/** The columns of the district that are told as they stand. */
type DistrictColumns = Omit<District, keyof typeof DISTRICT_TOLD.beside | 'id' | 'rev'>;

/** The district with what every screen needs to know of it. */
export function districtIn(view: View, store: Pick<District, 'mode' | 'modeReason' | 'modeNote'>): District {
  const row = heldDistrict(view.register);
  const [west, south, east, north] = row.frame;
  return {
    id: row.id,
    rev: row.rev,
    ...(toldIn(view, ENTRIES, row) as DistrictColumns),
    frame: [west, south, east, north],
    languages: row.languages.filter(isLanguage),
    axes: axesOf(row),
    units: Object.entries(row.units).map(([code, name]) => ({ code, name: pair(name.zh, name.en) })),
    label: noticeOf(row),
    days: { first: row.first_day, last: row.last_day },
    levels: row.levels,
    isInvented: row.invented,
    documents: [...view.register.document.keys()].flatMap((id) => recordIn(view, 'document', id) ?? []),
    today: view.today,
    seq: seqTold(view),
    ...store,
    figures: figuresOf(view, 'district', row.id),
  };
}

/** The first and last day that evidence, due dates and events name; today where there are none. */
export function spanIn({ register, today }: View): Span {
  heldDistrict(register);
  return spanOf(register) ?? { from: today, to: today };
}

/** The row of the district. Throws `WG_NO_DISTRICT` where none is held yet. */
export function heldDistrict(register: Register): Row<'district'> {
  const [row] = register.district.values();
  if (row) return row;
  throw new WestgateError('WG_NO_DISTRICT', {
    zh: '还没有任何区：请新建一个，或导入数据文件夹',
    en: 'no district is held yet: begin one with POST /api/v1/district/start, or import a district folder',
  });
}

function axesOf(row: Row<'district'>): District['axes'] {
  return row.axes.map((axis) => ({
    id: axis.id,
    name: pair(axis.name.zh, axis.name.en),
    values: axis.values.map((value) => ({
      id: value.id,
      name: pair(value.name.zh, value.name.en),
      colour: colourOf(value.colour),
      pattern: patternOf(value.pattern),
    })),
  }));
}

/** First and last day that evidence, due dates and events name; null where there are none. */
const spanOf: (register: Register) => Span | null = registerIndex<Span | null>({
  basis: {
    outcome: ['dates', 'new_due_on'],
    event: ['dates'],
    commitment: ['due_on'],
    project: ['due_on'],
    district: ['first_day', 'last_day'],
  },
  build: spanHeld,
});

function spanHeld(register: Register): Span | null {
  const days = [
    ...[...register.outcome.values()].flatMap((outcome) => [
      ...periodSpan(outcome.dates),
      ...(outcome.new_due_on ? [outcome.new_due_on] : []),
    ]),
    ...[...register.event.values()].flatMap((event) => periodSpan(event.dates)),
    ...[...register.commitment.values(), ...register.project.values()].flatMap((row) => row.due_on ?? []),
  ].sort();
  const { first, last } = daySpanOf(districtOf(register));
  const within = days.filter((day) => first <= day && day <= last);
  const [from, to] = [within[0], within.at(-1)];
  return from !== undefined && to !== undefined ? { from, to } : null;
}
