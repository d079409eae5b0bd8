import { useWords } from '../../../../messages/words.ts';
import { Button } from '../../../../parts/button.tsx';
import { Select } from '../../../../parts/select.tsx';
import { FormField } from '../../../../record/form-field.tsx';
import { type FieldsOf, NumberFields } from './number-fields.tsx';
import { FAILURE_FIELDS, FAILURE_KINDS, type FailureKind } from './part-kinds.ts';
import { freshFailure, type TypedFailure } from './typed-part.ts';

const MOST_FAILURES = 20;

/** What does not go as planned with a gate, in hours of the case. */
export function FailureFields({
  failures,
  onFailures,
  ...fields
}: FieldsOf & {
  readonly failures: readonly TypedFailure[];
  readonly onFailures: (failures: readonly TypedFailure[]) => void;
}) {
  const word = useWords();
  const put = (at: number, next: TypedFailure): void => onFailures(failures.map((each, index) => (index === at ? next : each)));
  return (
    <fieldset className="wide-field design-rows">
      <legend>{word('design.failures')}</legend>
      {failures.map((failure, index) => {
        const name = word('design.failure.number', { number: index + 1 });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a failure is its number
          <fieldset key={index} className="design-row">
            <legend className="unseen">{name}</legend>
            <FormField id={fields.idOf(`failure-${index}-kind`)} label={word('design.failure.kind')} fault={null}>
              <Select
                value={failure.kind}
                options={FAILURE_KINDS.map((kind) => [kind, word(`design.failure.${kind}`)])}
                onChoose={(kind: FailureKind) => put(index, { kind, numbers: { ...freshFailure(kind).numbers, ...failure.numbers } })}
              />
            </FormField>
            <NumberFields
              fields={FAILURE_FIELDS[failure.kind]}
              typed={failure.numbers}
              prefix={`failure-${index}-`}
              {...fields}
              onTyped={(numbers) => put(index, { ...failure, numbers })}
            />
            <Button
              look="plain"
              name={word('part.withdraw')}
              of={name}
              onClick={() => onFailures(failures.filter((_, at) => at !== index))}
            />
          </fieldset>
        );
      })}
      {failures.length < MOST_FAILURES ? (
        <Button look="plain" name={word('design.failures.add')} onClick={() => onFailures([...failures, freshFailure('stuck-at')])} />
      ) : null}
    </fieldset>
  );
}
