import type { ListColumn } from '@westgate/contract';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import { ask } from '../api/client.ts';
import type { FormKind } from '../api/form-kinds.ts';
import { useWords } from '../messages/words.ts';
import { Button } from '../parts/button.tsx';
import { Select } from '../parts/select.tsx';
import { ColumnValue } from '../record/form/column-value.tsx';
import { useScope, useTypingLanguage } from '../scope/district-context.ts';
import { letGo } from '../scope/let-go.ts';
import { useLanguage } from '../scope/use-view.ts';
import { changeOf, kindIn, MOST_TOGETHER, mayBeEmpty, mayHold, storedIn } from './changes.ts';
import { ChangesForm } from './changes-form.tsx';
import type { Chosen } from './chosen.ts';
import type { ListAsked } from './list-address.ts';
import type { CellDeeds } from './list-cell.tsx';
import { heldText, type ListModel, type ListRow, rowsBetween } from './list-model.ts';
import { type Cells, cellsPasted, FilledDown, type Held, type HeldColumn, type Paste, Pasted } from './range-forms.tsx';
import type { CellRange } from './use-grid.ts';
import type { List } from './use-list.ts';
import { useSayCell, useSayHead } from './use-say-cell.ts';

/** What is being changed in a list: one cell; what was pasted; the cells of a range, by its first; nothing. */
type Draft =
  | { readonly is: 'cell'; readonly row: ListRow; readonly column: ListColumn; readonly element: HTMLElement }
  | ({ readonly is: 'paste' } & Paste)
  | ({ readonly is: 'fill' } & Held)
  | null;

/** What is being changed in a list, and how it is begun. */
export interface ListDeedState {
  readonly draft: Draft;
  readonly close: () => void;
  readonly deeds: CellDeeds;
}

/** What is changed in the cells of a list. */
export function useListDeed(list: List, model: ListModel, chosen: Chosen): ListDeedState {
  const [draft, setDraft] = useState<Draft>(null);
  const language = useTypingLanguage();
  const askRows = useAskRows(list, model);
  const columnsIn = ({ left }: CellRange, count: number): readonly HeldColumn[] =>
    model.shown.slice(left, left + count).map((column, index) => ({ column, place: left + index }));
  const paste = async (text: string, range: CellRange): Promise<void> => {
    const pasted = cellsPasted(text);
    const [down, right] = [range.bottom - range.top + 1, range.right - range.left + 1];
    const [[single = ''] = []] = pasted;
    // One value goes into every cell of a range.
    const isOne = pasted.length === 1 && pasted[0]?.length === 1;
    const cells = isOne ? Array.from({ length: down }, () => Array.from({ length: right }, () => single)) : pasted;
    const before = model.lines.slice(0, range.top).filter((line) => line.is === 'row').length;
    const here = rowsBetween(model.lines, range.top, model.lines.length - 1);
    const rows = here.length >= cells.length || !list.hasMore ? here : (await askRows(before + cells.length)).slice(before);
    const columns = columnsIn(range, Math.max(...cells.map(({ length }) => length)));
    setDraft({ is: 'paste', cells, rows: rows.slice(0, cells.length), columns });
  };
  useKeyboardBack(draft !== null);
  return {
    draft,
    close: () => setDraft(null),
    deeds: {
      mayEdit: (row, column) =>
        chosen.may(row) && mayHold(model, row, column) && storedIn(column, language) !== null && kindIn(model) !== null,
      edit: (row, column, element) => setDraft({ is: 'cell', row, column, element }),
      paste: (text, range) => letGo(() => paste(text, range)),
      fillDown: (range) =>
        setDraft({
          is: 'fill',
          rows: rowsBetween(model.lines, range.top, range.bottom),
          columns: columnsIn(range, range.right - range.left + 1),
        }),
    },
  };
}

