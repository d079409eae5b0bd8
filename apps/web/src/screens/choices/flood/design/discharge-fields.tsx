import type { DesignDischarge } from '@westgate/domain';
import { useWords } from '../../../../messages/words.ts';
import { Select } from '../../../../parts/select.tsx';
import { FormField } from '../../../../record/form-field.tsx';
import { Hydrograph } from './hydrograph.tsx';
import { type FieldsOf, NumberFields, useFaultTold } from './number-fields.tsx';
import { PEAK_FIELDS } from './part-kinds.ts';
import { numberFault, numbersOf, readRows } from './typed-numbers.ts';
import type { TypedPart } from './typed-part.ts';

/** The discharge of an inflow: a base with one peak, or rows pasted from a sheet; its picture as soon as it can be read. */
export function DischargeFields({
  typed,
  hours,
  onTyped,
  ...fields
}: FieldsOf & {
  readonly typed: TypedPart;
  /** How long the case lasts. */
  readonly hours: number;
  readonly onTyped: (more: Partial<TypedPart>) => void;
}) {
  const word = useWords();
  const told = useFaultTold(fields.faults);
  const { idOf } = fields;
  const read = dischargeOf(typed);
  return (
    <>
      <FormField id={idOf('way')} fault={null} label={word('design.discharge')}>
        <Select
          value={typed.way}
          options={[
            ['peak', word('design.discharge.peak')],
            ['rows', word('design.discharge.rows')],
          ]}
          onChoose={(way) => onTyped({ way: way as TypedPart['way'] })}
        />
      </FormField>
      {typed.way === 'peak' ? (
        <NumberFields fields={PEAK_FIELDS} typed={typed.numbers} {...fields} onTyped={(numbers) => onTyped({ numbers })} />
      ) : (
        <div className="wide-field">
          <FormField
            id={idOf('rows')}
            label={word('design.discharge.rows')}
            hint={word('design.discharge.rows.hint')}
            fault={null}
            told={told('rows')}
          >
            <textarea rows={6} spellCheck={false} value={typed.rows} onChange={({ target }) => onTyped({ rows: target.value })} />
          </FormField>
        </div>
      )}
      {read ? (
        <div className="wide-field">
          <Hydrograph discharge={read} hours={hours} />
        </div>
      ) : null}
    </>
  );
}

function dischargeOf({ way, numbers, rows }: TypedPart): DesignDischarge | null {
  if (way === 'rows') {
    const read = readRows(rows);
    return 'rows' in read ? { rows: read.rows } : null;
  }
  if (PEAK_FIELDS.some((field) => numberFault(field, numbers[field.name] ?? '') !== null)) return null;
  return numbersOf(PEAK_FIELDS, numbers) as unknown as DesignDischarge;
}
