import { LANGUAGE_TAGS, onlyMark } from '@westgate/base';
import type { Commitment, PlanDocument, Sentence } from '@westgate/contract';
import { type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import { usePlaces, useProjects } from '../../../api/questions.ts';
import { lettersHere } from '../../../letters/letters.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { DayText } from '../../../parts/day-text.tsx';
import { Unknown } from '../../../parts/fact.tsx';
import { SourceLine } from '../../../parts/source-note.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { RecordActs } from '../../../record/page/record-acts.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { letGo } from '../../../scope/let-go.ts';
import { isTyping } from '../../../scope/use-global-keys.ts';
import { useLanguage, useSelected, useSetView, useView } from '../../../scope/use-view.ts';
import type { SelectedThing } from '../../../scope/view-search.ts';
import { LazyMap } from '../../places/atlas/lazy-map.tsx';
import { TextQuestions } from '../questions/text-questions.tsx';
import { LinkedPlans } from './linked-plans.tsx';
import { SentencePanel } from './panel.tsx';
import { PanelRow } from './panel-row.tsx';
import { Paragraph, ParagraphSide, type PlanSelection } from './paragraph.tsx';
import { PlanHead } from './plan-head.tsx';
import { SentenceDesk, SentenceDone, SentenceWork, useSentenceDeed, useSentenceWork } from './sentence-desk.tsx';
import { Ribbon, SentenceLink } from './sentence-link.tsx';
import { litPlaces, litSentences, type PlanParagraph, paragraphsOf, sentenceAfter } from './view-model.ts';

const STEPS: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** The text of a plan with margin, panel, map and keys. */
export function PlanText({
  document,
  sentences,
  commitments,
  line,
}: {
  readonly document: PlanDocument;
  readonly sentences: readonly Sentence[];
  readonly commitments: readonly Commitment[];
  readonly line: ReactNode;
}) {
  const word = useWords();
  const setView = useSetView();
  const selected = useSelected();
  const shownLanguage = useLanguage();
  const { mode, map, sel } = useView();
  const { languages } = useDistrictFrame().district;
  const language = languages.includes(shownLanguage) ? shownLanguage : (languages[0] ?? shownLanguage);
  const paragraphs = useMemo(() => paragraphsOf(sentences, commitments), [sentences, commitments]);
  const lit = useMemo(() => litSentences(sentences, selected), [sentences, selected]);
  const places = useMemo(() => litPlaces(sentences, commitments, selected), [sentences, commitments, selected]);
  const shown = sentences.find(({ id }) => (selected?.kind === 'sentence' ? id === selected.id : id === [...lit][0])) ?? null;
  const selection: PlanSelection = {
    sentence: shown?.id ?? null,
    lit,
    named: selected && selected.kind !== 'sentence' ? (sel ?? null) : null,
  };
  const clear = useCallback(() => setView({ sel: undefined, edit: undefined }), [setView]);
  const work = useSentenceWork();
  const [done, setDone] = useSentenceDeed();
  useSentenceKeys(sentences, sel ? selection.sentence : null, clear);
  const scroller = useShownSentence(selection.sentence, line !== null);
  const isParallel = mode === 'parallel' && languages.length > 1;
  return (
    <div className={`plan ${map ? 'with-map' : ''} ${sel ? 'has-selection' : ''} ${work ? 'at-work' : ''}`}>
      <div className="document" ref={scroller}>
        <PlanHead document={document} />
        <Ribbon paragraphs={paragraphs} language={language} lit={lit} />
        {line}
        <TextQuestions of={{ document: document.id }} isOpen={false} />
        <div className="paragraphs">
          {isParallel ? (
            <Parallel paragraphs={paragraphs} selection={selection} />
          ) : (
            paragraphs.map((paragraph) => (
              <Paragraph key={paragraph.number} paragraph={paragraph} language={language} selection={selection} hasMargin={!map} />
            ))
          )}
        </div>
      </div>
      {map ? (
        <section className="plan-map" aria-label={word('plan.mapPanel')}>
          <LazyMap
            highlight={places}
            selected={selected?.kind === 'place' ? selected.id : null}
            onPick={(place) => setView({ sel: place ? `place:${place}` : undefined })}
          />
        </section>
      ) : null}
      <aside className="panel plan-panel" aria-label={word('noun.sentence')}>
        <div className="panel-body">
          {selected && selected.kind !== 'sentence' ? <LitNote selected={selected} count={lit.size} onClear={clear} /> : null}
          {shown && work ? (
            <SentenceWork key={`${shown.id} ${work}`} sentence={shown} onDone={(seq) => setDone(shown.id, seq)} />
          ) : shown ? (
            <SentencePanel
              sentence={shown}
              commitments={commitments.filter((commitment) => commitment.sentence === shown.id)}
              document={document}
              language={language}
              hasMap={map === '1'}
              desk={
                <>
                  {done?.sentence === shown.id ? <SentenceDone seq={done.seq} /> : null}
                  <SentenceDesk sentence={shown} />
                </>
              }
              onClear={selected?.kind === 'sentence' ? clear : null}
            />
          ) : selected ? null : (
            <>
              <div className="panel-hint soft small">
                <p>{word('plan.choose')}</p>
                <p>{word('plan.chooseKeys')}</p>
              </div>
              <AboutPlan document={document} />
              <LinkedPlans document={document} />
            </>
          )}
        </div>
      </aside>
    </div>
  );
}

/** Brings the shown sentence into view when it changes, and again when the line above the text or the fonts have come. */
function useShownSentence(id: string | null, hasLine: boolean) {
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (id === null || !hasLine) return;
    const show = (): void => scroller.current?.querySelector(`[data-sentence="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'nearest' });
    show();
    let isShown = true;
    letGo(() => lettersHere().then(() => isShown && show()));
    return () => {
      isShown = false;
    };
  }, [id, hasLine]);
  return scroller;
}

/** Who published the plan, when, and where its text was read: shown while no sentence is chosen. */
function AboutPlan({ document }: { readonly document: PlanDocument }) {
  const word = useWords();
  const say = useSay();
  return (
    <div className="panel-rows about-plan">
      <PanelRow title={word('plan.publisher')}>
        <li>{say(document.publisher) || <Unknown />}</li>
      </PanelRow>
      <PanelRow title={word('plan.published')}>
        <li>{document.publishedOn ? <DayText on={document.publishedOn} /> : <Unknown />}</li>
      </PanelRow>
      <PanelRow title={word('plan.source')}>
        <li className="note">{document.source ? <SourceLine source={document.source} /> : <Unknown />}</li>
      </PanelRow>
      <RecordActs kind="document" id={document.id} />
      {say(document.note) ? <p className="note">{say(document.note)}</p> : null}
    </div>
  );
}

/** Says which thing is selected and how many sentences lead to it. */
function LitNote({ selected, count, onClear }: { readonly selected: SelectedThing; readonly count: number; readonly onClear: () => void }) {
  const word = useWords();
  const places = usePlaces().data ?? [];
  const projects = useProjects().data ?? [];
  const record = [...(selected.kind === 'project' ? projects : places)].find(({ id }) => id === selected.id);
  const name = record?.name ?? { zh: selected.id, en: selected.id };
  return (
    <p className="lit-note small">
      <span>
        <ThingLink thing={{ ...selected, name }} className="strong" /> <span className="soft">{word('plan.litCount', { count })}</span>
      </span>
      <Button look="plain" name={word('plan.clear')} onClick={onClear} />
    </p>
  );
}

/** The plan in both languages side by side, sentence by sentence; pointing at one marks the other. */
function Parallel({ paragraphs, selection }: { readonly paragraphs: readonly PlanParagraph[]; readonly selection: PlanSelection }) {
  return paragraphs.map((paragraph) => (
    <section key={paragraph.number} className="paragraph parallel" aria-labelledby={`paragraph-${paragraph.number}`}>
      <ParagraphSide paragraph={paragraph} />
      <ol>
        {paragraph.sentences.map(({ sentence }) => (
          <li key={sentence.id} className="pair">
            {(['zh', 'en'] as const).map((language) => (
              <p key={language} className="text">
                {sentence.text[language] === null ? (
                  <span className="only-in" lang={LANGUAGE_TAGS[language]}>
                    {onlyMark(sentence.text, language) || <Unknown />}
                  </span>
                ) : (
                  <SentenceLink
                    sentence={sentence}
                    language={language}
                    isSelected={selection.sentence === sentence.id}
                    isLit={selection.lit.has(sentence.id)}
                    named={selection.named}
                  />
                )}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  ));
}

/** ↓ or j, ↑ or k move the focus from sentence to sentence (Enter then selects); Esc clears what is selected. */
function useSentenceKeys(sentences: readonly Sentence[], selected: string | null, onClear: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      if (event.key === 'Escape' && selected !== null) {
        onClear();
        return;
      }
      const steps = STEPS[event.key];
      if (steps === undefined || isElsewhere(event)) return;
      const focused =
        event.target instanceof HTMLElement ? (event.target.closest<HTMLElement>('[data-sentence]')?.dataset.sentence ?? null) : null;
      const next = sentenceAfter(sentences, focused ?? selected, focused === null && selected === null ? 0 : steps);
      const element = next && document.querySelector<HTMLElement>(`.document [data-sentence="${CSS.escape(next.id)}"]`);
      if (!element) return;
      event.preventDefault();
      element.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [sentences, selected, onClear]);
}

/** Arrow keys scroll the panel, move the map and the time axis: only letters move from there. */
function isElsewhere(event: KeyboardEvent): boolean {
  return (
    event.key.startsWith('Arrow') &&
    event.target instanceof HTMLElement &&
    event.target.closest('.panel, .district-map, [role=slider]') !== null
  );
}
