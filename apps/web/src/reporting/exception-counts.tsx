import { Link } from '@tanstack/react-router';
import { EXCEPTIONS, type ExceptionWhy } from '@westgate/domain';
import type { ViewSearch } from '../frame/view-search.ts';
import { useWords } from '../messages/words.ts';

/** The sign before each reason: it carries the meaning without colour. */
const SIGNS: Readonly<Record<ExceptionWhy, string>> = {
  late: '!',
  slipped: '⤵',
  blocked: '‖',
  waiting: '…',
  slipping: '→',
  stale: '△',
  overdue: '△',
  'no-owner': '?',
  'no-due-date': '?',
};

/** A reason as a sign and a word. */
export function WhyWord({ why }: { readonly why: ExceptionWhy }) {
  const word = useWords();
  return (
    <span className={`why why-${why}`}>
      <span aria-hidden="true">{SIGNS[why]} </span>
      {word(`why.${why}`)}
    </span>
  );
}

/** How many want looking at, by reason; each leads to its list. */
export function ExceptionCounts({
  counts,
  department,
}: {
  readonly counts: Readonly<Record<string, number>>;
  /** Whose they are; undefined: everyone's. */
  readonly department: string | undefined;
}) {
  const word = useWords();
  const found = EXCEPTIONS.filter((why) => (counts[why] ?? 0) > 0);
  if (found.length === 0) return <p className="small soft">{word('exceptions.none')}</p>;
  return (
    <ul className="exception-counts">
      {found.map((why) => (
        <li key={why}>
          <Link to="/exceptions" search={(before: ViewSearch) => ({ ...before, department, why })}>
            <WhyWord why={why} />
          </Link>
          <b>{counts[why]}</b>
        </li>
      ))}
    </ul>
  );
}
