import { markedAmount, sayNumber } from '@westgate/domain';
import { useSay, useWords } from '../../../messages/words.ts';
import { pastedCells, typedFault } from './value-sheet.ts';

/** A cell of a sheet of values: what is typed, its unit, the value that it would correct, and what is wrong with it. A column may be pasted from here downwards. */
export function ValueCell({
  id,
  label,
  unit,
  text,
  held,
  onTyped,
  onPasted,
}: {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly text: string;
  /** The value that is there already for what the sheet is of; null where there is none. */
  readonly held: { readonly value: number; readonly status: string | null } | null;
  readonly onTyped: (text: string) => void;
  readonly onPasted: (cells: readonly string[]) => void;
}) {
  const word = useWords();
  const say = useSay();
  const fault = typedFault(text);
  const before = held && say(markedAmount({ zh: sayNumber(held.value), en: sayNumber(held.value) }, held.status));
  return (
    <span className="row value-cell">
      <input
        id={id}
        className="field"
        aria-label={label}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
        inputMode="decimal"
        autoComplete="off"
        placeholder={before ?? ''}
        value={text}
        onChange={(event) => onTyped(event.target.value)}
        onPaste={(event) => {
          const cells = pastedCells(event.clipboardData.getData('text'));
          if (!cells) return;
          event.preventDefault();
          onPasted(cells);
        }}
      />
      <small className="soft">{unit}</small>
      {before !== null && text.trim() !== '' ? <small className="value-mark">{word('values.corrects', { value: before })}</small> : null}
      {fault ? (
        <small className="fault" id={`${id}-fault`}>
          {word(fault)}
        </small>
      ) : null}
    </span>
  );
}
