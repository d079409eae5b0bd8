import type { Language } from '@westgate/base';
import type { Reporting, ReportRow, Thing } from '@westgate/contract';
import { type ActionSent, type Step, vocabulary } from '@westgate/domain';
import { useId, useState } from 'react';
import { useSay, useWords } from '../messages/words.ts';
import { Button } from '../parts/button.tsx';
import { DepartmentField } from '../parts/combo-field.tsx';
import { DayField } from '../parts/day-field.tsx';
import { Form } from '../parts/form.tsx';
import { Select } from '../parts/select.tsx';
import { saidIn } from '../scope/district-context.ts';
import { useWho } from '../scope/signed-in.ts';
import { useLanguage } from '../scope/use-view.ts';

/** A report on one record, as it is sent. */
export type UpdateDraft = ActionSent<'report-updates'>['updates'][number];

/** What an owner fills in, as it stands in the fields; empty where nothing is said. */
interface Said {
  readonly step: Step | null;
  readonly forecastOn: string;
  readonly waitsFor: string;
  readonly words: string;
}

/** What changed, in one row: how far the next step is, when it is expected to be finished, whom it waits for, a sentence. */
export function ReportForm({
  row,
  isBusy,
  onReport,
  onClose,
}: {
  readonly row: ReportRow;
  readonly isBusy: boolean;
  readonly onReport: (draft: UpdateDraft, who: string, file: File | null) => void;
  readonly onClose: () => void;
}) {
  const word = useWords();
  const say = useSay();
  const language = useLanguage();
  const id = useId();
  const [who, setWho] = useWho();
  const [hadWho] = useState(who.trim() !== '');
  const [said, setSaid] = useState<Said>(() => saidBefore(row.reporting));
  const [file, setFile] = useState<File | null>(null);
  const [isEmpty, tellEmpty] = useState(false);
  const set = (patch: Partial<Said>): void => setSaid((before) => ({ ...before, ...patch }));
  return (
    <Form
      className="update-form"
      aria-label={say(row.thing.name)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
      onSend={() => {
        const withFile = file && said.words.trim() === '' ? { ...said, words: word('reporting.withFile', { name: file.name }) } : said;
        const draft = draftOf(row.thing, withFile, language);
        tellEmpty(draft === null);
        if (draft && who.trim() !== '') onReport(draft, who.trim(), file);
      }}
    >
      <label>
        <span>{word('reporting.step')}</span>
        <Select
          // biome-ignore lint/a11y/noAutofocus: the form opens at a key or a press on its row, and is what was asked for.
          autoFocus
          value={said.step}
          options={vocabulary.STEPS.map((step) => [step, word(`step.${step}`)])}
          none={word('reporting.stepNone')}
          onChoose={(id) => set({ step: id })}
        />
      </label>
      <div>
        <span id={`${id}-expected`}>{word('reporting.expected')}</span>
        <DayField
          className="field"
          aria-label={word('reporting.expected')}
          value={said.forecastOn}
          onDay={(forecastOn) => set({ forecastOn })}
          onEmpty={() => set({ forecastOn: '' })}
        />
      </div>
      <div>
        <label id={`${id}-waits-label`} htmlFor={`${id}-waits`}>
          {word('reporting.waitsFor')}
        </label>
        <DepartmentField
          id={`${id}-waits`}
          value={said.waitsFor}
          empty={word('reporting.nobody')}
          onValue={(waitsFor) => set({ waitsFor })}
        />
      </div>
      <label className="update-words">
        <span>{word('reporting.words')}</span>
        <input
          className="field"
          maxLength={2000}
          value={said.words}
          aria-invalid={isEmpty}
          aria-describedby={isEmpty ? `${id}-empty` : undefined}
          onChange={({ target: { value } }) => set({ words: value })}
        />
      </label>
      <span className="update-file file-button">
        <input
          id={`${id}-file`}
          type="file"
          accept="image/*,application/pdf"
          onChange={({ target }) => setFile(target.files?.[0] ?? null)}
        />
        <label className="button" htmlFor={`${id}-file`}>
          {file ? `✓ ${file.name}` : word('reporting.file')}
        </label>
      </span>
      {hadWho ? null : (
        <label>
          <span>{word('undo.who')}</span>
          <input className="field" required maxLength={80} value={who} onChange={({ target: { value } }) => setWho(value)} />
        </label>
      )}
      <span className="update-acts">
        <Button type="submit" look="filled" name={word('reporting.send')} disabled={isBusy} />
        <Button look="plain" name={word('record.cancel')} onClick={onClose} />
      </span>
      {isEmpty ? (
        <p className="fault" id={`${id}-empty`} role="alert">
          {word('reporting.empty')}
        </p>
      ) : null}
    </Form>
  );
}

/** The fields as a form opens: what was said before stands there, the words are new each time. */
function saidBefore({ last }: Reporting): Said {
  return { step: last?.step ?? null, forecastOn: last?.forecastOn ?? '', waitsFor: last?.waitsFor?.id ?? '', words: '' };
}

/** The report that the fields tell; null where they tell nothing. */
function draftOf({ kind, id }: Thing, { step, forecastOn, waitsFor, words }: Said, language: Language): UpdateDraft | null {
  if (kind !== 'commitment' && kind !== 'project') return null;
  const text = words.trim();
  if (step === null && forecastOn === '' && waitsFor === '' && text === '') return null;
  return {
    subjectKind: kind,
    subjectId: id,
    unchanged: false,
    step,
    forecastOn: forecastOn === '' ? null : forecastOn,
    waitsFor: waitsFor === '' ? null : waitsFor,
    words: saidIn(words, language),
  };
}

/** The report that nothing changed. */
export function unchangedOf({ kind, id }: Thing): UpdateDraft | null {
  return kind === 'commitment' || kind === 'project' ? { subjectKind: kind, subjectId: id, unchanged: true } : null;
}
