import type { ComponentProps } from 'react';

/** A button by its `name`: `filled` for what a form or a screen is there for, `plain` for what stands beside it. `type="submit"` sends its form. */
export function Button({
  name,
  look,
  className,
  ...others
}: Omit<ComponentProps<'button'>, 'name' | 'children'> & { readonly name: string; readonly look?: 'filled' | 'plain' }) {
  return (
    <button type="button" className={['button', look, className].filter(Boolean).join(' ')} {...others}>
      {name}
    </button>
  );
}

/** A plain button of a row; who cannot see the row is told of what it is. */
export function RowButton({
  act,
  of,
  isBusy,
  onPress,
}: {
  readonly act: string;
  readonly of: string;
  readonly isBusy: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button type="button" className="button plain" disabled={isBusy} onClick={onPress}>
      {act}
      <span className="unseen"> {of}</span>
    </button>
  );
}
