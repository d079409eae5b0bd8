import { getRouteApi, Link } from '@tanstack/react-router';
import { LANGUAGE_TAGS, type Language } from '@westgate/base';
import type { SentenceDetail } from '@westgate/contract';
import { useSentence } from '../../../api/questions.ts';
import { CommentsSection } from '../../../comments/comments-section.tsx';
import { useSay, useWords } from '../../../messages/words.ts';
import { AimTag, TagNames } from '../../../parts/aim-mark.tsx';
import { Await } from '../../../parts/await.tsx';
import { NounLinks } from '../../../parts/noun-links.tsx';
import { SourceLine } from '../../../parts/source-note.tsx';
import { StateWord } from '../../../parts/state-word.tsx';
import { HistoryList } from '../../../record/page/history-list.tsx';
import { NounPage } from '../../../record/page/noun-page.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { useLanguage } from '../../../scope/use-view.ts';
import { LazyMap } from '../../places/atlas/lazy-map.tsx';
import { OnlyIn } from '../plan/panel-row.tsx';
import { SentenceText, useWordingLabel } from '../plan/sentence-text.tsx';
import { TextQuestions } from '../questions/text-questions.tsx';

const route = getRouteApi('/sentences/$id');

/** One sentence: its words in both languages, its commitments, its places on a small map. */
export function SentencePage() {
  const { id } = route.useParams();
  return <Await query={useSentence(id)}>{(sentence) => <SentenceOf key={sentence.id} sentence={sentence} />}</Await>;
}

function SentenceOf({ sentence }: { readonly sentence: SentenceDetail }) {
  const word = useWords();
  const say = useSay();
  const { documents } = useDistrictFrame().district;
  const document = documents.find(({ id }) => id === sentence.document) ?? null;
  const label = useWordingLabel(document, sentence);
  const title = { zh: word('plan.sentence', { number: sentence.number }), en: word('plan.sentence', { number: sentence.number }) };
  return (
    <NounPage
      kind="sentence"
      id={sentence.id}
      answering={null}
      name={title}
      about={
        <>
          {document ? (
            <Link to="/plan" search={{ doc: document.id, sel: `sentence:${sentence.id}` }}>
              {say(document.title)}
            </Link>
          ) : null}
          <span>{word(`sentence.kind.${sentence.kind}`)}</span>
          {sentence.revision > 1 ? <span>{word('sentence.revision', { revision: sentence.revision })}</span> : null}
          <AimTag aim={sentence.aim} />
        </>
      }
      tags={<TagNames tags={sentence.tags} />}
      previous={sentence.previous}
      next={sentence.next}
      links={<NounLinks kind="sentence" id={sentence.id} />}
    >
      <SentenceWords sentence={sentence} />
      {sentence.inText ? null : <p className="note">{word('sentence.earlier')}</p>}
      <TextQuestions of={{ sentence: sentence.id }} isOpen />
      <p className="note">
        {label}
        {document?.source ? (
          <>
            {' · '}
            <SourceLine source={document.source} />
          </>
        ) : null}
      </p>
      {say(sentence.reason) ? <p className="small">{say(sentence.reason)}</p> : null}
      {sentence.placeIds.length > 0 ? (
        <div className="neat page-map">
          <LazyMap compact highlight={sentence.placeIds} interactive={false} />
        </div>
      ) : null}
      <p className="row">
        <Link to="/plan" search={{ doc: sentence.document, sel: `sentence:${sentence.id}` }} className="button">
          {word('sentence.inPlan')}
        </Link>
        {sentence.placeIds.length > 0 ? (
          <Link to="/atlas" search={{ sel: `sentence:${sentence.id}` }} className="button filled">
            {word('plan.showPlaces', { count: sentence.linked.places })}
          </Link>
        ) : null}
      </p>
      {sentence.commitments.length > 0 ? (
        <section className="section" aria-labelledby="commitments">
          <h2 id="commitments">{word('sentence.commitments')}</h2>
          <ul className="lines">
            {sentence.commitments.map((commitment) => (
              <li key={commitment.id}>
                <span>
                  <Link to="/commitments/$id" params={{ id: commitment.id }}>
                    {say(commitment.title)}
                  </Link>
                  <small className="block soft">{say(commitment.state.reason)}</small>
                </span>
                <StateWord state={commitment.state.name} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <CommentsSection subject={{ kind: 'sentence', id: sentence.id }} />
      <HistoryList kind="sentence" id={sentence.id} />
    </NounPage>
  );
}

function SentenceWords({ sentence }: { readonly sentence: SentenceDetail }) {
  const shown = useLanguage();
  const { languages } = useDistrictFrame().district;
  const order: readonly Language[] = shown === 'zh' ? ['zh', 'en'] : ['en', 'zh'];
  return order
    .filter((language) => languages.includes(language) && sentence.text[language] !== null)
    .map((language) => (
      <p key={language} className={language === shown ? 'quote' : 'quote second'} lang={LANGUAGE_TAGS[language]}>
        <SentenceText sentence={sentence} language={language} />
        <OnlyIn sentences={[sentence]} language={shown} />
      </p>
    ));
}
