import { inLanguage } from '@westgate/base';
import type { RecordRow } from '@westgate/contract';
import type { FormKind } from '../../../api/form-kinds.ts';
import { useWords } from '../../../messages/words.ts';
import { AsWritten } from '../../../parts/as-written.tsx';
import { nameOfRow } from '../../../parts/picker.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { useFieldWord } from '../../../record/form/field-words.ts';
import { type FormValue, type FormValues, valuesOf } from '../../../record/form/form-values.ts';
import { useSayValue } from '../../../record/form/use-say-value.ts';
import { useLanguage } from '../../../scope/use-view.ts';

/** A column in which two records differ, and what the one that stays holds afterwards. */
interface MergedRow {
  readonly column: string;
  readonly stays: FormValue;
  readonly goes: FormValue;
  readonly result: FormValue;
}

/** Two records side by side where they differ, which of them stays, and what the one that stays then holds. */
export function MergeTable({
  kind,
  records,
  stays,
  onStays,
}: {
  readonly kind: FormKind;
  readonly records: readonly [RecordRow, RecordRow];
  readonly stays: string;
  readonly onStays: (key: string) => void;
}) {
  const word = useWords();
  const nameOf = useFieldWord(kind);
  const sayValue = useSayValue(kind);
  const [first, second] = records;
  const [a, b] = [valuesOf(kind, first.fields), valuesOf(kind, second.fields)];
  const rows = mergedRows(stays === first.key ? [a, b] : [b, a]);
  const [firstAt, secondAt] = stays === first.key ? (['stays', 'goes'] as const) : (['goes', 'stays'] as const);
  const called = useNameAmong(records);
  const columnOf = (record: RecordRow, at: 'stays' | 'goes'): TableColumn<MergedRow> => ({
    head: called(record),
    shown: (
      <label className="tick">
        <input type="radio" name="stays" checked={stays === record.key} onChange={() => onStays(record.key)} />
        <span>
          <AsWritten text={called(record)} /> <b>{word(record.key === stays ? 'merge.stays' : 'merge.goes')}</b>
        </span>
      </label>
    ),
    of: (row) => <AsWritten text={sayValue(row.column, row[at])} />,
  });
  return (
    <Table
      className="stacking merge-table"
      caption={word('merge.caption')}
      columns={[
        { head: word('conflict.field'), isRowHead: true, of: ({ column }) => nameOf(column) },
        columnOf(first, firstAt),
        columnOf(second, secondAt),
        {
          head: word('merge.result'),
          of: ({ column, result }) => (
            <b>
              <AsWritten text={sayValue(column, result)} />
            </b>
          ),
        },
      ]}
      rows={rows.filter(({ column }) => column !== 'id')}
      keyOf={({ column }) => column}
    />
  );
}

/** Gives what one of two records is called: by its name, and its id too where both have the same. */
export function useNameAmong(records: readonly [RecordRow, RecordRow]): (record: RecordRow) => string {
  const language = useLanguage();
  const nameOf = ({ key, fields }: RecordRow): string => inLanguage(nameOfRow(fields), language) ?? key;
  const [first, second] = records.map(nameOf);
  return (record) => (first === second ? `${nameOf(record)} (${record.key})` : nameOf(record));
}

/** Where two records differ; what is empty in the one that stays is taken over from the other, as the server does. */
export function mergedRows([stays, goes]: readonly [FormValues, FormValues]): readonly MergedRow[] {
  return Object.keys(stays).flatMap((column) => {
    const [own, other] = [stays[column] ?? null, goes[column] ?? null];
    if (JSON.stringify(own) === JSON.stringify(other)) return [];
    return [{ column, stays: own, goes: other, result: isLacking(own) ? other : own }];
  });
}

function isLacking(value: FormValue): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
