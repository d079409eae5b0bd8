import { isDay } from '@westgate/base';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useToday } from '../../api/loop.ts';
import { useWords } from '../../messages/words.ts';
import { AimLines } from '../../parts/aim-lines.tsx';
import { Await } from '../../parts/await.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { DepartmentSelect } from '../../reporting/department-select.tsx';
import { useSignedIn } from '../../scope/signed-in.ts';
import { useSetView, useView } from '../../scope/use-view.ts';
import { AskReports } from './ask-reports.tsx';
import { ReportRows } from './report-rows.tsx';
import { TodayGates } from './today-gates.tsx';
import { TodayMatters } from './today-matters.tsx';
import { TodaySide } from './today-side.tsx';

/** Rows of what is to be reported that are shown at first, and more at a time. */
const ROWS = 40;
/** In the address: all departments, for one who belongs to one. */
const ALL = 'all';

/** The day at the office: three aims, what is to be reported in one row each, what wants looking at, what changed, what comes near. */
export function Today() {
  const word = useWords();
  const sayWeekday = useSayWeekday();
  const { department: asked, mine } = useView();
  const setView = useSetView();
  const me = useSignedIn();
  const own = me?.department ?? undefined;
  const department = asked === ALL ? undefined : (asked ?? own);
  const [limit, setLimit] = useState(ROWS);
  const person = mine && me ? me.id : undefined;
  const today = useToday({ department, person, limit });
  useTitle(word('screen.today'));
  return (
    <div className="today">
      <Await query={today}>
        {(found) => (
          <>
            <div className="today-main">
              <header className="today-head">
                <h1>{sayWeekday(found.asOf)}</h1>
                <span className="row">
                  {me ? (
                    <label className="tick small">
                      <input
                        type="checkbox"
                        checked={mine !== undefined}
                        onChange={({ target }) => setView({ mine: target.checked ? '1' : undefined }, { replace: true })}
                      />
                      <span>{word('today.mine')}</span>
                    </label>
                  ) : null}
                  <DepartmentSelect value={department} />
                </span>
              </header>
              <AimLines brief={found} />
              <TodayMatters today={found} />
              <TodayGates today={found} />
              {found.rules.length === 0 ? (
                <AskReports />
              ) : (
                <ReportRows key={`${department} ${person}`} today={found} onMore={() => setLimit(limit + ROWS)} />
              )}
            </div>
            <TodaySide today={found} />
          </>
        )}
      </Await>
    </div>
  );
}

/** Gives a day with its day of the week, without the year: `12月31日星期二`, `Tuesday 31 December`. */
function useSayWeekday(): (day: string) => string {
  const intl = useIntl();
  return (day) =>
    isDay(day) ? intl.formatDate(`${day}T12:00:00Z`, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }) : day;
}
