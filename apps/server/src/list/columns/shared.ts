import type { LinkCounts, State } from '@westgate/contract';
import {
  type AxisValue,
  aimOf,
  COLUMN_NAMES,
  coOperating,
  lastReport,
  ownerOf,
  plansOf,
  type ReportedKind,
  type Row,
  STATE_ORDER,
  type SubjectKind,
  sayAge,
  standingOf,
  valuesOn,
} from '@westgate/domain';
import { axesIn, underIn } from '../../present/belongs.ts';
import { dueOf, stateIn } from '../../present/evidence.ts';
import { withinWindow } from '../../present/reply-window.ts';
import { NO_TEXT, pair } from '../../present/text.ts';
import { findThing } from '../../present/thing.ts';
import { linksIn, type View } from '../../view/view.ts';
import {
  type Column,
  dayColumn,
  fieldOf,
  numberColumn,
  type Seen,
  severalColumn,
  sourceColumn,
  thingsColumn,
  wordColumn,
  wordsColumn,
} from './column.ts';
import { aimRank } from './place-order.ts';

/** What the records of these kinds have in common. */
type Id = { readonly id: string };
/** Gives the record that a row is of, by its kind and id. */
export type RecordOf<R, Kind extends string = string> = (row: R) => readonly [Kind, string];

/** The row itself, of a list of one kind of record. */
export function rowOf<Kind extends string>(kind: Kind): RecordOf<Id, Kind> {
  return ({ id }) => [kind, id];
}

const TIMINGS = ['early', 'on-time', 'late'] as const;
/** Where a record stands with its reports, the worst first. */
const STANDINGS = ['stale', 'overdue', 'late', 'open', 'due', 'near', 'ahead', 'given'] as const;

/** The aim a record is drawn in. */
export function aimColumn<R>(recordOf: RecordOf<R>): Column<R> {
  const of = (row: R, { view }: Seen): string | null => aimOf(view.register, ...recordOf(row));
  return {
    id: 'aim',
    head: { zh: '目标', en: 'Aim' },
    field: fieldOf('ref'),
    none: { zh: '不属任何目标', en: 'no aim' },
    of,
    order: (row, seen) => aimRank(seen.view, of(row, seen)),
    nameOf: (key, { view }) => axisValue(view, 'aim', key)?.name ?? null,
    texts(row, seen) {
      const aim = of(row, seen);
      return aim === null ? [] : [aim, ...Object.values(axisValue(seen.view, 'aim', aim)?.name ?? {})];
    },
    rank: (key, { view }) => aimRank(view, key) ?? 0,
    paper: (row, seen, saying) => saying.aim(of(row, seen)),
    width: 12,
    isDear: true,
  };
}

/** The plans a record belongs to, and the values of their axes it stands under. */
export function belongsColumns<R extends Id>(kind: string): readonly Column<R>[] {
  return [
    plansColumn(({ id }) => [kind, id]),
    severalColumn('under', ['维度', 'Axes'], ({ id }, { view }) => underIn(view, kind, id), {
      width: 40,
      isDear: true,
      nameOf: (key, { view }) => axisValue(view, key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1))?.name ?? null,
      paper: ({ id }, { view }, saying) => saying.under(underIn(view, kind, id)),
    }),
  ];
}

/** The plans of the record that a row is of. */
export function plansColumn<R>(recordOf: RecordOf<R>): Column<R> {
  const of = (row: R, { view }: Seen): readonly string[] => plansOf(view.whole, ...recordOf(row));
  return severalColumn('plan', ['计划', 'Plan'], of, {
    width: 24,
    isDear: true,
    restsOnOthers: true,
    links: 'document',
    none: { zh: '不属任何计划', en: 'no plan' },
    nameOf: (key, { view }) => findThing(view.whole, 'document', key)?.name ?? null,
    paper: (row, seen, saying) => saying.plans(of(row, seen)),
  });
}

/** A column for each axis of the district: the values a record stands under. */
export function axisColumns<R>(recordOf: RecordOf<R>, axes: Row<'district'>['axes']): readonly Column<R>[] {
  return axes.flatMap(({ id: axis, name, values }) => {
    if (axis === 'aim') return [];
    const of = (row: R, { view }: Seen): readonly string[] => valuesOn(view.register, axis, ...recordOf(row));
    const nameOf = (key: string) => values.find(({ id }) => id === key)?.name ?? null;
    return [
      severalColumn<R>(`axis.${axis}`, [name.zh ?? axis, name.en ?? axis], of, {
        isDear: true,
        nameOf,
        rank: (key) => values.findIndex(({ id }) => id === key),
        paper: (row, seen, { say }) =>
          of(row, seen)
            .map((key) => say.of(nameOf(key) ?? { zh: key, en: key }))
            .join(say.text('；', '; ')) || null,
      }),
    ];
  });
}

/** A state with its timing, since when, and why. */
export function stateColumns<R extends Id>(kind: SubjectKind): readonly Column<R>[] {
  const state = ({ id }: R, { view }: Seen): State => stateIn(view, kind, id);
  return [
    stateColumn<R>(rowOf(kind)),
    wordColumn('timing', ['早晚', 'Timing'], ['timing', TIMINGS], (row, seen) => state(row, seen).timing, { width: 10, byDay: true }),
    dayColumn('since', ['自', 'Since'], (row, seen) => state(row, seen).since, { width: 12, byDay: true, kind: 'period' }),
    dayColumn('latest', ['最新依据', 'Newest evidence'], (row, seen) => state(row, seen).latest, {
      width: 14,
      byDay: true,
      kind: 'period',
    }),
    wordsColumn('because', ['依据', 'Because'], (row, seen) => state(row, seen).reason, { width: 60, byDay: true }),
  ];
}

