import { useWords } from '../messages/words.ts';

/** Who does it, as `useWho` keeps it in this browser. */
export function WhoField({
  id,
  who,
  isFaulty,
  onWho,
}: {
  readonly id: string;
  readonly who: string;
  readonly isFaulty: boolean;
  readonly onWho: (who: string) => void;
}) {
  const word = useWords();
  return (
    <div className={isFaulty ? 'form-field faulty who-field' : 'form-field who-field'}>
      <label htmlFor={id}>{word('record.who')}</label>
      <p id={`${id}-hint`} className="note">
        {word('record.whoHint')}
      </p>
      {isFaulty ? <p className="fault">{word('record.fault.who')}</p> : null}
      <input
        id={id}
        className="field"
        autoComplete="name"
        maxLength={80}
        aria-describedby={`${id}-hint`}
        value={who}
        onChange={(event) => onWho(event.target.value)}
      />
    </div>
  );
}
