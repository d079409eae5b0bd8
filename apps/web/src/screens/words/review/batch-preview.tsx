import type { Language } from '@westgate/base';
import type { Sentence } from '@westgate/contract';
import { useState } from 'react';
import { useWords } from '../../../messages/words.ts';
import { titleFrom } from '../cut/cut-model.ts';
import type { ReviewDraft, ReviewItem } from './review-model.ts';

/** The drafts of which the rules leave nothing open, each to be left out by its tick, before they are accepted as one deed. */
export function BatchPreview({
  items,
  byId,
  language,
  onAccept,
  onClose,
}: {
  readonly items: readonly Extract<ReviewItem, { readonly kind: 'draft' }>[];
  readonly byId: ReadonlyMap<string, Sentence>;
  readonly language: Language;
  readonly onAccept: (drafts: readonly ReviewDraft[]) => void;
  readonly onClose: () => void;
}) {
  const word = useWords();
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const taken = items.filter(({ key }) => !leftOut.has(key)).map(({ draft }) => draft);
  const toggle = (key: string): void => {
    const next = new Set(leftOut);
    next.has(key) ? next.delete(key) : next.add(key);
    setLeftOut(next);
  };
  return (
    <section className="batch">
      <h2>{word('review.sureTitle')}</h2>
      <p className="small soft">{word('review.sureAbout')}</p>
      <ul>
        {items.map(({ key, draft, sentence }) => {
          const { number, text } = byId.get(sentence) ?? { number: '', text: { zh: null, en: null } };
          return (
            <li key={key}>
              <label className="tick-box">
                <input type="checkbox" checked={!leftOut.has(key)} onChange={() => toggle(key)} />{' '}
                <span>
                  <span className="key">{number}</span> {titleFrom((text[language] ?? '').slice(draft.start, draft.end))}{' '}
                  <span className="soft">{draft.verbClass ? word(`verb.${draft.verbClass}`) : ''}</span>
                </span>
              </label>
            </li>
          );
        })}
      </ul>
      <p className="row cut-actions">
        <button type="button" className="button filled" disabled={taken.length === 0} onClick={() => onAccept(taken)}>
          {word('review.acceptMany', { count: taken.length })}
        </button>
        <button type="button" className="button plain" onClick={onClose}>
          {word('cut.cancel')}
        </button>
      </p>
    </section>
  );
}
