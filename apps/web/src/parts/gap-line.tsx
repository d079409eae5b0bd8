import type { Gap } from '@westgate/contract';
import { useSay, useWords } from '../messages/words.ts';
import { NounIcon } from './noun-icon.tsx';
import { ThingLink } from './thing-link.tsx';

/** A record with a gap, and the reason. */
export function GapLine({ gap: { thing, reason } }: { readonly gap: Gap }) {
  const word = useWords();
  const say = useSay();
  return (
    <li>
      <span className="eyebrow">
        <NounIcon kind={thing.kind} />
        {word(`noun.${thing.kind}`)}
      </span>
      <ThingLink thing={thing} />
      <span className="soft small">{say(reason)}</span>
    </li>
  );
}
