import { Link } from '@tanstack/react-router';
import { useProjectMoney } from '../../../api/questions.ts';
import type { Drawn } from '../../../list/list-cell.tsx';
import type { ListRow } from '../../../list/list-model.ts';
import { RecordList } from '../../../list/record-list.tsx';
import { useWords } from '../../../messages/words.ts';
import { MonthForm } from '../../../money/month-form.tsx';
import { Await } from '../../../parts/await.tsx';
import { Button } from '../../../parts/button.tsx';
import { drawWhy } from '../../../reporting/exception-counts.tsx';
import { useMayChange } from '../../../scope/may-change.ts';
import { useSetView, useView } from '../../../scope/use-view.ts';

/** A number leads to the money of its project, where it stands with source, day and who reported it. */
const amount = (text: string, { id }: ListRow) => (
  <Link to="/projects/$id" params={{ id }} hash="money" className="money-link" tabIndex={-1}>
    {text}
  </Link>
);

const DRAWN: Drawn = {
  signs: { why: drawWhy },
  cells: {
    total: amount,
    year_plan: amount,
    completed: amount,
    completed_month: amount,
    completed_year: amount,
    reported: (text, row, cell) => (
      <Reported text={text} row={row} isMissing={cell !== null && typeof cell === 'object' && 'key' in cell && cell.key === 'missing'} />
    ),
  },
};

/** The sheet is by department, its money added up, where the address says nothing else. */
const FIRST = { group: 'lead', sum: 'total,year_plan,completed,completed_month' } as const;

/** The projects in a month, one row each; the form in which one is reported stands above them. */
export function MonthList({ month, department }: { readonly month: string; readonly department: string | undefined }) {
  const word = useWords();
  const { edit } = useView();
  const [, project] = /^month:(.+)$/.exec(edit ?? '') ?? [];
  return (
    <>
      {project ? <Report key={`${project} ${month}`} project={project} month={month} /> : null}
      <RecordList
        name="months"
        within={department === undefined ? [] : [{ column: 'lead', operator: 'is', values: [department] }]}
        first={{ ...FIRST, month }}
        drawn={DRAWN}
        caption={word('monthly.title')}
        empty={word('monthly.none')}
      />
    </>
  );
}

function Report({ project, month }: { readonly project: string; readonly month: string }) {
  const setView = useSetView();
  const money = useProjectMoney(project, month);
  return (
    <Await query={money}>
      {({ next }) => <MonthForm row={next} month={month} level="h2" onDone={() => setView({ edit: undefined }, { replace: true })} />}
    </Await>
  );
}

/** Whether a project was reported in the month, and the way to report it. */
function Reported({ text, row, isMissing }: { readonly text: string; readonly row: ListRow; readonly isMissing: boolean }) {
  const word = useWords();
  const setView = useSetView();
  const mayUpdate = useMayChange('update', [row.answers]);
  return (
    <>
      <span className={isMissing ? 'monthly-missing' : undefined}>
        {isMissing ? '! ' : null}
        {text}
      </span>
      {mayUpdate ? (
        <Button
          look="plain"
          name={word('monthly.report')}
          className="no-print"
          tabIndex={-1}
          onClick={() => setView({ edit: `month:${row.id}` })}
        />
      ) : null}
    </>
  );
}
