import { Link } from '@tanstack/react-router';
import type { SheetImportReport } from '@westgate/contract';
import { useEffect, useRef, useState } from 'react';
import { useAskAll } from '../../../api/ask.ts';
import { useReadSheet, useTakeSheet } from '../../../api/plans.ts';
import { useWords } from '../../../messages/words.ts';
import { AsWritten } from '../../../parts/as-written.tsx';
import { Button } from '../../../parts/button.tsx';
import { UndoButton } from '../../../parts/undo-button.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { useKeyOf } from '../../../record/use-key-of.ts';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { SheetSource } from './sheet-source.tsx';
import { SheetView } from './sheet-view.tsx';
import { SheetFaults, TakeForm } from './take-form.tsx';
import {
  askOf,
  leftOut,
  NO_CHOICE,
  NO_SETTINGS,
  ofRows,
  type RowChoice,
  type SheetFile,
  type SheetSettings,
  settingsOf,
  takenRows,
  takeOf,
} from './view-model.ts';

/** Bringing in a task sheet: the file, how it is read, every cell as it was understood, and what is taken of it. */
export function TaskSheetScreen() {
  const word = useWords();
  const { mode } = useDistrictFrame().district;
  const [file, setFile] = useState<SheetFile | null>(null);
  const [settings, setSettings] = useState<SheetSettings>(NO_SETTINGS);
  const [choice, setChoice] = useState<RowChoice>(NO_CHOICE);
  const [round, setRound] = useState(0);
  const [isChosen, setChosen] = useState(false);
  const keyOf = useKeyOf();
  const recipes = useAskAll('recipes', { query: { reads: 'all' } }).data ?? [];
  const [look, take] = [useReadSheet(), useTakeSheet()];
  useTitle(word('sheet.title'));

  const read = (given: SheetFile, next: SheetSettings): void => {
    setFile(given);
    setSettings(next);
    setChoice(NO_CHOICE);
    take.reset();
    look.mutate(askOf(given, next), {
      onSuccess: ({ recipe, isOurs }) => {
        const known = next.isOpen && !isOurs ? recipes.find(({ id }) => id === recipe) : undefined;
        setChosen(known !== undefined || (isChosen && next.recipe === recipe && recipe !== null));
        if (known) setSettings({ ...settingsOf(known), sheet: next.sheet, month: next.month });
      },
    });
  };
  const restart = (): void => {
    setFile(null);
    setSettings(NO_SETTINGS);
    setChosen(false);
    look.reset();
    take.reset();
  };
  if (take.data?.stored && look.data)
    return <SheetTaken report={take.data} left={leftOut(look.data, takenRows(look.data, choice))} onAgain={restart} />;
  const sheet = look.data;
  return (
    <div className="task-sheet">
      <h1>{word('sheet.title')}</h1>
      <p className="soft small measure">{word('sheet.about')}</p>
      <SheetSource
        recipes={recipes}
        recipe={settings.recipe}
        isChosen={isChosen}
        fileName={file?.name ?? null}
        isBusy={look.isPending}
        onFile={(given) => read(given, isChosen ? NO_SETTINGS : { ...settings, sheet: '', month: '' })}
        onRecipe={(id) => {
          const kept = recipes.find((recipe) => recipe.id === id);
          const next = kept ? settingsOf(kept) : { ...NO_SETTINGS, isOpen: false };
          setChosen(false);
          if (file) read(file, next);
          else setSettings(next);
        }}
      />
      {look.error ? <SheetFaults error={look.error} /> : null}
      {sheet && file && !look.error ? (
        <>
          <SheetView
            sheet={sheet}
            settings={settings}
            choice={choice}
            onChoice={setChoice}
            onSettings={(next) => read(file, { ...next, isOpen: false })}
          />
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
function SheetTaken({
  report,
  left,
  onAgain,
}: {
  readonly report: SheetImportReport;
  readonly left: ReturnType<typeof leftOut>;
  readonly onAgain: () => void;
}) {
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
      <SheetLeft left={left} reads={report.sheet.reads} />
      <p className="row">
        {report.sheet.reads === 'monthly' ? (
          <Link to="/register" search={{ noun: 'project' }} className="button filled">
            {word('sheet.projects')}
          </Link>
        ) : (
          <Link
            to="/register"
            search={{ noun: 'commitment', ...(report.plan === null ? {} : { plan: report.plan }) }}
            className="button filled"
          >
            {word('sheet.ledger')}
          </Link>
        )}
        <Button look="plain" name={word('sheet.again')} onClick={onAgain} />
      </p>
    </div>
  );
}

/** What was left out, each with how much of it; that nothing was is said, too. */
function SheetLeft({
  left: { heads, rows, cells, skipped },
  reads,
}: {
  readonly left: ReturnType<typeof leftOut>;
  readonly reads: SheetImportReport['sheet']['reads'];
}) {
  const word = useWords();
  const said = [
    ...(rows.length > 0 ? [word(ofRows(reads, 'sheet.left.rows'), { count: rows.length, rows: rows.join(', ') })] : []),
    ...(cells > 0 ? [word('sheet.left.cells', { count: cells })] : []),
    ...(heads.length === 0 && rows.length === 0 && cells === 0 ? [word(ofRows(reads, 'sheet.left.none'))] : []),
    ...(skipped > 0 ? [word(ofRows(reads, 'sheet.left.skipped'), { count: skipped })] : []),
  ];
  return (
    <section aria-label={word('sheet.left')} className="sheet-left">
      <h2>{word('sheet.left')}</h2>
      <ul>
        {heads.length > 0 ? (
          <li>
            {word('sheet.left.columns')} <AsWritten text={heads.join(' · ')} />
          </li>
        ) : null}
        {said.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
