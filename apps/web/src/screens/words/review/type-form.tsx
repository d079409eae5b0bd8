import { vocabulary } from '@westgate/domain';
import { useEffect, useRef } from 'react';
import { useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { useReviewKeys } from './review-keys.tsx';
import type { ReviewDraft } from './review-model.ts';

type VerbClass = NonNullable<ReviewDraft['verbClass']>;

/** The keys of the types, in the order in which the types stand. */
const KEYS = '1234567890-=';

/** The draft is accepted with the type that is chosen, by one key or one press. */
export function TypeForm({
  clause,
  onChoose,
  onCancel,
}: {
  readonly clause: string;
  readonly onChoose: (verbClass: VerbClass) => void;
  readonly onCancel: () => void;
}) {
  const word = useWords();
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.focus(), []);
  const types = vocabulary.VERB_CLASSES.map((verbClass, at) => ({ verbClass, key: KEYS.charAt(at) }));
  useReviewKeys({ ...Object.fromEntries(types.map(({ key, verbClass }) => [key, () => onChoose(verbClass)])), Escape: onCancel });
  return (
    <div className="cut-form" ref={first} tabIndex={-1}>
      <h2>{word('review.acceptAs')}</h2>
      <p className="quote">{clause}</p>
      <div className="type-keys">
        {types.map(({ verbClass, key }) => (
          <Button key={verbClass} name={word(`verb.${verbClass}`)} keys={key} onClick={() => onChoose(verbClass)} />
        ))}
      </div>
      <p className="row cut-actions">
        <Button look="plain" name={word('cut.cancel')} keys="Esc" onClick={onCancel} />
      </p>
    </div>
  );
}
