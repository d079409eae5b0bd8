import type { UpdateRule } from '@westgate/contract';
import { fieldsOf, vocabulary } from '@westgate/domain';
import { useState } from 'react';
import { useAsk } from '../../api/ask.ts';
import { useEdits } from '../../api/edits.ts';
import { useWords } from '../../messages/words.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Refusal } from '../../parts/error-text.tsx';
import { Select } from '../../parts/select.tsx';
import { Table } from '../../parts/table.tsx';
import { UndoButton } from '../../parts/undo-button.tsx';
import { useMayChange } from '../../scope/may-change.ts';

const DAYS = ['nearDays', 'windowDays', 'escalateDays'] as const;
/** The columns that the parts of a rule are. */
const COLUMNS = { nearDays: 'near_days', windowDays: 'window_days', escalateDays: 'escalate_days' } as const;
/** The fewest and the most working days that a rule may say. */
const [LEAST, MOST] = fieldsOf('update_rule').near_days?.range ?? [0, 0];

/** How often reports on commitments and projects are asked for, and what follows when none comes. Nothing where none are asked for yet: Today asks that first. */
export function ReportRules() {
  const word = useWords();
  const rules = useAsk('today', { query: { limit: 1 } }).data?.rules ?? [];
  const mayChange = useMayChange('edit-all');
  const [typed, setTyped] = useState<Readonly<Record<string, UpdateRule>>>({});
  const edits = useEdits();
  if (rules.length === 0) return null;
  const ruleOf = (rule: UpdateRule): UpdateRule => typed[rule.subjectKind] ?? rule;
  const set = (rule: UpdateRule, patch: Partial<UpdateRule>): void => {
    edits.reset();
    setTyped({ ...typed, [rule.subjectKind]: { ...ruleOf(rule), ...patch } });
  };
  const changed = rules.filter((rule) => Object.keys(changesOf(rule, ruleOf(rule))).length > 0);
  const save = (who: string): void =>
    edits.mutate(
      {
        who,
        reason: '',
        key: crypto.randomUUID(),
        edits: changed.map((rule) => ({
          action: 'revise' as const,
          table: 'update_rule' as const,
          key: rule.subjectKind,
          rev: rule.rev,
          fields: changesOf(rule, ruleOf(rule)),
        })),
      },
      { onSuccess: () => setTyped({}) },
    );
  return (
    <section className="section" aria-labelledby="report-rules">
      <h2 id="report-rules">{word('rules.title')}</h2>
      <p className="small soft">{word('rules.lead')}</p>
      <Table
        className="stacking"
        rows={rules}
        keyOf={({ subjectKind }) => subjectKind}
        columns={[
          { head: word('rules.kind'), isRowHead: true, of: ({ subjectKind }) => word(`noun.${subjectKind}`) },
          {
            head: word('ask.cadence'),
            of: (rule) => (
              <Select
                aria-label={`${word(`noun.${rule.subjectKind}`)} ${word('ask.cadence')}`}
                disabled={!mayChange}
                value={ruleOf(rule).cadence}
                options={vocabulary.CADENCES.map((each) => [each, word(`cadence.${each}`)])}
                onChoose={(cadence) => set(rule, { cadence })}
              />
            ),
          },
          ...DAYS.map((name) => ({
            head: word(`rules.${name}`),
            of: (rule: UpdateRule) => (
              <input
                className="field"
                type="number"
                min={LEAST}
                max={MOST}
                disabled={!mayChange}
                aria-label={`${word(`noun.${rule.subjectKind}`)} ${word(`rules.${name}`)}`}
                value={ruleOf(rule)[name]}
                onChange={({ target }) => set(rule, { [name]: Math.max(LEAST, Math.min(MOST, Math.trunc(target.valueAsNumber) || 0)) })}
              />
            ),
          })),
        ]}
      />
      {mayChange ? (
        <p className="row">
          {changed.length > 0 ? (
            <ActButton name={word('rules.save')} className="button filled" isBusy={edits.isPending} onAct={save} />
          ) : null}
          {edits.data && changed.length === 0 ? <UndoButton seq={edits.data.seq} /> : null}
        </p>
      ) : null}
      <Refusal error={edits.error} />
    </section>
  );
}

function changesOf(before: UpdateRule, after: UpdateRule): Readonly<Record<string, string | number>> {
  return {
    ...(after.cadence === before.cadence ? {} : { cadence: after.cadence }),
    ...Object.fromEntries(DAYS.flatMap((name) => (after[name] === before[name] ? [] : [[COLUMNS[name], after[name]]]))),
  };
}