/** The state of the record that a row is of, with the age of its evidence. */
export function stateColumn<R>(recordOf: RecordOf<R, SubjectKind>): Column<R> {
  const state = (row: R, { view }: Seen): State => stateIn(view, ...recordOf(row));
  return {
    ...wordColumn<R>('state', ['状态', 'State'], ['state', STATE_ORDER], (row, seen) => state(row, seen).name, { width: 12, byDay: true }),
    around(row, seen) {
      const { name, latest } = state(row, seen);
      // What is done stays so, however old its evidence.
      return { note: name === 'done' ? null : sayAge(latest, seen.view.asOf, 'evidence') };
    },
  };
}

/** The promised day and where it comes from. */
export function dueColumns<R extends Row<'commitment'> | Row<'project'>>(): readonly Column<R>[] {
  return [
    dayColumn('due', ['完成时限', 'Due date'], ({ due_on }) => due_on, { width: 12, without: 'unknown' }),
    wordsColumn('due_basis', ['时限依据', 'Due date from'], (row, { view }) => dueOf(view, row)?.basis ?? NO_TEXT, {
      width: 30,
      without: 'nothing',
    }),
    sourceColumn('due_source', ['时限来源', 'Source of due date'], (row, { view }) => dueOf(view, row)?.source ?? null),
  ];
}

const COUNTED = {
  sentences: ['句子数', 'Sentences'],
  commitments: ['承诺数', 'Commitments'],
  places: ['地点数', 'Places'],
  projects: ['项目数', 'Projects'],
  indicators: ['指标数', 'Indicators'],
} as const satisfies Readonly<Record<keyof LinkCounts, readonly [string, string]>>;

/** How many records of each noun a record is linked to. */
export function linkColumns<R extends Id>(kind: string, nouns: readonly (keyof LinkCounts)[]): readonly Column<R>[] {
  return nouns.map((noun) =>
    numberColumn<R>(noun, COUNTED[noun], ({ id }, { view }) => linksIn(view, kind, id)[noun].length, {
      kind: 'integer',
      width: 10,
      isDear: true,
    }),
  );
}

/** The places a record is linked to, by name. */
export function placesColumn<R extends Id>(kind: string): Column<R> {
  const of = ({ id }: R, { view }: Seen): readonly string[] => linksIn(view, kind, id).places.map((each) => each.id);
  return thingsColumn('place_names', ['涉及地点', 'Places'], 'place', of, { width: 40, isDear: true });
}

/** How a record is reported on: where it stands, when something was last said, and who co-operates. */
export function reportColumns<R extends Id>(kind: ReportedKind): readonly Column<R>[] {
  const others = ({ id }: R, { view }: Seen): readonly string[] => coOperating(view.register, kind, id);
  const rests = { byDay: true, restsOnOthers: true, isDear: true } as const;
  return [
    reportingColumn<R>(rowOf(kind)),
    dayColumn(
      'reported_on',
      ['最近填报', 'Last update'],
      ({ id }, { view }) => lastReport(view.register, kind, id, view.asOf)?.on ?? null,
      rests,
    ),
    thingsColumn('co_operating', ['配合单位', 'Supporting organisations'], 'department', others, {
      restsOnOthers: true,
      isDear: true,
      width: 30,
    }),
  ];
}

/** Where the record that a row is of stands with its reports, as whoever asks is to see it, with the day of the last. */
export function reportingColumn<R>(recordOf: RecordOf<R, ReportedKind>): Column<R> {
  return {
    ...wordColumn<R>(
      'reporting',
      ['填报', 'Reporting'],
      ['group.standing', STANDINGS],
      (row, { view: { register, asOf } }) => {
        const standing = standingOf(register, ...recordOf(row), asOf);
        return standing && withinWindow(standing, ownerOf(register, ...recordOf(row))).name;
      },
      { byDay: true, restsOnOthers: true, byAsker: true, none: { zh: '不用填报', en: 'no updates' }, width: 26 },
    ),
    around(row, { view }) {
      const last = lastReport(view.register, ...recordOf(row), view.asOf)?.on ?? null;
      return { after: last === null ? null : { zh: `最近 ${last}`, en: `last ${last}` } };
    },
  };
}

/** A remark beside the record. */
export function noteColumn<R extends Pick<Row<'project'>, 'note_zh' | 'note_en'>>(): Column<R> {
  return wordsColumn('note', ['备注', 'Note'], ({ note_zh, note_en }) => pair(note_zh, note_en), { width: 40, without: 'nothing' });
}

const { no_place_reason: NO_PLACE } = COLUMN_NAMES;

/** Why a record has no place. */
export function noPlaceColumn<R extends Pick<Row<'project'>, 'no_place_reason_zh' | 'no_place_reason_en'>>(): Column<R> {
  return wordsColumn('no_place_reason', [NO_PLACE.zh, NO_PLACE.en], (row) => pair(row.no_place_reason_zh, row.no_place_reason_en), {
    width: 30,
    without: 'nothing',
  });
}

function axisValue({ register }: View, axis: string, value: string): AxisValue | null {
  return (
    axesIn(register)
      .find(({ id }) => id === axis)
      ?.values.find(({ id }) => id === value) ?? null
  );
}
