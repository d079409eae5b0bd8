import type { ComponentProps, ReactNode } from 'react';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'name' | 'children'> {
  readonly name: string;
  readonly look?: 'filled' | 'plain' | undefined;
  /** What it is of, told to who cannot see the row or the part that it stands in. */
  readonly of?: ReactNode;
  /** The key that does the same. */
  readonly keys?: string | undefined;
}

/** A button by its `name`: `filled` for what a form or a screen is there for, `plain` for what stands beside it. `type="submit"` sends its form. */
export function Button({ name, look, of, keys, className, ...others }: ButtonProps) {
  return (
    <button type="button" className={['button', look, className].filter(Boolean).join(' ')} {...others}>
      {name}
      {of ? <span className="unseen"> {of}</span> : null}
      {keys ? ' ' : null}
      {keys ? <kbd>{keys}</kbd> : null}
    </button>
  );
}
