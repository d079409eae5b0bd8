import type { Department, ListColumn } from '@westgate/contract';
import { useMemo } from 'react';
import type { FormKind } from '../api/form-kinds.ts';
import { useDepartments } from '../api/questions.ts';
import { useWords } from '../messages/words.ts';
import { useTypingLanguage } from '../scope/district-context.ts';
import { type Change, type Choice, changeOf, mayBeEmpty, type Refused, storedIn, valueTyped } from './changes.ts';
import { ChangesForm } from './changes-form.tsx';
import type { CellDeeds } from './list-cell.tsx';
import { heldText, type ListCell, type ListModel, type ListRow } from './list-model.ts';

/** The rows and columns that a change is of, as they were when it was begun: the list may move meanwhile. */
export interface Held {
  readonly rows: readonly ListRow[];
  readonly columns: readonly HeldColumn[];
}

/** A column, and where its cells stand in those rows. */
export interface HeldColumn {
  readonly column: ListColumn;
  readonly place: number;
}

/** What is pasted: by rows and cells. */
export interface Paste extends Held {
  readonly cells: readonly (readonly string[])[];
}

/** What a form of changes is given, whatever it changes. */
export interface Cells {
  readonly kind: FormKind;
  readonly model: ListModel;
  readonly nameOf: (row: ListRow) => string;
  readonly onDone: () => void;
}

interface Ranged extends Cells {
  readonly mayEdit: CellDeeds['mayEdit'];
}

/** Gives a held row as it is now, where it is here, with what it holds in a column. */
function useHeldNow({ rows, shown }: ListModel): (row: ListRow, held: HeldColumn) => { readonly row: ListRow; readonly cell: ListCell } {
  return useMemo(() => {
    const live = new Map(rows.map((row) => [row.id, row]));
    return (row, { column, place }) => {
      const now = live.get(row.id);
      const at = shown.findIndex(({ id }) => id === column.id);
      return now === undefined || at < 0 ? { row, cell: row.cells[place] ?? null } : { row: now, cell: now.cells[at] ?? null };
    };
  }, [rows, shown]);
}

/** The values that were pasted, each where it lands; what cannot stand there is named and left out, and so is a second value for a record that stands twice. */
export function Pasted({ kind, model, draft, mayEdit, nameOf, onDone }: Ranged & { readonly draft: Paste }) {
  const word = useWords();
  const language = useTypingLanguage();
  const departments = useDepartments().data;
  const now = useHeldNow(model);
  const { changes, refused, beyond } = useMemo(() => {
    const choices = draft.columns.map(({ column, place }) => choicesOf(column, departments ?? [], model, place));
    const made = new Map<string, Change>();
    const left: Refused[] = [];
    let outside = 0;
    for (const [down, texts] of draft.cells.entries())
      for (const [right, text] of texts.entries()) {
        const [row, held] = [draft.rows[down], draft.columns[right]];
        if (row === undefined || held === undefined) {
          outside += 1;
          continue;
        }
        const { column } = held;
        const stored = storedIn(column, language);
        const after = stored !== null && mayEdit(row, column) ? valueTyped(kind, stored, text, choices[right] ?? []) : null;
        const before = made.get(`${row.id} ${stored}`);
        if (stored === null || after === null || (before && before.after !== after)) left.push({ row, column, text });
        else {
          const { row: present, cell } = now(row, held);
          const change = changeOf(present, cell, { column, stored, after, language });
          if (change) made.set(`${row.id} ${stored}`, change);
        }
      }
    return { changes: [...made.values()], refused: left, beyond: outside };
  }, [draft, departments, model, now, language, kind, mayEdit]);
  return (
    <ChangesForm
      kind={kind}
      heading={word('list.paste', { count: changes.length })}
      changes={changes}
      refused={refused}
      beyond={beyond}
      nameOf={nameOf}
      onDone={onDone}
    />
  );
}

/** The first value of each column of a range for all cells below it. */
export function FilledDown({ kind, model, draft, mayEdit, nameOf, onDone }: Ranged & { readonly draft: Held }) {
  const word = useWords();
  const language = useTypingLanguage();
  const [first, ...rows] = draft.rows;
  const now = useHeldNow(model);
  const distinct = [...new Map(rows.map((row) => [row.id, row])).values()];
  const changes = draft.columns.flatMap((held) => {
    const { column } = held;
    const stored = storedIn(column, language);
    const after = first ? heldText(now(first, held).cell, language) : '';
    if (stored === null || (after === '' && !mayBeEmpty(kind, stored))) return [];
    return distinct
      .filter((row) => mayEdit(row, column))
      .flatMap((each) => {
        const { row, cell } = now(each, held);
        return changeOf(row, cell, { column, stored, after, language }) ?? [];
      });
  });
  return (
    <ChangesForm kind={kind} heading={word('list.fill', { count: changes.length })} changes={changes} nameOf={nameOf} onDone={onDone} />
  );
}

/** The names by which a pasted text is taken for a value of a column: words of a list, departments, records that its rows name. */
function choicesOf(column: ListColumn, departments: readonly Department[], { rows }: ListModel, place: number): readonly Choice[] {
  const both = ({ zh, en }: { readonly zh: string | null; readonly en: string | null }): readonly string[] =>
    [zh, en].flatMap((name) => name ?? []);
  if (column.links === 'department') return departments.map(({ id, name }) => ({ key: id, names: both(name) }));
  const named = (column.values ?? rows.map(({ cells }) => cells[place] ?? null)).flatMap((cell) =>
    cell !== null && typeof cell === 'object' && 'key' in cell ? [cell] : [],
  );
  return [...new Map(named.map(({ key, name }) => [key, { key, names: name ? both(name) : [] }])).values()];
}

/** The rows and cells of a text that a spreadsheet put on the clipboard: parted by tabs and line ends; a cell in quotes may hold both. */
export function cellsPasted(text: string): readonly (readonly string[])[] {
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const cell = /"((?:[^"]|"")*)"(?=[\t\n]|$)|[^\t\n]*/y;
  const rows: string[][] = [[]];
  for (let at = 0; at <= plain.length; at += 1) {
    cell.lastIndex = at;
    const [whole = '', quoted] = cell.exec(plain) ?? [];
    rows.at(-1)?.push(quoted === undefined ? whole : quoted.replaceAll('""', '"'));
    at += whole.length;
    if (plain[at] === '\n') rows.push([]);
  }
  return rows;
}

/** The same the other way. */
export function textCopied(rows: readonly (readonly string[])[]): string {
  const written = (cell: string): string => (/["\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map(written).join('\t')).join('\n');
}
