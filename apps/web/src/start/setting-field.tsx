import { settingName, type TableEntry } from '@westgate/domain';
import { useSay, useWords } from '../messages/words.ts';
import { Button } from '../parts/button.tsx';
import { DayField } from '../parts/day-field.tsx';
import { Select } from '../parts/select.tsx';
import { useValueWord } from '../record/form/field-words.ts';
import type { DistrictDraft } from './district-draft.ts';
import { PairFields } from './pair-fields.tsx';
import { LANGUAGES } from './settings-typed.ts';

/** Digits that a number of a setting has at most. */
const MOST_DIGITS = 10;

/** A setting of the district, its control by the kind of its column. */
export function SettingField({
  entry,
  id,
  draft: { settings, languages },
  label,
  onSettings,
}: {
  readonly entry: TableEntry;
  readonly id: string;
  readonly draft: DistrictDraft;
  /** What it is called: the name of its column, or of the section that it has for itself. */
  readonly label: string;
  readonly onSettings: (settings: DistrictDraft['settings']) => void;
}) {
  const word = useWords();
  const say = useSay();
  const wordOf = useValueWord('district');
  if (entry.kind === 'pair') {
    const [zh, en] = LANGUAGES.map((language) => String(settings[entry[language]] ?? ''));
    const value = { zh: zh ?? '', en: en ?? '' };
    return (
      <PairFields
        id={id}
        label={label}
        value={value}
        languages={languages}
        maxLength={500}
        onChange={(texts) => onSettings({ ...settings, [entry.zh]: texts.zh, [entry.en]: texts.en })}
      />
    );
  }
  const { column, field } = entry;
  const { kind, optional, none, emptied, range, values = [] } = field;
  const value = settings[column] ?? '';
  const text = String(value);
  const give = (next: string | boolean): void => onSettings({ ...settings, [column]: next });
  if (kind === 'boolean') {
    return (
      <label className="tick">
        <input id={id} type="checkbox" checked={value === true} onChange={({ target }) => give(target.checked)} />
        <span>{say(settingName(entry))}</span>
      </label>
    );
  }
  if (kind === 'day') {
    const day = (
      <DayField className="field" within={field.form === 'bound' ? 'any' : 'district'} aria-label={label} value={text} onDay={give} />
    );
    if (!optional) return day;
    return (
      <div id={id} tabIndex={-1}>
        {day}{' '}
        {text === '' ? (
          <span className="small soft">{none ? say(none) : word('unknown')}</span>
        ) : (
          <Button name={emptied ? say(emptied) : word('start.clear.send')} onClick={() => give('')} />
        )}
      </div>
    );
  }
  if (kind === 'enum') {
    const options = values.map((each) => [each, wordOf(column, each)] as const);
    const empty = optional ? (none ? say(none) : word('unknown')) : word('record.choose');
    return <Select id={id} aria-label={label} value={text} options={options} none={empty} onChoose={(chosen) => give(chosen ?? '')} />;
  }
  const isNumber = kind === 'integer' || kind === 'number';
  const digits = range ? Math.max(...range.map((bound) => String(bound).length)) + 1 : MOST_DIGITS;
  return (
    <input
      id={id}
      className="field"
      aria-label={label}
      autoComplete="off"
      placeholder={none ? say(none) : undefined}
      value={text}
      onChange={({ target }) => give(target.value)}
      {...(isNumber
        ? { inputMode: 'numeric' as const, maxLength: digits, size: digits + 1 + (none ? say(none).length : 0) }
        : { maxLength: 500 })}
    />
  );
}