/** Gives the keyboard back to the list once what was open is closed, unless it went elsewhere. */
function useKeyboardBack(isOpen: boolean): void {
  const wasOpen = useRef(false);
  useEffect(() => {
    const isClosed = wasOpen.current && !isOpen;
    wasOpen.current = isOpen;
    if (!isClosed) return;
    // What was open is off the screen, and the keyboard nowhere, by the frame after the next.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (document.activeElement === document.body) document.querySelector<HTMLElement>('.list-table')?.focus({ preventScroll: true });
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [isOpen]);
}

/** The form of what is being changed, or of the ticked rows. */
export function ListDeed({
  list,
  model,
  chosen,
  deed: { draft, close, deeds },
}: {
  readonly list: List;
  readonly model: ListModel;
  readonly chosen: Chosen;
  readonly deed: ListDeedState;
}) {
  const word = useWords();
  const nameOf = useNameOf(model);
  const kind = kindIn(model);
  if (kind === null) return null;
  if (draft?.is === 'cell')
    return (
      <Popover
        className="popover list-popover cell-editor"
        triggerRef={{ current: draft.element }}
        placement="bottom start"
        isOpen
        onOpenChange={(isOpen) => {
          if (!isOpen) close();
        }}
      >
        <Dialog aria-label={word('list.change')}>
          <OneCell kind={kind} row={draft.row} column={draft.column} model={model} nameOf={nameOf} onDone={close} />
        </Dialog>
      </Popover>
    );
  if (draft?.is === 'paste' || draft?.is === 'fill')
    return (
      <Docked onLeave={close}>
        {draft.is === 'paste' ? (
          <Pasted kind={kind} model={model} draft={draft} mayEdit={deeds.mayEdit} nameOf={nameOf} onDone={close} />
        ) : (
          <FilledDown kind={kind} model={model} draft={draft} mayEdit={deeds.mayEdit} nameOf={nameOf} onDone={close} />
        )}
      </Docked>
    );
  return chosen.rows.length > 0 ? <ChosenRows kind={kind} list={list} model={model} chosen={chosen} nameOf={nameOf} /> : null;
}

/** Holds the form of several cells below the list: it comes in sight and takes the keyboard, Escape leaves it. */
function Docked({ onLeave, children }: { readonly onLeave: () => void; readonly children: ReactNode }) {
  const word = useWords();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const button = box.current?.querySelector<HTMLElement>('button[type=submit]');
    button?.focus();
    button?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: Escape leaves what stands in it
    <section
      ref={box}
      className="list-docked"
      aria-label={word('list.change')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onLeave();
      }}
    >
      {children}
    </section>
  );
}

/** Gives what a row is called. */
function useNameOf(model: ListModel): (row: ListRow) => string {
  const sayCell = useSayCell();
  const place = model.shown.findIndex(({ id }) => id === model.named);
  const column = model.shown[place];
  return (row) => {
    const cell = row.cells[place] ?? null;
    return column && cell !== null ? sayCell(column, cell) : row.id;
  };
}

/** Another value for one cell. */
function OneCell({ kind, row, column, model, nameOf, onDone }: Cells & { readonly row: ListRow; readonly column: ListColumn }) {
  const word = useWords();
  const sayHead = useSayHead();
  const language = useTypingLanguage();
  const stored = storedIn(column, language) ?? '';
  const cell = row.cells[model.shown.indexOf(column)] ?? null;
  const [value, setValue] = useState(heldText(cell, language));
  const control = useRef<HTMLDivElement>(null);
  useEffect(() => control.current?.querySelector<HTMLElement>('input, select, [role=spinbutton]')?.focus(), []);
  const change = value === '' && !mayBeEmpty(kind, stored) ? null : changeOf(row, cell, { column, stored, after: value, language });
  return (
    <ChangesForm
      kind={kind}
      heading={word('list.changeOne', { head: sayHead(column), name: nameOf(row) })}
      changes={change ? [change] : []}
      nameOf={nameOf}
      onDone={onDone}
    >
      <div ref={control} onKeyDownCapture={sendByEnter}>
        <ColumnValue className="field" kind={kind} column={stored} value={value} onValue={setValue} label={word('bulk.value')} />
      </div>
    </ChangesForm>
  );
}

