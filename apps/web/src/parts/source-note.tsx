import { webAddress } from '@westgate/base';
import type { Changed, Figure, Source, SourceSaid } from '@westgate/contract';
import { useSay, useWords } from '../messages/words.ts';
import { AsWritten } from './as-written.tsx';
import { useSayInstant } from './day-text.tsx';
import { sayWho } from './say-deed.ts';
import type { TableColumn } from './table.tsx';

/** Where a value was read: the id, a link only where one may be shown; title, kind and date on hover and to a screen reader. That it is withheld is said. */
export function SourceNote({ source }: { readonly source: SourceSaid }) {
  const word = useWords();
  if (source === null || source === 'withheld')
    return <span className="soft">{word(source === null ? 'source.none' : 'source.withheld')}</span>;
  const kind = `${word(`source.${source.kind}`)} · ${source.dated ?? word('source.undated')}`;
  const about = `${source.title} · ${kind}`;
  const unseen = (
    <span className="unseen">
      {' '}
      <AsWritten text={source.title} /> · {kind}
    </span>
  );
  const address = webAddress(source.url);
  if (address === null) {
    return (
      <span className="source" title={about}>
        {source.id}
        {unseen}
      </span>
    );
  }
  return (
    <a className="source" href={address} title={about} target="_blank" rel="noreferrer">
      {source.id}
      {unseen}
    </a>
  );
}

/** A source in full, for the foot of a page; that there is none, or that it is withheld, is said. */
export function SourceLine({ source }: { readonly source: SourceSaid }) {
  const word = useWords();
  if (source === null || source === 'withheld') return <SourceNote source={source} />;
  return (
    <>
      <SourceNote source={source} /> <AsWritten text={source.title} className="soft" />{' '}
      <span className="soft">
        {word(`source.${source.kind}`)} · {source.dated ?? word('source.undated')}
      </span>
    </>
  );
}

/** Says since when a value is what it is, and what it was before; nothing for a value never changed. */
export function ChangedNote({ changed }: { readonly changed: Changed | null }) {
  const word = useWords();
  const sayAt = useSayInstant();
  if (!changed) return null;
  const { before } = changed;
  const who = sayWho(word, changed.who);
  const at = sayAt(changed.at);
  const isKnown = typeof before === 'string' || typeof before === 'number' || typeof before === 'boolean';
  return (
    <span className="changed-note">
      {isKnown ? word('changed.since', { at, before: String(before), who }) : word('changed.sinceNew', { at, who })}
    </span>
  );
}

/** How sure a value is: a bar of three lengths and the word. */
export function ConfidenceBar({ confidence }: { readonly confidence: Figure['confidence'] }) {
  const word = useWords();
  return (
    <span className="confidence nowrap">
      <i className={`confidence-bar is-${confidence}`} aria-hidden="true" />
      {word(`confidence.${confidence}`)}
    </span>
  );
}

/** The source that is shown of a value; null where none is named or it is withheld. */
export function shownSource(source: SourceSaid | undefined): Source | null {
  return source === undefined || source === 'withheld' ? null : source;
}

/** The columns that end the row of every number: where it was read, how sure it is, its note and since when it stands. */
export function useProvenance(): readonly TableColumn<Pick<Figure, 'source' | 'confidence' | 'note' | 'changed'>>[] {
  const word = useWords();
  const say = useSay();
  return [
    { head: word('figures.source'), of: ({ source }) => <SourceNote source={source} /> },
    { head: word('confidence'), of: ({ confidence }) => <ConfidenceBar confidence={confidence} /> },
    {
      head: word('record.note'),
      headed: 'bare',
      className: 'soft',
      of: ({ note, changed }) => (
        <>
          {say(note)} <ChangedNote changed={changed} />
        </>
      ),
    },
  ];
}
