import { Link } from '@tanstack/react-router';
import type { Brief as BriefAnswer } from '@westgate/contract';
import type { ReactNode } from 'react';
import { useBrief } from '../../api/questions.ts';
import { useSay, useWords } from '../../messages/words.ts';
import { AimLines } from '../../parts/aim-mark.tsx';
import { Await } from '../../parts/await.tsx';
import { Button } from '../../parts/button.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { DayText, useSayPeriod } from '../../parts/day-text.tsx';
import { Unknown } from '../../parts/fact.tsx';
import { partsOf } from '../../parts/state-parts.ts';
import { StateWord } from '../../parts/state-word.tsx';
import { Table, type TableColumn } from '../../parts/table.tsx';
import { ThingLink } from '../../parts/thing-link.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { AllClear, ExceptionLine, WhyWords } from '../../reporting/exception-counts.tsx';
import { useYearNotes, YearNotes } from '../../reporting/year-notes.tsx';
import { useDistrictFrame } from '../../scope/district-context.ts';
import { useSetView, useView } from '../../scope/use-view.ts';
import { passedCount, passedIn } from '../exceptions/passed.ts';
import { fitting } from './view-model.ts';

/** The programme on one sheet of A3: aims as lines, commitments by state, exceptions, what changed. */
export function Brief() {
  const word = useWords();
  const say = useSay();
  const setView = useSetView();
  const { since } = useView();
  const { district } = useDistrictFrame();
  const brief = useBrief(since);
  useTitle(word('brief.title'));
  return (
    <div className="register">
      <div className="register-main">
        <Await query={brief}>
          {(found) => (
            <article className="brief">
              <header>
                <h1>
                  {say(district.name)} <span className="brief-name">{word('brief.title')}</span>
                </h1>
                <p className="small soft">
                  {word('asOf.title')} <DayText on={found.asOf} /> · {word('print.line', { seq: found.seq })}
                </p>
                <div className="row small brief-tools">
                  <span>{word('brief.since')}</span>
                  <DayField
                    className="field"
                    aria-label={word('brief.since')}
                    value={found.since}
                    onDay={(day) => setView({ since: day }, { replace: true })}
                  />
                  <Button name={word('brief.print')} onClick={() => window.print()} />
                  <Link to="/coverage" className="button plain">
                    {word('coverage.title')}
                  </Link>
                  <Link to="/results/leader" className="button plain">
                    {word('leader.title')}
                  </Link>
                </div>
              </header>
              <AimLines brief={found} />
              <Totals brief={found} />
              <Exceptions brief={found} />
              <Changed brief={found} />
            </article>
          )}
        </Await>
      </div>
    </div>
  );
}

function Totals({ brief }: { readonly brief: BriefAnswer }) {
  const word = useWords();
  const total = Object.values(brief.states).reduce((sum, count) => sum + count, 0);
  return (
    <section aria-labelledby="brief-states" className="brief-states">
      <h2 id="brief-states">
        {word('brief.states')} <small>{total}</small>
      </h2>
      <ul>
        {partsOf(brief.states).map(({ state, count }) => (
          <li key={state}>
            <b>{count}</b> <StateWord state={state} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Changed({ brief }: { readonly brief: BriefAnswer }) {
  const word = useWords();
  const say = useSay();
  const sayWhen = useSayPeriod();
  const { shown, more } = fitting('changed', brief.changed, { count: brief.changedCount, aims: brief.aims.length });
  return (
    <section aria-labelledby="brief-changed" className="brief-changed quiet-links">
      <h2 id="brief-changed">
        {word('brief.changed', { day: sayWhen(brief.since) })} <small>{brief.changedCount}</small>
      </h2>
      {shown.length === 0 ? <p className="small soft">{word('brief.nothingChanged')}</p> : null}
      <ul className="lines">
        {shown.map(({ thing, before, after, reason }) => (
          <li key={thing.id}>
            <ThingLink thing={thing} />
            <span className="nowrap">
              <StateWord state={before} /> <span aria-hidden="true">→</span> <StateWord state={after} />
            </span>
            <span className="soft small">{say(reason)}</span>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="small soft">{word('brief.more', { count: more })}</p> : null}
    </section>
  );
}

/** What needs attention, with the same counts and rows as the list of exceptions. */
function Exceptions({ brief }: { readonly brief: BriefAnswer }) {
  const word = useWords();
  const { shown, more } = fitting('exceptions', brief.exceptions, {
    count: brief.exceptionCount,
    aims: brief.aims.length,
    notes: useYearNotes(brief.warnings).length,
  });
  const others = brief.overdueMatters + brief.reopenedMatters + brief.silentEvents + passedCount(brief.passed);
  const twoLines = (content: ReactNode): ReactNode => <div className="two-lines">{content}</div>;
  const columns: readonly TableColumn<BriefAnswer['exceptions'][number]>[] = [
    { head: word('exceptions.what'), of: ({ thing }) => twoLines(<ThingLink thing={thing} />) },
    { head: word('exceptions.why'), of: ({ why }) => twoLines(<WhyWords why={why} />) },
    { head: word('commitment.owner'), of: ({ owner }) => twoLines(owner ? <ThingLink thing={owner} /> : <Unknown />) },
    { head: word('due.name'), of: ({ due }) => (due ? <DayText on={due} /> : <Unknown />) },
  ];
  return (
    <section aria-labelledby="brief-exceptions" className="brief-exceptions quiet-links">
      <h2 id="brief-exceptions">
        {word('exceptions.title')} <small>{brief.exceptionCount}</small>
      </h2>
      {brief.exceptionCount + others === 0 ? <AllClear looked={brief.looked} /> : null}
      <p className="row small">
        <ExceptionLine counts={brief.exceptionCounts} total={brief.exceptionCount} />
        {brief.overdueMatters > 0 ? (
          <span>
            {word('matter.overdueOf')} <b>{brief.overdueMatters}</b>
          </span>
        ) : null}
        {brief.reopenedMatters > 0 ? (
          <span>
            {word('matter.reopenedOf')} <b>{brief.reopenedMatters}</b>
          </span>
        ) : null}
        {brief.silentEvents > 0 ? (
          <span>
            {word('exceptions.silentEvents')} <b>{brief.silentEvents}</b>
          </span>
        ) : null}
        {passedIn(brief.passed).map(([kind, count]) => (
          <span key={kind}>
            {word(`exceptions.passed.${kind}`)} <b>{count}</b>
          </span>
        ))}
      </p>
      <YearNotes warnings={brief.warnings} />
      {shown.length > 0 ? (
        <Table columns={columns} rows={shown} caption={word('exceptions.title')} keyOf={({ thing }) => `${thing.kind} ${thing.id}`} />
      ) : null}
      {more > 0 ? <p className="small soft">{word('brief.more', { count: more })}</p> : null}
    </section>
  );
}
