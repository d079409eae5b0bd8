import type { TaskSheet } from '@westgate/contract';
import { SHEET_KINDS } from '@westgate/domain';
import { useId, useState } from 'react';
import { useDepartments } from '../../../api/questions.ts';
import { useJoined, useSay, useWords, type WordId } from '../../../messages/words.ts';
import { AsWritten } from '../../../parts/as-written.tsx';
import { Button } from '../../../parts/button.tsx';
import type { ComboOption } from '../../../parts/combo-box.tsx';
import { DepartmentField } from '../../../parts/combo-field.tsx';
import { Select } from '../../../parts/select.tsx';
import { FormField } from '../../../record/form-field.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { isMonthTyped, isYear, NEW_DEPARTMENT, namesAsked, namesOpen, type SheetSettings } from './view-model.ts';

const NO_NAME = { zh: null, en: null } as const;

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
  const names = namesAsked(sheet, settings);
  const departments = useDepartments().data ?? [];
  const joined = useJoined();
  const maybe = (name: string): ComboOption[] => {
    const proposed = sheet.unknownDepartments.find((each) => each.name === name)?.proposed ?? [];
    return proposed.map((id) => ({ id, name: say(departments.find((each) => each.id === id)?.name ?? NO_NAME) || id }));
  };
  const visible = sheet.otherSheets.filter(({ isHidden }) => !isHidden);
  const meaningOf = (name: string, id: string): ReadonlyMap<string, string> => {
    const next = new Map(settings.departments);
    if (id === '') next.delete(name);
    else next.set(name, id);
    return next;
  };
  return (
    <section className="sheet-options" aria-label={word('sheet.options')}>
      {sheet.isOurs ? null : (
        <FormField id={`${prefix}-kind`} label={word('sheet.kind')} fault={null}>
          <Select
            value={sheet.reads}
            options={SHEET_KINDS.map((kind) => [kind, word(`sheet.kind.${kind}`)])}
            onChoose={(kind) => onSettings({ ...settings, recipe: null, columns: new Map(), reads: kind })}
          />
        </FormField>
      )}
      {sheet.reads === 'monthly' ? (
        <TypedField
          id={`${prefix}-month`}
          label={word('sheet.month')}
          hint={sheet.month ? word(`sheet.month.${sheet.month.from}`, { month: sheet.month.value }) : word('sheet.month.unknown')}
          fault="sheet.fault.month"
          isWell={(text) => text === '' || isMonthTyped(text)}
          value={settings.month}
          maxLength={7}
          onValue={(month) => onSettings({ ...settings, reads: 'monthly', month })}
        />
      ) : null}
      {sheet.isOurs || sheet.reads === 'monthly' ? null : (
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
          <TypedField
            id={`${prefix}-year`}
            label={word('sheet.year')}
            hint={sheet.year ? word(`sheet.year.${sheet.year.from}`, { year: String(sheet.year.value) }) : word('sheet.year.unknown')}
            fault="sheet.fault.year"
            isWell={isYear}
            value={settings.year}
            maxLength={4}
            inputMode="numeric"
            onValue={(year) => onSettings({ ...settings, year })}
          />
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
      <OpenNames sheet={sheet} settings={settings} onDecided={(decided) => onSettings({ ...settings, departments: decided })} />
      {names.map((name, index) => {
        const proposed = maybe(name);
        const isOpen = !settings.departments.has(name) && proposed.length > 0;
        return (
          <FormField
            key={name}
            id={`${prefix}-name-${index}`}
            label={
              <>
                <AsWritten text={name} /> <small>{word('sheet.name')}</small>
              </>
            }
            hint={isOpen ? word('sheet.name.maybe', { names: joined(proposed.map((each) => each.name)) }) : undefined}
            fault={null}
          >
            <DepartmentField
              value={settings.departments.get(name) ?? ''}
              empty={word('sheet.name.open')}
              before={[...proposed, { id: NEW_DEPARTMENT, name: word('sheet.name.new') }]}
              onValue={(id) => onSettings({ ...settings, departments: meaningOf(name, id) })}
            />
          </FormField>
        );
      })}
    </section>
  );
}

/** A field that is sent when it is left or Enter is pressed, where what is typed is another and well formed. */
function TypedField({
  id,
  label,
  hint,
  fault,
  isWell,
  value,
  onValue,
  ...input
}: {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** What is said of a text that is not well formed. */
  readonly fault: WordId;
  readonly isWell: (text: string) => boolean;
  readonly value: string;
  readonly maxLength: number;
  readonly inputMode?: 'numeric';
  readonly onValue: (text: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  const text = typed.trim();
  const send = (): void => {
    if (isWell(text) && text !== value) onValue(text);
  };
  return (
    <FormField id={id} label={label} hint={hint} fault={isWell(text) ? null : fault}>
      <input
        {...input}
        value={typed}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onBlur={send}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) send();
        }}
      />
    </FormField>
  );
}

/** What many names are decided by in one press: those proposed are taken, the others become departments. */
function OpenNames({
  sheet,
  settings,
  onDecided,
}: {
  readonly sheet: TaskSheet;
  readonly settings: SheetSettings;
  readonly onDecided: (departments: SheetSettings['departments']) => void;
}) {
  const word = useWords();
  const { proposed, others } = namesOpen(sheet, settings);
  if (proposed.size + others.length < 2) return null;
  const asNew = others.map((name): [string, string] => [name, NEW_DEPARTMENT]);
  return (
    <p className="row sheet-open-names">
      {proposed.size > 0 ? (
        <Button
          name={word('sheet.name.takeProposed', { count: proposed.size })}
          onClick={() => onDecided(new Map([...settings.departments, ...proposed]))}
        />
      ) : null}
      {others.length > 0 ? (
        <Button
          name={word('sheet.name.othersNew', { count: others.length })}
          onClick={() => onDecided(new Map([...settings.departments, ...asNew]))}
        />
      ) : null}
    </p>
  );
}
