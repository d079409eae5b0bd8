import { useSay, useWords } from '../messages/words.ts';
import { useAim } from '../scope/district-context.ts';

/** The pattern of an aim as a small square; stands beside the word, never alone. */
export function AimMark({ aim }: { readonly aim: string | null }) {
  const { className } = useAim()(aim);
  return <i className={`mark ${className}`} aria-hidden="true" />;
}

/** The aim as a tag: mark and word. Nothing where a record serves no aim. */
export function AimTag({ aim }: { readonly aim: string | null }) {
  const say = useSay();
  const { className, name } = useAim()(aim);
  if (!name) return null;
  return (
    <span className={`tag ${className}`}>
      <i className={`mark ${className}`} aria-hidden="true" />
      {say(name)}
    </span>
  );
}

/** The aim as a word after its mark, in its colour. */
export function AimWord({ aim }: { readonly aim: string | null }) {
  const say = useSay();
  const word = useWords();
  const { className, name } = useAim()(aim);
  return (
    <span className={`aim-word nowrap ${className}`}>
      <i className={`mark ${className}`} aria-hidden="true" /> {name ? say(name) : word('aim.none')}
    </span>
  );
}
