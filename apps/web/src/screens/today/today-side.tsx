import { Link } from '@tanstack/react-router';
import type { Today } from '@westgate/contract';
import { useMentions, usePendingChanges } from '../../api/questions.ts';
import { CommentStamp, CommentWords } from '../../comments/comments-section.tsx';
import { useSay, useWords } from '../../messages/words.ts';
import { DayText } from '../../parts/day-text.tsx';
import { pageOf, ThingLink } from '../../parts/thing-link.tsx';
import { PendingItem } from '../../pending/pending-section.tsx';
import { ExceptionCounts } from '../../reporting/exception-counts.tsx';
import { YearNotes } from '../../reporting/year-notes.tsx';
import { useScope, useShownDay } from '../../scope/district-context.ts';
import { useMayChange } from '../../scope/may-change.ts';
import { useMayOpen } from '../../scope/may-open.ts';
import { useSignedIn } from '../../scope/signed-in.ts';
import type { ViewSearch } from '../../scope/view-search.ts';
import { LightWord } from '../../supervision/matter-line.tsx';
import { passedCount, passedIn } from '../exceptions/passed.ts';
import { SinceLooked } from './since-looked.tsx';

/** Changes shown at once; how many wait is told. */
const SHOWN = 6;

/** Beside the day's work: what wants looking at, what changed since one last looked, the days that come near. */
export function TodaySide({ today }: { readonly today: Today }) {
  const word = useWords();
  const mayOpen = useMayOpen();
  return (
    <aside className="today-side" aria-label={word('today.side')}>
      <section aria-labelledby="today-exceptions">
        <h2 id="today-exceptions">
          {word('exceptions.title')} <small>{word('exceptions.count', { count: today.exceptionCount })}</small>
        </h2>
        <ExceptionCounts
          counts={today.exceptionCounts}
          total={today.exceptionCount}
          others={today.overdueMatters + today.reopenedMatters + today.silentEvents + passedCount(today.passed)}
          looked={today.looked}
          department={today.department?.id}
        />
        {today.overdueMatters > 0 ? (
          <p className="small">
            <Link
              to="/supervision"
              search={(before: ViewSearch) => ({ ...before, department: today.department?.id, light: 'overdue' as const })}
            >
              <LightWord light="overdue" /> {word('screen.supervision')} {today.overdueMatters}
            </Link>
          </p>
        ) : null}
        {today.reopenedMatters > 0 ? (
          <p className="small">
            {word('matter.reopenedOf')} {today.reopenedMatters}
          </p>
        ) : null}
        {today.silentEvents > 0 ? (
          <p className="small">
            {word('exceptions.silentEvents')} {today.silentEvents}
          </p>
        ) : null}
        {passedIn(today.passed).map(([kind, count]) => (
          <p className="small" key={kind}>
            <Link to="/exceptions" search={(before: ViewSearch) => ({ ...before, department: today.department?.id })}>
              {word(`exceptions.passed.${kind}`)} {count}
            </Link>
          </p>
        ))}
        <p>
          <Link to="/exceptions" className="button" search={(before: ViewSearch) => ({ ...before, department: today.department?.id })}>
            {word('exceptions.open')}
          </Link>
        </p>
      </section>
      <YearNotes warnings={today.warnings} />
      {today.warnings.yearsWithoutHolidays.length > 0 && mayOpen('/settings') ? (
        <p>
          <Link to="/settings" className="button">
            {word('calendar.take')}
          </Link>
        </p>
      ) : null}
      <PendingToday />
      <TodayMentions department={today.department?.id} />
      <SinceLooked seq={today.seq} begun={today.begun} />
      <section aria-labelledby="today-coming">
        <h2 id="today-coming">{word('today.coming')}</h2>
        {today.coming.length === 0 ? <p className="small soft">{word('today.nothingComing')}</p> : null}
        <ul className="today-coming small">
          {today.coming.map(({ on, what, thing }) => (
            <li key={`${what} ${thing.kind} ${thing.id}`}>
              <DayText on={on} />
              <ThingLink thing={thing} />
            </li>
          ))}
        </ul>
      </section>
    </aside>
  );
}

/**
 * On Today: the changes that wait for the programme office in the plan shown, for those who decide on them; of a past day those that waited then, to
 * be read alone. Nothing where none waits.
 */
function PendingToday() {
  const word = useWords();
  const mayDecide = useMayChange('edit-all');
  const { isToday } = useShownDay();
  const { items = [], total = 0 } = usePendingChanges({ ...useScope(), limit: SHOWN }, mayDecide).data ?? {};
  if (!mayDecide || total === 0) return null;
  return (
    <section aria-labelledby="today-pending">
      <h2 id="today-pending">
        {word('pending.title')} <small>{total}</small>
      </h2>
      {isToday ? null : <p className="small soft">{word('pending.ofDay')}</p>}
      <ul className="pending-list small">
        {items.map((change) => (
          <PendingItem key={change.id} change={change} isNamed />
        ))}
      </ul>
      {total > items.length ? <p className="small soft">{word('bulk.more', { count: total - items.length })}</p> : null}
    </section>
  );
}

/** Comments of the last two weeks that mention who is signed in, or the department; each leads to its place. Nothing where none does. */
function TodayMentions({ department }: { readonly department: string | undefined }) {
  const word = useWords();
  const say = useSay();
  const person = useSignedIn();
  const items = useMentions(department).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="today-mentions">
      <h2 id="today-mentions">
        {word(person ? 'comment.mentionedYou' : 'comment.mentioned')} <small>{items.length}</small>
      </h2>
      <ul className="today-mentions small">
        {items.map((comment) => (
          <li key={comment.id}>
            <CommentStamp comment={comment} />
            <CommentWords comment={comment} />
            {comment.subject.kind === 'district' ? null : (
              <Link
                {...pageOf(comment.subject.kind, comment.subject.id)}
                hash={`comment-${comment.id}`}
                search={(before: ViewSearch) => ({ lang: before.lang, theme: before.theme, type: before.type })}
              >
                {say(comment.subject.name) || comment.subject.id}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
