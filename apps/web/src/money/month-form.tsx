import type { MonthlyRow } from '@westgate/contract';
import { sayMoney, vocabulary } from '@westgate/domain';
import { useState } from 'react';
import { useTellAndSee } from '../api/use-write.ts';
import { useSay, useWords } from '../messages/words.ts';
import { useSayPeriod } from '../parts/day-text.tsx';
import { Select } from '../parts/select.tsx';
import { SignedForm, useSignedForm } from '../record/form/signed-form.tsx';
import { FormField } from '../record/form-field.tsx';
import { useTypingLanguage } from '../scope/district-context.ts';
import { fallOf, type MonthSaid, monthDraftOf, monthFaults, saidBefore } from './month-draft.ts';

/** What the lead of a project reports of a month: carried over from the last one, kept only when it is confirmed. */
export function MonthForm({
  row,
  month,
  level,
  onDone,
}: {
  readonly row: MonthlyRow;
  readonly month: string;
  /** How deep its heading stands on its page. */
  readonly level?: 'h2' | 'h3';
  readonly onDone: () => void;
}) {
  const word = useWords();
  const say = useSay();
  const sayWhen = useSayPeriod();
  const language = useTypingLanguage();
  const form = useSignedForm(onDone);
  const report = useTellAndSee('report-month');
  const [said, setSaid] = useState<MonthSaid>(() => saidBefore(row, language));
  const set = (patch: Partial<MonthSaid>): void => setSaid((held) => ({ ...held, ...patch }));
  const fall = fallOf(row, said);
  const { before } = row;
  const send = (): void =>
    form.send(report, monthFaults(row, said), ({ who, keyOf }) => {
      const body = { month, reports: [monthDraftOf(row, said, language)], who };
      return { body, key: keyOf(body) };
    });
  return (
    <SignedForm
      form={form}
      className="record-form month-form"
      heading={`${say(row.project.name)} · ${sayWhen(month)}`}
      {...(level ? { level } : {})}
      error={report.error}
      save={word('money.confirm')}
      isBusy={report.isPending}
      onSend={send}
      onLeave={onDone}
    >
      {row.report === null && before ? <p className="note">{word('money.carried', { month: sayWhen(before.month) })}</p> : null}
      <FormField
        id={form.idOf('completed')}
        label={word('money.completedLabel')}
        hint={
          before && before.completedFen !== null
            ? word('money.before', { month: sayWhen(before.month), amount: sayMoney(before.completedFen) })
            : word('money.beforeNone')
        }
        fault={form.faultOf('completed')}
      >
        <input
          value={said.completed}
          inputMode="decimal"
          autoComplete="off"
          // biome-ignore lint/a11y/noAutofocus: the form opens at a press on its row, and is what was asked for.
          autoFocus
          onChange={(event) => set({ completed: event.target.value })}
        />
      </FormField>
      {fall ? (
        <FormField
          id={form.idOf('fallReason')}
          label={word('money.fall')}
          hint={word('money.fallHint', { month: sayWhen(fall.month), amount: sayMoney(fall.fen) })}
          fault={form.faultOf('fallReason')}
        >
          <input value={said.fallReason} maxLength={2000} onChange={(event) => set({ fallReason: event.target.value })} />
        </FormField>
      ) : null}
      <FormField id={form.idOf('share')} label={word('money.shareLabel')} fault={form.faultOf('share')}>
        <input value={said.share} inputMode="decimal" autoComplete="off" onChange={(event) => set({ share: event.target.value })} />
      </FormField>
      <FormField id={form.idOf('words')} label={word('money.wordsLabel')} fault={null}>
        <textarea rows={2} value={said.words} maxLength={2000} onChange={(event) => set({ words: event.target.value })} />
      </FormField>
      <FormField id={form.idOf('problem')} label={word('money.problem')} fault={null}>
        <textarea rows={2} value={said.problem} maxLength={2000} onChange={(event) => set({ problem: event.target.value })} />
      </FormField>
      <FormField id={form.idOf('level')} label={word('money.level')} fault={null}>
        <Select
          value={said.level}
          options={vocabulary.DECIDING_LEVELS.map((level) => [level, word(`level.${level}`)])}
          onChoose={(id) => set({ level: id })}
        />
      </FormField>
    </SignedForm>
  );
}
