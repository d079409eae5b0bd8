import { Fragment, useEffect, useRef } from 'react';
import { useSay, useWords } from '../messages/words.ts';
import { AimWord } from '../parts/aim-mark.tsx';
import { AsWritten } from '../parts/as-written.tsx';
import { NounIcon } from '../parts/noun-icon.tsx';
import { StateWord } from '../parts/state-word.tsx';
import { useLanguage } from '../scope/use-view.ts';
import { type Hit, markedTitle } from './view-model.ts';

/** One hit: kind, title with the match underlined, what is said beside it, state. */
export function PaletteRow({
  id,
  hit,
  isCurrent,
  onOpen,
}: {
  readonly id: string;
  readonly hit: Hit;
  readonly isCurrent: boolean;
  readonly onOpen: () => void;
}) {
  const word = useWords();
  const say = useSay();
  const language = useLanguage();
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const title = markedTitle(hit, language);
  const beside = [...new Set([title.beside ?? '', say(hit.detail)])].filter((text) => text !== '');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
    <div ref={row} id={id} role="option" aria-selected={isCurrent} tabIndex={-1} className={isCurrent ? 'current' : ''} onClick={onOpen}>
      <NounIcon kind={hit.thing.kind} />
      <span className="palette-title">
        {title.before}
        {title.found ? <mark>{title.found}</mark> : null}
        {title.after}
        <small>
          {hit.aim ? <AimWord aim={hit.aim} /> : null} {word(`noun.${hit.thing.kind}`)}
          {beside.map((text) => (
            <Fragment key={text}>
              {' · '}
              <AsWritten text={text} />
            </Fragment>
          ))}
        </small>
      </span>
      {hit.state ? <StateWord state={hit.state} /> : null}
    </div>
  );
}
