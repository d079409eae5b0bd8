import { Link } from '@tanstack/react-router';
import { useMonthlySheet } from '../../../api/questions.ts';
import { useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { Button } from '../../../parts/button.tsx';
import { DepartmentSelect } from '../../../parts/combo-field.tsx';
import { useSayPeriod } from '../../../parts/day-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { ExceptionLine } from '../../../reporting/exception-counts.tsx';
import { useDistrictFrame, useShownDay } from '../../../scope/district-context.ts';
import { useSetView, useView } from '../../../scope/use-view.ts';
import { SavedViews } from '../../../views/saved-views.tsx';
import { MonthList } from './month-list.tsx';
import { MonthReport } from './month-report.tsx';
import { monthsBeside, shownMonth } from './view-model.ts';

/** The monthly sheet: money and progress of every project in one month, by department; each row is reported in its place. */
export function Monthly() {
  const word = useWords();
  const sayWhen = useSayPeriod();
  const { month: asked, department: whose } = useView();
  const { day } = useShownDay();
  const { today } = useDistrictFrame().district;
  const month = shownMonth(asked, day);
  const department = whose === 'all' ? undefined : whose;
  const sheet = useMonthlySheet(month, department);
  useTitle(word('monthly.title'));
  return (
    <div className="register-main monthly">
      <header className="today-head">
        <h1>{word('monthly.of', { month: sayWhen(month) })}</h1>
        <DepartmentSelect value={department} />
      </header>
      <p className="small soft no-print">{word('monthly.lead')}</p>
      <MonthSteps month={month} now={today.slice(0, 7)} />
      <SavedViews screen="monthly" />
      <Await query={sheet}>
        {(found) =>
          found.projects === 0 ? (
            <EmptyState>{word('monthly.none')}</EmptyState>
          ) : (
            <>
              <p className="small">
                {word('monthly.reported', {
                  projects: found.projects,
                  reported: found.projects - found.missing - found.finished,
                  missing: found.missing,
                })}{' '}
                · {found.finished > 0 ? `${word('monthly.finishedCount', { finished: found.finished })} · ` : null}
                {word('money.unit')}
              </p>
              {found.exceptionCount > 0 ? (
                <p className="row small">
                  {word('monthly.attention', { count: found.exceptionCount, on: sayWhen(found.attentionOn) })}
                  <ExceptionLine counts={found.exceptionCounts} total={found.exceptionCount} />
                </p>
              ) : null}
              <MonthList month={month} department={department} />
              <MonthReport sheet={found} department={department} />
            </>
          )
        }
      </Await>
    </div>
  );
}

/** The ways to the months beside the one shown, and to the month of today where that is another. */
function MonthSteps({ month, now }: { readonly month: string; readonly now: string }) {
  const word = useWords();
  const sayWhen = useSayPeriod();
  const setView = useSetView();
  const { earlier, later } = monthsBeside(month);
  return (
    <p className="row no-print">
      <button type="button" className="button" onClick={() => setView({ month: earlier, edit: undefined })}>
        ← {sayWhen(earlier)}
      </button>
      <button type="button" className="button" onClick={() => setView({ month: later, edit: undefined })}>
        {sayWhen(later)} →
      </button>
      {month === now ? null : <Button name={word('monthly.now')} onClick={() => setView({ month: now, edit: undefined })} />}
      <Link to="/reports" className="button plain">
        {word('screen.reports')}
      </Link>
    </p>
  );
}
