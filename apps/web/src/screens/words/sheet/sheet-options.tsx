import type { TaskSheet } from '@westgate/contract';
import { useId, useState } from 'react';
import { useSay, useWords } from '../../../messages/words.ts';
import { AsWritten } from '../../../parts/as-written.tsx';
import { DepartmentField } from '../../../parts/combo-field.tsx';
import { Select } from '../../../parts/select.tsx';
import { FormField } from '../../../record/form-field.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { isYear, NEW_DEPARTMENT, namesAsked, type SheetSettings } from './view-model.ts';

/** What cannot be read in the sheet itself: the plan it belongs to, its year, which of its sheets, departments nobody knows. */
export function SheetOptions({
  sheet,
  settings,
  onSettings,
}: {
  readonly sheet: TaskSheet;
  readonly settings: SheetSettings;
  readonly onSettings: (settings: SheetSettings) => void;
}) {
  const word = useWords();
  const say = useSay();
  const prefix = useId();
  const { documents } = useDistrictFrame().district;
  const [year, setYear] = useState(settings.year);
  const names = namesAsked(sheet, settings);
  const visible = sheet.otherSheets.filter(({ isHidden }) => !isHidden);
  const sendYear = (): void => {
    if (isYear(year) && year.trim() !== settings.year) onSettings({ ...settings, year: year.trim() });
  };
  const meaningOf = (name: string, id: string): ReadonlyMap<string, string> => {
    const next = new Map(settings.departments);
    if (id === '') next.delete(name);
    else next.set(name, id);
    return next;
  };
  return (
    <section className="sheet-options" aria-label={word('sheet.options')}>
      {sheet.isOurs ? null : (
        <>
          <FormField id={`${prefix}-plan`} label={word('sheet.plan')} fault={null}>
            <Select
              value={settings.document}
              options={documents.map(({ id, title }) => [id, say(title) || id])}
              none={word('sheet.plan.own')}
              onChoose={(id) => onSettings({ ...settings, document: id ?? '' })}
            />
          </FormField>
          {settings.document === '' ? null : (
            <label className="tick-box" htmlFor={`${prefix}-adds`}>
              <input
                id={`${prefix}-adds`}
                type="checkbox"
                checked={settings.addsSentences}
                onChange={(event) => onSettings({ ...settings, addsSentences: event.target.checked })}
              />
              {word('sheet.adds')}
            </label>
          )}
          <FormField
            id={`${prefix}-year`}
            label={word('sheet.year')}
            hint={sheet.year ? word(`sheet.year.${sheet.year.from}`, { year: String(sheet.year.value) }) : word('sheet.year.unknown')}
            fault={isYear(year) ? null : 'sheet.fault.year'}
          >
            <input
              value={year}
              inputMode="numeric"
              maxLength={4}
              autoComplete="off"
              onChange={(event) => setYear(event.target.value)}
              onBlur={sendYear}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !event.nativeEvent.isComposing) sendYear();
              }}
            />
          </FormField>
        </>
      )}
      {visible.length > 0 ? (
        <FormField id={`${prefix}-sheet`} label={word('sheet.sheet')} fault={null}>
          <Select
            value={sheet.sheet}
            options={[sheet.sheet, ...visible.map(({ name }) => name)].map((name) => [name, name])}
            onChoose={(id) => onSettings({ ...settings, sheet: id })}
          />
        </FormField>
      ) : null}
      {names.map((name, index) => (
        <FormField
          key={name}
          id={`${prefix}-name-${index}`}
          label={
            <>
              <AsWritten text={name} /> <small>{word('sheet.name')}</small>
            </>
          }
          fault={null}
        >
          <DepartmentField
            value={settings.departments.get(name) ?? ''}
            empty={word('sheet.name.open')}
            before={[{ id: NEW_DEPARTMENT, name: word('sheet.name.new') }]}
            onValue={(id) => onSettings({ ...settings, departments: meaningOf(name, id) })}
          />
        </FormField>
      ))}
    </section>
  );
}
