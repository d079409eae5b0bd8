import type { MonthlySums } from '@westgate/contract';
import { sayMoney } from '@westgate/domain';
import type { Arranged, Section } from '../../../lists/arrange.ts';
import { GroupButton } from '../../../lists/group-head.tsx';
import type { SaidAttribute } from '../../../lists/shown-attribute.ts';
import { SortHead } from '../../../lists/sort-head.tsx';
import { useWords } from '../../../messages/words.ts';
import { useSayPeriod } from '../../../parts/day-text.tsx';
import { PlanHead, useColumnCount } from '../../../parts/plan-cell.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { MonthlyRowShown } from './monthly-row.tsx';
import { firstsIn, isPartial, type SheetRow, sumsOf } from './view-model.ts';

/** Columns of the sheet. */
const COLUMNS = 9;

/** One row a project, by department or as it is grouped, with what is known added up. */
export function MonthlyTable({
  month,
  shown: { all, sections },
  group,
}: {
  readonly month: string;
  readonly shown: Arranged<SheetRow>;
  readonly group: SaidAttribute | null;
}) {
  const word = useWords();
  const firsts = firstsIn(sections);
  return (
    <div className="table-scroll">
      <table className="table stacking monthly-table">
        <caption className="unseen">{word('monthly.title')}</caption>
        <thead>
          <tr>
            <SortHead id="name">{word('noun.project')}</SortHead>
            <PlanHead />
            <SortHead id="total" isNumber>
              {word('money.total')}
            </SortHead>
            <SortHead id="plan" isNumber>
              {word('money.thisYearPlan')}
            </SortHead>
            <SortHead id="completed" isNumber>
              {word('money.completed')}
            </SortHead>
            <SortHead id="month" isNumber>
              {word('money.thisMonth')}
            </SortHead>
            <SortHead id="share" isNumber>
              {word('money.share')}
            </SortHead>
            <th scope="col">{word('money.onSite')}</th>
            <th scope="col">{word('money.problem')}</th>
            <th scope="col">{word('monthly.reportOf')}</th>
          </tr>
        </thead>
        {sections.map((section, index) => (
          <GroupBody
            key={section.group?.key ?? ''}
            section={section}
            firsts={firsts[index] ?? new Set()}
            group={group}
            month={month}
            isOnly={sections.length === 1}
          />
        ))}
        <tbody className="monthly-total">
          <SumRow sums={sumsOf(all)} name={word('monthly.sum')} />
        </tbody>
      </table>
    </div>
  );
}

function GroupBody({
  section: { group: own, rows, isShut },
  firsts,
  group,
  month,
  isOnly,
}: {
  readonly section: Section<SheetRow>;
  /** The rows whose project stands in no part above. */
  readonly firsts: ReadonlySet<SheetRow>;
  readonly group: SaidAttribute | null;
  readonly month: string;
  readonly isOnly: boolean;
}) {
  const columns = useColumnCount(COLUMNS);
  const word = useWords();
  const isByLead = group?.id === 'lead';
  const lead = isByLead ? own?.rows[0]?.department : null;
  return (
    <tbody>
      {own && group ? (
        <tr className="monthly-group group-head">
          <th scope="rowgroup" colSpan={columns}>
            <GroupButton
              group={own.key}
              said={group.say(own.key)}
              count={own.rows.length}
              link={lead ? <ThingLink thing={lead} /> : null}
            />
          </th>
        </tr>
      ) : null}
      {rows.map((row) => (
        <MonthlyRowShown
          key={row.project.id}
          row={row}
          month={month}
          department={row.department}
          columns={columns}
          isLeadShown={!isByLead}
          isFirst={firsts.has(row)}
        />
      ))}
      {own && (isShut || (own.rows.length > 1 && !isOnly)) ? <SumRow sums={sumsOf(own.rows)} name={word('monthly.subtotal')} /> : null}
    </tbody>
  );
}

function SumRow({ sums, name }: { readonly sums: ReturnType<typeof sumsOf>; readonly name: string }) {
  const word = useWords();
  const names = useColumnCount(1);
  return (
    <tr className="monthly-sum">
      <th scope="row" colSpan={names}>
        {name}
      </th>
      <Sum sum={sums.total} name={word('money.total')} />
      <Sum sum={sums.plan} name={word('money.thisYearPlan')} />
      <Sum sum={sums.completed} name={word('money.completed')} />
      <Sum sum={sums.month} name={word('money.thisMonth')} />
      <td colSpan={COLUMNS - 5} />
    </tr>
  );
}

/** A sum says how old the oldest of its values is, and over how many it was made where some are not known. */
function Sum({ sum, name }: { readonly sum: MonthlySums['total']; readonly name: string }) {
  const word = useWords();
  const sayWhen = useSayPeriod();
  return (
    <td className="number" data-head={name}>
      {sum.known === 0 ? <span className="unknown">{word('unknown')}</span> : sayMoney(sum.fen)}
      {sum.oldest ? <small className="block soft">{word('monthly.sumOldest', { on: sayWhen(sum.oldest) })}</small> : null}
      {isPartial(sum) ? <small className="block soft">{word('monthly.sumOf', { known: sum.known, of: sum.of })}</small> : null}
    </td>
  );
}
