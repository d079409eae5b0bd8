import { useState } from 'react';
import { useEdits } from '../../api/edits.ts';
import { useDeedDesk } from '../../frame/deed-notice.ts';
import { useDistrictFrame } from '../../frame/district-context.ts';
import { useWords } from '../../messages/words.ts';
import { useWho } from '../../parts/use-who.ts';
import { type HeldPart, withdrawEdit } from './part.ts';

/** Takes a figure or a value out; asks who does it once, then remembers. */
export function PartWithdraw({ part, name }: { readonly part: HeldPart; readonly name: string }) {
  const word = useWords();
  const { mode } = useDistrictFrame().district;
  const { tell } = useDeedDesk();
  const withdraw = useEdits();
  const [who, setWho] = useWho();
  const [isAsking, ask] = useState(false);
  if (mode === 'read-only') return null;
  const act = (): void =>
    withdraw.mutate(
      { edits: [withdrawEdit(part)], who: who.trim(), reason: '', key: crypto.randomUUID() },
      { onSuccess: ({ seq }) => tell(seq) },
    );
  return (
    <span className="undo part-withdraw">
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
            {word('part.withdraw')}
          </button>
        </form>
      ) : (
        <button
          type="button"
          className="button plain"
          disabled={withdraw.isPending}
          onClick={() => (who.trim() === '' ? ask(true) : act())}
        >
          {word('part.withdraw')}
          <span className="unseen"> {name}</span>
        </button>
      )}
      {withdraw.error ? (
        <span role="alert" className="small breach">
          {withdraw.error.message}
        </span>
      ) : null}
    </span>
  );
}
