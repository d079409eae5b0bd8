import { cloneElement, type ReactElement } from 'react';
import { useWords, type WordId } from '../messages/words.ts';

interface ControlProps {
  readonly id?: string;
  readonly className?: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: boolean;
}

/** A field of a form: name, hint, what is wrong with it, the control; all tied together for screen readers. */
export function FormField({
  id,
  label,
  hint,
  fault,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly fault: WordId | null;
  readonly children: ReactElement<ControlProps>;
}) {
  const word = useWords();
  const described = [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter((part) => part !== '').join(' ');
  return (
    <div className={fault ? 'form-field faulty' : 'form-field'}>
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p id={`${id}-hint`} className="note">
          {hint}
        </p>
      ) : null}
      {fault ? (
        <p id={`${id}-fault`} className="fault">
          {word(fault)}
        </p>
      ) : null}
      {cloneElement(children, { id, className: 'field', 'aria-describedby': described || undefined, 'aria-invalid': fault !== null })}
    </div>
  );
}
