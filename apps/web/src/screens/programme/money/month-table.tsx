import type { MonthlyRow } from '@westgate/contract';
import { useSay, useWords } from '../../../messages/words.ts';
import { MoneyText } from '../../../money/money-text.tsx';
import { percentText } from '../../../money/month-draft.ts';
import { AsWritten } from '../../../parts/as-written.tsx';
import { DayText } from '../../../parts/day-text.tsx';
import { AgeText } from '../../../reporting/age-text.tsx';

/** What was reported of a project, the newest month first, with who reported it and when. */
export function MonthTable({ months }: { readonly months: readonly MonthlyRow[] }) {
  const word = useWords();
  return (
    <div className="table-scroll">
      <table className="table stacking money-table">
        <thead>
          <tr>
            <th scope="col">{word('money.month')}</th>
            <th scope="col" className="number">
              {word('money.completed')}
            </th>
            <th scope="col" className="number">
              {word('money.thisMonth')}
            </th>
            <th scope="col">{word('money.onSite')}</th>
            <th scope="col">{word('money.problem')}</th>
            <th scope="col">{word('monthly.reportOf')}</th>
          </tr>
        </thead>
        <tbody>
          {months.map((row) => (
            <MonthRow key={row.report?.month} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MonthRow({ row: { report, monthFen, notes } }: { readonly row: MonthlyRow }) {
  const word = useWords();
  const say = useSay();
  if (!report) return null;
  const { month, completedFen, share, words, problem, level, fallReason, reportedOn, reporter } = report;
  return (
    <tr>
      <th scope="row">
        <DayText on={month} />
        {notes.map((note) => (
          <small key={note} className="block monthly-note">
            △ {word(`money.note.${note}`)}
          </small>
        ))}
      </th>
      <td className="number" data-head={word('money.completed')}>
        <MoneyText fen={completedFen} />
        {say(fallReason) ? <small className="block">{say(fallReason)}</small> : null}
      </td>
      <td className="number" data-head={word('money.thisMonth')}>
        <MoneyText fen={monthFen} />
      </td>
      <td data-head={word('money.onSite')}>
        {share === null ? null : <b>{percentText(share)} % </b>}
        {say(words) ? <AsWritten text={say(words)} /> : null}
      </td>
      <td data-head={word('money.problem')}>
        {say(problem) ? <AsWritten text={say(problem)} /> : <span className="soft">{word('monthly.problemNone')}</span>}
        {level === 'none' ? null : <small className="block">→ {word(`level.${level}`)}</small>}
      </td>
      <td data-head={word('monthly.reportOf')}>
        <AgeText on={reportedOn} />
        {reporter ? <small className="block">{word('money.reportedBy', { who: say(reporter.name) })}</small> : null}
      </td>
    </tr>
  );
}
