import type { KindName } from '@westgate/domain';
import { type ComponentProps, type ReactNode, useState } from 'react';
import { referredKind } from '../../api/form-kinds.ts';
import { useSay, useWords, type WordId } from '../../messages/words.ts';
import { Button } from '../../parts/button.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { Picker } from '../../parts/picker.tsx';
import { Select } from '../../parts/select.tsx';
import { useDistrictFrame } from '../../scope/district-context.ts';
import { CornersField } from '../../sketch/corners-field.tsx';
import { blank, geometryOf, type Sketch, sketchFault, sketchOf } from '../../sketch/sketch.ts';
import { FormField } from '../form-field.tsx';
import { hintWordId, useEmptyWord, useFieldWord, useValueWord } from './field-words.ts';
import type { OneColumn } from './form-values.ts';
import { NEW_UNIT, UNIT_NAMES } from './new-unit.ts';

type Control = (of: OneColumn) => ReactNode;
/** A control as a field of a form takes it. */
type Element = ComponentProps<typeof FormField>['children'];

/** The control of each kind of column in a form. */
export const CONTROLS: { readonly [K in KindName]: Control } = {
  id: named(typed),
  ref: named(picked),
  anyref: named(typed),
  text: (of) => (of.entry.name === 'unit' ? <UnitField {...of} /> : <Named of={of} control={typed} />),
  enum: named(chosen),
  day: named(({ of, value, label, give }) => (
    <DayField
      aria-label={label}
      value={value}
      within={of.entry.field.hasBeen === true ? 'past' : 'district'}
      onDay={give}
      onEmpty={() => give('')}
    />
  )),
  period: named(typed, 'record.datesHint'),
  number: named(typed),
  integer: named(typed),
  fen: named(typed),
  boolean: (of) => <Switch {...of} />,
  list: (of) => <TagFields {...of} />,
  json: (of) => <GeometryField {...of} />,
};

/** What a control that holds one text is made of. */
interface OneText {
  readonly of: OneColumn;
  readonly value: string;
  readonly label: string;
  readonly give: (value: string) => void;
  readonly word: (id: WordId) => string;
  readonly wordOf: (column: string, value: string) => string;
  /** What an empty value says. */
  readonly emptyWord: string;
}

/** The control that `control` makes, with the name of its column, what it is to hold and what is wrong with it. `hint`: where the column has none of its own. */
function named(control: (text: OneText) => Element, hint: WordId | null = null): Control {
  return (of) => <Named of={of} control={control} hint={hint} />;
}

function Named({
  of,
  control,
  hint = null,
}: {
  readonly of: OneColumn;
  readonly control: (text: OneText) => Element;
  readonly hint?: WordId | null;
}) {
  const word = useWords();
  const say = useSay();
  const { entry, kind, values, faults, idOf, set } = of;
  const { column } = entry;
  const label = useFieldWord(kind)(column);
  const wordOf = useValueWord(kind);
  const emptyOf = useEmptyWord(kind);
  const fault = faults.find((each) => each.field === column);
  const id = hintWordId(kind, column) ?? hint;
  const said = id ? word(id) : entry.field.hint ? say(entry.field.hint) : null;
  const value = typeof values[column] === 'string' ? values[column] : '';
  return (
    <FormField id={idOf(column)} fault={fault?.word ?? null} told={fault?.told} label={label} {...(said ? { hint: said } : {})}>
      {control({
        of,
        value,
        label,
        give: (given) => set(column, given),
        word,
        wordOf,
        emptyWord: emptyOf(column),
      })}
    </FormField>
  );
}

function typed({ value, give }: OneText): Element {
  return <input value={value} autoComplete="off" onChange={(event) => give(event.target.value)} />;
}

/** A record is picked where its kind has a form; else its id is typed. */
function picked(text: OneText): Element {
  const { of, value, give, emptyWord } = text;
  const kind = referredKind(of.entry.field);
  if (!kind) return typed(text);
  return (
    <Picker
      kinds={[kind]}
      value={value === '' ? null : { kind, id: value }}
      empty={of.entry.field.optional ? emptyWord : undefined}
      onPick={(one) => give(one?.id ?? '')}
    />
  );
}

