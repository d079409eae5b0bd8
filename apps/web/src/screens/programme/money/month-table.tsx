import type { MonthlyRow } from '@westgate/contract';
import { sayMoney } from '@westgate/domain';
import { useSay, useWords } from '../../../messages/words.ts';
import { percentText } from '../../../money/month-draft.ts';
import { AsWritten } from '../../../parts/as-written.tsx';
import { DayText } from '../../../parts/day-text.tsx';
import { Unknown } from '../../../parts/fact.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { AgeText } from '../../../reporting/year-notes.tsx';

type Reported = MonthlyRow & { readonly report: NonNullable<MonthlyRow['report']> };

/** What was reported of a project, the newest month first, with who reported it and when. */
export function MonthTable({ months }: { readonly months: readonly MonthlyRow[] }) {
  const word = useWords();
  const say = useSay();
  const columns: readonly TableColumn<Reported>[] = [
    {
      head: word('money.month'),
      isRowHead: true,
      of: ({ report, notes }) => (
        <>
          <DayText on={report.month} />
          {notes.map((note) => (
            <small key={note} className="block monthly-note">
              △ {word(`money.note.${note}`)}
            </small>
          ))}
        </>
      ),
    },
    {
      head: word('money.completed'),
      isNumber: true,
      of: ({ report: { completedFen, fallReason } }) => (
        <>
          <MoneyText fen={completedFen} />
          {say(fallReason) ? <small className="block">{say(fallReason)}</small> : null}
        </>
      ),
    },
    { head: word('money.thisMonth'), isNumber: true, of: ({ monthFen }) => <MoneyText fen={monthFen} /> },
    {
      head: word('money.onSite'),
      of: ({ report: { share, words } }) => (
        <>
          {share === null ? null : <b>{percentText(share)} % </b>}
          {say(words) ? <AsWritten text={say(words)} /> : null}
        </>
      ),
    },
    {
      head: word('money.problem'),
      of: ({ report: { problem, level } }) => (
        <>
          {say(problem) ? <AsWritten text={say(problem)} /> : <span className="soft">{word('monthly.problemNone')}</span>}
          {level === 'none' ? null : <small className="block">→ {word(`level.${level}`)}</small>}
        </>
      ),
    },
    {
      head: word('monthly.reportOf'),
      of: ({ report: { reportedOn, reporter } }) => (
        <>
          <AgeText on={reportedOn} />
          {reporter ? <small className="block">{word('money.reportedBy', { who: say(reporter.name) })}</small> : null}
        </>
      ),
    },
  ];
  const rows = months.flatMap((row): readonly Reported[] => (row.report ? [{ ...row, report: row.report }] : []));
  return <Table className="stacking money-table" columns={columns} rows={rows} keyOf={({ report }) => report.month} />;
}

/** An amount in 10,000 yuan, exact; what is not known says so. */
export function MoneyText({ fen }: { readonly fen: number | null }) {
  return fen === null ? <Unknown /> : <span className="money">{sayMoney(fen)}</span>;
}
