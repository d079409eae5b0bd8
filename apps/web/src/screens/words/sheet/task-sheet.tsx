import { Link } from '@tanstack/react-router';
import type { SheetImportReport } from '@westgate/contract';
import { useEffect, useRef, useState } from 'react';
import { useAskAll } from '../../../api/ask.ts';
import { useReadSheet, useTakeSheet } from '../../../api/plans.ts';
import { useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { UndoButton } from '../../../parts/undo-button.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { useKeyOf } from '../../../record/use-key-of.ts';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { SheetSource } from './sheet-source.tsx';
import { SheetView } from './sheet-view.tsx';
import { SheetFaults, TakeForm } from './take-form.tsx';
import { askOf, NO_CHOICE, NO_SETTINGS, type RowChoice, type SheetFile, type SheetSettings, settingsOf, takeOf } from './view-model.ts';

/** Bringing in a task sheet: the file, how it is read, every cell as it was understood, and what is taken of it. */
export function TaskSheetScreen() {
  const word = useWords();
  const { mode } = useDistrictFrame().district;
  const [file, setFile] = useState<SheetFile | null>(null);
  const [settings, setSettings] = useState<SheetSettings>(NO_SETTINGS);
  const [choice, setChoice] = useState<RowChoice>(NO_CHOICE);
  const [round, setRound] = useState(0);
  const keyOf = useKeyOf();
  const recipes = useAskAll('recipes').data ?? [];
  const [look, take] = [useReadSheet(), useTakeSheet()];
  useTitle(word('sheet.title'));

  const read = (given: SheetFile, next: SheetSettings): void => {
    setFile(given);
    setSettings(next);
    setChoice(NO_CHOICE);
    take.reset();
    look.mutate(askOf(given, next));
  };
  const restart = (): void => {
    setFile(null);
    setSettings(NO_SETTINGS);
    look.reset();
    take.reset();
  };
  if (take.data?.stored) return <SheetTaken report={take.data} onAgain={restart} />;
  const sheet = look.data;
  return (
    <div className="task-sheet">
      <h1>{word('sheet.title')}</h1>
      <p className="soft small measure">{word('sheet.about')}</p>
      <SheetSource
        recipes={recipes}
        recipe={settings.recipe}
        fileName={file?.name ?? null}
        isBusy={look.isPending}
        onFile={(given) => read(given, { ...settings, sheet: '' })}
        onRecipe={(id) => {
          const kept = recipes.find((recipe) => recipe.id === id);
          const next = kept ? settingsOf(kept) : NO_SETTINGS;
          if (file) read(file, next);
          else setSettings(next);
        }}
      />
      {look.error ? <SheetFaults error={look.error} /> : null}
      {sheet && file && !look.error ? (
        <>
          <SheetView sheet={sheet} settings={settings} choice={choice} onChoice={setChoice} onSettings={(next) => read(file, next)} />
          {mode === 'ready' ? (
            <TakeForm
              sheet={sheet}
              choice={choice}
              recipe={recipes.find(({ id }) => id === settings.recipe) ?? null}
              isBusy={take.isPending}
              error={take.error}
              onTake={(given) => {
                const request = takeOf(askOf(file, settings), sheet, choice, given);
                take.mutate({ request, key: keyOf({ ...request, round }) }, { onSuccess: () => setRound(round + 1) });
              }}
            />
          ) : null}
        </>
      ) : null}
    </div>
  );
}

/** Says what was taken in, takes it back, and leads on. */
function SheetTaken({ report, onAgain }: { readonly report: SheetImportReport; readonly onAgain: () => void }) {
  const word = useWords();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <div className="task-sheet">
      <h1 tabIndex={-1} ref={head}>
        {word('sheet.taken', { count: report.changeCount })}
      </h1>
      <p>
        {word('bring.storedAs', { seq: report.seq ?? 0 })} {report.seq === null ? null : <UndoButton seq={report.seq} />}
      </p>
      <p className="row">
        <Link to="/register" search={{ noun: 'commitment' }} className="button filled">
          {word('sheet.ledger')}
        </Link>
        <Button look="plain" name={word('sheet.again')} onClick={onAgain} />
      </p>
    </div>
  );
}