/** One of a closed list of words. */
function chosen({ of: { entry }, value, give, word, wordOf, emptyWord }: OneText): Element {
  return (
    <Select
      value={value}
      options={(entry.field.values ?? []).map((each) => [each, wordOf(entry.column, each)])}
      none={entry.field.optional ? emptyWord : word('record.choose')}
      onChoose={(id) => give(id ?? '')}
    />
  );
}

/** Yes or no. */
function Switch({ entry, kind, values, idOf, set }: OneColumn) {
  const nameOf = useFieldWord(kind);
  const { column } = entry;
  return (
    <label className="tick switch-field">
      <input id={idOf(column)} type="checkbox" checked={values[column] === true} onChange={(event) => set(column, event.target.checked)} />
      <span>{nameOf(column)}</span>
    </label>
  );
}

/** Where a place lies, as typed positions; a shape of several parts stays as it is until another is typed. */
function GeometryField({ entry, kind, values, faults, idOf, set }: OneColumn) {
  const word = useWords();
  const nameOf = useFieldWord(kind);
  const { frame } = useDistrictFrame().district;
  const { column } = entry;
  const value = values[column];
  const held = typeof value === 'object' && value !== null && 'coordinates' in value ? value : null;
  const { drawn } = entry.field;
  const [sketch, setSketch] = useState<Sketch>(() => (held && sketchOf(held)) ?? blank(drawn ?? 'point'));
  const isOfParts = held !== null && sketchOf(held) === null;
  return (
    <div className="wide-field">
      {isOfParts ? (
        <p className="note row">
          {word('sketch.parts')}{' '}
          {entry.field.optional ? (
            <Button look="plain" name={word('sketch.empty')} of={nameOf(column)} onClick={() => set(column, null)} />
          ) : null}
        </p>
      ) : null}
      <CornersField
        id={idOf(column)}
        sketch={sketch}
        label={nameOf(column)}
        isFaulty={faults.some(({ field }) => field === column)}
        isOfShape={drawn !== undefined}
        onSketch={(next) => {
          setSketch(next);
          set(column, sketchFault(next, frame) === null ? geometryOf(next) : isOfParts ? held : null);
        }}
      />
    </div>
  );
}

/** The tags of a record: the values of each plan axis to be ticked. Tags of no axis stay as they are. */
function TagFields({ entry, values, idOf, set }: OneColumn) {
  const word = useWords();
  const say = useSay();
  const { axes } = useDistrictFrame().district;
  const { column } = entry;
  const held = values[column];
  const tags: readonly string[] = Array.isArray(held) ? held : [];
  const shown = axes.filter((axis) => axis.values.length > 0);
  if (shown.length === 0) return null;
  const toggle = (tag: string): void => set(column, tags.includes(tag) ? tags.filter((each) => each !== tag) : [...tags, tag]);
  return (
    <div className="tag-fields wide-field">
      {shown.map((axis, index) => (
        <fieldset key={axis.id} id={index === 0 ? idOf(column) : undefined}>
          <legend>
            {word('field.tags')} · {say(axis.name)}
          </legend>
          <div className="ticks">
            {axis.values.map((value) => {
              const tag = `${axis.id}:${value.id}`;
              return (
                <label key={tag} className="tick">
                  <input type="checkbox" checked={tags.includes(tag)} onChange={() => toggle(tag)} />
                  <span>{say(value.name)}</span>
                </label>
              );
            })}
          </div>
        </fieldset>
      ))}
    </div>
  );
}

/** A unit of the district, or a new one with its names. */
function UnitField({ entry, kind, values, faults, idOf, set }: OneColumn) {
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
        <Select
          value={String(values[column] ?? '')}
          options={[...units.map(({ code, name }) => [code, say(name)] as const), [NEW_UNIT, word('form.newUnit')]]}
          none={word('record.choose')}
          onChoose={(id) => set(column, id ?? '')}
        />
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
