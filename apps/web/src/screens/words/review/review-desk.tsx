import { type Language, languageHeld } from '@westgate/base';
import type { PlanDocument, PlanDrafts, Sentence } from '@westgate/contract';
import { useMemo, useState } from 'react';
import { useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { errorLine } from '../../../parts/error-text.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { useWho } from '../../../scope/signed-in.ts';
import { CutForm } from '../cut/cut-form.tsx';
import { NO_CUT, titleFrom } from '../cut/cut-model.ts';
import { BackToPlan } from '../document-asked.tsx';
import { DraftCard } from './draft-card.tsx';
import { ReviewKeys } from './review-keys.tsx';
import { cutOf, isSure, type ReviewDraft, type ReviewItem, type ReviewMode } from './review-model.ts';
import { ReviewText } from './review-text.tsx';
import { SplitForm } from './split-form.tsx';
import { TypeForm } from './type-form.tsx';
import { useActions } from './use-actions.ts';
import { type ReviewDesk, useReview } from './use-review.ts';

/** A form works on the item that it was opened for, whatever is left meanwhile. */
interface Work {
  readonly mode: ReviewMode;
  readonly held: ReviewItem | null;
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
  const [{ mode, held }, setWork] = useState<Work>({ mode: 'decide', held: null });
  const [who, setWho] = useWho();
  const byId = useMemo(() => new Map(sentences.map((sentence) => [sentence.id, sentence])), [sentences]);
  const desk = useReview(drafts, sentences);
  const { items } = desk;
  const setMode = (next: ReviewMode): void => setWork({ mode: next, held: desk.current });
  const actions = useActions({ desk, byId, language, who, setMode });
  const current = mode === 'edit' || mode === 'split' || mode === 'cut' ? held : desk.current;
  const sentence = current ? (byId.get(current.sentence) ?? null) : null;
  const draft = current?.kind === 'draft' ? current.draft : null;
  // A sentence may be held in the other language alone.
  const own = sentence ? languageHeld(sentence.text, language) : language;
  const text = sentence?.text[own] ?? '';
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
          {mode === 'batch' ? (
            <BatchPreview
              items={items.filter(isSureItem)}
              byId={byId}
              language={language}
              onAccept={actions.acceptAll}
              onClose={() => setMode('decide')}
            />
          ) : mode === 'edit' && draft && sentence ? (
            <CutForm
              key={draft.key}
              sentence={sentence}
              initial={cutOf(draft, text, language, actions.makesOwner.has(draft.key))}
              title={word('list.change')}
              onDone={({ seq }) => {
                if (current) desk.settled(current, seq);
                setMode('decide');
              }}
              onCancel={() => setMode('decide')}
            />
          ) : mode === 'cut' && current && sentence ? (
            <CutForm
              key={current.key}
              sentence={sentence}
              initial={{
                ...NO_CUT,
                title: { ...NO_CUT.title, [own]: titleFrom(text) },
                clause: { ...NO_CUT.clause, [own]: text },
              }}
              title={word('cut.formTitle')}
              onDone={({ seq }) => {
                desk.settled(current, seq);
                setMode('decide');
              }}
              onCancel={() => setMode('decide')}
            />
          ) : mode === 'type' && draft ? (
            <TypeForm clause={text.slice(draft.start, draft.end)} onChoose={actions.acceptAs} onCancel={() => setMode('decide')} />
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
            <DraftCard item={current} sentence={sentence} language={own} actions={actions} />
          ) : desk.pending > 0 ? (
            <p>{word('review.pending', { count: desk.pending })}</p>
          ) : (
            <ReviewDone document={document} />
          )}
        </div>
        {mode === 'decide' && isReady ? (
          <ReviewKeys desk={desk} sentence={sentence} actions={actions} sure={items.filter(isSureItem).length} />
        ) : null}
      </aside>
    </div>
  );
}

function isSureItem(item: ReviewItem): item is Extract<ReviewItem, { readonly kind: 'draft' }> {
  return item.kind === 'draft' && isSure(item.draft);
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

/** The drafts of which the rules leave nothing open, each to be left out by its tick, before they are accepted as one deed. */
function BatchPreview({
  items,
  byId,
  language,
  onAccept,
  onClose,
}: {
  readonly items: readonly Extract<ReviewItem, { readonly kind: 'draft' }>[];
  readonly byId: ReadonlyMap<string, Sentence>;
  readonly language: Language;
  readonly onAccept: (drafts: readonly ReviewDraft[]) => void;
  readonly onClose: () => void;
}) {
  const word = useWords();
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const taken = items.filter(({ key }) => !leftOut.has(key)).map(({ draft }) => draft);
  const toggle = (key: string): void => {
    const next = new Set(leftOut);
    next.has(key) ? next.delete(key) : next.add(key);
    setLeftOut(next);
  };
  return (
    <section className="batch">
      <h2>{word('review.sureTitle')}</h2>
      <p className="small soft">{word('review.sureAbout')}</p>
      <ul>
        {items.map(({ key, draft, sentence }) => {
          const { number, text } = byId.get(sentence) ?? { number: '', text: { zh: null, en: null } };
          return (
            <li key={key}>
              <label className="tick-box">
                <input type="checkbox" checked={!leftOut.has(key)} onChange={() => toggle(key)} />{' '}
                <span>
                  <span className="key">{number}</span> {titleFrom((text[language] ?? '').slice(draft.start, draft.end))}{' '}
                  <span className="soft">{draft.verbClass ? word(`verb.${draft.verbClass}`) : ''}</span>
                </span>
              </label>
            </li>
          );
        })}
      </ul>
      <p className="row cut-actions">
        <Button
          look="filled"
          name={word('review.acceptMany', { count: taken.length })}
          disabled={taken.length === 0}
          onClick={() => onAccept(taken)}
        />
        <Button look="plain" name={word('cut.cancel')} onClick={onClose} />
      </p>
    </section>
  );
}
