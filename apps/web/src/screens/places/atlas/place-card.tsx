import { Link } from '@tanstack/react-router';
import type { Figure, Place } from '@westgate/contract';
import { sayNumber } from '@westgate/domain';
import { useFiguresOfPlace } from '../../../api/questions.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { AimTag } from '../../../parts/aim-mark.tsx';
import { useSayPeriod } from '../../../parts/day-text.tsx';
import { Unknown } from '../../../parts/fact.tsx';
import { ChangedNote, ConfidenceBar, SourceNote } from '../../../parts/source-note.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { useMayChange } from '../../../scope/may-change.ts';
import { useLanguage } from '../../../scope/use-view.ts';
import type { ViewSearch } from '../../../scope/view-search.ts';
import { SentenceQuotes } from './sentence-quotes.tsx';
import type { AtlasState } from './use-atlas.ts';
import { nameOf } from './view-model.ts';

const MOST_FIGURES = 4;

/** The selected place: its name, aim and kind, the sentences that promise it, stage, figures and how sure its position is. */
export function PlaceCard({ atlas, place }: { atlas: AtlasState; place: Place }) {
  const word = useWords();
  const say = useSay();
  const language = useLanguage();
  const figures = useFiguresOfPlace(place);
  const mayEdit = useMayChange('edit');
  const other = place.name[language === 'zh' ? 'en' : 'zh'];
  return (
    <section className="selection-card" aria-label={nameOf(place, language)}>
      <div className="row">
        <AimTag aim={place.aim} />
        <span className="small soft">{word(`place.${place.kind}`)}</span>
        <span className="spring" />
        <Link className="small" to="/places/$id" params={{ id: place.id }}>
          {word('atlas.card.page')}
        </Link>
      </div>
      <h2>
        {nameOf(place, language)} {other ? <small lang={language === 'zh' ? 'en' : 'zh-CN'}>{other}</small> : null}
      </h2>
      <SentenceQuotes ids={place.sentenceIds} place={place.id} />
      <dl className="card-rows">
        <dt>{word('record.stage')}</dt>
        <dd>{place.stage === 'not-known' ? <Unknown /> : <b>{word(`stage.${place.stage}`)}</b>}</dd>
        {figures.slice(0, MOST_FIGURES).map((figure) => (
          <CardFigure key={figure.id} figure={figure} />
        ))}
        {figures.length === 0 ? (
          <>
            <dt>{word('figures.title')}</dt>
            <dd className="soft">{word('atlas.card.noFigures')}</dd>
          </>
        ) : null}
        <dt>{word('atlas.card.lead')}</dt>
        <dd>{place.lead ? <ThingLink thing={place.lead} /> : <Unknown />}</dd>
        <dt>{word('record.position')}</dt>
        <dd>
          {word(`position.${place.position}`)} {place.confidence ? <ConfidenceBar confidence={place.confidence} /> : null}
          <small>
            {say(place.positionBasis) || say(place.noPlaceReason)}
            {place.illustrative ? ` · ${word('atlas.card.drawn')}` : ''}
          </small>
        </dd>
      </dl>
      <div className="row card-acts">
        {place.sentenceIds[0] ? (
          <Link className="button" to="/plan" search={{ sel: `place:${place.id}` }}>
            {word('atlas.card.plan')}
          </Link>
        ) : null}
        {mayEdit ? (
          <Link className="text-button" to="/atlas" search={(before: ViewSearch) => ({ ...before, draw: `place:${place.id}` })}>
            {word('draw.title')}
          </Link>
        ) : null}
        <button type="button" className="text-button" onClick={() => atlas.pick(null)}>
          {word('atlas.card.clear')}
        </button>
      </div>
    </section>
  );
}

/** A figure with its unit, date, source and confidence, as a row of the card. */
function CardFigure({ figure }: { figure: Figure }) {
  const say = useSay();
  const word = useWords();
  const sayWhen = useSayPeriod();
  return (
    <>
      <dt>{say(figure.label)}</dt>
      <dd>
        {figure.qualifier ? `${word(`qualifier.${figure.qualifier}`)} ` : ''}
        {figure.value === null ? say(figure.words) : `${sayNumber(figure.value)} ${unitText(say(figure.unitName))}`}
        <small>
          {figure.period ? sayWhen(figure.period) : word('source.undated')} · <SourceNote source={figure.source} /> ·{' '}
          {word('atlas.card.confidence', { level: word(`confidence.${figure.confidence}`) })}
        </small>
        <ChangedNote changed={figure.changed} />
      </dd>
    </>
  );
}

/** A unit that begins with a number is a factor: 218 × 10,000 m². */
function unitText(unit: string): string {
  return /^\d/.test(unit) ? `× ${unit}` : unit;
}
