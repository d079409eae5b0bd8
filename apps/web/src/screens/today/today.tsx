import { useState } from 'react';
import { useToday } from '../../api/loop.ts';
import { useTitle } from '../../frame/use-title.ts';
import { useView } from '../../frame/use-view.ts';
import { useWords } from '../../messages/words.ts';
import { AimLines } from '../../parts/aim-lines.tsx';
import { Await } from '../../parts/await.tsx';
import { useSignedIn } from '../../people/signed-in.ts';
import { DepartmentSelect } from '../../reporting/department-select.tsx';
import { AskReports } from './ask-reports.tsx';
import { ReportRows } from './report-rows.tsx';
import { TodaySide } from './today-side.tsx';
import { useSayWeekday } from './use-say-weekday.ts';

/** Rows of what is to be reported that are shown at first, and more at a time. */
const ROWS = 40;
/** In the address: all departments, for one who belongs to one. */
const ALL = 'all';

/** The day at the office: three aims, what is to be reported in one row each, what wants looking at, what changed, what comes near. */
export function Today() {
  const word = useWords();
  const sayWeekday = useSayWeekday();
  const { department: asked } = useView();
  const own = useSignedIn()?.department ?? undefined;
  const department = asked === ALL ? undefined : (asked ?? own);
  const [limit, setLimit] = useState(ROWS);
  const today = useToday(department, limit);
  useTitle(word('screen.today'));
  return (
    <div className="today">
      <Await query={today}>
        {(found) => (
          <>
            <div className="today-main">
              <header className="today-head">
                <h1>{sayWeekday(found.asOf)}</h1>
                <DepartmentSelect value={department} />
              </header>
              <AimLines brief={found} />
              {found.rules.length === 0 ? (
                <AskReports />
              ) : (
                <ReportRows key={department} today={found} onMore={() => setLimit(limit + ROWS)} />
              )}
            </div>
            <TodaySide today={found} />
          </>
        )}
      </Await>
    </div>
  );
}
