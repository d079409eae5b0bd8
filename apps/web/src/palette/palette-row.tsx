import { useNavigate } from '@tanstack/react-router';
import { MADE_KINDS } from '@westgate/domain';
import { Fragment, useEffect, useRef } from 'react';
import { useSay, useWords } from '../messages/words.ts';
import { AimWord } from '../parts/aim-mark.tsx';
import { AsWritten } from '../parts/as-written.tsx';
import { NounIcon } from '../parts/noun-icon.tsx';
import { StateWord } from '../parts/state-word.tsx';
import { useNounWord } from '../record/form/field-words.ts';
import { letGo } from '../scope/let-go.ts';
import { useMayChange } from '../scope/may-change.ts';
import { useOffers } from '../scope/offers.ts';
import { useLanguage } from '../scope/use-view.ts';
import { type Command, commandsFor, type Hit, markedTitle } from './view-model.ts';

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

/** What may be done and what may be made, as far as its name fits what is typed: first what the screen offers. Nothing new while only reading is possible. */
export function useCommands(typed: string): readonly Command[] {
  const word = useWords();
  const nounWord = useNounWord();
  const navigate = useNavigate();
  const offers = useOffers();
  const mayEdit = useMayChange('edit');
  // What the screen offers with its record filled in is not offered a second time without.
  const makings = MADE_KINDS.map(
    (kind): Command => ({
      id: `new-${kind}`,
      kind,
      text: word('form.new', { noun: nounWord(kind) }),
      act: () => letGo(() => navigate({ to: '/new/$noun', params: { noun: kind } })),
    }),
  ).filter(({ text }) => !offers.some((offer) => offer.text === text));
  return commandsFor([...offers.map((offer): Command => ({ ...offer, kind: null })), ...(mayEdit ? makings : [])], typed);
}

/** A row that does something, or opens the form of a new record. */
export function CommandRow({
  id,
  command: { kind, text },
  isCurrent,
  onDo,
}: {
  readonly id: string;
  readonly command: Command;
  readonly isCurrent: boolean;
  readonly onDo: () => void;
}) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
    <div ref={row} id={id} role="option" aria-selected={isCurrent} tabIndex={-1} className={isCurrent ? 'current' : ''} onClick={onDo}>
      {kind ? <NounIcon kind={kind} /> : <CommandIcon />}
      <span className="palette-title">{text}</span>
    </div>
  );
}

/** An arrow: something is done where one is. */
function CommandIcon() {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M4 10h11m-4-4 4 4-4 4" />
    </svg>
  );
}
