import { fieldsOf, kindOf, pointerOf } from '@westgate/domain';
import { type FormKind, referredKind } from '../../api/form-kinds.ts';
import { useWords } from '../../messages/words.ts';
import { DayField } from '../../parts/day-field.tsx';
import { Picker } from '../../parts/picker.tsx';
import { Select } from '../../parts/select.tsx';
import { useEmptyWord } from './field-words.ts';
import { useSayValue } from './use-say-value.ts';

/** Longest text of a column. */
const MOST_TEXT = 2000;

/** The control of one column of a record: a day, a record, a word of a list, or words. Empty text empties the column. */
export function ColumnValue({
  kind,
  column,
  value,
  onValue,
  label,
  ...names
}: {
  readonly kind: FormKind;
  readonly column: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly label: string;
  readonly id?: string;
  readonly className?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean;
}) {
  const word = useWords();
  const sayValue = useSayValue(kind);
  const emptyOf = useEmptyWord(kind);
  const field = fieldsOf(kind)[column];
  if (!field) return null;
  if (kindOf(field).days)
    return (
      <DayField
        {...names}
        aria-label={label}
        value={value}
        within={field.hasBeen === true ? 'past' : 'district'}
        onDay={onValue}
        onEmpty={() => onValue('')}
      />
    );
  const values = field.kind === 'boolean' ? ['true', 'false'] : field.values;
  if (!values && !pointerOf(field))
    return (
      <input
        {...names}
        aria-label={label}
        autoComplete="off"
        inputMode={kindOf(field).sums ? 'decimal' : undefined}
        maxLength={MOST_TEXT}
        value={value}
        onChange={({ target }) => onValue(target.value)}
      />
    );
  const empty = field.optional ? emptyOf(column) : word('bulk.pick');
  const other = referredKind(field);
  if (other)
    return (
      <Picker
        {...names}
        aria-label={label}
        kinds={[other]}
        value={value === '' ? null : { kind: other, id: value }}
        empty={empty}
        onPick={(one) => onValue(one?.id ?? '')}
      />
    );
  return (
    <Select
      {...names}
      aria-label={label}
      value={value}
      options={(values ?? []).map((id) => [id, sayValue(column, id)])}
      none={empty}
      onChoose={(id) => onValue(id ?? '')}
    />
  );
}
