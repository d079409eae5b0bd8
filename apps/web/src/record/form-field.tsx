import { cloneElement, type ReactElement, type ReactNode } from 'react';
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
  told,
  children,
}: {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: string | undefined;
  readonly fault: WordId | null;
  /** What the server said of the value, where it refused it. */
  readonly told?: string | undefined;
  readonly children: ReactElement<ControlProps>;
}) {
  const word = useWords();
  const isFaulty = fault !== null || told !== undefined;
  const described = [hint ? `${id}-hint` : '', isFaulty ? `${id}-fault` : ''].filter((part) => part !== '').join(' ');
  return (
    <div className={isFaulty ? 'form-field faulty' : 'form-field'}>
      <label id={`${id}-label`} htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="note">
          {hint}
        </p>
      ) : null}
      {isFaulty ? (
        <p id={`${id}-fault`} className="fault">
          {fault ? word(fault) : told}
        </p>
      ) : null}
      {cloneElement(children, { id, className: 'field', 'aria-describedby': described || undefined, 'aria-invalid': isFaulty })}
    </div>
  );
}
