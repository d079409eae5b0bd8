import type { Exceptions as ExceptionsAnswer } from '@westgate/contract';
import { EXCEPTION_ATTRIBUTES, EXCEPTION_ORDERS } from '@westgate/domain';
import { useState } from 'react';
import { useExceptions } from '../../api/loop.ts';
import { useDistrictFrame } from '../../frame/district-context.ts';
import { useWhichMayChange } from '../../frame/may-change.ts';
import { useTitle } from '../../frame/use-title.ts';
import { useSetView, useView } from '../../frame/use-view.ts';
import { BulkBar } from '../../lists/bulk/bulk-bar.tsx';
import { ChooseAll, useChoice } from '../../lists/bulk/bulk-choice.tsx';
import { FoundCount } from '../../lists/found-count.tsx';
import { LeftOff } from '../../lists/left-off.tsx';
import { MoreRows } from '../../lists/more-rows.tsx';
import { rowsWithin, servedAsk, servedSections } from '../../lists/served-list.ts';
import { ServedTools } from '../../lists/served-tools.tsx';
import { useSay, useWords } from '../../messages/words.ts';
import { Await } from '../../parts/await.tsx';
import { DayText } from '../../parts/day-text.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ThingLink } from '../../parts/thing-link.tsx';
import { useSayAllClear } from '../../reporting/all-clear.tsx';
import { DepartmentSelect } from '../../reporting/department-select.tsx';
import { ExceptionCounts, WhyWord } from '../../reporting/exception-counts.tsx';
import { YearNotes } from '../../reporting/year-notes.tsx';
import { MatterLine } from '../../supervision/matter-line.tsx';
import { SavedViews } from '../../views/saved-views.tsx';
import { bulkRowsOf, onlyKind } from './bulk-rows.ts';
import { ExceptionTable } from './exception-table.tsx';
import { useExceptionAspects } from './use-exception-aspects.ts';

/** Rows at first, and more at a time. */
const ROWS = 60;
/**
 * Rows of two lines that one sheet of A3 holds, and for how many of them overdue matters and silent events take the room; `exceptions-print.css`
 * leaves the others off the paper, by the class `sheet-16` and so on.
 */
const PRINTED = { rows: 16, matters: 5, events: 4 } as const;
/** Matters and events of which each stands on the paper. */
const PRINTED_BESIDE = 4;

/** What wants looking at: late, stale, blocked, waiting for whom, with the cause; it prints on one sheet of A3. */
export function Exceptions() {
  const word = useWords();
  const say = useSay();
  const setView = useSetView();
  const view = useView();
  const { department: asked, why } = view;
  const department = asked === 'all' ? undefined : asked;
  const { district } = useDistrictFrame();
  const [limit, setLimit] = useState(ROWS);
  const exceptions = useExceptions({ department, why, limit, ...servedAsk(view, EXCEPTION_ATTRIBUTES, EXCEPTION_ORDERS) });
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
            <ExceptionCounts counts={found.counts} others={found.eventCount + found.matterCount} looked={found.looked} department={asked} />
            <YearNotes warnings={found.warnings} />
            {why ? (
              <p className="small no-print">
                <WhyWord why={why} />{' '}
                <button type="button" className="button plain" onClick={() => setView({ why: undefined })}>
                  {word('exceptions.all')}
                </button>
              </p>
            ) : null}
            <Listed found={found} />
            <MoreRows lines={found.lines} shown={found.items.length} limit={limit} step={ROWS} onLimit={setLimit} />
          </>
        )}
      </Await>
    </div>
  );
}

/** The list with its tools, what follows it on paper, and how many the sheet leaves off. */
function Listed({ found }: { readonly found: ExceptionsAnswer }) {
  const word = useWords();
  const view = useView();
  const sayAllClear = useSayAllClear();
  const aspects = useExceptionAspects(found);
  const sections = servedSections(found.items, found, view.shut);
  const group = aspects.attributes.find(({ id }) => id === found.by.group) ?? null;
  const listed = onlyKind(found, view.where);
  const [last, setLast] = useState(listed);
  if (listed !== null && listed !== last) setLast(listed);
  // What was just set right is gone from the list; that it was done, and the way back, stay.
  const noun = listed ?? (found.total === 0 ? last : null);
  const choice = useChoice(noun, noun ? bulkRowsOf(found.items, noun) : []);
  const mayEdit = useWhichMayChange('edit')('any');
  const printed = PRINTED.rows - (found.matters.length > 0 ? PRINTED.matters : 0) - (found.events.length > 0 ? PRINTED.events : 0);
  const left = found.total - rowsWithin(sections, printed, ({ thing }) => `${thing.kind} ${thing.id}`);
  return (
    <>
      <ServedTools found={found} aspects={aspects} />
      <FoundCount total={found.total} />
      <div className="no-print">
        {noun ? <BulkBar key={noun} noun={noun} {...choice} /> : null}
        {mayEdit && !noun && found.total > 0 ? <p className="small soft bulk-hint">{word('exceptions.oneKind')}</p> : null}
        <ChooseAll {...choice} />
      </div>
      {found.total === 0 ? (
        <EmptyState>
          {view.where || view.q || view.why || found.eventCount + found.matterCount > 0
            ? word('register.empty')
            : sayAllClear({ looked: found.looked, department: view.department })}
        </EmptyState>
      ) : (
        <div className={`sheet-${printed}`}>
          <ExceptionTable sections={sections} group={group} choice={choice.rows.length > 0 ? choice : null} />
        </div>
      )}
      {left > 0 ? <p className="print-only exceptions-left small">{word('exceptions.left', { count: left })}</p> : null}
      <SilentEvents found={found} />
      <MattersAmiss found={found} />
    </>
  );
}

/** Events that passed without a word on whether they were held. */
function SilentEvents({ found: { events, eventCount } }: { readonly found: ExceptionsAnswer }) {
  const word = useWords();
  if (events.length === 0) return null;
  return (
    <section className="section" aria-labelledby="silent-events">
      <h2 id="silent-events">
        {word('exceptions.silentEvents')} <small>{eventCount}</small>
      </h2>
      <ul className="today-coming small">
        {events.map(({ thing, on }) => (
          <li key={thing.id}>
            <DayText on={on} />
            <ThingLink thing={thing} />
          </li>
        ))}
      </ul>
      <More count={eventCount - events.length} />
      <LeftOff count={eventCount - PRINTED_BESIDE} />
    </section>
  );
}

/** Says on the screen how many are not named; nothing where all are. */
function More({ count }: { readonly count: number }) {
  const word = useWords();
  return count > 0 ? <p className="small soft no-print">{word('exceptions.more', { count })}</p> : null;
}

/** Matters under supervision that are overdue or re-opened, with who owes what. */
function MattersAmiss({ found: { matters, matterCount } }: { readonly found: ExceptionsAnswer }) {
  const word = useWords();
  if (matters.length === 0) return null;
  return (
    <section className="section" aria-labelledby="overdue-matters">
      <h2 id="overdue-matters">
        {word('matter.overdueOrReopened')} <small>{matterCount}</small>
      </h2>
      <ul className="matter-list">
        {matters.map((matter) => (
          <MatterLine key={matter.id} matter={matter} />
        ))}
      </ul>
      <More count={matterCount - matters.length} />
      <LeftOff count={matterCount - PRINTED_BESIDE} />
    </section>
  );
}
