import type { ComparisonRow, MatchDecision } from '@westgate/contract';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { WhyNot } from '../../../parts/error-text.tsx';
import { isTyping } from '../../../scope/use-global-keys.ts';
import { CompareRow } from './compare-row.tsx';
import {
  acceptanceOf,
  type Choices,
  candidatesLeft,
  choose,
  decisionsOf,
  NO_CHOICES,
  nextAsked,
  nextOpen,
  type RowChoice,
  shownRows,
  tallyOf,
  unchoose,
} from './view-model.ts';

const KINDS = ['kept', 'reworded', 'split', 'merged', 'added', 'removed'] as const;

/**
 * Two texts side by side, before anything is stored. A accepts the proposed match of a row, R refuses it, 1 to 3 choose among candidates, U takes
 * the last decision back, J and K move. What is left undecided goes on where it is beyond doubt, and else is asked later.
 */
export function CompareDesk({
  title,
  about,
  rows,
  isBusy,
  error,
  storeWord,
  onStore,
  onBack,
}: {
  readonly title: string;
  readonly about: string;
  readonly rows: readonly ComparisonRow[];
  readonly isBusy: boolean;
  readonly error: Error | null;
  readonly storeWord: string;
  readonly onStore: (matches: MatchDecision[]) => void;
  readonly onBack: () => void;
}) {
  const word = useWords();
  const [choices, setChoices] = useState<Choices>(NO_CHOICES);
  const [current, setCurrent] = useState(() => nextOpen(rows, NO_CHOICES, -1) ?? 0);
  const [onlyChanged, showOnlyChanged] = useState(true);
  const list = useRef<HTMLOListElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    list.current?.querySelector(`[data-row="${current}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const decide = (at: number, choice: RowChoice | null): void => {
    if (!choice) return;
    const next = choose(choices, at, choice);
    setChoices(next);
    setCurrent(nextOpen(rows, next, at) ?? at);
  };
  const takeBack = (): void => {
    const back = unchoose(choices);
    setChoices(back.choices);
    if (back.at !== null) setCurrent(back.at);
  };
  useCompareKeys((key) => {
    if (key === 'a') decide(current, acceptanceOf(rows, choices, current));
    else if (key === 'r') decide(current, { decision: 'apart' });
    else if (key === 'u') takeBack();
    else if (key === 'j' || key === 'ArrowDown') setCurrent(nextAsked(rows, current, 1));
    else if (key === 'k' || key === 'ArrowUp') setCurrent(nextAsked(rows, current, -1));
    else if (/^[123]$/.test(key)) decide(current, acceptanceOf(rows, choices, current, Number(key) - 1));
    else return false;
    return true;
  });
  const { asked, decided, kinds } = tallyOf(rows, choices);
  return (
    <section className="compare">
      <div className="compare-head">
        <h1 tabIndex={-1} ref={heading}>
          {title}
        </h1>
        <p className="small soft">{about}</p>
        <p className="row small compare-kinds">
          {KINDS.filter((kind) => kinds[kind] > 0).map((kind) => (
            <span key={kind}>
              {word(`compare.kind.${kind}`)} <b>{kinds[kind]}</b>
            </span>
          ))}
          <label className="compare-only">
            <input type="checkbox" checked={onlyChanged} onChange={(event) => showOnlyChanged(event.target.checked)} />{' '}
            {word('compare.onlyChanged')}
          </label>
        </p>
      </div>
      <ol className="compare-rows" ref={list}>
        {shownRows(rows, onlyChanged).map((at) => {
          const row = rows[at];
          return row ? (
            <CompareRow
              key={at}
              at={at}
              row={row}
              decide={{
                candidates: candidatesLeft(rows, choices, at),
                choice: choices.of.get(at) ?? null,
                isCurrent: at === current,
                onAccept: (nth) => decide(at, acceptanceOf(rows, choices, at, nth)),
                onRefuse: () => decide(at, { decision: 'apart' }),
              }}
            />
          ) : null;
        })}
      </ol>
      <div className="compare-foot">
        <WhyNot said="compare.failed" error={error} />
        <p className="small" aria-live="polite">
          {asked === 0 ? word('compare.nothingAsked') : word('compare.progress', { decided, asked })}
        </p>
        <p className="row">
          <Button look="filled" name={storeWord} disabled={isBusy} onClick={() => onStore(decisionsOf(rows, choices))} />
          <Button name={word('compare.undo')} keys="U" disabled={choices.made.length === 0} onClick={takeBack} />
          <Button look="plain" name={word('compare.back')} onClick={onBack} />
        </p>
        <p className="note keys-only">{word('compare.keys')}</p>
      </div>
    </section>
  );
}

/** Single keys while nobody types; `act` says whether it took the key. */
function useCompareKeys(act: (key: string) => boolean): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      if (latest.current(event.key.length === 1 ? event.key.toLowerCase() : event.key)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
