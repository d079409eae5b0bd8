import { Link } from '@tanstack/react-router';
import { LANGUAGE_TAGS, type Language, languageHeld } from '@westgate/base';
import type { Commitment, PlanDocument, Sentence } from '@westgate/contract';
import type { ReactNode } from 'react';
import { useLinks } from '../../../api/questions.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { AimTag } from '../../../parts/aim-mark.tsx';
import { Button } from '../../../parts/button.tsx';
import { Unknown } from '../../../parts/fact.tsx';
import { SourceLine } from '../../../parts/source-note.tsx';
import { StateWord } from '../../../parts/state-word.tsx';
import { LazyMap } from '../../places/atlas/lazy-map.tsx';
import { PanelIndicators, PanelOwners, PanelPlaces, PanelProjects } from './panel-links.tsx';
import { OnlyIn, PanelRow } from './panel-row.tsx';
import { CiteButton, SentenceText, useWordingLabel } from './sentence-text.tsx';
import { distinctRules } from './view-model.ts';

/** All that hangs on the selected sentence, and what can be done with it. */
export function SentencePanel({
  sentence,
  commitments,
  document,
  language,
  hasMap,
  desk,
  onClear,
}: {
  readonly sentence: Sentence;
  readonly commitments: readonly Commitment[];
  readonly document: PlanDocument;
  readonly language: Language;
  readonly hasMap: boolean;
  /** The buttons that work on the sentence. */
  readonly desk: ReactNode;
  readonly onClear: (() => void) | null;
}) {
  const word = useWords();
  const say = useSay();
  const label = useWordingLabel(document, sentence);
  const links = useLinks('sentence', sentence.id).data;
  const places = sentence.placeIds;
  const shown = languageHeld(sentence.text, language);
  return (
    <>
      <p className="eyebrow">
        <AimTag aim={sentence.aim} />
        <span>{word('plan.where', { paragraph: sentence.paragraph, position: sentence.position })}</span>
        <span className="spring" />
        {onClear ? <Button look="plain" name={word('plan.clear')} onClick={onClear} /> : null}
      </p>
      <p className="quote" lang={LANGUAGE_TAGS[shown]}>
        <SentenceText sentence={sentence} language={shown} />
        <OnlyIn sentences={[sentence]} language={language} />
      </p>
      <p className="note wording">{label}</p>
      {places.length > 0 && !hasMap ? (
        <div className="neat panel-map">
          <LazyMap compact interactive={false} highlight={places} />
        </div>
      ) : null}
      <div className="panel-rows">
        {commitments.length > 0 ? (
          <>
            <PanelRow title={word('nouns.commitment')} count={commitments.length}>
              {commitments.map((commitment) => (
                <li key={commitment.id}>
                  <Link to="/commitments/$id" params={{ id: commitment.id }}>
                    {say(commitment.title)}
                  </Link>
                  <StateWord state={commitment.state.name} />
                </li>
              ))}
            </PanelRow>
            <PanelRow title={word('plan.doneWhen')}>
              {distinctRules(commitments).map((rule) => (
                <li key={rule.en ?? rule.zh}>{say(rule)}</li>
              ))}
            </PanelRow>
          </>
        ) : (
          <PanelRow title={word('plan.narrativeWhy')}>
            <li>{say(sentence.reason) || <Unknown />}</li>
          </PanelRow>
        )}
        {links ? (
          <>
            <PanelPlaces links={links} commitments={commitments} />
            <PanelProjects links={links} />
            <PanelIndicators links={links} />
            <PanelOwners links={links} commitments={commitments} />
          </>
        ) : null}
        {document.source ? (
          <PanelRow title={word('plan.source')}>
            <li className="note">
              <SourceLine source={document.source} />
            </li>
          </PanelRow>
        ) : null}
      </div>
      {desk}
      <p className="panel-actions">
        {places.length > 0 ? (
          <Link to="/atlas" search={{ sel: `sentence:${sentence.id}` }} className="button filled">
            {word('plan.showPlaces', { count: places.length })}
          </Link>
        ) : (
          <span className="soft small">{word('plan.noPlaces')}</span>
        )}
        <Link to="/sentences/$id" params={{ id: sentence.id }} className="button plain">
          {word('plan.openPage')}
        </Link>
        <CiteButton sentence={sentence} document={document} language={language} label={label} />
      </p>
    </>
  );
}
