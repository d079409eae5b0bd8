import { LANGUAGE_TAGS, type Language, languageHeld } from '@westgate/base';
import type { PlanDocument, PlanDrafts, Sentence } from '@westgate/contract';
import { useMemo, useState } from 'react';
import { useWords } from '../../../messages/words.ts';
import { errorLine } from '../../../parts/error-text.tsx';
import type { TextPart } from '../../../parts/word-strip.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { useWho } from '../../../scope/signed-in.ts';
import { CutForm } from '../cut/cut-form.tsx';
import { BackToPlan } from '../document-asked.tsx';
import { BatchPreview } from './batch-preview.tsx';
import { DraftCard } from './draft-card.tsx';
import { ReviewKeys } from './review-keys.tsx';
import { cutOf, isSure, ownDraft, type ReviewItem, type ReviewMode, recutDraft, wholeOf } from './review-model.ts';
import { ReviewText } from './review-text.tsx';
import { SplitForm } from './split-form.tsx';
import { TakeForm } from './take-form.tsx';
import { useActions } from './use-actions.ts';
import { type ReviewDesk, useReview } from './use-review.ts';

/** A form works on the item that it was opened for, whatever is left meanwhile. */
interface Work {
  readonly mode: ReviewMode;
  readonly held: ReviewItem | null;
  /** Whether it takes words besides those of the draft that is shown. */
  readonly isAnother: boolean;
}

/** The text with the current draft marked, and beside it what the rules read and the keys that decide. */
export function ReviewDeskView({
  document,
  sentences,
  drafts,
  language,
}: {
  readonly document: PlanDocument;
  readonly sentences: readonly Sentence[];
  readonly drafts: PlanDrafts;
  readonly language: Language;
}) {
  const word = useWords();
  const { mode: storeMode } = useDistrictFrame().district;
  const [{ mode, held, isAnother }, setWork] = useState<Work>({ mode: 'decide', held: null, isAnother: false });
  const [who, setWho] = useWho();
  const byId = useMemo(() => new Map(sentences.map((sentence) => [sentence.id, sentence])), [sentences]);
  const desk = useReview(drafts, sentences);
  const { items } = desk;
  const [chosen, setChosen] = useState<{ readonly key: string; readonly part: TextPart | null } | null>(null);
  const setMode = (next: ReviewMode, takesAnother = false): void => {
    // Words that were chosen are of the form that is left.
    if (next === 'decide') setChosen(null);
    setWork({ mode: next, held: desk.current, isAnother: takesAnother });
  };
  const actions = useActions({ desk, byId, language, who, setMode });
  const current = mode === 'edit' || mode === 'split' || mode === 'take' ? held : desk.current;
  const sentence = current ? (byId.get(current.sentence) ?? null) : null;
  const draft = current?.kind === 'draft' ? current.draft : null;
  // A sentence may be held in the other language alone.
  const own = sentence ? languageHeld(sentence.text, language) : language;
  const text = sentence?.text[own] ?? '';
  const part = chosen?.key === current?.key ? (chosen?.part ?? null) : null;
  const takes = part ?? (draft && !isAnother ? draft : sentence ? wholeOf(text) : null);
  const choose = (next: TextPart | null): void => setChosen(current && { key: current.key, part: next });
  const isReady = storeMode === 'ready';
  return (
    <div className={`review ${mode}`}>
      <div className="review-main document">
        <BackToPlan document={document} />
        <h1>{word('bring.review')}</h1>
        <ReviewProgress desk={desk} commitments={sentences.reduce((sum, { commitmentIds }) => sum + commitmentIds.length, 0)} />
        <ReviewText sentences={sentences} items={items} current={current} language={language} onGo={desk.go} />
      </div>
      <aside className="panel review-panel" aria-label={word('review.panel')}>
        <div className="panel-body">
          {desk.error ? (
            <p role="alert" className="fault-summary small">
              {word('review.refusedBy', { why: errorLine(word, desk.error) })}
            </p>
          ) : null}
          {who.trim() === '' || actions.isWhoMissing ? (
            <p className={actions.isWhoMissing ? 'form-field faulty' : 'form-field'}>
              <label htmlFor="review-who">{word('record.who')}</label>
              <input
                id="review-who"
                className="field"
                value={who}
                maxLength={80}
                autoComplete="name"
                onChange={(event) => setWho(event.target.value)}
              />
              {actions.isWhoMissing ? (
                <span role="alert" className="fault">
                  {word('record.fault.who')}
                </span>
              ) : null}
            </p>
          ) : null}
          {mode === 'sure' || mode === 'context' ? (
            <BatchPreview
              key={mode}
              kind={mode === 'sure' ? 'draft' : 'narrative'}
              items={items.filter(mode === 'sure' ? isSureItem : isContextItem)}
              byId={byId}
              language={language}
              onAccept={mode === 'sure' ? actions.acceptAll : actions.narrateAll}
              onClose={() => setMode('decide')}
            />
          ) : mode === 'edit' && current && sentence ? (
            <CutForm
              key={current.key}
              sentence={sentence}
              initial={
                draft && !isAnother
                  ? cutOf(part ? recutDraft(draft, part) : draft, text, own, actions.makesOwner.has(draft.key))
                  : cutOf(ownDraft(sentence.id, takes ?? wholeOf(text), null), text, own, false)
              }
              title={word(draft && !isAnother ? 'list.change' : 'cut.formTitle')}
              onDone={({ seq }) => {
                desk.settled(isAnother ? { ...current, key: `${current.key} ${seq}` } : current, seq);
                setMode('decide');
              }}
              onCancel={() => setMode('decide')}
            />
          ) : mode === 'take' && current && sentence ? (
            <TakeForm
              key={current.key}
              title={word(draft && !isAnother ? 'review.acceptAs' : 'cut.formTitle')}
              text={text}
              lang={LANGUAGE_TAGS[own]}
              part={takes}
              onPart={choose}
              onChoose={(verbClass) => actions.acceptAs(verbClass, { item: current, part: takes, isAnother })}
              onMore={() => setWork({ mode: 'edit', held: current, isAnother })}
              onCancel={() => setMode('decide')}
            />
          ) : mode === 'split' && draft ? (
            <SplitForm
              key={draft.key}
              draft={draft}
              text={text}
              language={language}
              onSplit={actions.split}
              onCancel={() => setMode('decide')}
            />
          ) : current && sentence ? (
            <DraftCard item={current} sentence={sentence} language={own} actions={actions} part={part} onPart={choose} />
          ) : desk.pending > 0 ? (
            <p>{word('review.pending', { count: desk.pending })}</p>
          ) : (
            <ReviewDone document={document} />
          )}
        </div>
        {mode === 'decide' && isReady ? (
          <ReviewKeys
            desk={desk}
            sentence={sentence}
            actions={actions}
            part={part}
            sure={items.filter(isSureItem).length}
            context={items.filter(isContextItem).length}
          />
        ) : null}
      </aside>
    </div>
  );
}

