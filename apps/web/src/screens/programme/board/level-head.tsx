import type { ReactNode } from 'react';
import { useWords } from '../../../messages/words.ts';
import { type BoardItem, isMarked, medianOf, staysOf } from './level-model.ts';

/** Width of the strip of stays, in its own units. */
const STRIP = 100;

/**
 * The head of a level: how many projects, how many of them past their date without word, late, re-opened, with a due date changed without a source,
 * blocked, behind, or at a gate that needs others, and how long each has been there, as far as it is known.
 */
export function LevelHead({ name, items, asOf }: { readonly name: string; readonly items: readonly BoardItem[]; readonly asOf: string }) {
  const word = useWords();
  const stays = staysOf(items, asOf);
  const [median, longest] = [medianOf(stays), Math.max(1, stays.at(-1) ?? 1)];
  const counted = (sign: Parameters<typeof isMarked>[1]): number => items.filter((item) => isMarked(item, sign)).length;
  const staySaid = (): string => {
    if (median === null) return items.length > 0 ? word('board.stayUnknown') : '';
    if (stays.length === items.length) return word('board.stay', { days: median });
    return word('board.stayOf', { days: median, known: stays.length, count: items.length });
  };
  return (
    <th scope="col">
      <span className="level-name">{name}</span> <b>{items.length}</b>
      <span className="level-signs">
        <SignCount className="warn" sign="!?" count={counted('unanswered')} said={word('why.due-not-known')} />
        <SignCount className="warn" sign="⤴" count={counted('reopened')} said={word('why.reopened')} />
        <SignCount className="warn" sign="≠" count={counted('unsourced')} said={word('why.unsourced')} title={word('why.unsourced')} />
        <SignCount
          sign={<i className="bar-sign" aria-hidden="true" />}
          count={counted('blocked')}
          said={word('why.blocked')}
          title={word('why.blocked')}
        />
        <SignCount className="warn" sign="△" count={counted('slipping')} said={word('dates.slip')} />
        <SignCount className="breach" sign="!" count={counted('late')} said={word('state.late')} />
        <SignCount sign="◇" count={counted('needing')} said={word('board.needing')} title={word('board.needing')} />
      </span>
      {stays.length > 0 ? (
        <svg className="stay-strip" viewBox={`0 0 ${STRIP} 12`} preserveAspectRatio="none" aria-hidden="true">
          <path d={`M0 11H${STRIP}${stays.map((days) => `M${((Math.max(days, 0) / longest) * (STRIP - 1)).toFixed(1)} 3V11`).join('')}`} />
        </svg>
      ) : null}
      <small>{staySaid()}</small>
    </th>
  );
}

/** A sign with how many projects bear it; nothing for none. */
function SignCount({
  sign,
  count,
  said,
  className,
  title,
}: {
  readonly sign: ReactNode;
  readonly count: number;
  readonly said: string;
  readonly className?: string;
  readonly title?: string;
}) {
  if (count === 0) return null;
  return (
    <span className={className} title={title}>
      {sign} {count}
      <span className="unseen"> {said}</span>
    </span>
  );
}
