import { useId } from 'react';
import { useWords } from '../messages/words.ts';

/** One of the columns of a list, or none: what it is grouped by, put in order by, added up. */
export function Choice({
  label,
  value,
  options,
  none,
  onChoose,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly id: string; readonly head: string }[];
  readonly none?: string | undefined;
  readonly onChoose: (value: string | undefined) => void;
}) {
  const field = useId();
  const word = useWords();
  return (
    <span className="group-choice">
      <label className="soft" htmlFor={field}>
        {label}
      </label>{' '}
      <select id={field} className="field" value={value ?? ''} onChange={(event) => onChoose(event.target.value || undefined)}>
        <option value="">{none ?? word('group.none')}</option>
        {options.map(({ id, head }) => (
          <option key={id} value={id}>
            {head}
          </option>
        ))}
      </select>
    </span>
  );
}
