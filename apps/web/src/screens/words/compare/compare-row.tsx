import type { ComparisonRow } from '@westgate/contract';
import { useMemo } from 'react';
import { useSay, useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { diffWords } from '../../../parts/word-diff.ts';
import { isAsked, type RowChoice } from './view-model.ts';

/** How a row is decided: what was chosen of it so far, and what choosing does. */
export interface RowDeciding {
  readonly candidates: ComparisonRow['candidates'];
  readonly choice: RowChoice | null;
  readonly isCurrent: boolean;
  readonly onAccept: (nth: number) => void;
  readonly onRefuse: () => void;
}

/** A row of two texts: the old sentence, the new one, what became of it, and the keys to decide it; none where it is only shown. */
export function CompareRow({ at, row, decide }: { readonly at: number; readonly row: ComparisonRow; readonly decide: RowDeciding | null }) {
  const word = useWords();
  const links = row.old.reduce((sum, { links: own }) => sum + own, 0);
  const choice = decide?.choice ?? null;
  const candidates = decide?.candidates ?? [];
  const state = choice === null ? (isAsked(row) ? 'open' : 'settled') : choice.decision;
  return (
    <li data-row={at} className={`compare-row ${row.kind} ${state}`} aria-current={decide?.isCurrent && isAsked(row) ? 'true' : undefined}>
      <p className="compare-kind small">
        <b>{word(`compare.kind.${row.kind}`)}</b>
        {links > 0 ? <span className="soft"> {word('compare.links', { links })}</span> : null}
        {choice ? <span className={`compare-choice ${choice.decision}`}> {word(`compare.chosen.${choice.decision}`)}</span> : null}
      </p>
      <CompareTexts row={row} choice={choice} />
      {row.kind === 'removed' && candidates.length > 0 && choice === null ? (
        <ol className="compare-candidates">
          {candidates.map((candidate, nth) => (
            <Candidate key={candidate.id} candidate={candidate} nth={nth} onTake={() => decide?.onAccept(nth)} />
          ))}
        </ol>
      ) : null}
      {decide && isAsked(row) ? (
        <p className="compare-buttons">
          {row.kind === 'removed' ? null : (
            <Button
              name={word('compare.accept')}
              keys="A"
              aria-pressed={choice?.decision === 'follow'}
              onClick={() => decide.onAccept(0)}
            />
          )}
          <Button
            name={word(row.kind === 'removed' ? 'compare.gone' : 'compare.refuse')}
            keys="R"
            aria-pressed={choice?.decision === 'apart'}
            onClick={decide.onRefuse}
          />
        </p>
      ) : null}
    </li>
  );
}

function Candidate({
  candidate,
  nth,
  onTake,
}: {
  readonly candidate: ComparisonRow['candidates'][number];
  readonly nth: number;
  readonly onTake: () => void;
}) {
  const word = useWords();
  const say = useSay();
  return (
    <li>
      <p className="serif">
        <span className="key">{candidate.number}</span> {say(candidate.text)}
      </p>
      <button type="button" className="button" onClick={onTake}>
        {word('compare.take', { number: candidate.number })} <kbd>{nth + 1}</kbd>
      </button>
    </li>
  );
}

/** The old words beside the new ones; what only one of them has is marked. */
function CompareTexts({ row, choice }: { readonly row: ComparisonRow; readonly choice: RowChoice | null }) {
  const word = useWords();
  const say = useSay();
  const taken = choice?.decision === 'follow' && choice.index !== null ? row.candidates.filter(({ index }) => index === choice.index) : [];
  const fresh = row.fresh.length > 0 ? row.fresh : taken;
  const [old, next] = [row.old, fresh].map((side) => side.map(({ text }) => say(text)).join(' ')) as [string, string];
  const isDiffed = row.kind !== 'kept' && old !== '' && next !== '';
  return (
    <div className="compare-texts">
      <div className="compare-old">
        <span className="unseen">{word('compare.old')}: </span>
        {row.old.map(({ id, number }) => (
          <span key={id} className="key">
            {number}
          </span>
        ))}
        {old === '' ? (
          <p className="soft small">{word('compare.notThere')}</p>
        ) : (
          <DiffText old={old} fresh={isDiffed ? next : old} side="old" />
        )}
      </div>
      <div className="compare-new">
        <span className="unseen">{word('compare.new')}: </span>
        {fresh.map(({ id, number }) => (
          <span key={id} className="key">
            {number}
          </span>
        ))}
        {next === '' ? (
          <p className="soft small">{word('compare.notThere')}</p>
        ) : (
          <DiffText old={isDiffed ? old : next} fresh={next} side="fresh" />
        )}
      </div>
    </div>
  );
}

/** One side of two texts; the words that the other side lacks are struck out or underlined. */
function DiffText({ old, fresh, side }: { readonly old: string; readonly fresh: string; readonly side: 'old' | 'fresh' }) {
  const parts = useMemo(() => diffWords(old, fresh)[side], [old, fresh, side]);
  const Mark = side === 'old' ? 'del' : 'ins';
  return <p className="serif">{parts.map((part) => (part.isShared ? part.text : <Mark key={part.at}>{part.text}</Mark>))}</p>;
}
