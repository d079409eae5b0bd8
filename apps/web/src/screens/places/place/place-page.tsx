import { getRouteApi, Link } from '@tanstack/react-router';
import type { PlaceDetail } from '@westgate/contract';
import { useFiguresOfPlace, usePlace } from '../../../api/questions.ts';
import { CommentsSection } from '../../../comments/comments-section.tsx';
import { IssuesSection } from '../../../issues/issues-section.tsx';
import { useSay, useWords } from '../../../messages/words.ts';
import { AimTag, Tag, TagNames } from '../../../parts/aim-mark.tsx';
import { Fact } from '../../../parts/fact.tsx';
import { NounLinks } from '../../../parts/noun-links.tsx';
import { ConfidenceBar, SourceNote } from '../../../parts/source-note.tsx';
import { StageWord } from '../../../parts/state-word.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { FilesSection } from '../../../record/evidence/files-section.tsx';
import { AwaitRecord } from '../../../record/page/await-record.tsx';
import { EvidenceTable } from '../../../record/page/evidence-table.tsx';
import { FiguresTable } from '../../../record/page/figures-table.tsx';
import { HistoryList } from '../../../record/page/history-list.tsx';
import { NounPage } from '../../../record/page/noun-page.tsx';
import { SupervisionSection } from '../../../supervision/supervision-section.tsx';
import { LazyMap } from '../atlas/lazy-map.tsx';

const route = getRouteApi('/places/$id');

/** One place: where it lies and how surely, its figures, what happened on it. */
export function PlacePage() {
  const { id } = route.useParams();
  return (
    <AwaitRecord kind="place" id={id} query={usePlace(id)}>
      {(place) => <PlaceOf key={place.id} place={place} />}
    </AwaitRecord>
  );
}

function PlaceOf({ place }: { readonly place: PlaceDetail }) {
  const word = useWords();
  const figures = useFiguresOfPlace(place);
  return (
    <NounPage
      kind="place"
      id={place.id}
      answering={null}
      name={place.name}
      about={<span>{word(`place.${place.kind}`)}</span>}
      tags={
        <>
          <AimTag aim={place.aim} />
          {place.isSite ? <Tag>{word('place.site')}</Tag> : null}
          {place.illustrative ? <span className="sample">{word('place.illustrative')}</span> : null}
        </>
      }
      previous={place.previous}
      next={place.next}
      links={<NounLinks kind="place" id={place.id} />}
    >
      <div className="place-top">
        <PlaceFacts place={place} />
        <PlaceMap place={place} />
      </div>
      <p className="row small">
        <Link to="/gathering/$by/$id" params={{ by: 'place', id: place.id }}>
          {word('gathering.ofPlace')}
        </Link>
      </p>
      <FiguresTable figures={figures} of={{ kind: 'place', id: place.id }} />
      <EvidenceTable evidence={place.evidence} ownId={place.id} />
      <IssuesSection kind="place" id={place.id} />
      <SupervisionSection subject={{ kind: 'place', id: place.id }} />
      <FilesSection subject={{ kind: 'place', id: place.id }} />
      <CommentsSection subject={{ kind: 'place', id: place.id }} />
      <HistoryList kind="place" id={place.id} />
    </NounPage>
  );
}

function PlaceFacts({ place }: { readonly place: PlaceDetail }) {
  const word = useWords();
  const say = useSay();
  const isPlaced = place.position === 'known' || place.position === 'assumed';
  return (
    <dl className="facts">
      <Fact name={word('record.stage')}>
        <StageWord stage={place.stage} />
      </Fact>
      <Fact name={word('record.position')}>
        <span className={isPlaced ? '' : 'unknown'}>{word(`position.${place.position}`)}</span>{' '}
        {place.confidence ? <ConfidenceBar confidence={place.confidence} /> : null}
        <small className="block soft">{say(isPlaced ? place.positionBasis : place.noPlaceReason)}</small>
        {place.positionSource ? <SourceNote source={place.positionSource} /> : null}
        {say(place.attribution) ? <small className="block soft">{say(place.attribution)}</small> : null}
      </Fact>
      <Fact name={word('record.land')}>{place.landTitle && place.landTitle !== 'not-known' ? word(`title.${place.landTitle}`) : null}</Fact>
      {say(place.landTitleNote) ? <Fact name="">{say(place.landTitleNote)}</Fact> : null}
      <Fact name={word('record.lead')}>{place.lead ? <ThingLink thing={place.lead} /> : null}</Fact>
      {place.tags.some((tag) => !tag.startsWith('aim:')) ? (
        <Fact name={word('record.tags')}>
          <TagNames tags={place.tags} />
        </Fact>
      ) : null}
      {say(place.note) ? <Fact name={word('record.note')}>{say(place.note)}</Fact> : null}
    </dl>
  );
}

function PlaceMap({ place }: { readonly place: PlaceDetail }) {
  const word = useWords();
  if (!place.centre) return <p className="neat page-map not-drawn unknown">{word('place.noMap')}</p>;
  return (
    <div>
      <section className="neat page-map" aria-label={word('place.mapName')}>
        <LazyMap compact selected={place.id} interactive={false} />
      </section>
      <p className="row small">
        <Link to="/atlas" search={{ sel: `place:${place.id}` }}>
          {word('place.onMap')}
        </Link>
        <Link to="/plan" search={{ sel: `place:${place.id}`, map: '1' }}>
          {word('sentence.inPlan')}
        </Link>
      </p>
    </div>
  );
}
