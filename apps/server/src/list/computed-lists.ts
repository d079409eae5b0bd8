import type { AccountHolder } from '@westgate/desk';
import {
  type AnyRow,
  COMPUTED_LISTS,
  type ComputedList,
  described,
  type Exception,
  type Matter,
  noteAllRead,
  type Row,
  vocabulary,
  Worked,
} from '@westgate/domain';
import type { Office } from '../office/office.ts';
import { attentionIn } from '../present/attention.ts';
import { allPlacedIn, placedIn } from '../present/gate-board.ts';
import { mattersIn } from '../present/matter.ts';
import { monthDayIn, monthRows, monthShown } from '../present/monthly.ts';
import { nameOfRow, type Stood, stoodIn, subjectOf } from '../present/publishing.ts';
import { thingOf } from '../present/thing.ts';
import { type View, viewMemo } from '../view/view.ts';
import { exceptionColumns } from './columns/exception-columns.ts';
import { GATE_COLUMNS } from './columns/gate-columns.ts';
import { MATTER_COLUMNS } from './columns/matter-columns.ts';
import { MONTH_FIRST, monthColumns } from './columns/month-columns.ts';
import { PEOPLE_COLUMNS } from './columns/people-columns.ts';
import { PUBLICITY_COLUMNS } from './columns/publicity-columns.ts';
import { computedList, type ListAnswers } from './list-answers.ts';
import { PROJECTS } from './noun-lists.ts';
import { computedRows, type Rows } from './rows.ts';

/** The ledger of supervision: the overdue first, then by due date, what is closed last. */
const MATTERS: Rows<Matter> = computedRows({
  table: 'supervision',
  named: 'asked',
  columns: () => MATTER_COLUMNS,
  first: described('supervision').list ?? [],
  rowsIn: mattersIn,
  idOf: ({ row }) => row.id,
  textsOf: ({ row }) => [row.id, row.asked_zh, row.asked_en],
  revOf: ({ row }) => row.rev,
  answersOf: ({ row }) => row.lead,
});

/** What needs attention: the gravest reason first, then the longest late. */
const EXCEPTIONS: Rows<Exception> = computedRows({
  table: null,
  named: 'name',
  columns: exceptionColumns,
  first: ['name', 'plan', 'why', 'state', 'said', 'department', 'due', 'message'],
  rowsIn: (view) => attentionIn(view).records,
  idOf: ({ kind, id }) => `${kind}:${id}`,
  textsOf: ({ kind, id }, view) => [id, ...Object.values(thingOf(view.register, kind, id).name)],
  revOf: revisionOf,
  answersOf: ({ department }) => department,
  recordOf: ({ kind, id }) => ({ table: kind, id }),
});

/** What is true of every list of projects. */
const ofProjects = {
  table: 'project',
  named: 'name',
  idOf: ({ id }: Row<'project'>) => id,
  textsOf: ({ id, name_zh, name_en }: Row<'project'>) => [id, name_zh, name_en],
  revOf: ({ rev }: Row<'project'>) => rev,
  answersOf: ({ lead }: Row<'project'>) => lead,
} as const;

/** The projects with where they stand among their gates, in the order of the board: by kind, then by the gate that is open. */
const PROGRAMME: Rows<Row<'project'>> = computedRows({
  ...ofProjects,
  columns: viewMemo((view) => [...PROJECTS.columns.all(view), ...GATE_COLUMNS]),
  ready: allPlacedIn,
  first: ['name', 'plan', 'kind', 'lead', 'gate', 'passed', 'missing', 'slip', 'last_pass'],
  rowsIn: viewMemo((view) => {
    const rankOf = ({ kind }: Row<'project'>): number => vocabulary.PROJECT_KINDS.indexOf(kind);
    const positionOf = (row: Row<'project'>): number => placedIn(view, row).item.open?.position ?? Number.MAX_SAFE_INTEGER;
    return [...view.register.project.values()].sort((a, b) => rankOf(a) - rankOf(b) || positionOf(a) - positionOf(b));
  }),
});

/** What is asked of a list of the projects in a month. */
interface MonthAsk {
  readonly month?: string | undefined;
}

