import { isDay } from '@westgate/base';
import type { BodyOf, Gate, GateStanding, Rung } from '@westgate/contract';
import { actionNamed, vocabulary } from '@westgate/domain';
import { useState } from 'react';
import { useAsk } from '../../../api/ask.ts';
import { useTell } from '../../../api/use-write.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { DayField } from '../../../parts/day-field.tsx';
import { Select } from '../../../parts/select.tsx';
import { useFieldWord } from '../../../record/form/field-words.ts';
import type { FormFault } from '../../../record/form/form-values.ts';
import { SignedForm, useSignedForm } from '../../../record/form/signed-form.tsx';
import { FormField } from '../../../record/form-field.tsx';

/** What is to become of a passed gate, as typed: kept as the gate `as`, or, where that is empty, set aside with the reason. */
interface Becoming {
  readonly as: string;
  readonly reason: string;
}

/** Another kind for a project, or the rules of another day; every gate it passed is kept as one of the new, or set aside with the reason. */
export function RulesForm({ standing, onDone }: { readonly standing: GateStanding; readonly onDone: () => void }) {
  const word = useWords();
  const say = useSay();
  const fieldWord = useFieldWord('change-rules');
  const { why } = actionNamed('change-rules');
  const form = useSignedForm(onDone);
  const [kind, setKind] = useState<string>(standing.kind);
  const [rulesOn, setRulesOn] = useState(standing.rulesOn);
  const [reason, setReason] = useState('');
  const [becoming, setBecoming] = useState<Readonly<Record<string, Becoming>>>({});
  const move = useTell('change-rules');
  const rulebook = useAsk('rulebook', { query: { kind, asOf: isDay(rulesOn) ? rulesOn : undefined } }).data;
  const gates = rulebook?.gates.map(({ gate }) => gate) ?? [];
  const decided = toDecide(standing, gates);
  const set = (gate: string, more: Partial<Becoming>): void =>
    setBecoming((before) => ({ ...before, [gate]: { ...(before[gate] ?? { as: '', reason: '' }), ...more } }));
  const send = (): void =>
    form.send(move, rulesFaults({ rulesOn, reason, decided, becoming }), ({ who, keyOf }) => {
      const body = { who, kind, rulesOn, reason: reason.trim(), passes: passesOf(decided, becoming) };
      return { params: { id: standing.project.id }, body, key: keyOf(body) };
    });
  return (
    <SignedForm
      form={form}
      heading={word('action.change-rules')}
      error={move.error}
      save={word('action.change-rules')}
      isBusy={move.isPending || !rulebook}
      onSend={send}
      onLeave={onDone}
    >
      <FormField id={form.idOf('kind')} label={fieldWord('kind')} fault={null}>
        <Select value={kind} options={vocabulary.PROJECT_KINDS.map((each) => [each, word(`project.${each}`)])} onChoose={setKind} />
      </FormField>
      <FormField id={form.idOf('rulesOn')} label={fieldWord('rules_on')} fault={form.faultOf('rulesOn')}>
        <DayField value={rulesOn} onDay={setRulesOn} onEmpty={() => setRulesOn('')} aria-label={fieldWord('rules_on')} />
      </FormField>
      {decided.map(({ gate }) => (
        <fieldset key={gate.id} className="becoming">
          <legend>{word('gates.whatBecomes', { name: say(gate.name) })}</legend>
          <FormField id={form.idOf(`as-${gate.id}`)} label={word('gates.keepAs')} fault={form.faultOf(`as-${gate.id}`)}>
            <Select
              value={becoming[gate.id]?.as}
              options={gates.map((each) => [each.id, say(each.name)])}
              none={word('gates.setAsideOption')}
              onChoose={(id) => set(gate.id, { as: id ?? '' })}
            />
          </FormField>
          {(becoming[gate.id]?.as ?? '') === '' ? (
            <FormField id={form.idOf(`why-${gate.id}`)} label={word('gates.setAsideWhy')} fault={form.faultOf(`why-${gate.id}`)}>
              <input
                value={becoming[gate.id]?.reason ?? ''}
                maxLength={500}
                autoComplete="off"
                onChange={(event) => set(gate.id, { reason: event.target.value })}
              />
            </FormField>
          ) : null}
        </fieldset>
      ))}
      <FormField id={form.idOf('reason')} label={why ? say(why) : ''} fault={form.faultOf('reason')}>
        <input value={reason} maxLength={500} autoComplete="off" onChange={(event) => setReason(event.target.value)} />
      </FormField>
    </SignedForm>
  );
}

/** The passed gates that are not on the new ladder: of each must be said what becomes of it. */
export function toDecide({ rungs }: Pick<GateStanding, 'rungs'>, gates: readonly Pick<Gate, 'id'>[]): readonly Rung[] {
  return rungs.filter(({ state, gate }) => state === 'passed' && !gates.some(({ id }) => id === gate.id));
}

/** What keeps the rules from being changed. */
export function rulesFaults({
  rulesOn,
  reason,
  decided,
  becoming,
}: {
  readonly rulesOn: string;
  readonly reason: string;
  readonly decided: readonly Rung[];
  readonly becoming: Readonly<Record<string, Becoming>>;
}): readonly FormFault[] {
  const faults: FormFault[] = isDay(rulesOn) ? [] : [{ field: 'rulesOn', word: 'form.fault.day' }];
  const kept = decided.map(({ gate }) => becoming[gate.id]?.as ?? '');
  for (const [index, { gate }] of decided.entries()) {
    const { as = '', reason: why = '' } = becoming[gate.id] ?? {};
    if (as === '' && why.trim() === '') faults.push({ field: `why-${gate.id}`, word: 'gates.fault.setAside' });
    if (as !== '' && kept.indexOf(as) !== index) faults.push({ field: `as-${gate.id}`, word: 'gates.fault.twice' });
  }
  if (reason.trim() === '') faults.push({ field: 'reason', word: 'form.fault.reason' });
  return faults;
}

/** What becomes of each passed gate, as the API takes it. */
export function passesOf(decided: readonly Rung[], becoming: Readonly<Record<string, Becoming>>): BodyOf<'change-rules'>['passes'] {
  return decided.map(({ gate }) => {
    const { as = '', reason = '' } = becoming[gate.id] ?? {};
    return as === '' ? { gate: gate.id, becomes: 'set-aside', reason: reason.trim() } : { gate: gate.id, becomes: 'kept-as', as };
  });
}
