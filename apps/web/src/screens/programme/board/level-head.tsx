import { useWords } from '../../../messages/words.ts';
import { medianOf, signOf, staysOf } from './level-model.ts';
import type { BoardItem } from './view-model.ts';

/** Width of the strip of stays, in its own units. */
const STRIP = 100;

/** The head of a level: how many projects, how many of them past their date without word, late, re-opened, waiting or behind, and how long each has been there, as far as it is known. */
export function LevelHead({ name, items, asOf }: { readonly name: string; readonly items: readonly BoardItem[]; readonly asOf: string }) {
  const word = useWords();
  const stays = staysOf(items, asOf);
  const [median, longest] = [medianOf(stays), Math.max(1, stays.at(-1) ?? 1)];
  const count = (sign: ReturnType<typeof signOf>): number => items.filter((item) => signOf(item) === sign).length;
  const [unanswered, late, blocked, behind] = [count('unanswered'), count('late'), count('blocked'), count('slipping')];
  const reopened = items.filter(({ why }) => why.includes('reopened')).length;
  return (
    <th scope="col">
      <span className="level-name">{name}</span> <b>{items.length}</b>
      <span className="level-signs">
        {unanswered > 0 ? (
          <span className="warn">
            !? {unanswered}
            <span className="unseen"> {word('why.due-not-known')}</span>
          </span>
        ) : null}
        {reopened > 0 ? (
          <span className="warn">
            ⤴ {reopened}
            <span className="unseen"> {word('why.reopened')}</span>
          </span>
        ) : null}
        {blocked > 0 ? (
          <span title={word('board.waiting')}>
            <i className="bar-sign" aria-hidden="true" /> {blocked}
            <span className="unseen"> {word('board.waiting')}</span>
          </span>
        ) : null}
        {behind > 0 ? (
          <span className="warn">
            △ {behind}
            <span className="unseen"> {word('dates.slip')}</span>
          </span>
        ) : null}
        {late > 0 ? (
          <span className="breach">
            ! {late}
            <span className="unseen"> {word('state.late')}</span>
          </span>
        ) : null}
      </span>
      {stays.length > 0 ? (
        <svg className="stay-strip" viewBox={`0 0 ${STRIP} 12`} preserveAspectRatio="none" aria-hidden="true">
          <path d={`M0 11H${STRIP}${stays.map((days) => `M${((Math.max(days, 0) / longest) * (STRIP - 1)).toFixed(1)} 3V11`).join('')}`} />
        </svg>
      ) : null}
      <small>
        {median === null
          ? items.length > 0
            ? word('board.stayUnknown')
            : ''
          : stays.length === items.length
            ? word('board.stay', { days: median })
            : word('board.stayOf', { days: median, known: stays.length, count: items.length })}
      </small>
    </th>
  );
}
