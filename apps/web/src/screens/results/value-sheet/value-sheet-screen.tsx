import { Link } from '@tanstack/react-router';
import type { ValueImportReport, ValuePreview } from '@westgate/contract';
import { useEffect, useId, useRef, useState } from 'react';
import { useTellAndSee } from '../../../api/use-write.ts';
import { useReadValues } from '../../../api/value-sheets.ts';
import { useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { ErrorText } from '../../../parts/error-text.tsx';
import { Form } from '../../../parts/form.tsx';
import { UndoButton } from '../../../parts/undo-button.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { WriteProgress } from '../../../parts/write-progress.tsx';
import { useKeyOf } from '../../../record/use-key-of.ts';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { useMayChange } from '../../../scope/may-change.ts';
import { useWho } from '../../../scope/signed-in.ts';
import type { GivenSheet } from '../../../start/sheet-drop.tsx';
import { WhoField } from '../../../start/who-field.tsx';
import { askOf, NO_SETTINGS, storedIn, type ValueSettings } from './sheet-model.ts';
import { ValuePreviewTables } from './value-preview.tsx';
import { ValueSource } from './value-source.tsx';

/** Bringing in a sheet of values: the file, what holds for all of it, what it would change and what is refused; stored when a person says so. */
export function ValueSheetScreen() {
  const word = useWords();
  const { mode } = useDistrictFrame().district;
  const mayEnter = useMayChange('update');
  const [file, setFile] = useState<GivenSheet | null>(null);
  const [settings, setSettings] = useState<ValueSettings>(NO_SETTINGS);
  const [look, take] = [useReadValues(), useTellAndSee('import-values')];
  useTitle(word('valueSheet.title'));
  const read = (given: GivenSheet | null, next: ValueSettings): void => {
    setFile(given);
    setSettings(next);
    take.reset();
    if (given) look.mutate(askOf(given, next));
  };
  if (take.data?.stored)
    return (
      <ValuesTaken
        report={take.data}
        onAgain={() => {
          look.reset();
          read(null, NO_SETTINGS);
        }}
      />
    );
  const preview = look.data;
  return (
    <div className="register-main value-sheet">
      <h1>{word('valueSheet.title')}</h1>
      <p className="small soft measure">{word('valueSheet.about')}</p>
      <ValueSource
        file={file}
        settings={settings}
        isBusy={look.isPending}
        onFile={(given) => read(given, { ...settings, sheet: '', names: {} })}
        onSettings={(next) => read(file, next)}
      />
      {look.error ? (
        <p className="fault" role="alert">
          <ErrorText error={look.error} />
        </p>
      ) : null}
      {preview && file && !look.error ? (
        <>
          <ValuePreviewTables preview={preview} settings={settings} onSettings={(next) => read(file, next)} />
          {mode === 'ready' && mayEnter ? (
            <TakeValues preview={preview} file={file} settings={settings} isOld={look.isPending} take={take} />
          ) : null}
        </>
      ) : null}
    </div>
  );
}

/** Stores what is clear, by name. */
function TakeValues({
  preview,
  file,
  settings,
  isOld,
  take,
}: {
  readonly preview: ValuePreview;
  readonly file: GivenSheet;
  readonly settings: ValueSettings;
  /** It is being read anew. */
  readonly isOld: boolean;
  readonly take: ReturnType<typeof useTellAndSee<'import-values'>>;
}) {
  const word = useWords();
  const prefix = useId();
  const keyOf = useKeyOf();
  const [who, setWho] = useWho();
  const [isUnnamed, setUnnamed] = useState(false);
  const { seq } = useDistrictFrame().district;
  const count = storedIn(preview);
  const { faulty } = preview.counts;
  const send = (): void => {
    setUnnamed(who.trim() === '');
    if (who.trim() === '') {
      document.getElementById(`${prefix}-who`)?.focus();
      return;
    }
    const body = { ...askOf(file, settings), rows: faulty > 0 ? ('clear' as const) : ('all' as const), who: who.trim() };
    take.mutate({ body, key: keyOf({ ...body, after: seq }) });
  };
  if (count === 0) return <p className="effect">{word(faulty > 0 ? 'valueSheet.noneClear' : 'valueSheet.same')}</p>;
  return (
    <Form className="start-send" onSend={send} aria-label={word('valueSheet.title')}>
      {faulty > 0 ? <p className="effect">{word('valueSheet.leavesOut', { count: faulty })}</p> : null}
      <WhoField id={`${prefix}-who`} who={who} isFaulty={isUnnamed} onWho={setWho} />
      {take.error ? (
        <p className="fault" role="alert">
          <ErrorText error={take.error} />
        </p>
      ) : null}
      <Button type="submit" look="filled" name={word('values.save', { count })} disabled={take.isPending || isOld} />
      <WriteProgress write={take} said={word('start.bring.storing')} />
    </Form>
  );
}

/** Says what was taken in, takes it back, and leads on. */
function ValuesTaken({ report, onAgain }: { readonly report: ValueImportReport; readonly onAgain: () => void }) {
  const word = useWords();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const { counts, seq } = report;
  return (
    <div className="register-main value-sheet">
      <h1 tabIndex={-1} ref={head}>
        {word('valueSheet.taken', { count: report.changeCount })}
      </h1>
      <p>{word('valueSheet.takenAs', { new: counts.new, changed: counts.changed })}</p>
      <p>
        {word('bring.storedAs', { seq: seq ?? 0 })} {seq === null ? null : <UndoButton seq={seq} />}
      </p>
      <p className="row">
        <Link to="/results" search={true} className="button filled">
          {word('screen.results')}
        </Link>
        <Button look="plain" name={word('sheet.again')} onClick={onAgain} />
      </p>
    </div>
  );
}
