import { type Bilingual, daysBetween, type Said } from '@westgate/base';
import {
  described,
  EXCEPTIONS,
  type Exception,
  nounOf,
  REPORT_AGES,
  type ReportedKind,
  type Row,
  reportAge,
  sayDay,
  sayList,
  sayName,
  vocabulary,
  vocabularyName,
} from '@westgate/domain';
import { lapsesShown, unsourcedShown } from '../../present/attention.ts';
import { axesIn } from '../../present/belongs.ts';
import { pair } from '../../present/text.ts';
import { thingOf } from '../../present/thing.ts';
import { type View, viewMemo } from '../../view/view.ts';
import { type Column, dayColumn, plainColumn, type Seen, saidOf, severalColumn, thingColumn, wordColumn, wordsColumn } from './column.ts';
import { aimColumn, axisColumns, plansColumn, reportingColumn, stateColumn } from './shared.ts';

/** The last report that said anything waits for nobody. */
const NOBODY = '-nobody';
const NEVER: Said = { zh: '未填报过', en: 'never reported' };

const recordOf = ({ kind, id }: Exception): readonly [ReportedKind, string] => [kind, id];

/** What is told of each record that needs attention, whatever axes the district has. */
const OWN: readonly Column<Exception>[] = [
  plainColumn('id', ['编号', 'Id'], ({ kind, id }) => `${kind}:${id}`, { width: 24 }),
  {
    ...wordsColumn<Exception>('name', ['事项', 'What'], ({ kind, id }, { view }) => thingOf(view.register, kind, id).name, {
      width: 36,
      isTold: true,
    }),
    around: ({ kind }) => ({ after: vocabularyName('noun', kind) }),
  },
  wordColumn('kind', ['类别', 'Kind'], ['noun', ['commitment', 'project']], ({ kind }) => kind, { width: 10, isTold: true }),
  aimColumn(recordOf),
  plansColumn(recordOf),
  {
    ...severalColumn<Exception>('why', ['原因', 'Reason'], ({ why }) => why, {
      width: 26,
      byDay: true,
      nameOf: (key) => vocabularyName('why', key),
      rank: (key) => EXCEPTIONS.findIndex((each) => each === key),
      paper: ({ why }, _seen, { say: saying }) => why.map((each) => saying.word('why', each)).join(saying.text('、', ', ')),
    }),
    around: (row, { view }) => ({ after: detailOf(row, view) }),
  },
  stateColumn(recordOf),
  {
    ...wordsColumn<Exception>('said', ['最近填报', 'Last update'], reportSaid, { width: 40, byDay: true, without: 'nothing', none: NEVER }),
    around: ({ report }) => ({ after: report && reportedOn(report) }),
  },
  dayColumn('reported_on', ['最近填报日期', 'Date of last update'], ({ report }) => report?.on ?? null, {
    width: 14,
    byDay: true,
    none: NEVER,
    groupBy: 'month',
  }),
  wordColumn('age', ['最近填报距今', 'Age of last update'], ['exceptions.age', REPORT_AGES], ageOf, {
    width: 14,
    byDay: true,
    none: NEVER,
  }),
  severalColumn('waits', ['需配合单位', 'Waiting for'], waitsOf, {
    width: 20,
    byDay: true,
    none: NEVER,
    nameOf: (key, { view }) => (key === NOBODY ? { zh: '无', en: 'none' } : thingOf(view.register, 'department', key).name),
    paper: (row, { view }, { say: saying }) =>
      waitsOf(row)
        .map((key) => (key === NOBODY ? saying.text('无', 'none') : saying.of(thingOf(view.register, 'department', key).name)))
        .join('') || null,
  }),
  reportingColumn(recordOf),
  thingColumn('department', ['责任单位', 'Department'], 'department', ({ department }) => department, {
    width: 20,
    storedAs: (table) => (table === null ? [] : [described(table).owner ?? ''].filter((column) => column !== '')),
  }),
  dayColumn('due', ['完成时限', 'Due date'], ({ dueOn }) => dueOn, { width: 14, without: 'unknown' }),
  wordColumn('cadence', ['填报频次', 'Reporting frequency'], ['cadence', vocabulary.CADENCES], cadenceOf, {
    width: 14,
    none: { zh: '按类别的规定', en: 'as its kind is' },
  }),
  wordsColumn('message', ['消息', 'Message'], (row, { view }) => messageOf(row, view), { width: 12, byDay: true, isTold: true }),
];

/** The columns of the list of what needs attention, one for each axis of the district among them. */
export const exceptionColumns = viewMemo(({ register }): readonly Column<Exception>[] => {
  const axes = axesIn(register);
  return axes.length === 0 ? OWN : [...OWN, ...axisColumns(recordOf, axes)];
});

