import { useState } from 'react';
import { useUndo } from '../api/deeds.ts';
import { useWords } from '../messages/words.ts';
import { useWho } from './use-who.ts';

/** Takes a deed back; asks who does it once, then remembers. `isRedo` when the deed is itself an undoing. */
export function UndoButton({
  seq,
  isRedo = false,
  label,
}: {
  readonly seq: number;
  readonly isRedo?: boolean;
  /** What it is called where undoing means something of its own. */
  readonly label?: string;
}) {
  const word = useWords();
  const undo = useUndo();
  const [who, setWho] = useWho();
  const [isAsking, ask] = useState(false);
  const act = (): void => undo.mutate({ seq, who: who.trim(), reason: '', key: `undo-${seq}-${crypto.randomUUID()}` });
  const name = label ?? (isRedo ? word('undo.again') : word('undo.act'));
  if (undo.isSuccess) return <output className="small soft">{word('undo.done')}</output>;
  return (
    <span className="undo">
      {isAsking ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (who.trim() !== '') act();
          }}
        >
          <label className="small">
            {word('undo.who')}{' '}
            <input className="field" required maxLength={80} value={who} onChange={(event) => setWho(event.target.value)} />
          </label>
          <button type="submit" className="button">
            {name}
          </button>
        </form>
      ) : (
        <button
          type="button"
          className={label ? 'button filled' : 'button plain'}
          disabled={undo.isPending}
          onClick={() => (who.trim() === '' ? ask(true) : act())}
        >
          {name}
          <span className="unseen"> {seq}</span>
        </button>
      )}
      {undo.error ? (
        <span role="alert" className="small breach">
          {word('undo.failed', { why: undo.error.message })}
        </span>
      ) : null}
    </span>
  );
}
