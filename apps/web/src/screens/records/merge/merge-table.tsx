import type { RecordRow } from '@westgate/contract';
import { useWords } from '../../../messages/words.ts';
import { AsWritten } from '../../../parts/as-written.tsx';
import { useFieldWord } from '../../../record/form/field-words.ts';
import type { FormKind } from '../../../record/form/form-kinds.ts';
import { valuesOf } from '../../../record/form/form-values.ts';
import { useSayValue } from '../../../record/form/use-say-value.ts';
import { mergedRows } from './merged-rows.ts';

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
  const headOf = (record: RecordRow): string => `${record.key} · ${word(record.key === stays ? 'merge.stays' : 'merge.goes')}`;
  return (
    <div className="table-scroll">
      <table className="table stacking merge-table">
        <caption className="unseen">{word('merge.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{word('conflict.field')}</th>
            {records.map((record) => (
              <th key={record.key} scope="col">
                <label className="tick">
                  <input type="radio" name="stays" checked={stays === record.key} onChange={() => onStays(record.key)} />
                  <span>
                    {record.key} <b>{word(record.key === stays ? 'merge.stays' : 'merge.goes')}</b>
                  </span>
                </label>
              </th>
            ))}
            <th scope="col">{word('merge.result')}</th>
          </tr>
        </thead>
        <tbody>
          {rows
            .filter(({ column }) => column !== 'id')
            .map((row) => (
              <tr key={row.column}>
                <th scope="row">{nameOf(row.column)}</th>
                <td data-head={headOf(first)}>
                  <AsWritten text={sayValue(row.column, row[firstAt])} />
                </td>
                <td data-head={headOf(second)}>
                  <AsWritten text={sayValue(row.column, row[secondAt])} />
                </td>
                <td data-head={word('merge.result')}>
                  <b>
                    <AsWritten text={sayValue(row.column, row.result)} />
                  </b>
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