/** What passed its day without word, but for the due date that stands in its own column, and the milestones of which a day was changed without a source. */
function detailOf(row: Exception, view: View): Said | null {
  const lapsed = lapsesShown(view, row).flatMap(({ milestone, on }) => {
    if (milestone) return [onDay('milestone', milestone, on)];
    const { dueOf } = view.state(row.kind, row.id);
    if (dueOf) return [onDay(dueOf.kind, thingOf(view.register, dueOf.kind, dueOf.id).name, on)];
    return on === row.dueOn ? [] : [{ zh: `延期至 ${on}`, en: `put off to ${on}` }];
  });
  const unsourced = unsourcedShown(view, row).flatMap((milestone) => {
    const name = saidOf(milestone);
    return name ? [{ zh: `≠ ${name.zh}`, en: `≠ ${name.en}` }] : [];
  });
  const all = [...lapsed, ...unsourced];
  return all.length === 0 ? null : sayList(all);
}

/** A thing by kind and name with the day on which something of it was due. */
function onDay(kind: 'milestone' | 'indicator' | 'document', name: Bilingual, on: string): Said {
  const [noun, called] = [nounOf(kind), saidOf(name) ?? { zh: '', en: '' }];
  return { zh: `${noun.zh}“${called.zh}” ${on}`, en: `${noun.en} “${called.en}” ${on}` };
}

/** What was last reported: how far it is, when it is expected, for whom it waits, in the owner's words. */
function reportSaid({ report }: Exception, { view }: Seen): { zh: string | null; en: string | null } {
  if (report === null) return pair(null, null);
  const words = report.said && saidOf(pair(report.said.words_zh, report.said.words_en));
  const waits = report.waitsFor === null ? null : thingOf(view.register, 'department', report.waitsFor);
  const name = waits && sayName(waits.name.zh, waits.name.en, waits.id);
  const day = report.forecastOn && sayDay(report.forecastOn);
  const parts = [
    ...(report.step ? [vocabularyName('step', report.step)] : []),
    ...(day ? [{ zh: `预计完成 ${day.zh}`, en: `expected by ${day.en}` }] : []),
    ...(name ? [{ zh: `待${name.zh}配合`, en: `waiting for ${name.en}` }] : []),
    ...(words ? [words] : []),
  ];
  return parts.length === 0 ? { zh: '无变化', en: 'no change' } : sayList(parts);
}

function reportedOn({ on, said }: NonNullable<Exception['report']>): Said {
  const day = sayDay(on);
  const body = said && saidOf(pair(said.outside_zh, said.outside_en));
  return body
    ? { zh: `${body.zh}填报，${day.zh}`, en: `${body.en} reported, ${day.en}` }
    : { zh: `填报于 ${day.zh}`, en: `reported ${day.en}` };
}

function waitsOf({ report }: Exception): readonly string[] {
  return report === null || report.said === null ? [] : [report.waitsFor ?? NOBODY];
}

function ageOf({ report }: Exception, { view }: Seen): string | null {
  return report === null ? null : reportAge(daysBetween(report.on, view.asOf));
}

function cadenceOf({ kind, id }: Exception, { view }: Seen): string | null {
  const rows: ReadonlyMap<string, Pick<Row<ReportedKind>, 'cadence'>> = view.register[kind];
  return rows.get(id)?.cadence ?? null;
}

/** One exception as a message for a chat: what, why, whose, by when, what was last said. */
function messageOf(row: Exception, view: View): Said {
  const { kind, id, why, department, dueOn, report } = row;
  const nameOf = (thing: ReturnType<typeof thingOf>): Said => sayName(thing.name.zh, thing.name.en, thing.id);
  const [district] = view.register.district.values();
  const [of, name] = [sayName(district?.name_zh, district?.name_en, ''), nameOf(thingOf(view.register, kind, id))];
  const reasons = why.map((each) => vocabularyName('why', each));
  const whose = department === null ? vocabularyName('why', 'no-owner') : nameOf(thingOf(view.register, 'department', department));
  const due = dueOn === null ? { zh: '未知', en: 'unknown' } : sayDay(dueOn);
  const words = report?.said ? saidOf(pair(report.said.words_zh, report.said.words_en)) : null;
  return {
    zh: `【${of.zh}】${name.zh}：${reasons.map(({ zh }) => zh).join('、')}。${whose.zh}，完成时限${due.zh}。${words?.zh ?? ''}`,
    en: `${of.en}: ${name.en}, ${reasons.map(({ en }) => en).join(', ')}. ${whose.en}, due ${due.en}. ${words?.en ?? ''}`.trimEnd(),
  };
}
