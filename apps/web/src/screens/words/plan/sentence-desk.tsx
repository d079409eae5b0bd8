import type { Sentence } from '@westgate/contract';
import { useEffect, useState } from 'react';
import { useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { UndoButton } from '../../../parts/undo-button.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { useMayChange } from '../../../scope/may-change.ts';
import { isTyping } from '../../../scope/use-global-keys.ts';
import { useSetView, useView } from '../../../scope/use-view.ts';
import { CutForm } from '../cut/cut-form.tsx';
import { NO_CUT } from '../cut/cut-model.ts';
import { NarrativeForm } from '../cut/narrative-form.tsx';

type Work = 'cut' | 'narrative';

/** What is being done with the selected sentence, as the address says; null where nothing is. */
export function useSentenceWork(): Work | null {
  const { edit } = useView();
  return edit === 'cut' || edit === 'narrative' ? edit : null;
}

/** The buttons that work on a sentence: C cuts a commitment, N marks it narrative; then what was recorded, with its undo. */
export function SentenceDesk({ sentence }: { readonly sentence: Sentence }) {
  const word = useWords();
  const setView = useSetView();
  const { mode } = useDistrictFrame().district;
  const mayCut = useMayChange('edit', 'any');
  const mayMark = useMayChange('edit-all');
  const canNarrate = mayMark && sentence.commitmentIds.length === 0 && sentence.kind !== 'source';
  const isReady = mode === 'ready' && mayCut && sentence.inText;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      const key = event.key.toLowerCase();
      const work: Work | null = key === 'c' ? 'cut' : key === 'n' && canNarrate ? 'narrative' : null;
      if (!work || !isReady) return;
      event.preventDefault();
      setView({ sel: `sentence:${sentence.id}`, edit: work });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [setView, sentence.id, canNarrate, isReady]);
  if (!isReady) return null;
  const open = (work: Work): void => setView({ sel: `sentence:${sentence.id}`, edit: work });
  return (
    <p className="sentence-desk">
      <Button name={word('cut.open')} keys="C" onClick={() => open('cut')} />
      {canNarrate ? (
        <Button
          name={word(sentence.kind === 'narrative' ? 'narrative.back' : 'narrative.mark')}
          keys="N"
          onClick={() => open('narrative')}
        />
      ) : null}
    </p>
  );
}

/** The form that the address asks for; `onDone` gets the deed. */
export function SentenceWork({ sentence, onDone }: { readonly sentence: Sentence; readonly onDone: (seq: number) => void }) {
  const word = useWords();
  const setView = useSetView();
  const work = useSentenceWork();
  const close = (): void => setView({ edit: undefined }, { replace: true });
  const done = ({ seq }: { readonly seq: number }): void => {
    onDone(seq);
    close();
  };
  return work === 'narrative' ? (
    <NarrativeForm sentence={sentence} onDone={done} onCancel={close} />
  ) : (
    <CutForm sentence={sentence} initial={NO_CUT} title={word('cut.formTitle')} onDone={done} onCancel={close} />
  );
}

/** The deed that was just done on a sentence, and the sentence it was done on. */
export function useSentenceDeed(): readonly [
  { readonly sentence: string; readonly seq: number } | null,
  (sentence: string, seq: number) => void,
] {
  const [done, setDone] = useState<{ readonly sentence: string; readonly seq: number } | null>(null);
  return [done, (sentence, seq) => setDone({ sentence, seq })];
}

/** Says what was recorded of a sentence, and takes it back. */
export function SentenceDone({ seq }: { readonly seq: number }) {
  const word = useWords();
  return (
    <p className="small sentence-done">
      <output>{word('narrative.done', { seq })}</output> <UndoButton key={seq} seq={seq} />
    </p>
  );
}
