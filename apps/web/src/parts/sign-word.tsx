/** How grave a status is: a fault, a warning, or not known. None: nothing is amiss. */
export type Tone = 'bad' | 'warn' | 'soft';

/** A status as a sign, which readers of the screen are spared, and a word: the sign carries the meaning without colour. */
export function SignWord({
  sign,
  word,
  tone,
  count,
}: {
  readonly sign: string;
  readonly word: string;
  readonly tone?: Tone | undefined;
  /** How many have that status. */
  readonly count?: number | undefined;
}) {
  return (
    <span className={tone === undefined ? 'sign-word' : `sign-word tone-${tone}`}>
      <span className="sign" aria-hidden="true">
        {sign}
      </span>{' '}
      {word}
      {count === undefined ? null : <b className="count"> {count}</b>}
    </span>
  );
}
