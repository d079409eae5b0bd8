import { Link } from '@tanstack/react-router';
import type { Exceptions } from '@westgate/contract';
import { EXCEPTIONS, type ExceptionWhy } from '@westgate/domain';
import type { ReactNode } from 'react';
import { useDepartments } from '../api/questions.ts';
import { useSay, useWords } from '../messages/words.ts';
import { useSayPeriod } from '../parts/day-text.tsx';
import { useSayPlanShown } from '../parts/plan-menu.tsx';
import { useDistrictFrame, useShownDay } from '../scope/district-context.ts';
import type { ViewSearch } from '../scope/view-search.ts';

/** The sign before each reason: it carries the meaning without colour. */
const SIGNS: Readonly<Record<ExceptionWhy, string>> = {
  'due-not-known': '!?',
  late: '!',
  reopened: '⤴',
  slipped: '⤵',
  unsourced: '≠',
  blocked: '‖',
  waiting: '…',
  slipping: '→',
  stale: '△',
  overdue: '△',
  'no-owner': '?',
  'no-due-date': '?',
};

/** How many records need attention for each reason. */
type WhyCounts = Readonly<Partial<Record<ExceptionWhy, number>>>;

interface Of {
  /** How much was looked at. */
  readonly looked: Exceptions['looked'];
  /** Whose alone; undefined: everyone's. */
  readonly department?: string | undefined;
}

/** A reason as a sign and a word. `isPartly`: more may be so than is known. */
export function WhyWord({ why, isPartly = false }: { readonly why: ExceptionWhy; readonly isPartly?: boolean }) {
  const word = useWords();
  return (
    <span className={`why why-${why}`}>
      <span aria-hidden="true">{SIGNS[why]} </span>
      {word(why === 'late' && isPartly ? 'why.late.known' : `why.${why}`)}
    </span>
  );
}

/** A reason by its key in a list, as a sign and a word. */
export function drawWhy(key: string): ReactNode {
  const why = EXCEPTIONS.find((each) => each === key);
  return why ? <WhyWord why={why} /> : key;
}

/** The reasons of one record, one beside the other. */
export function WhyWords({ why }: { readonly why: readonly ExceptionWhy[] }) {
  return why.map((each) => <WhyWord key={each} why={each} />);
}

/** The reasons that occur, the gravest first; beside what is due with its outcome not known, late stands too, as what is known of it. */
function whysIn(counts: WhyCounts): readonly { readonly why: ExceptionWhy; readonly count: number; readonly isPartly: boolean }[] {
  const isPartly = (counts['due-not-known'] ?? 0) > 0;
  return EXCEPTIONS.map((why) => ({ why, count: counts[why] ?? 0, isPartly })).filter(
    ({ why, count }) => count > 0 || (why === 'late' && isPartly),
  );
}

/** Whether some of `total` have several reasons. */
function isOverlapping(counts: WhyCounts, total: number): boolean {
  return Object.values(counts).reduce((all, count) => all + count, 0) > total;
}

/** How many of `total` need attention, by reason, in one line. */
export function ExceptionLine({ counts, total }: { readonly counts: WhyCounts; readonly total: number }) {
  const word = useWords();
  return (
    <>
      {whysIn(counts).map(({ why, count, isPartly }) => (
        <span key={why}>
          <WhyWord why={why} isPartly={isPartly} /> <b>{count}</b>
        </span>
      ))}
      {isOverlapping(counts, total) ? <span className="soft">{word('exceptions.overlap')}</span> : null}
    </>
  );
}

/**
 * How many need attention, by reason, the gravest first; each leads to its list. That none is late is said where that is known alone: while
 * outcomes are not known after their due date, so many are known to be late.
 */
export function ExceptionCounts({
  counts,
  total,
  others,
  looked,
  department,
}: {
  readonly counts: WhyCounts;
  /** How many records need attention. */
  readonly total: number;
  /** What needs attention beside commitments and projects: while there is any, it is not said that nothing does. */
  readonly others: number;
  readonly looked: Exceptions['looked'];
  /** Whose they are; undefined: everyone's. */
  readonly department: string | undefined;
}) {
  const word = useWords();
  const found = whysIn(counts);
  if (found.length === 0) return others > 0 ? null : <AllClear looked={looked} department={department} />;
  return (
    <ul className="exception-counts quiet-links">
      {found.map(({ why, count, isPartly }) => (
        <li key={why}>
          <Link to="/exceptions" search={(before: ViewSearch) => ({ ...before, department, why })}>
            <WhyWord why={why} isPartly={isPartly} />
          </Link>
          <b>{count}</b>
        </li>
      ))}
      {isOverlapping(counts, total) ? <li className="soft small">{word('exceptions.overlap')}</li> : null}
    </ul>
  );
}

/**
 * That nothing needs attention, in the words of the papers: of the plan or plans, else of the district, and the department where one is shown; on
 * which day; among how many records. That nothing was there to be looked at is no all-clear.
 */
export function useSayAllClear(): (of: Of) => string {
  const word = useWords();
  const say = useSay();
  const sayWhen = useSayPeriod();
  const { day } = useShownDay();
  const { name } = useDistrictFrame().district;
  const departments = useDepartments().data;
  const plan = useSayPlanShown();
  return ({ looked: { commitments, projects, events }, department }) => {
    const own = departments?.find(({ id }) => id === department)?.name;
    const of = [plan === '' ? say(name) : plan, own ? say(own) : ''].filter((part) => part !== '').join(' · ');
    const values = { of, on: sayWhen(day), commitments, projects, events: events ? 'yes' : 'no' };
    return word(commitments + projects === 0 ? 'exceptions.noneThere' : 'exceptions.none', values);
  };
}

/** The same as a line. */
export function AllClear(of: Of) {
  return <p className="small soft">{useSayAllClear()(of)}</p>;
}
