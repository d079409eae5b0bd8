import { Link } from '@tanstack/react-router';
import type { Today } from '@westgate/contract';
import { useWords } from '../../messages/words.ts';
import { DayText } from '../../parts/day-text.tsx';
import { ThingLink } from '../../parts/thing-link.tsx';
import { PendingToday } from '../../pending/pending-today.tsx';
import { ExceptionCounts } from '../../reporting/exception-counts.tsx';
import { YearNotes } from '../../reporting/year-notes.tsx';
import { useMayOpen } from '../../scope/may-open.ts';
import type { ViewSearch } from '../../scope/view-search.ts';
import { LightWord } from '../../supervision/light-word.tsx';
import { SinceLooked } from './since-looked.tsx';
import { TodayMentions } from './today-mentions.tsx';

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
          others={today.overdueMatters + today.reopenedMatters + today.silentEvents}
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
