import type { DesignRule, DesignSeen, FloodDesign } from '@westgate/domain';
import { useWords } from '../../../../messages/words.ts';
import { Button } from '../../../../parts/button.tsx';
import { Select } from '../../../../parts/select.tsx';
import { FormField } from '../../../../record/form-field.tsx';
import { type FieldsOf, useFaultTold } from './number-fields.tsx';
import { nameOfPart } from './part-kinds.ts';
import { freshCondition, gatesIn, seenIn, seenKey, type TypedCondition, type TypedPart } from './typed-part.ts';

/** How two numbers are compared, as people write it. */
export const SIGNS: Readonly<Record<DesignRule['when'][number]['is'], string>> = { '<': '<', '<=': '≤', '>': '>', '>=': '≥' };
const MOST_CONDITIONS = 20;

/** Gives what a rule looks at in words. */
export function useSaySeen(design: FloodDesign): (seen: DesignSeen) => string {
  const word = useWords();
  return (seen) => {
    if (seen.of === 'time') return word('design.seen.time');
    const part = (seen.of === 'gauge' ? design.gauges : design.storages).find(({ id }) => id === seen.id);
    return word(seen.of === 'gauge' ? `design.seen.gauge.${seen.what}` : `design.seen.storage.${seen.what}`, {
      name: part ? nameOfPart(part) : seen.id,
    });
  };
}

/** Gives a rule in one sentence. */
export function useSayRule(design: FloodDesign): (rule: DesignRule) => string {
  const word = useWords();
  const saySeen = useSaySeen(design);
  const gates = new Map(gatesIn(design));
  return ({ when, gate, target_m: target }) => {
    const said = when.map(({ value, is, than }) => `${saySeen(value)} ${SIGNS[is]} ${than}`).join(` ${word('design.and')} `);
    return word('design.rule.said', { when: said, gate: gates.get(gate) ?? gate, target });
  };
}

/** What a rule opens, and when. */
export function RuleFields({
  typed,
  design,
  onTyped,
  idOf,
  faults,
}: FieldsOf & {
  readonly typed: TypedPart;
  readonly design: FloodDesign;
  readonly onTyped: (more: Partial<TypedPart>) => void;
}) {
  const word = useWords();
  const saySeen = useSaySeen(design);
  const told = useFaultTold(faults);
  const choices = seenIn(design).map((seen) => [seenKey(seen), saySeen(seen)] as const);
  const put = (at: number, more: Partial<TypedCondition>): void =>
    onTyped({ when: typed.when.map((each, index) => (index === at ? { ...each, ...more } : each)) });
  return (
    <>
      <div className="wide-field">
        <FormField id={idOf('gate')} label={word('design.field.gate')} fault={null} told={told('gate')}>
          <Select
            value={typed.gate}
            options={gatesIn(design)}
            none={word('design.fault.gate')}
            onChoose={(gate) => onTyped({ gate: gate ?? '' })}
          />
        </FormField>
      </div>
      <fieldset className="wide-field design-rows">
        <legend>{word('design.when')}</legend>
        {typed.when.map((each, index) => {
          const number = index + 1;
          const name = word('design.when.number', { number });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a condition is its number
            <fieldset key={index} className="design-row">
              <legend className="unseen">{name}</legend>
              <FormField id={idOf(`when-${index}-seen`)} label={word('design.when.seen')} fault={null} told={told(`when-${index}-seen`)}>
                <Select
                  value={each.seen}
                  options={choices}
                  none={word(each.seen === '' || choices.some(([key]) => key === each.seen) ? 'record.choose' : 'design.fault.gone')}
                  onChoose={(seen) => put(index, { seen: seen ?? '' })}
                />
              </FormField>
              <FormField id={idOf(`when-${index}-is`)} label={word('design.when.is')} fault={null}>
                <Select value={each.is} options={Object.entries(SIGNS)} onChoose={(is) => put(index, { is: is as TypedCondition['is'] })} />
              </FormField>
              <FormField id={idOf(`when-${index}-than`)} label={word('design.when.than')} fault={null} told={told(`when-${index}-than`)}>
                <input
                  value={each.than}
                  inputMode="decimal"
                  autoComplete="off"
                  maxLength={30}
                  onChange={({ target }) => put(index, { than: target.value })}
                />
              </FormField>
              {typed.when.length > 1 ? (
                <Button
                  look="plain"
                  name={word('part.withdraw')}
                  of={name}
                  onClick={() => onTyped({ when: typed.when.filter((_, at) => at !== index) })}
                />
              ) : null}
            </fieldset>
          );
        })}
        {typed.when.length < MOST_CONDITIONS ? (
          <Button look="plain" name={word('design.when.add')} onClick={() => onTyped({ when: [...typed.when, freshCondition()] })} />
        ) : null}
      </fieldset>
    </>
  );
}
