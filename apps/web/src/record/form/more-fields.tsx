import { type ReactNode, useState } from 'react';
import { useWords } from '../../messages/words.ts';

/** Fields that are asked on demand; they open by themselves where something is wrong with one of them. */
export function MoreFields({
  count,
  isFaulty,
  children,
}: {
  readonly count: number;
  readonly isFaulty: boolean;
  readonly children: ReactNode;
}) {
  const word = useWords();
  const [isOpen, setOpen] = useState(false);
  if (count === 0) return null;
  return (
    <details className="form-more" open={isOpen || isFaulty} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{word('form.more', { count })}</summary>
      <div className="form-grid">{children}</div>
    </details>
  );
}
