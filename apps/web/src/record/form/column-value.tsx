import { fieldsOf, type vocabulary } from '@westgate/domain';
import { useDepartments, useSources } from '../../api/questions.ts';
import { useSay, useWords } from '../../messages/words.ts';
import { DayField } from '../../parts/day-field.tsx';
import { useSayColumn } from './use-say-column.ts';

/** Longest text of a column. */
const MOST_TEXT = 2000;

/** The control of one column of a record: a day, a department or source, a word of a list, or words. Empty text empties the column. */
export function ColumnValue({
  kind,
  column,
  value,
  onValue,
  label,
  ...names
}: {
  readonly kind: vocabulary.ReviewedKind;
  readonly column: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly label: string;
  readonly id?: string;
  readonly className?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean;
}) {
  const field = fieldsOf(kind)[column];
  if (field?.kind === 'day') return <DayField {...names} aria-label={label} value={value} onDay={onValue} onEmpty={() => onValue('')} />;
  if (field?.kind === 'text')
    return (
      <input
        {...names}
        aria-label={label}
        autoComplete="off"
        maxLength={MOST_TEXT}
        value={value}
        onChange={({ target }) => onValue(target.value)}
      />
    );
  return (
    <select {...names} aria-label={label} value={value} onChange={({ target }) => onValue(target.value)}>
      <Options kind={kind} column={column} />
    </select>
  );
}

function Options({ kind, column }: { readonly kind: vocabulary.ReviewedKind; readonly column: string }) {
  const word = useWords();
  const say = useSay();
  const sayColumn = useSayColumn(kind);
  const departments = useDepartments().data ?? [];
  const sources = useSources().data ?? [];
  const { table, values = [] } = fieldsOf(kind)[column] ?? {};
  const options =
    table === 'department'
      ? departments.map(({ id, name }) => ({ id, name: say(name) }))
      : table === 'source'
        ? sources.map(({ id, title }) => ({ id, name: `${id} ${title}` }))
        : values.map((id) => ({ id, name: sayColumn(column, id) }));
  return (
    <>
      <option value="">{word('bulk.empty')}</option>
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </>
  );
}
