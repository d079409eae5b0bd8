import { useMutation } from '@tanstack/react-query';
import type { CalendarFile } from '@westgate/contract';
import { type ReactNode, useId, useState } from 'react';
import { tell } from '../../../api/client.ts';
import { useEdits } from '../../../api/edits.ts';
import { base64Of } from '../../../api/plans.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { ActButton } from '../../../parts/act-button.tsx';
import { AsWritten } from '../../../parts/as-written.tsx';
import { DayText } from '../../../parts/day-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Refusal } from '../../../parts/error-text.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { UndoButton } from '../../../parts/undo-button.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { useKeyOf } from '../../../record/use-key-of.ts';
import { letGo } from '../../../scope/let-go.ts';
import { useMay } from '../../../scope/signed-in.ts';
import { DropArea, FileButton } from '../../../start/file-button.tsx';
import { CALENDAR_USES, type CalendarUse, editsOf, MOST_BYTES } from './view-model.ts';

type Row = CalendarFile['rows'][number];
type Left = CalendarFile['left'][number];

/** Importing a calendar file: as events or as days of the working calendar, what it would make and change, what is left out and why; stored when accepted, in one step. */
export function ImportCalendar() {
  const word = useWords();
  const mayImport = useMay()('import');
  const [use, setUse] = useState<CalendarUse>('events');
  const [file, setFile] = useState<File | null>(null);
  const [isTooLarge, setTooLarge] = useState(false);
  const edits = useEdits();
  const keyOf = useKeyOf();
  const look = useMutation({
    mutationFn: async ({ given, as }: { readonly given: File; readonly as: CalendarUse }) =>
      tell('read-calendar-file', {
        body: { file: { name: given.name, base64: await base64Of(given) }, use: as },
        key: crypto.randomUUID(),
      }),
  });
  const prefix = useId();
  useTitle(word('calendarFile.title'));
  const read = (given: File | undefined, as: CalendarUse): void => {
    if (!given) return;
    edits.reset();
    setFile(given);
    setTooLarge(given.size > MOST_BYTES);
    if (given.size > MOST_BYTES) look.reset();
    else look.mutate({ given, as });
  };
  return (
    <div className="start">
      <div className="start-main import-calendar">
        <h1>{word('calendarFile.title')}</h1>
        <p className="soft small measure">{word('calendarFile.about')}</p>
        {mayImport ? (
          <DropArea className="sheet-source" onFiles={({ files }) => read(files[0], use)}>
            <fieldset className="form-field">
              <legend>{word('calendarFile.use')}</legend>
              {CALENDAR_USES.map((each) => (
                <label key={each} className="row">
                  <input
                    type="radio"
                    name={`${prefix}-use`}
                    checked={use === each}
                    onChange={() => {
                      setUse(each);
                      read(file ?? undefined, each);
                    }}
                  />
                  {word(`calendarFile.use.${each}`)}
                </label>
              ))}
            </fieldset>
            <FileButton
              id={`${prefix}-file`}
              label={word('calendarFile.file')}
              hint={file === null ? word('calendarFile.hint') : <AsWritten text={file.name} />}
              accept=".ics,text/calendar"
              onFiles={([given]) => read(given, use)}
            />
          </DropArea>
        ) : (
          <EmptyState>{word('calendarFile.mayNot')}</EmptyState>
        )}
        {isTooLarge ? <p role="alert">{word('calendarFile.tooLarge')}</p> : null}
        <Refusal error={look.error} />
        {look.data && file ? (
          <Reading key={`${file.name} ${look.submittedAt}`} found={look.data}>
            {(rows) =>
              edits.data ? (
                <p role="status" className="row">
                  {word('calendarFile.stored', { count: rows.length })} <UndoButton seq={edits.data.seq} />
                </p>
              ) : (
                <ActButton
                  name={word('calendarFile.accept', { count: rows.length })}
                  className="button filled"
                  isBusy={edits.isPending}
                  onAct={(who) => {
                    const asked = { who, reason: '', edits: editsOf(rows, { fileName: file.name, calendar: look.data.name }) };
                    return letGo(() => edits.mutateAsync({ ...asked, key: keyOf({ ...asked, read: look.submittedAt }) }));
                  }}
                />
              )
            }
          </Reading>
        ) : null}
        <Refusal error={edits.error} />
      </div>
    </div>
  );
}

/** What was found in the file; each row may be left out. */
function Reading({
  found: { rows, left, count, name },
  children,
}: {
  readonly found: CalendarFile;
  readonly children: (rows: readonly Row[]) => ReactNode;
}) {
  const word = useWords();
  const say = useSay();
  const [without, setWithout] = useState<ReadonlySet<Row>>(() => new Set(rows.filter(({ isSaid }) => !isSaid)));
  const taken = rows.filter((row) => !without.has(row));
  const toggle = (row: Row): void =>
    setWithout((before) => new Set(before.has(row) ? [...before].filter((each) => each !== row) : [...before, row]));
  const columns: readonly TableColumn<Row>[] = [
    {
      head: word('calendarFile.take'),
      headed: 'bare',
      of: (row) => (
        <label>
          <input type="checkbox" checked={!without.has(row)} onChange={() => toggle(row)} />
          <span className="unseen"> {say(row.name)}</span>
        </label>
      ),
    },
    { head: word('calendarFile.name'), isRowHead: true, of: (row) => say(row.name) },
    { head: word('calendarFile.days'), of: ({ first, last }) => <DayText on={first === last ? first : `${first}/${last}`} /> },
    { head: word('calendarFile.state'), of: (row) => <RowState row={row} /> },
    { head: word('calendarFile.line'), isNumber: true, of: ({ line }) => line },
  ];
  const reasons: readonly TableColumn<Left>[] = [
    {
      head: word('calendarFile.name'),
      isRowHead: true,
      of: (each) => (each.name === '' ? word('calendarFile.unnamed') : <AsWritten text={each.name} />),
    },
    { head: word('calendarFile.why'), of: ({ why }) => say(why) },
    { head: word('calendarFile.line'), isNumber: true, of: ({ line }) => line },
  ];
  return (
    <section className="section" aria-labelledby="calendar-found">
      <h2 id="calendar-found">{word('calendarFile.found', { count, name: name || 'none' })}</h2>
      {rows.length === 0 ? (
        <EmptyState>{word('calendarFile.nothing')}</EmptyState>
      ) : (
        <>
          <Table columns={columns} rows={rows} keyOf={(_row, index) => index} caption={word('calendarFile.rows')} />
          {taken.length > 0 ? <div className="part-start">{children(taken)}</div> : null}
        </>
      )}
      {left.length === 0 ? null : (
        <>
          <h3>{word('calendarFile.left', { count: left.length })}</h3>
          <Table columns={reasons} rows={left} keyOf={(_row, index) => index} />
        </>
      )}
    </section>
  );
}

function RowState({ row: { state, before, table, fields, isSaid } }: { readonly row: Row }) {
  const word = useWords();
  const kind = fields.kind === 'make-up-day' || fields.kind === 'day-off' ? ` · ${word(`calendarFile.kind.${fields.kind}`)}` : '';
  const unsaid = isSaid ? '' : ` · ${word('calendarFile.unsaid')}`;
  if (state === 'new') return `${word('calendarFile.new')}${kind}${unsaid}`;
  const was =
    table === 'event' || (before !== 'make-up-day' && before !== 'day-off') ? (before ?? '') : word(`calendarFile.kind.${before}`);
  return `${word('calendarFile.changed', { before: was })}${kind}${unsaid}`;
}
