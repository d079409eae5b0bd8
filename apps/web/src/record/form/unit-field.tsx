import { useSay, useWords } from '../../messages/words.ts';
import { useDistrictFrame } from '../../scope/district-context.ts';
import { FormField } from '../form-field.tsx';
import { useFieldWord } from './field-words.ts';
import type { OneColumn } from './fields-state.ts';
import { NEW_UNIT, UNIT_NAMES } from './new-unit.ts';

/** A unit of the district, or a new one with its names. */
export function UnitField({ entry, kind, values, faults, idOf, set }: OneColumn) {
  const word = useWords();
  const say = useSay();
  const nameOf = useFieldWord(kind);
  const { units, languages } = useDistrictFrame().district;
  const { column } = entry;
  const fault = faults.find((each) => each.field === column);
  const isNew = values[column] === NEW_UNIT;
  return (
    <>
      <FormField id={idOf(column)} fault={fault?.word ?? null} told={fault?.told} label={nameOf(column)}>
        <select value={String(values[column] ?? '')} onChange={(event) => set(column, event.target.value)}>
          <option value="">{word('record.choose')}</option>
          {units.map(({ code, name }) => (
            <option key={code} value={code}>
              {say(name)}
            </option>
          ))}
          <option value={NEW_UNIT}>{word('form.newUnit')}</option>
        </select>
      </FormField>
      {isNew
        ? languages.map((language) => (
            <FormField
              key={language}
              id={idOf(UNIT_NAMES[language])}
              fault={faults.find(({ field }) => field === UNIT_NAMES[language])?.word ?? null}
              label={word(`form.unitName.${language}`)}
            >
              <input
                value={String(values[UNIT_NAMES[language]] ?? '')}
                maxLength={60}
                autoComplete="off"
                onChange={(event) => set(UNIT_NAMES[language], event.target.value)}
              />
            </FormField>
          ))
        : null}
    </>
  );
}
