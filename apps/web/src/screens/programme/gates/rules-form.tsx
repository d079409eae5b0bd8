import { isDay } from '@westgate/base';
import type { GateStanding } from '@westgate/contract';
import { vocabulary } from '@westgate/domain';
import { useId, useState } from 'react';
import { useGateMove, useRulebook } from '../../../api/gates.ts';
import { useDeedDesk } from '../../../frame/deed-notice.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { DayField } from '../../../parts/day-field.tsx';
import { useWho } from '../../../parts/use-who.ts';
import { FaultSummary } from '../../../record/fault-summary.tsx';
import { ByFields, whoFaults } from '../../../record/form/by-fields.tsx';
import type { FormFault } from '../../../record/form/form-values.ts';
import { FormField } from '../../../record/form-field.tsx';
import { useKeyOf } from '../../../record/use-key-of.ts';
import { type Becoming, passesOf, rulesFaults, toDecide } from './rules-model.ts';

/** Another kind for a project, or the rules of another day; every gate it passed is kept as one of the new, or set aside with the reason. */
export function RulesForm({ standing, onDone }: { readonly standing: GateStanding; readonly onDone: () => void }) {
  const word = useWords();
  const say = useSay();
  const prefix = useId();
  const { tell } = useDeedDesk();
  const [who, setWho] = useWho();
  const [kind, setKind] = useState<string>(standing.kind);
  const [rulesOn, setRulesOn] = useState(standing.rulesOn);
  const [reason, setReason] = useState('');
  const [becoming, setBecoming] = useState<Readonly<Record<string, Becoming>>>({});
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const [tries, setTries] = useState(0);
  const keyOf = useKeyOf();
  const move = useGateMove(standing.project.id);
  const rulebook = useRulebook(kind, isDay(rulesOn) ? rulesOn : undefined).data;
  const gates = rulebook?.gates.map(({ gate }) => gate) ?? [];
  const decided = toDecide(standing, gates);
  const idOf = (field: string): string => `${prefix}-${field}`;
  const set = (gate: string, more: Partial<Becoming>): void =>
    setBecoming((before) => ({ ...before, [gate]: { ...(before[gate] ?? { as: '', reason: '' }), ...more } }));
  const send = (): void => {
    const found = [...rulesFaults({ rulesOn, reason, decided, becoming }), ...whoFaults(who)];
    setTries(tries + 1);
    setFaults(found);
    move.reset();
    if (found.length > 0) return;
    const body = { who: who.trim(), kind, rulesOn, reason: reason.trim(), passes: passesOf(decided, becoming) };
    const done = ({ seq }: { readonly seq: number }): void => {
      tell(seq);
      onDone();
    };
    move.mutate({ move: 'rules', body, key: keyOf(body) }, { onSuccess: done });
  };
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.word ?? null;
  return (
    <form
      className="record-form"
      noValidate
      aria-labelledby={idOf('title')}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h3 id={idOf('title')}>{word('gates.rules')}</h3>
      <FaultSummary key={tries} faults={faults} error={move.error} idOf={idOf} />
      <FormField id={idOf('kind')} label={word('gates.kind')} fault={null}>
        <select value={kind} onChange={(event) => setKind(event.target.value)}>
          {vocabulary.PROJECT_KINDS.map((each) => (
            <option key={each} value={each}>
              {word(`project.${each}`)}
            </option>
          ))}
        </select>
      </FormField>
      <FormField id={idOf('rulesOn')} label={word('gates.rulesOn')} fault={faultOf('rulesOn')}>
        <DayField value={rulesOn} onDay={setRulesOn} onEmpty={() => setRulesOn('')} aria-label={word('gates.rulesOn')} />
      </FormField>
      {decided.map(({ gate }) => (
        <fieldset key={gate.id} className="becoming">
          <legend>{word('gates.whatBecomes', { name: say(gate.name) })}</legend>
          <FormField id={idOf(`as-${gate.id}`)} label={word('gates.keepAs')} fault={faultOf(`as-${gate.id}`)}>
            <select value={becoming[gate.id]?.as ?? ''} onChange={(event) => set(gate.id, { as: event.target.value })}>
              <option value="">{word('gates.setAsideOption')}</option>
              {gates.map((each) => (
                <option key={each.id} value={each.id}>
                  {say(each.name)}
                </option>
              ))}
            </select>
          </FormField>
          {(becoming[gate.id]?.as ?? '') === '' ? (
            <FormField id={idOf(`why-${gate.id}`)} label={word('gates.setAsideWhy')} fault={faultOf(`why-${gate.id}`)}>
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
      <FormField id={idOf('reason')} label={word('gates.rulesWhy')} fault={faultOf('reason')}>
        <input value={reason} maxLength={500} autoComplete="off" onChange={(event) => setReason(event.target.value)} />
      </FormField>
      <ByFields idOf={idOf} faults={faults} who={who} onWho={setWho} />
      <p className="row">
        <button type="submit" className="button filled" disabled={move.isPending || !rulebook}>
          {word('gates.rules')}
        </button>
        <button type="button" className="button plain" onClick={onDone}>
          {word('form.leave')}
        </button>
      </p>
    </form>
  );
}
