import type { Language } from '@westgate/base';
import { vocabulary } from '@westgate/domain';
import { useWords } from '../messages/words.ts';
import { AsWritten } from '../parts/as-written.tsx';
import { Button } from '../parts/button.tsx';
import { Select } from '../parts/select.tsx';
import { useLanguage } from '../scope/use-view.ts';
import { AIM_AXIS, type AxisDraft, freeId, NO_LOOK, newValue, type TypedPair, type ValueDraft } from './district-draft.ts';
import { PairFields } from './pair-fields.tsx';

/** The plan axes: lists on which promises are sorted. The first is that of the aims, each with its colour and pattern. */
export function AxesField({
  id,
  axes,
  languages,
  onChange,
}: {
  readonly id: string;
  readonly axes: readonly AxisDraft[];
  readonly languages: readonly Language[];
  readonly onChange: (axes: readonly AxisDraft[]) => void;
}) {
  const word = useWords();
  const hasAims = axes.some((axis) => axis.id === AIM_AXIS);
  const addAims = (count: number): void => {
    let aims: AxisDraft = { id: AIM_AXIS, name: { zh: '目标', en: 'Aim' }, values: [] };
    for (let number = 0; number < count; number += 1) aims = { ...aims, values: [...aims.values, newValue(aims)] };
    onChange([aims, ...axes]);
  };
  const addAxis = (): void => {
    const taken = new Set([AIM_AXIS, ...axes.map((axis) => axis.id)]);
    onChange([
      ...axes,
      { id: freeId('axis', taken), name: { zh: '', en: '' }, values: [{ id: '', name: { zh: '', en: '' }, look: NO_LOOK }] },
    ]);
  };
  return (
    <div id={id} tabIndex={-1} className="axes-field">
      {axes.map((axis, index) => (
        <AxisFields
          key={axis.id}
          id={`${id}-${axis.id}`}
          axis={axis}
          languages={languages}
          onChange={(next) => onChange(axes.map((each, at) => (at === index ? next : each)))}
          onRemove={() => onChange(axes.filter((_, at) => at !== index))}
        />
      ))}
      <p className="row">
        {hasAims ? null : <Button name={word('start.axes.three')} onClick={() => addAims(3)} />}
        <Button look="plain" name={word('start.axes.add')} onClick={addAxis} />
      </p>
    </div>
  );
}

function AxisFields({
  id,
  axis,
  languages,
  onChange,
  onRemove,
}: {
  readonly id: string;
  readonly axis: AxisDraft;
  readonly languages: readonly Language[];
  readonly onChange: (axis: AxisDraft) => void;
  readonly onRemove: () => void;
}) {
  const word = useWords();
  const nameOf = useNameOf();
  const isAims = axis.id === AIM_AXIS;
  const title = isAims ? word('start.axes.aims') : nameOf(axis.name) || word('start.axes.axis');
  const setValue = (index: number, value: ValueDraft): void =>
    onChange({ ...axis, values: axis.values.map((each, at) => (at === index ? value : each)) });
  const isFull = isAims && axis.values.length >= vocabulary.PATTERNS.length;
  return (
    <fieldset className="axis-fields">
      <legend>
        <AsWritten text={title} />
      </legend>
      {isAims ? null : (
        <PairFields
          id={`${id}-name`}
          label={word('start.axes.name')}
          value={axis.name}
          languages={languages}
          onChange={(name) => onChange({ ...axis, name })}
        />
      )}
      <ol className="axis-values">
        {axis.values.map((value, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a new value has no id, and values are only added at the end
          <li key={index}>
            <PairFields
              id={`${id}-${index}`}
              label={word(isAims ? 'start.axes.aim' : 'start.axes.value', { number: index + 1 })}
              value={value.name}
              languages={languages}
              onChange={(name) => setValue(index, { ...value, name })}
            />
            {isAims ? <LookFields id={`${id}-${index}`} value={value} axis={axis} onChange={(next) => setValue(index, next)} /> : null}
            <Button
              look="plain"
              name={word('start.remove')}
              of={<AsWritten text={nameOf(value.name) || String(index + 1)} />}
              onClick={() => onChange({ ...axis, values: axis.values.filter((_, at) => at !== index) })}
            />
          </li>
        ))}
      </ol>
      <p className="row">
        {isFull ? (
          <span className="note">{word('start.axes.full')}</span>
        ) : (
          <Button
            name={word(isAims ? 'start.axes.addAim' : 'start.axes.addValue')}
            onClick={() => onChange({ ...axis, values: [...axis.values, newValue(axis)] })}
          />
        )}
        <button type="button" className="button plain" onClick={onRemove}>
          {word('start.axes.remove')} <AsWritten text={title} />
        </button>
      </p>
    </fieldset>
  );
}

/** The name in the language of the screen, else in the other. */
function useNameOf(): (name: TypedPair) => string {
  const language = useLanguage();
  return (name) => name[language] || name.zh || name.en;
}

/** Colour and pattern of an aim; those that others of the axis have are not offered. */
function LookFields({
  id,
  value,
  axis,
  onChange,
}: {
  readonly id: string;
  readonly value: ValueDraft;
  readonly axis: AxisDraft;
  readonly onChange: (value: ValueDraft) => void;
}) {
  const word = useWords();
  const { look } = value;
  const others = axis.values.filter((each) => each !== value).map((each) => each.look);
  const colours = vocabulary.COLOURS.filter((each) => !others.some(({ colour }) => colour === each));
  const patterns = vocabulary.PATTERNS.filter((each) => !others.some(({ pattern }) => pattern === each));
  return (
    <div className="look-fields">
      <i className={`mark aim-${look.colour ?? 'none'} pattern-${look.pattern ?? 'none'}`} aria-hidden="true" />
      <label>
        <span className="small">{word('start.axes.colour')}</span>
        <Select
          id={`${id}-colour`}
          value={look.colour}
          options={colours.map((each) => [each, word(`colour.${each}`)])}
          none={word('start.axes.noLook')}
          onChoose={(id) => onChange({ ...value, look: { ...look, colour: id } })}
        />
      </label>
      <label>
        <span className="small">{word('start.axes.pattern')}</span>
        <Select
          id={`${id}-pattern`}
          value={look.pattern}
          options={patterns.map((each) => [each, word(`pattern.${each}`)])}
          none={word('start.axes.noLook')}
          onChoose={(id) => onChange({ ...value, look: { ...look, pattern: id } })}
        />
      </label>
    </div>
  );
}
