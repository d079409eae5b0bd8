import type { Language } from '@westgate/base';
import { useWords } from '../messages/words.ts';
import { Button } from '../parts/button.tsx';
import { freeId, type UnitDraft } from './district-draft.ts';
import { OFFERED_UNITS } from './offered-units.ts';
import { GrowingField, PairFields } from './pair-fields.tsx';

/** The units that figures may be given in: those offered, to be ticked, and others, to be named. */
export function UnitsField({
  id,
  units,
  languages,
  onChange,
}: {
  readonly id: string;
  readonly units: readonly UnitDraft[];
  readonly languages: readonly Language[];
  readonly onChange: (units: readonly UnitDraft[]) => void;
}) {
  const word = useWords();
  const codes = new Set(units.map(({ code }) => code));
  const set = (index: number, next: UnitDraft): void => onChange(units.map((unit, at) => (at === index ? next : unit)));
  return (
    <div id={id} tabIndex={-1} className="units-field">
      <ul className="unit-ticks">
        {OFFERED_UNITS.map((unit) => (
          <li key={unit.code}>
            <label>
              <input
                type="checkbox"
                checked={codes.has(unit.code)}
                onChange={(event) => onChange(event.target.checked ? [...units, unit] : units.filter(({ code }) => code !== unit.code))}
              />
              <UnitName unit={unit} languages={languages} />
            </label>
          </li>
        ))}
      </ul>
      <ul className="own-units">
        {units.map((unit, index) =>
          OFFERED_UNITS.some(({ code }) => code === unit.code) ? null : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the code is being typed, and units are only added at the end
            <li key={index}>
              <div className="form-field">
                <label htmlFor={`${id}-${index}-code`}>{word('start.units.code')}</label>
                <GrowingField
                  id={`${id}-${index}-code`}
                  maxLength={40}
                  value={unit.code}
                  onChange={(code) => set(index, { ...unit, code: code.trim() })}
                />
              </div>
              <PairFields
                id={`${id}-${index}`}
                label={word('start.units.name')}
                value={unit.name}
                languages={languages}
                maxLength={60}
                onChange={(name) => set(index, { ...unit, name })}
              />
              <Button
                look="plain"
                name={word('start.remove')}
                of={unit.code}
                onClick={() => onChange(units.filter((_, at) => at !== index))}
              />
            </li>
          ),
        )}
      </ul>
      <Button
        name={word('start.units.add')}
        onClick={() => onChange([...units, { code: freeId('unit', new Set([...codes, 'unit'])), name: { zh: '', en: '' } }])}
      />
    </div>
  );
}

function UnitName({ unit, languages }: { readonly unit: UnitDraft; readonly languages: readonly Language[] }) {
  const { zh, en } = unit.name;
  if (zh === en || languages.length < 2) return <span>{languages.includes('zh') ? zh : en}</span>;
  return (
    <span>
      <span lang="zh-CN">{zh}</span> <span lang="en">{en}</span>
    </span>
  );
}