/** The parts of a day are no fields of a form: Enter sends it from them all the same. */
function sendByEnter(event: KeyboardEvent): void {
  const { target } = event;
  if (event.key !== 'Enter' || !(target instanceof HTMLElement) || target.getAttribute('role') !== 'spinbutton') return;
  event.preventDefault();
  target.closest('form')?.requestSubmit();
}

/** One value for a column of all ticked rows. */
function ChosenRows({
  kind,
  list,
  model,
  chosen,
  nameOf,
}: {
  readonly kind: FormKind;
  readonly list: List;
  readonly model: ListModel;
  readonly chosen: Chosen;
  readonly nameOf: (row: ListRow) => string;
}) {
  const word = useWords();
  const sayHead = useSayHead();
  const language = useTypingLanguage();
  const columns = model.shown.filter((column) => storedIn(column, language) !== null);
  const [picked, pick] = useState<string | null>(null);
  const [value, setValue] = useState('');
  const column =
    columns.find(({ id }) => id === picked) ??
    columns.find(({ links }) => links === 'department') ??
    columns.find(({ edits }) => edits.length === 1) ??
    columns[0];
  const stored = column ? storedIn(column, language) : null;
  const askAll = useAskRows({ ...list, asked: ungrouped(list.asked) }, model);
  if (!column || stored === null) return <p className="small soft">{word('list.noneToChange')}</p>;
  const isAwaited = value === '' && !mayBeEmpty(kind, stored);
  const place = model.shown.indexOf(column);
  const changes = isAwaited
    ? []
    : chosen.rows.flatMap((row) => changeOf(row, row.cells[place] ?? null, { column, stored, after: value, language }) ?? []);
  return (
    <section className="bulk-bar" aria-label={word('bulk.title', { count: chosen.rows.length })}>
      <ChangesForm
        kind={kind}
        heading={word('bulk.title', { count: chosen.rows.length })}
        changes={changes}
        nameOf={nameOf}
        onDone={() => {
          chosen.clear();
          document.querySelector<HTMLElement>('.list-table')?.focus();
        }}
      >
        <div className="row small">
          <label>
            {word('bulk.column')}{' '}
            <Select
              value={column.id}
              options={columns.map((each) => [each.id, sayHead(each)])}
              onChoose={(id) => {
                pick(id);
                setValue('');
              }}
            />
          </label>
          <span>
            {word('bulk.value')}{' '}
            <ColumnValue className="field" kind={kind} column={stored} value={value} onValue={setValue} label={word('bulk.value')} />
          </span>
          {model.total > chosen.rows.length ? (
            <Button
              look="plain"
              name={
                model.total > MOST_TOGETHER
                  ? word('bulk.first', { count: MOST_TOGETHER, of: model.total })
                  : word('bulk.all', { count: model.total })
              }
              onClick={() => letGo(async () => chosen.put(await askAll(), true))}
            />
          ) : null}
        </div>
      </ChangesForm>
    </section>
  );
}

/** All rows that fit, whatever groups they stand in and whichever are shut. */
function ungrouped({ group: _group, shut: _shut, ...asked }: ListAsked): ListAsked {
  return asked;
}

/** Gives a way to the first rows of the list as it stands, on whatever page, at most as many as one deed can change. */
function useAskRows(
  { name, asked: { sums: _sums, pivot: _pivot, ...asked } }: List,
  model: ListModel,
): (most?: number) => Promise<readonly ListRow[]> {
  const scope = useScope();
  const lang = useLanguage();
  const columns = model.shown.map(({ id }) => id).join(',');
  return async (most = MOST_TOGETHER) => {
    const rows: ListRow[] = [];
    let after: string | undefined;
    do {
      const query = { ...asked, columns, ...scope, lang, limit: 500, after };
      const page = await ask('table', { params: { list: name }, query });
      rows.push(...page.rows);
      after = page.next ?? undefined;
    } while (after !== undefined && rows.length < most);
    return rows.slice(0, most);
  };
}
