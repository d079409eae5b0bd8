import { Link } from '@tanstack/react-router';
import type { MonthlySheet } from '@westgate/contract';
import { useMonthlySheet } from '../../../api/monthly.ts';
import { useShownDay } from '../../../frame/district-context.ts';
import { useTitle } from '../../../frame/use-title.ts';
import { useLanguage, useSetView, useView } from '../../../frame/use-view.ts';
import { arrange } from '../../../lists/arrange.ts';
import { ListPivot } from '../../../lists/list-pivot.tsx';
import { RowTools } from '../../../lists/row-tools.tsx';
import { useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { useSayPeriod } from '../../../parts/day-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { DepartmentSelect } from '../../../reporting/department-select.tsx';
import { ExceptionLine } from '../../../reporting/exception-counts.tsx';
import { SavedViews } from '../../../views/saved-views.tsx';
import { MonthReport } from './month-report.tsx';
import { MonthlyTable } from './monthly-table.tsx';
import { useMonthlyAspects } from './use-monthly-aspects.ts';
import { hayOf, monthsBeside, rowsOf, shownMonth } from './view-model.ts';

/** The monthly sheet: money and progress of every project in one month, by department; each row is reported in its place. */
export function Monthly() {
  const word = useWords();
  const sayWhen = useSayPeriod();
  const { month: asked, department: whose } = useView();
  const { day } = useShownDay();
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
      <MonthSteps month={month} />
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
                  <ExceptionLine counts={found.exceptionCounts} />
                </p>
              ) : null}
              <h2 className="unseen">{word('nouns.project')}</h2>
              <Sheet sheet={found} />
              <MonthReport sheet={found} department={department} />
            </>
          )
        }
      </Await>
    </div>
  );
}

/** What the sheet is grouped by where the address says nothing. */
const OWN_GROUP = 'lead';

function Sheet({ sheet }: { readonly sheet: MonthlySheet }) {
  const word = useWords();
  const language = useLanguage();
  const ask = useView();
  const rows = rowsOf(sheet);
  const aspects = useMonthlyAspects(rows);
  const asked = { ...ask, group: ask.group ?? OWN_GROUP };
  const shown = arrange(rows, asked, aspects, { hayOf, language });
  return (
    <>
      <RowTools shown={shown.all} aspects={aspects} ownGroup={OWN_GROUP} hasWords />
      {shown.all.length < rows.length ? (
        <p className="small soft" role="status">
          {word('register.shown', { shown: shown.all.length, total: rows.length })} · {word('monthly.narrowed')}
        </p>
      ) : null}
      <ListPivot shown={shown.all} aspects={aspects} ownGroup={OWN_GROUP} />
      {shown.all.length === 0 ? (
        <EmptyState>{word('register.empty')}</EmptyState>
      ) : (
        <MonthlyTable month={sheet.month} shown={shown} group={aspects.attributes.find(({ id }) => id === asked.group) ?? null} />
      )}
    </>
  );
}

function MonthSteps({ month }: { readonly month: string }) {
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
      <Link to="/reports" className="button plain">
        {word('screen.reports')}
      </Link>
    </p>
  );
}
