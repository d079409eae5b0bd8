import type { TaskSheet } from '@westgate/contract';
import { useMemo } from 'react';
import { useDepartments, useSentences } from '../../../api/questions.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { AsWritten } from '../../../parts/as-written.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { SheetCell } from './sheet-cell.tsx';
import { fieldWord, filledFields, isCut, isTakeable, isTaken, type RowChoice, type SheetRow, type SheetSettings } from './view-model.ts';

/** The rows of a sheet, every cell with what was understood; each can be ticked where it changes something and nothing in it is wrong. */
export function SheetRows({
  sheet,
  rows,
  settings,
  choice,
  onChoice,
}: {
  readonly sheet: TaskSheet;
  readonly rows: readonly SheetRow[];
  readonly settings: SheetSettings;
  readonly choice: RowChoice;
  readonly onChoice: (choice: RowChoice) => void;
}) {
  const word = useWords();
  const say = useSay();
  const departments = useDepartments().data;
  const sentences = useSentences(settings.document, settings.document !== '').data;
  const names = useMemo(() => new Map((departments ?? []).map(({ id, name }) => [id, say(name) || id])), [departments, say]);
  const texts = useMemo(() => (sentences ?? []).map(({ id, number, text }) => ({ id, name: `${number} ${say(text)}` })), [sentences, say]);
  const fields = filledFields(sheet);
  const tick = (row: number, isTicked: boolean): void => onChoice({ ...choice, ticks: new Map([...choice.ticks, [row, isTicked]]) });
  const place = (row: number, sentence: string): void => {
    const next = new Map(choice.sentences);
    if (sentence === '') next.delete(row);
    else next.set(row, sentence);
    onChoice({ ...choice, sentences: next });
  };
  const taking: TableColumn<SheetRow> = {
    head: word('sheet.take'),
    isRowHead: true,
    of: (row) => (
      <>
        <label className="tick-box">
          <input
            type="checkbox"
            checked={isTaken(row, choice)}
            disabled={!isTakeable(row) || isCut(sheet)}
            onChange={(event) => tick(row.row, event.target.checked)}
          />
          {word('sheet.row', { row: row.row })}
        </label>
        <span className={`sheet-state ${row.state}`}>{word(`sheet.state.${row.state}`)}</span>
        {row.number ? <small>{row.number}</small> : null}
        {row.parent === null ? null : <small>{word('sheet.part', { row: row.parent })}</small>}
        {row.section.length > 0 ? (
          <small>
            <AsWritten text={row.section.join(' › ')} />
          </small>
        ) : null}
        {row.notes.includes('hidden-row') ? <small>{word('sheet.note.hidden-row')}</small> : null}
      </>
    ),
  };
  const understood = fields.map(
    (name): TableColumn<SheetRow> => ({
      head: word(fieldWord(sheet, name)),
      of: (row) => {
        const field = row.fields.find((each) => each.field === name);
        return field ? (
          <SheetCell
            field={field}
            names={names}
            sentences={texts}
            sentence={choice.sentences.get(row.row) ?? ''}
            onSentence={(id) => place(row.row, id)}
          />
        ) : null;
      },
    }),
  );
  return (
    <Table
      className="stacking sheet-rows"
      caption={word('sheet.rows')}
      columns={[taking, ...understood]}
      rows={rows}
      keyOf={({ row }) => row}
      marks={({ state }) => ({ className: state })}
    />
  );
}
