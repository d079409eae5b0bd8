import { LANGUAGE_TAGS, type Language, languageHeld } from '@westgate/base';
import type { Sentence } from '@westgate/contract';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { titleFrom } from '../cut/cut-model.ts';
import type { ReviewItem } from './review-model.ts';
import { useReviewKeys } from './use-review-keys.ts';

/** Items that may be decided together, each to be left out by its tick, before they are saved as one deed: drafts without open questions, or context. */
export function BatchPreview({
  kind,
  items,
  byId,
  language,
  onAccept,
  onClose,
}: {
  readonly kind: 'draft' | 'narrative';
  readonly items: readonly ReviewItem[];
  readonly byId: ReadonlyMap<string, Sentence>;
  readonly language: Language;
  readonly onAccept: (items: readonly ReviewItem[]) => void;
  readonly onClose: () => void;
}) {
  const word = useWords();
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  useReviewKeys({ Escape: onClose });
  const taken = items.filter(({ key }) => !leftOut.has(key));
  const toggle = (key: string): void => {
    const next = new Set(leftOut);
    next.has(key) ? next.delete(key) : next.add(key);
    setLeftOut(next);
  };
  return (
    <section className="batch">
      <h2 ref={head} tabIndex={-1}>
        {word(kind === 'draft' ? 'review.sureTitle' : 'review.contextTitle')}
      </h2>
      <p className="small soft">{word(kind === 'draft' ? 'review.sureAbout' : 'review.contextAbout')}</p>
      <ul>
        {items.map((item) => {
          const { number, text } = byId.get(item.sentence) ?? { number: '', text: { zh: null, en: null } };
          const own = languageHeld(text, language);
          const words = text[own] ?? '';
          return (
            <li key={item.key}>
              <label className="tick-box">
                <input type="checkbox" checked={!leftOut.has(item.key)} onChange={() => toggle(item.key)} />{' '}
                <span lang={LANGUAGE_TAGS[own]}>
                  <span className="key">{number}</span>{' '}
                  {item.kind === 'draft' ? titleFrom(words.slice(item.draft.start, item.draft.end)) : words}{' '}
                  {item.kind === 'draft' && item.draft.verbClass ? (
                    <span className="soft">{word(`verb.${item.draft.verbClass}`)}</span>
                  ) : null}
                </span>
              </label>
            </li>
          );
        })}
      </ul>
      <p className="row cut-actions">
        <Button
          look="filled"
          name={word(kind === 'draft' ? 'review.acceptMany' : 'review.contextMany', { count: taken.length })}
          disabled={taken.length === 0}
          onClick={() => onAccept(taken)}
        />
        <Button look="plain" name={word('cut.cancel')} onClick={onClose} />
      </p>
    </section>
  );
}
