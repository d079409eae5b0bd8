import type { OutsideReport, OutsideTask } from '@westgate/contract';
import { type Step, vocabulary } from '@westgate/domain';
import { useId, useState } from 'react';
import { ProblemError } from '../../api/client.ts';
import { useOutsideReport } from '../../api/outside.ts';
import { useSay, useWords } from '../../messages/words.ts';
import { Button } from '../../parts/button.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { Form } from '../../parts/form.tsx';
import { Select } from '../../parts/select.tsx';
import { FormField } from '../../record/form-field.tsx';
import { useKeyOf } from '../../record/use-key-of.ts';
import { keptLanguage, saidIn } from '../../scope/district-context.ts';
import { useWho } from '../../scope/signed-in.ts';
import { useLanguage } from '../../scope/use-view.ts';
import { refusalWord } from '../people/door-sheet.tsx';

/** The report of a body outside the district: "no change" in one press, or how far it is, when it is expected, a sentence, a photo. */
export function OutsideForm({ link, task }: { readonly link: string; readonly task: OutsideTask }) {
  const word = useWords();
  const say = useSay();
  const language = keptLanguage(useLanguage(), task.languages);
  const prefix = useId();
  const [who, setWho] = useWho();
  const keyOf = useKeyOf();
  const report = useOutsideReport(link);
  const [step, setStep] = useState<Step | null>(null);
  const [forecastOn, setForecast] = useState('');
  const [words, setWords] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [paper, setPaper] = useState<string | null>(null);
  const [fault, setFault] = useState<'who' | 'words' | 'file' | null>(null);

  // What was asked for and is there by now is asked for no more.
  const requirement = paper === '' ? null : ((task.asked.find((each) => each.requirement === paper) ?? task.asked[0])?.requirement ?? null);

  const send = (unchanged: boolean): void => {
    const text = words.trim() || (file ? word('reporting.withFile', { name: file.name }) : '');
    const isEmpty = step === null && forecastOn === '' && text === '';
    const found = who.trim() === '' ? 'who' : !unchanged && isEmpty ? 'words' : file && file.size > task.mostBytes ? 'file' : null;
    setFault(found);
    report.reset();
    if (found) {
      document.getElementById(`${prefix}-${found}`)?.focus();
      return;
    }
    const said: OutsideReport = unchanged
      ? { who: who.trim(), unchanged }
      : {
          who: who.trim(),
          unchanged,
          step,
          forecastOn: forecastOn || null,
          words: saidIn(text, language),
        };
    const sent = { report: said, file: unchanged ? null : file, requirement };
    report.mutate(
      { ...sent, key: keyOf({ ...said, requirement, file: file && `${file.name} ${file.size} ${file.lastModified}` }) },
      {
        onSuccess: () => {
          setStep(null);
          setForecast('');
          setWords('');
          setFile(null);
        },
      },
    );
  };
  const onSubmit = (): void => {
    send(false);
  };
  return (
    <Form className="outside-form" onSend={onSubmit}>
      <FormField id={`${prefix}-who`} fault={fault === 'who' ? 'form.fault.empty' : null} label={word('outside.who')}>
        <input value={who} maxLength={80} autoComplete="name" onChange={({ target }) => setWho(target.value)} />
      </FormField>
      {task.last ? <Button name={word('reporting.unchanged')} disabled={report.isPending} onClick={() => send(true)} /> : null}
      <FormField id={`${prefix}-step`} fault={null} label={word('reporting.step')}>
        <Select
          value={step}
          options={vocabulary.STEPS.map((each) => [each, word(`step.${each}`)])}
          none={word('reporting.stepNone')}
          onChoose={setStep}
        />
      </FormField>
      <FormField id={`${prefix}-expected`} fault={null} label={word('reporting.expected')}>
        <DayField value={forecastOn} onDay={setForecast} onEmpty={() => setForecast('')} />
      </FormField>
      <FormField id={`${prefix}-words`} fault={fault === 'words' ? 'reporting.empty' : null} label={word('reporting.words')}>
        <input value={words} maxLength={2000} onChange={({ target }) => setWords(target.value)} />
      </FormField>
      <span className="file-button">
        <input
          id={`${prefix}-file`}
          type="file"
          accept={['image/*', ...task.endings.map((ending) => `.${ending}`)].join(',')}
          onChange={({ target }) => setFile(target.files?.[0] ?? null)}
        />
        <label className="button" htmlFor={`${prefix}-file`}>
          {file ? `✓ ${file.name}` : word('reporting.file')}
        </label>
      </span>
      {task.asked.length > 0 ? (
        <FormField id={`${prefix}-paper`} fault={null} label={word('outside.paper')}>
          <Select
            value={requirement}
            options={[
              ...task.asked.map((each) => [each.requirement, say(each.name) || each.requirement] as const),
              ['', word('outside.paperNone')],
            ]}
            onChoose={setPaper}
          />
        </FormField>
      ) : null}
      {fault === 'file' ? (
        <p role="alert" className="fault">
          {word('outside.fault.file', { megabytes: Math.floor(task.mostBytes / 1_000_000) })}
        </p>
      ) : null}
      <Button type="submit" look="filled" name={word('reporting.send')} disabled={report.isPending} />
      {report.isSuccess ? <p role="status">✓ {word('outside.sent')}</p> : null}
      {report.error ? (
        <p role="alert" className="fault">
          {isFileRefused(report.error)
            ? word('outside.fileRefused', { megabytes: Math.floor(task.mostBytes / 1_000_000) })
            : refusalWord(word, report.error, { spent: 'outside.spent' })}
        </p>
      ) : null}
    </Form>
  );
}

const OF_FILES: ReadonlySet<string> = new Set(['WG_FILE_REFUSED', 'WG_MEDIA_REFUSED', 'WG_BODY_TOO_LARGE']);

/** Whether it is the file that was refused. */
function isFileRefused(error: Error): boolean {
  return error instanceof ProblemError && OF_FILES.has(error.problem?.code ?? '');
}