/** The projects with their money and progress in a month, by department. It is looked at from the last day of the month. */
const MONTHS: ListAnswers = {
  ...COMPUTED_LISTS.months,
  day: (view, ask: MonthAsk) => monthDayIn(view, ask),
  table: (view, ask, office) => listOfMonth(view, ask).table(view, ask, office),
  file: (view, ask, language, office) => listOfMonth(view, ask).file(view, ask, language, office),
};

const listsByMonth = viewMemo(() => new Worked<string, ListAnswers>());

/** The list of a month, made once in a view. */
function listOfMonth(view: View, ask: MonthAsk): ListAnswers {
  const month = monthShown(view, ask);
  return listsByMonth(view).of(month, () => computedList('months', () => rowsOfMonth(month)));
}

function rowsOfMonth(month: string): Rows<Row<'project'>> {
  const own = monthColumns(month);
  return computedRows({
    ...ofProjects,
    columns: viewMemo((view) => [...PROJECTS.columns.all(view), ...own]),
    first: ['name', 'plan', ...MONTH_FIRST],
    rowsIn: viewMemo((view) => {
      const projects: ReadonlyMap<string, Row<'project'>> = view.register.project;
      return [...monthRows(view, month).keys()].flatMap((id) => projects.get(id) ?? []);
    }),
  });
}

const publicityByStood = new WeakMap<readonly Stood[], Rows<Stood>>();

/** How records stand towards the public, what is withheld first; of one plan, or of all. */
async function publicity(office: Office): Promise<Rows<Stood>> {
  const stood = await stoodIn(office);
  const rows = publicityByStood.get(stood) ?? publicityOf(stood);
  publicityByStood.set(stood, rows);
  return rows;
}

function publicityOf(stood: readonly Stood[]): Rows<Stood> {
  return computedRows({
    table: null,
    named: 'name',
    columns: () => PUBLICITY_COLUMNS,
    first: ['name', 'of', 'kind', 'department', 'visibility', 'standing', 'under', 'without'],
    rowsIn: viewMemo(({ register, plan }) => {
      const holds = ({ kind, id }: Stood): boolean => {
        const rows: ReadonlyMap<string, AnyRow> = register[kind];
        return rows.has(id);
      };
      return plan === null ? stood : stood.filter(holds);
    }),
    idOf: ({ kind, id }) => `${kind}:${id}`,
    textsOf: (record, { whole }) => [
      record.id,
      ...Object.values(nameOfRow(whole, record.kind, record.row)),
      ...Object.values(subjectOf(whole, record)?.name ?? {}),
    ],
    revOf: ({ row }) => Number(row.rev),
    answersOf: ({ department }) => department,
    recordOf: ({ kind, id }) => ({ table: kind, id }),
  });
}

/** Everyone who has an account, in the order in which they were given it. Who is signed in is no matter of deeds; an id here is a random number, in which any two letters may stand. */
function accounts(people: readonly AccountHolder[]): Rows<AccountHolder> {
  return computedRows({
    table: null,
    named: 'name',
    columns: () => PEOPLE_COLUMNS,
    first: ['name', 'sign_in', 'roles', 'department', 'account', 'answers_for', 'seen'],
    rowsIn: () => people,
    idOf: ({ id }) => id,
    textsOf: ({ name, signIn, mail, phone }) => [name, signIn, mail, phone],
    revOf: ({ rev }) => rev,
    answersOf: ({ department }) => department,
  });
}

/** The lists whose rows are worked out. */
export const COMPUTED: { readonly [L in ComputedList]: ListAnswers } = {
  supervision: computedList('supervision', () => MATTERS),
  exceptions: computedList('exceptions', () => EXCEPTIONS),
  months: MONTHS,
  programme: computedList('programme', () => PROGRAMME),
  publicity: computedList('publicity', publicity),
  people: computedList(
    'people',
    async ({ desk }) => {
      // When somebody was last there is in no table.
      noteAllRead();
      return accounts(await desk.people.list());
    },
    { isFresh: true },
  ),
};

function revisionOf({ kind, id }: Exception, { register }: View): number {
  const rows: ReadonlyMap<string, Pick<Row<Exception['kind']>, 'rev'>> = register[kind];
  return rows.get(id)?.rev ?? 0;
}
