import type { LeaderPage } from '@westgate/contract';
import {
  aimsCounted,
  countStates,
  type Exception,
  headlineIndicators,
  lastMonthReported,
  linksOf,
  moneySums,
  monthsOf,
  numberOf,
  openDecisions,
  openIssueOn,
  type Row,
  worstOf,
} from '@westgate/domain';
import { seqTold, type View } from '../view/view.ts';
import { aimsShown } from './aims.ts';
import { attentionIn, lapsesSaid } from './attention.ts';
import { boardRowOf } from './indicator-board.ts';
import { pair } from './text.ts';
import { nameOfRow, thingAt, thingOf } from './thing.ts';

/** How many of the gravest exceptions, and of the decisions needed, the sheet has room for. */
const WORST_SHOWN = 5;
const DECISIONS_SHOWN = 6;

type Worst = LeaderPage['worst'][number];

/** The district, or what of it belongs to a plan, on one sheet. */
export function leaderPageIn(view: View): LeaderPage {
  const { register, asOf } = view;
  const { records, looked } = attentionIn(view);
  const stateOf = (id: string) => view.state('commitment', id).name;
  const decisions = openDecisions(register, asOf);
  return {
    asOf,
    seq: seqTold(view),
    aims: aimsShown(aimsCounted(register, stateOf)),
    states: { ...countStates([...register.commitment.keys()].map(stateOf)) },
    headlines: headlineIndicators(register).map((row) => boardRowOf(view, row)),
    worst: worstOf(register, records, WORST_SHOWN).map((record) => {
      const { kind, id, why, department, dueOn } = record;
      const { due } = view.state(kind, id);
      return {
        thing: thingOf(register, kind, id),
        why: [...why],
        owner: thingAt(register, 'department', department),
        due: due ?? dueOn,
        ...causeOf(view, record),
        sentence: sentenceOf(view, kind, id),
      };
    }),
    exceptionCount: records.length,
    looked: { ...looked, events: true },
    money: moneyOf(view, [...register.project.keys()]),
    decisions: decisions.slice(0, DECISIONS_SHOWN).map((row) => decisionOf(view, row)),
    decisionCount: decisions.length,
  };
}

/** What projects are to cost and what was completed, as of the last month that is reported in the district. */
export function moneyOf({ register, asOf }: View, projects: readonly string[]): LeaderPage['money'] {
  const month = lastMonthReported(register, asOf);
  const { total, plan, completed, year } = moneySums(register, projects, month ?? asOf.slice(0, 7));
  const told = ({ fen, known, of, oldest = null }: typeof total) => ({ fen, known, of, oldest });
  return { month, total: told(total), plan: told(plan), completed: told(completed), year: told(year) };
}

/** Why a record needs attention: by the open issue on it, else by the problem that was last reported of its month, else by what its state rests on and the milestones that passed without word. */
function causeOf(view: View, record: Exception): Pick<Worst, 'cause' | 'causeFrom' | 'issue'> {
  const { register, asOf } = view;
  const { kind, id } = record;
  const issue = openIssueOn(register, kind, id, asOf);
  const told = issue && pair(issue.cause_zh, issue.cause_en);
  const shown = issue && { kind: 'issue' as const, id: issue.id, name: nameOfRow('issue', issue) };
  if (told && (told.zh ?? told.en)) return { cause: told, causeFrom: 'issue', issue: shown };
  const month = kind === 'project' ? monthsOf(register, id).findLast((row) => row.reported_on <= asOf) : undefined;
  if (month && (month.problem_zh ?? month.problem_en)) {
    return { cause: pair(month.problem_zh, month.problem_en), causeFrom: 'month', issue: shown };
  }
  const { reason } = view.state(kind, id);
  // Of the day on which the record itself was due its state tells.
  const lapsed = lapsesSaid(view, { lapses: record.lapses.filter(({ on }) => on !== record.dueOn) });
  return {
    cause: pair([...lapsed.map(({ zh }) => zh), reason.zh].join('；'), [...lapsed.map(({ en }) => en), reason.en].join('; ')),
    causeFrom: 'state',
    issue: shown,
  };
}

function sentenceOf({ register }: View, kind: 'commitment' | 'project', id: string): Worst['sentence'] {
  const [first] = linksOf(register, kind, id).sentences;
  const row = first && (register.sentence as ReadonlyMap<string, Row<'sentence'>>).get(first.id);
  return row ? { thing: thingOf(register, 'sentence', row.id), number: numberOf(row) } : null;
}

function decisionOf({ register }: View, row: Row<'issue'>): LeaderPage['decisions'][number] {
  const { project, commitment, indicator, place } = row;
  return {
    issue: { kind: 'issue', id: row.id, name: nameOfRow('issue', row) },
    cause: pair(row.cause_zh, row.cause_en),
    level: row.level,
    owner: thingAt(register, 'department', row.owner),
    dueOn: row.due_on,
    about:
      thingAt(register, 'project', project) ??
      thingAt(register, 'commitment', commitment) ??
      thingAt(register, 'indicator', indicator) ??
      thingAt(register, 'place', place),
  };
}