function isSureItem(item: ReviewItem): boolean {
  return item.kind === 'draft' && isSure(item.draft);
}

function isContextItem(item: ReviewItem): boolean {
  return item.kind === 'narrative';
}

function ReviewDone({ document }: { readonly document: PlanDocument }) {
  const word = useWords();
  return (
    <div className="review-done">
      <h2>{word('review.done')}</h2>
      <p className="small">{word('review.doneHint')}</p>
      <p>
        <BackToPlan document={document} />
      </p>
    </div>
  );
}

/** How far the review is: what is left, what was decided here, and what the plan holds by now. */
function ReviewProgress({ desk: { items, tally, pending }, commitments }: { readonly desk: ReviewDesk; readonly commitments: number }) {
  const word = useWords();
  const of = (kind: ReviewItem['kind']): number => items.filter((item) => item.kind === kind).length;
  const done = tally.accepted + tally.refused + tally.narrative;
  const all = done + items.length;
  return (
    <div className="review-progress">
      <progress value={done} max={Math.max(all, 1)} aria-label={word('review.progress', { done, all })} />
      <p className="small">
        <b>{word('review.left', { drafts: of('draft'), narrative: of('narrative'), open: of('open') })}</b>{' '}
        <span className="soft">{word('review.tally', { ...tally, commitments })}</span>{' '}
        {pending > 0 ? <output className="storing">{word('review.pending', { count: pending })}</output> : null}
      </p>
    </div>
  );
}
