import { Link } from '@tanstack/react-router';
import type { Coverage } from '@westgate/contract';
import { isWordId, useSay, useWords } from '../../messages/words.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { NounIcon } from '../../parts/noun-icon.tsx';
import { ThingLink } from '../../parts/thing-link.tsx';
import { gapsNamed } from './view-model.ts';

/** Every record with one gap, and the reason. */
export function GapList({ coverage, gap, noun }: { readonly coverage: Coverage; readonly gap: string; readonly noun: string | undefined }) {
  const word = useWords();
  const say = useSay();
  const gaps = gapsNamed(coverage, gap, noun);
  const name = `gap.${gap}`;
  return (
    <section aria-labelledby="gaps">
      <div className="register-title">
        <h2 id="gaps">
          {isWordId(name) ? word(name) : gap} <small>{gaps.length}</small>
        </h2>
        <Link to="/register" className="button plain">
          {word('register.back')}
        </Link>
      </div>
      {gaps.length === 0 ? <EmptyState>{word('register.noGaps')}</EmptyState> : null}
      <ul className="lines gap-list">
        {gaps.map(({ thing, reason }) => (
          <li key={`${thing.kind}:${thing.id}`}>
            <span className="eyebrow">
              <NounIcon kind={thing.kind} />
              {word(`noun.${thing.kind}`)}
            </span>
            <ThingLink thing={thing} />
            <span className="soft small">{say(reason)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
