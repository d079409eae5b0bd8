import { useWords } from '../../../../messages/words.ts';
import { FormField } from '../../../../record/form-field.tsx';
import type { NumberField } from './part-kinds.ts';
import type { PartFault, TypedNumbers } from './typed-numbers.ts';

/** Where the fields of a form stand and what is wrong with them. */
export interface FieldsOf {
  readonly idOf: (field: string) => string;
  readonly faults: readonly PartFault[];
}

/** Gives what is wrong with a field in words; undefined where nothing is. */
export function useFaultTold(faults: readonly PartFault[]): (field: string) => string | undefined {
  const word = useWords();
  return (field) => {
    const fault = faults.find((each) => each.field === field);
    return fault && word(fault.word, fault.values);
  };
}

/** The fields of numbers, each a text that may be anything until it is read. `prefix`: what stands before their names where several of a kind stand in one form. */
export function NumberFields({
  fields,
  typed,
  prefix = '',
  idOf,
  faults,
  onTyped,
}: FieldsOf & {
  readonly fields: readonly NumberField[];
  readonly typed: TypedNumbers;
  readonly prefix?: string;
  readonly onTyped: (typed: TypedNumbers) => void;
}) {
  const word = useWords();
  const told = useFaultTold(faults);
  return fields.map(({ name, label, hint }) => (
    <FormField
      key={name}
      id={idOf(`${prefix}${name}`)}
      label={word(label)}
      hint={hint && word(hint)}
      fault={null}
      told={told(`${prefix}${name}`)}
    >
      <input
        value={typed[name] ?? ''}
        inputMode="decimal"
        autoComplete="off"
        maxLength={30}
        onChange={({ target }) => onTyped({ ...typed, [name]: target.value })}
      />
    </FormField>
  ));
}
