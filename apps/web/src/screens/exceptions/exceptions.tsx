import type { Exceptions as ExceptionsAnswer } from '@westgate/contract';
import type { Condition } from '@westgate/domain';
import { useExceptions } from '../../api/questions.ts';
import type { Drawn } from '../../list/list-cell.tsx';
import { RecordList } from '../../list/record-list.tsx';
import { useSay, useWords } from '../../messages/words.ts';
import { Await } from '../../parts/await.tsx';
import { Button } from '../../parts/button.tsx';
import { DepartmentSelect } from '../../parts/combo-field.tsx';
import { CopyText } from '../../parts/copy-text.tsx';
import { DayText } from '../../parts/day-text.tsx';
import { LeftOff } from '../../parts/left-off.tsx';
import { ThingLink } from '../../parts/thing-link.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { drawWhy, ExceptionCounts, useSayAllClear } from '../../reporting/exception-counts.tsx';
import { YearNotes } from '../../reporting/year-notes.tsx';
import { useDistrictFrame } from '../../scope/district-context.ts';
import { useView } from '../../scope/use-view.ts';
import { MatterLine } from '../../supervision/matter-line.tsx';
import { SavedViews } from '../../views/saved-views.tsx';

/**
 * Rows of two lines that one sheet of A3 holds, and for how many of them overdue matters and silent events take the room; `exceptions-print.css`
 * leaves the others off the paper, by the class `sheet-16` and so on.
 */
const PRINTED = { rows: 16, matters: 5, events: 4 } as const;
/** Matters and events of which each stands on the paper. */
const PRINTED_BESIDE = 4;

const DRAWN: Drawn = {
  signs: { why: drawWhy },
  cells: {
    message: (text, { id, of }) => (
      <CopyText lines={[text]} path={of ? `/${of.table}s/${encodeURIComponent(of.id)}` : '/exceptions'} of={id} />
    ),
  },
};

/** What wants looking at: late, stale, blocked, waiting for whom, with the cause; it prints on one sheet of A3. */
export function Exceptions() {
  const word = useWords();
  const say = useSay();
  const { department: asked } = useView();
  const department = asked === 'all' ? undefined : asked;
  const { district } = useDistrictFrame();
  const counted = useExceptions({ department, limit: 1 });
  useTitle(word('exceptions.title'));
  return (
    <div className="register-main exceptions">
      <header className="today-head">
        <h1>
          {word('exceptions.title')} <span className="exceptions-of">{say(district.name)}</span>
        </h1>
        <div className="row no-print">
          <DepartmentSelect value={department} />
          <Button name={word('brief.print')} onClick={() => window.print()} />
        </div>
      </header>
      <SavedViews screen="exceptions" />
      <Await query={counted}>
        {(found) => (
          <>
            <ExceptionCounts counts={found.counts} total={found.total} others={othersIn(found)} looked={found.looked} department={asked} />
            <YearNotes warnings={found.warnings} />
            <Listed found={found} department={department} />
            <SilentEvents found={found} />
            {found.passed.map((passed) => (
              <Passed key={passed.kind} passed={passed} />
            ))}
            <MattersAmiss found={found} />
          </>
        )}
      </Await>
    </div>
  );
}

function Listed({ found, department }: { readonly found: ExceptionsAnswer; readonly department: string | undefined }) {
  const word = useWords();
  const sayAllClear = useSayAllClear();
  const within: readonly Condition[] = department === undefined ? [] : [{ column: 'department', operator: 'is', values: [department] }];
  return (
    <RecordList
      name="exceptions"
      within={within}
      drawn={DRAWN}
      caption={word('exceptions.title')}
      empty={othersIn(found) > 0 ? word('register.empty') : sayAllClear({ looked: found.looked, department })}
      ofSeveral={word('exceptions.oneKind')}
      printed={PRINTED.rows - (found.matters.length > 0 ? PRINTED.matters : 0) - (found.events.length > 0 ? PRINTED.events : 0)}
    />
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

/** How many beside commitments and projects need attention. */
function othersIn({ eventCount, matterCount, passed }: ExceptionsAnswer): number {
  return eventCount + matterCount + passed.reduce((sum, { count }) => sum + count, 0);
}

/** Records of a kind that fall due by themselves and are past their day, with who owes it. */
function Passed({ passed: { kind, items: rows, count } }: { readonly passed: ExceptionsAnswer['passed'][number] }) {
  const word = useWords();
  const id = `passed-${kind}`;
  const title = word(`exceptions.passed.${kind}`);
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>
        {title} <small>{count}</small>
      </h2>
      <ul className="today-coming small">
        {rows.map(({ thing, owner, on }) => (
          <li key={thing.id}>
            <DayText on={on} />
            <span>
              <ThingLink thing={thing} /> {owner ? <ThingLink thing={owner} className="soft" /> : null}
            </span>
          </li>
        ))}
      </ul>
      <More count={count - rows.length} />
      <LeftOff count={count - PRINTED_BESIDE} />
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
