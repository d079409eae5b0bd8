import { Link } from '@tanstack/react-router';
import type { Brief } from '@westgate/contract';
import type { ReactNode } from 'react';
import { useSay, useWords } from '../messages/words.ts';
import { useAim, useDistrictFrame } from '../scope/district-context.ts';
import { partsOf } from './state-parts.ts';
import { STATE_SIGNS, StateWord } from './state-word.tsx';

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

/** Each aim as a line: how many commitments, how they stand. The parts are as wide as their counts; the words below say the same. */
export function AimLines({ brief }: { readonly brief: Pick<Brief, 'aims'> }) {
  const word = useWords();
  const most = Math.max(1, ...brief.aims.map(({ total }) => total));
  return (
    <section aria-labelledby="brief-aims" className="brief-aims">
      <h2 id="brief-aims">{word('brief.aims')}</h2>
      <ul>
        {brief.aims.map(({ id, total, states }) => (
          <li key={id ?? ''}>
            <p className="brief-aim">
              <AimWord aim={id} /> <b>{total}</b>
            </p>
            <AimBar states={states} most={most} />
            <p className="small brief-parts">
              {total === 0
                ? word('brief.noCommitments')
                : partsOf(states).map(({ state, count }) => <StateWord key={state} state={state} count={count} />)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How the commitments of an aim stand, as a bar: `most` commitments are as wide as there is room. */
export function AimBar({ states, most }: { readonly states: Brief['aims'][number]['states']; readonly most: number }) {
  return (
    <div className="brief-line" aria-hidden="true">
      {partsOf(states).map(({ state, count }) => (
        <i key={state} className={`part part-${state}`} style={{ width: `${(count / most) * 100}%` }}>
          {STATE_SIGNS[state]}
        </i>
      ))}
    </div>
  );
}

/** The tags of a record on the axes of the district, by name, each a way to what stands under it; the aim has its own mark and is left out. */
export function TagNames({ tags }: { readonly tags: readonly string[] }) {
  const say = useSay();
  const { tagNames } = useDistrictFrame();
  return (
    <span className="row">
      {tags
        .filter((tag) => !tag.startsWith('aim:'))
        .map((tag) => {
          const name = tagNames.get(tag);
          return name ? (
            <Link
              key={tag}
              className="tag"
              to="/gathering/$by/$id"
              params={{ by: tag.slice(0, tag.indexOf(':')), id: tag.slice(tag.indexOf(':') + 1) }}
            >
              {say(name)}
            </Link>
          ) : (
            <Tag key={tag}>{tag}</Tag>
          );
        })}
    </span>
  );
}

/** A word in a hairline box. */
export function Tag({ children }: { readonly children: ReactNode }) {
  return <span className="tag">{children}</span>;
}
