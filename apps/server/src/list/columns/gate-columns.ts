import { type Row, vocabulary, vocabularyName } from '@westgate/domain';
import { type Placed, placedIn } from '../../present/gate-board.ts';
import { pair } from '../../present/text.ts';
import { thingOf } from '../../present/thing.ts';
import { type View, viewMemo } from '../../view/view.ts';
import { type Column, dayColumn, numberColumn, type Seen, severalColumn } from './column.ts';

type Project = Row<'project'>;

/** Where a project stands that has no gate to go by: no id of a record begins like these. */
const NO_GATE = {
  '-refused': { zh: '未予入库', en: 'not admitted to pipeline' },
  '-passed': { zh: '全部环节已通过', en: 'All gates passed' },
  '-unrecorded': { zh: '通过情况未登记', en: 'Passes not recorded' },
  '-no-rules': { zh: '无规则', en: 'no rulebook' },
} as const;
/** Later than any gate. */
const AFTER_GATES = 1e9;
/** Worked out of passes, evidence, milestones and reports: for each project once in a view. */
const WORKED = { byDay: true, restsOnOthers: true, isDear: true } as const;

const departmentName = (key: string, { register }: View) => thingOf(register, 'department', key).name;
const itemOf = (row: Project, view: View): Placed['item'] => placedIn(view, row).item;

/** How projects stand among their gates: what is open, passed and missing. */
export const GATE_COLUMNS: readonly Column<Project>[] = [
  {
    ...severalColumn<Project>('gate', ['当前环节', 'Open gate'], (row, { view }) => [gateKey(itemOf(row, view))], {
      ...WORKED,
      width: 16,
      nameOf: gateName,
      rank: (key, { view }) => positionsIn(view).get(key) ?? AFTER_GATES,
      paper: (row, { view }, { say }) => say.of(gateName(gateKey(itemOf(row, view)), { view }) ?? { zh: null, en: null }),
    }),
    order: (row, { view }) => itemOf(row, view).open?.position ?? AFTER_GATES,
  },
  {
    ...severalColumn<Project>(
      'level',
      ['入库层级', 'Level'],
      (row, { view }) => [itemOf(row, view).level ?? ''].filter((level) => level !== ''),
      {
        ...WORKED,
        width: 12,
        nameOf: levelName,
        rank: (key) => vocabulary.GATE_LEVELS.findIndex((level) => level === key),
        paper: (row, { view }, { say }) => {
          const { level } = itemOf(row, view);
          return level === null ? null : say.of(levelName(level, { view }));
        },
      },
    ),
    order: (row, { view }) => {
      const { level } = itemOf(row, view);
      return level === null ? null : vocabulary.GATE_LEVELS.indexOf(level);
    },
  },
  {
    ...numberColumn<Project>(
      'passed',
      ['已通过环节', 'Gates passed'],
      (row, { view }) => {
        const item = itemOf(row, view);
        // What nobody recorded is not 0.
        return item.gates === 0 || gateKey(item) === '-unrecorded' ? null : item.passed;
      },
      { ...WORKED, kind: 'integer', width: 8, sums: false, none: { zh: '未登记', en: 'not recorded' } },
    ),
    around(row, { view }) {
      const { gates, reopened } = itemOf(row, view);
      return { after: { zh: `/ ${gates}`, en: `/ ${gates}` }, note: reopened > 0 ? vocabularyName('why', 'reopened') : null };
    },
  },
  numberColumn(
    'missing',
    ['所缺项数', 'Missing'],
    (row, { view }) => {
      const item = itemOf(row, view);
      if (item.open) return item.missing;
      return gateKey(item) === '-passed' ? 0 : null;
    },
    { ...WORKED, kind: 'integer', width: 8 },
  ),
  severalColumn('lacks', ['所缺材料', 'Missing items'], (row, { view }) => itemOf(row, view).lacks ?? [], {
    ...WORKED,
    width: 36,
    nameOf: lackName,
    paper: (row, { view }, { say }) =>
      (itemOf(row, view).lacks ?? []).map((key) => say.of(lackName(key, { view }) ?? { zh: null, en: null })).join(say.text('；', '; ')) ||
      null,
  }),
  severalColumn('needs_from', ['需配合单位', 'Needs from'], (row, { view }) => needsOf(itemOf(row, view)), {
    ...WORKED,
    width: 24,
    nameOf: (key, seen) => (key === OWNERS ? { zh: '产权单位（业主）', en: 'owners' } : departmentName(key, seen.view)),
  }),
  dayColumn('last_pass', ['最近通过', 'Last pass'], (row, { view }) => itemOf(row, view).lastPass, {
    ...WORKED,
    width: 14,
    without: 'unknown',
    groupBy: 'month',
  }),
  dayColumn('level_since', ['本层级自', 'At its level since'], (row, { view }) => itemOf(row, view).levelSince, {
    ...WORKED,
    width: 14,
    without: 'unknown',
    groupBy: 'month',
  }),
];

/** The owners of properties, from whom something is needed. */
const OWNERS = '-owners';

/** The gate a project stands at, alike for gates of one name in several rulebooks. */
function gateKey({ admission, open, gates, levelBy }: Placed['item']): string {
  if (admission === 'refused') return '-refused';
  if (open) return open.like;
  if (gates === 0) return '-no-rules';
  return levelBy === 'evidence' ? '-unrecorded' : '-passed';
}

function gateName(key: string, { view }: Pick<Seen, 'view'>): { zh: string | null; en: string | null } | null {
  if (key in NO_GATE) return NO_GATE[key as keyof typeof NO_GATE];
  const rows: ReadonlyMap<string, Row<'gate'>> = view.register.gate;
  const row = rows.get(key);
  return row ? pair(row.name_zh, row.name_en) : null;
}

const positionsIn = viewMemo(
  ({ register }) => new Map([...register.gate.values()].map(({ id, position }): [string, number] => [id, position])),
);

function levelName(key: string, { view }: Pick<Seen, 'view'>): { zh: string | null; en: string | null } {
  const [district] = view.register.district.values();
  const level = vocabulary.GATE_LEVELS.find((each) => each === key);
  return (level && district?.levels[level]) ?? vocabularyName('level', key);
}

function lackName(key: string, { view }: Pick<Seen, 'view'>): { zh: string | null; en: string | null } | null {
  const rows: ReadonlyMap<string, Row<'requirement'>> = view.register.requirement;
  const row = rows.get(key);
  return row ? pair(row.name_zh, row.name_en) : null;
}

function needsOf({ waits }: Placed['item']): readonly string[] {
  return (waits ?? []).map(({ of }) => of?.id ?? OWNERS);
}
