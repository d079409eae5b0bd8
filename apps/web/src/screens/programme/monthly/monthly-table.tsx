import type { MonthlySheet, MonthlySums } from '@westgate/contract';
import { sayMoney } from '@westgate/domain';
import { useWords } from '../../../messages/words.ts';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { MonthlyRowShown } from './monthly-row.tsx';
import { isPartial } from './view-model.ts';

type Group = MonthlySheet['groups'][number];
/** Columns of the sheet. */
const COLUMNS = 9;

/** One row a project, by department, with what is known added up. */
export function MonthlyTable({ sheet }: { readonly sheet: MonthlySheet }) {
  const word = useWords();
  return (
    <div className="table-scroll">
      <table className="table stacking monthly-table">
        <caption className="unseen">{word('monthly.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{word('noun.project')}</th>
            <th scope="col" className="number">
              {word('money.total')}
            </th>
            <th scope="col" className="number">
              {word('money.thisYearPlan')}
            </th>
            <th scope="col" className="number">
              {word('money.completed')}
            </th>
            <th scope="col" className="number">
              {word('money.thisMonth')}
            </th>
            <th scope="col" className="number">
              {word('money.share')}
            </th>
            <th scope="col">{word('money.onSite')}</th>
            <th scope="col">{word('money.problem')}</th>
            <th scope="col">{word('monthly.reportOf')}</th>
          </tr>
        </thead>
        {sheet.groups.map((group) => (
          <GroupBody key={group.department?.id ?? ''} group={group} month={sheet.month} isOnly={sheet.groups.length === 1} />
        ))}
        <tbody className="monthly-total">
          <SumRow sums={sheet.sums} name={word('monthly.sum')} />
        </tbody>
      </table>
    </div>
  );
}

function GroupBody({
  group: { department, rows, sums },
  month,
  isOnly,
}: {
  readonly group: Group;
  readonly month: string;
  readonly isOnly: boolean;
}) {
  const word = useWords();
  return (
    <tbody>
      <tr className="monthly-group">
        <th scope="rowgroup" colSpan={COLUMNS}>
          {department ? <ThingLink thing={department} /> : word('monthly.noLead')}
        </th>
      </tr>
      {rows.map((row) => (
        <MonthlyRowShown key={row.project.id} row={row} month={month} department={department} columns={COLUMNS} />
      ))}
      {rows.length > 1 && !isOnly ? <SumRow sums={sums} name={word('monthly.subtotal')} /> : null}
    </tbody>
  );
}

function SumRow({ sums, name }: { readonly sums: MonthlySums; readonly name: string }) {
  const word = useWords();
  return (
    <tr className="monthly-sum">
      <th scope="row">{name}</th>
      <Sum sum={sums.total} name={word('money.total')} />
      <Sum sum={sums.plan} name={word('money.thisYearPlan')} />
      <Sum sum={sums.completed} name={word('money.completed')} />
      <Sum sum={sums.month} name={word('money.thisMonth')} />
      <td colSpan={COLUMNS - 5} />
    </tr>
  );
}

/** A sum says over how many values it was made where some are not known. */
function Sum({ sum, name }: { readonly sum: MonthlySums['total']; readonly name: string }) {
  const word = useWords();
  return (
    <td className="number" data-head={name}>
      {sum.known === 0 ? <span className="unknown">{word('unknown')}</span> : sayMoney(sum.fen)}
      {isPartial(sum) ? <small className="block soft">{word('monthly.sumOf', { known: sum.known, of: sum.of })}</small> : null}
    </td>
  );
}
