import { type ReactNode, useState } from 'react';
import { useWords } from '../messages/words.ts';
import { useWho } from '../scope/signed-in.ts';
import { Button } from './button.tsx';
import { Form } from './form.tsx';

/** A button that does a deed; asks who does it once, then remembers. */
export function ActButton({
  name,
  className = 'button plain',
  isBusy,
  mark,
  onAct,
  children,
}: {
  readonly name: string;
  readonly className?: string;
  readonly isBusy: boolean;
  /** What keys of the screen know the button by. */
  readonly mark?: string;
  readonly onAct: (who: string) => void;
  /** What else a screen reader is told of the button. */
  readonly children?: ReactNode;
}) {
  const word = useWords();
  const [who, setWho] = useWho();
  const [isAsking, ask] = useState(false);
  if (isAsking)
    return (
      <Form
        onSend={() => {
          if (who.trim() !== '') onAct(who.trim());
        }}
      >
        <label className="small">
          {word('undo.who')}{' '}
          <input className="field" required maxLength={80} value={who} onChange={(event) => setWho(event.target.value)} />
        </label>
        <Button type="submit" name={name} />
      </Form>
    );
  return (
    <button
      type="button"
      className={className}
      disabled={isBusy}
      data-act={mark}
      onClick={() => (who.trim() === '' ? ask(true) : onAct(who.trim()))}
    >
      {name}
      <span className="unseen"> {children}</span>
    </button>
  );
}
