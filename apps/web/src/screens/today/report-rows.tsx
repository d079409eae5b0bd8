import type { ReportRow, Today } from '@westgate/contract';
import { type KeyboardEvent, useDeferredValue, useRef, useState } from 'react';
import { useSay, useWords } from '../../messages/words.ts';
import { Button } from '../../parts/button.tsx';
import { CopyText } from '../../parts/copy-text.tsx';
import { useSayPeriod } from '../../parts/day-text.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ReportItem } from '../../reporting/report-item.tsx';
import { useDistrictFrame } from '../../scope/district-context.ts';
import { isNarrow } from '../../scope/narrow.ts';
import { isTyping } from '../../scope/use-global-keys.ts';
import { inOrderSeen, keyOfRow, owedCount, owedRows } from './view-model.ts';

/** Records that one message names; how many more there are is told. */
const NAMED = 10;
/** Height that a row is taken to have before it is drawn, as in the style sheet: in a wide window, and as a card. */
const [ROW, CARD] = [80, 180];

/** What is to be reported, a row each. Arrows go from row to row, N says that nothing changed, E opens what did. */
export function ReportRows({ today, onMore }: { readonly today: Today; readonly onMore: () => void }) {
  const word = useWords();
  const sayDay = useSayPeriod();
  const [open, setOpen] = useState<string | null>(null);
  const seen = useRef<readonly string[]>([]);
  const [told, setTold] = useState<readonly ReportRow[]>([]);
  const rows = inOrderSeen(today.rows, seen.current, told);
  seen.current = rows.map(keyOfRow);
  const height = isNarrow() ? CARD : ROW;
  // Rows in sight are drawn first, and answer; all others right after. Their room is kept, so that whoever comes back is where they were.
  const isWhole = useDeferredValue(true, false);
  const drawn = isWhole ? rows : rows.slice(0, Math.ceil(innerHeight / height));
  const { ahead, given } = today.counts;
  return (
    <section aria-labelledby="today-reports">
      <h2 id="today-reports" className="today-title">
        {word('today.reports')} <small>{word('today.reportsCount', { owed: owedCount(today), ahead, given })}</small>
        <CopyMessage today={today} />
        <span className="today-keys small soft">
          <kbd>N</kbd> {word('reporting.stillTrue')} <kbd>E</kbd> {word('reporting.changed')}
        </span>
      </h2>
      {rows.length === 0 ? (
        <EmptyState>
          {today.askedFrom === null ? word('today.nothingAsked') : word('today.askedFrom', { day: sayDay(today.askedFrom) })}
        </EmptyState>
      ) : null}
      <ul
        className="update-list"
        style={isWhole ? undefined : { minHeight: rows.length * height }}
        onKeyDown={(event) => onKey(event, setOpen)}
      >
        {drawn.map((row) => (
          <ReportItem
            key={keyOfRow(row)}
            row={row}
            isAsItWas={!today.rows.includes(row)}
            isOpen={open === keyOfRow(row)}
            onOpen={(isOpen) => setOpen(isOpen ? keyOfRow(row) : null)}
            onSend={() => setTold((before) => [...before.filter((each) => keyOfRow(each) !== keyOfRow(row)), row])}
          />
        ))}
      </ul>
      {today.rowCount > rows.length ? <Button name={word('today.more', { count: today.rowCount - rows.length })} onClick={onMore} /> : null}
    </section>
  );
}

function onKey(event: KeyboardEvent<HTMLUListElement>, open: (key: string) => void): void {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-report]') : null;
  if (!row || isTyping(event.nativeEvent) || event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key.toLowerCase();
  if (key === 'arrowdown' || key === 'j') focusIn(row.nextElementSibling);
  else if (key === 'arrowup' || key === 'k') focusIn(row.previousElementSibling);
  else if (key === 'n') row.querySelector<HTMLElement>('[data-act=unchanged]')?.click();
  else if (key === 'e') open(row.dataset.report ?? '');
  else return;
  event.preventDefault();
}

function focusIn(row: Element | null): void {
  row?.querySelector<HTMLElement>('.update-acts button')?.focus();
}

/** What is owed as a message for the office's chat, with a link that leads to the department's own day. */
function CopyMessage({ today }: { readonly today: Today }) {
  const word = useWords();
  const say = useSay();
  const sayWhen = useSayPeriod();
  const { district } = useDistrictFrame();
  const owed = owedRows(today);
  const count = owedCount(today);
  if (owed.length === 0) return null;
  const lines = [
    word('message.head', {
      district: say(district.name),
      department: today.department ? say(today.department.name) : word('today.everyone'),
      count,
    }),
    ...owed
      .slice(0, NAMED)
      .map(({ thing, reporting }) => word('message.line', { name: say(thing.name), on: sayWhen(reporting.standing?.dueOn ?? '') })),
    ...(count > NAMED ? [word('message.more', { count: count - Math.min(NAMED, owed.length) })] : []),
  ];
  return <CopyText lines={lines} path={`/today${today.department ? `?department=${today.department.id}` : ''}`} />;
}
