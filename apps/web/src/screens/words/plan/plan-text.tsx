import type { Commitment, PlanDocument, Sentence } from '@westgate/contract';
import { type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import { useWords } from '../../../messages/words.ts';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { useLanguage, useSelected, useSetView, useView } from '../../../scope/use-view.ts';
import { LazyMap } from '../../places/atlas/lazy-map.tsx';
import { TextQuestions } from '../questions/text-questions.tsx';
import { AboutPlan } from './about-plan.tsx';
import { LinkedPlans } from './linked-plans.tsx';
import { LitNote } from './lit-note.tsx';
import { SentencePanel } from './panel.tsx';
import { Paragraph, type PlanSelection } from './paragraph.tsx';
import { Parallel } from './parallel.tsx';
import { PlanHead } from './plan-head.tsx';
import { Ribbon } from './ribbon.tsx';
import { SentenceDesk, SentenceDone, SentenceWork, useSentenceDeed, useSentenceWork } from './sentence-desk.tsx';
import { useSentenceKeys } from './use-sentence-keys.ts';
import { litPlaces, litSentences, paragraphsOf } from './view-model.ts';

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
    globalThis.document.fonts.ready.then(() => isShown && show());
    return () => {
      isShown = false;
    };
  }, [id, hasLine]);
  return scroller;
}
