import { Link } from '@tanstack/react-router';
import type { LeaderPage } from '@westgate/contract';
import { sayMoney } from '@westgate/domain';
import { useWords } from '../../../messages/words.ts';
import { DayText, useSayPeriod } from '../../../parts/day-text.tsx';
import { Unknown } from '../../../parts/fact.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';

type Money = LeaderPage['money'];
type Sum = Money['total'];
type Line = readonly [name: string, sum: Sum, isReported: boolean];

/** What projects are to cost and what was completed: added up over those of which it is known, and said of how many that is. */
export function MoneyTable({ money, id = 'leader-money' }: { readonly money: Money; readonly id?: string }) {
  const word = useWords();
  const sayWhen = useSayPeriod();
  const { month, total, plan, completed, year } = money;
  const years = month?.slice(0, 4) ?? null;
  const lines: readonly Line[] = [
    [word('money.total'), total, false],
    ...(years === null
      ? []
      : ([
          [word('money.yearPlan', { year: years }), plan, false],
          [word('leader.yearDone', { year: years }), year, true],
          [word('money.completed'), completed, true],
        ] as const)),
  ];
  const columns: readonly TableColumn<Line>[] = [
    { head: word('leader.money'), isRowHead: true, headed: 'bare', of: ([name]) => name },
    {
      head: word('leader.amount'),
      isNumber: true,
      of: ([, { fen, known }]) => (known === 0 ? <Unknown /> : <b className="money">{sayMoney(fen)}</b>),
    },
    {
      head: word('leader.knownOf'),
      of: ([, { known, of }]) => (
        <Link to="/register" search={{ noun: 'project' }}>
          {word('leader.known', { known, of })}
        </Link>
      ),
    },
    {
      head: word('leader.asOf'),
      of: ([, { oldest, known }, isReported]) =>
        known === 0 ? null : isReported && month ? (
          <Link to="/monthly" search={{ month }}>
            {sayWhen(month)}
          </Link>
        ) : oldest ? (
          <span>
            {word('leader.since')} <DayText on={oldest} />
          </span>
        ) : (
          <Unknown />
        ),
    },
  ];
  return (
    <section aria-labelledby={id} className="leader-money">
      <h2 id={id}>
        {word('leader.money')} <small>{word('money.unit')}</small>
      </h2>
      <Table className="stacking" columns={columns} rows={lines} keyOf={([name]) => name} />
      {month === null ? <p className="small soft">{word('leader.noMonths')}</p> : null}
    </section>
  );
}
