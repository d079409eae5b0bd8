import { useWords, type WordId } from '../messages/words.ts';
import { errorLine } from './error-said.ts';

/** Why a write was refused, in the words of its form, told as soon as it stands there; nothing where it was not. */
export function WhyNot({ said, error }: { readonly said: WhyNotWord; readonly error: Error | null | undefined }) {
  const word = useWords();
  if (!error) return null;
  return (
    <span role="alert" className="why-not small breach">
      {word(said, { why: errorLine(word, error) })}
    </span>
  );
}

/** Words that say what was not done, with `{why}`. */
type WhyNotWord = Extract<WordId, `${string}.failed`>;
