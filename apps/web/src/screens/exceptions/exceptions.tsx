import type { Exceptions as ExceptionsAnswer } from '@westgate/contract';
import { useState } from 'react';
import { useExceptions } from '../../api/loop.ts';
import { useDistrictFrame } from '../../frame/district-context.ts';
import { useTitle } from '../../frame/use-title.ts';
import { useSetView, useView } from '../../frame/use-view.ts';
import { useSay, useWords } from '../../messages/words.ts';
import { AimMark } from '../../parts/aim-mark.tsx';
import { Await } from '../../parts/await.tsx';
import { DayText } from '../../parts/day-text.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { StateWord } from '../../parts/state-word.tsx';
import { ThingLink } from '../../parts/thing-link.tsx';
import { Unknown } from '../../parts/unknown.tsx';
import { DepartmentSelect } from '../../reporting/department-select.tsx';
import { ExceptionCounts, WhyWord } from '../../reporting/exception-counts.tsx';
import { LastSaid } from '../../reporting/last-said.tsx';
import { StandingWord } from '../../reporting/standing-word.tsx';
import { MatterLine } from '../../supervision/matter-line.tsx';
import { SavedViews } from '../../views/saved-views.tsx';

/** Rows at first, and more at a time. */
const ROWS = 60;
/** Rows that one sheet of A3 holds; today.css leaves the others off the paper. */
const PRINTED = 18;

/** What wants looking at: late, stale, blocked, waiting for whom, with the cause; it prints on one sheet of A3. */
export function Exceptions() {
  const word = useWords();
  const say = useSay();
  const setView = useSetView();
  const { department: asked, why } = useView();
  const department = asked === 'all' ? undefined : asked;
  const { district } = useDistrictFrame();
  const [limit, setLimit] = useState(ROWS);
  const exceptions = useExceptions({ department, why, limit });
  useTitle(word('exceptions.title'));
  return (
    <div className="register-main exceptions">
      <header className="today-head">
        <h1>
          {word('exceptions.title')} <span className="exceptions-of">{say(district.name)}</span>
        </h1>
        <div className="row no-print">
          <DepartmentSelect value={department} />
          <button type="button" className="button" onClick={() => window.print()}>
            {word('brief.print')}
          </button>
        </div>
      </header>
      <SavedViews screen="exceptions" />
      <Await query={exceptions}>
        {(found) => (
          <>
            <ExceptionCounts counts={found.counts} department={asked} />
            {why ? (
              <p className="small no-print">
                <WhyWord why={why} />{' '}
                <button type="button" className="button plain" onClick={() => setView({ why: undefined })}>
                  {word('exceptions.all')}
                </button>
              </p>
            ) : null}
            {found.items.length === 0 ? <EmptyState>{word('exceptions.none')}</EmptyState> : <ExceptionTable items={found.items} />}
            <OverdueMatters found={found} />
            {found.total > PRINTED ? (
              <p className="exceptions-left small">{word('exceptions.left', { count: found.total - PRINTED })}</p>
            ) : null}
            {found.total > found.items.length ? (
              <p className="row">
                <button type="button" className="button no-print" onClick={() => setLimit(limit + ROWS)}>
                  {word('today.more', { count: found.total - found.items.length })}
                </button>
              </p>
            ) : null}
          </>
        )}
      </Await>
    </div>
  );
}

/** Matters under supervision that are overdue, with who owes what. */
function OverdueMatters({ found: { matters, matterCount } }: { readonly found: ExceptionsAnswer }) {
  const word = useWords();
  if (matters.length === 0) return null;
  return (
    <section className="section" aria-labelledby="overdue-matters">
      <h2 id="overdue-matters">
        {word('matter.overdueOf')} <small>{matterCount}</small>
      </h2>
      <ul className="matter-list">
        {matters.map((matter) => (
          <MatterLine key={matter.id} matter={matter} />
        ))}
      </ul>
    </section>
  );
}

function ExceptionTable({ items }: { readonly items: ExceptionsAnswer['items'] }) {
  const word = useWords();
  return (
    <div className="table-scroll">
      <table className="table stacking exception-table">
        <caption className="unseen">{word('exceptions.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{word('exceptions.what')}</th>
            <th scope="col">{word('exceptions.why')}</th>
            <th scope="col">{word('exceptions.cause')}</th>
            <th scope="col">{word('exceptions.department')}</th>
            <th scope="col">{word('due.name')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <ExceptionRow key={`${item.thing.kind} ${item.thing.id}`} item={item} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ExceptionRow({ item }: { readonly item: ExceptionsAnswer['items'][number] }) {
  const word = useWords();
  const { thing, why, state, reporting, department, dueOn } = item;
  return (
    <tr>
      <td data-head={word('exceptions.what')}>
        <AimMark aim={item.aim} /> <ThingLink thing={thing} />
        <span className="soft"> {word(`noun.${thing.kind}`)}</span>
      </td>
      <td data-head={word('exceptions.why')}>
        {why.map((each) => (
          <WhyWord key={each} why={each} />
        ))}
      </td>
      <td data-head={word('exceptions.cause')}>
        <StateWord state={state.name} />
        <p>
          <LastSaid reporting={reporting} /> <StandingWord reporting={reporting} />
        </p>
      </td>
      <td data-head={word('exceptions.department')}>{department ? <ThingLink thing={department} /> : <Unknown />}</td>
      <td data-head={word('due.name')}>{dueOn ? <DayText on={dueOn} /> : <Unknown />}</td>
    </tr>
  );
}
