import type { Geometry } from '@westgate/base';
import { settingName, settingsSections, type TableEntry, vocabulary } from '@westgate/domain';
import { Fragment, type ReactNode } from 'react';
import { useSay, useWords } from '../messages/words.ts';
import { ComboField } from '../parts/combo-field.tsx';
import { AxesField } from './axes-field.tsx';
import { type DistrictDraft, type DistrictFault, type DistrictField, slugOf } from './district-draft.ts';
import { useFaultText } from './district-faults.tsx';
import { FrameField } from './frame-field.tsx';
import { PairFields } from './pair-fields.tsx';
import { SettingField } from './setting-field.tsx';
import { isSetting, LANGUAGES } from './settings-typed.ts';
import { UnitsField } from './units-field.tsx';

const ZONES = Intl.supportedValuesOf('timeZone').map((zone) => ({ id: zone, name: zone }));

/** The fields of the district itself, as its table describes them: for one to be begun, with its id and outline; for the one held, with all of its settings. */
export function DistrictForm({
  idOf,
  draft,
  faults,
  isNew,
  outline,
  onDraft,
  onOutline,
}: {
  readonly idOf: (field: DistrictField) => string;
  readonly draft: DistrictDraft;
  readonly faults: readonly DistrictFault[];
  readonly isNew: boolean;
  readonly outline: Geometry | null;
  readonly onDraft: (draft: DistrictDraft) => void;
  readonly onOutline: (outline: Geometry | null) => void;
}) {
  const word = useWords();
  const say = useSay();
  const { languages } = draft;
  const faultOf = (field: DistrictField): DistrictFault | null => faults.find((fault) => fault.field === field) ?? null;
  const pairName = (
    <PairFields
      id={idOf('name')}
      label={word('start.name')}
      value={draft.name}
      languages={languages}
      onChange={(name) => {
        const isMade = isNew && (draft.id === '' || draft.id === slugOf(draft.name.en));
        onDraft({ ...draft, name, ...(isMade ? { id: slugOf(name.en) } : {}) });
      }}
    />
  );
  /** The control of an entry that is not typed as its column says; null where it stands in that of another. */
  const ownControl = ({ name, kind, field: { kind: type, shape } }: TableEntry): ReactNode => {
    if (kind === 'pair') return pairName;
    if (type === 'id') return isNew ? <IdField id={idOf(name)} draft={draft} fault={faultOf(name)} onDraft={onDraft} /> : null;
    switch (shape) {
      case 'languages':
        return <LanguageTicks id={idOf(name)} draft={draft} fault={faultOf(name)} onDraft={onDraft} />;
      case 'time-zone':
        return <ZoneField id={idOf(name)} draft={draft} fault={faultOf(name)} onDraft={onDraft} />;
      case 'extent':
        return <FrameField id={idOf(name)} draft={draft} outline={outline} onDraft={onDraft} onOutline={isNew ? onOutline : null} />;
      case 'axes':
        return <AxesField id={idOf(name)} axes={draft.axes} languages={languages} onChange={(axes) => onDraft({ ...draft, axes })} />;
      case 'units':
        return <UnitsField id={idOf(name)} units={draft.units} languages={languages} onChange={(units) => onDraft({ ...draft, units })} />;
      case 'levels':
        return <LevelFields id={idOf(name)} draft={draft} onDraft={onDraft} />;
      default:
        return null;
    }
  };
  return settingsSections(isNew).map(({ label, hint, entries }) => {
    const [first] = entries;
    const title = say(label);
    const fault =
      faults.find(({ field }) => field === first?.name || entries.some((entry) => isSetting(entry) && entry.name === field)) ?? null;
    const isRow = entries.length > 1 && entries.every(isSetting);
    const controls = entries.map((entry, index) => (
      <Fragment key={entry.name}>
        {isRow && index > 0 ? <span aria-hidden="true">–</span> : null}
        {isSetting(entry) ? (
          <SettingField
            entry={entry}
            id={idOf(entry.name)}
            draft={draft}
            label={entries.length === 1 ? title : say(settingName(entry))}
            onSettings={(settings) => onDraft({ ...draft, settings })}
          />
        ) : (
          ownControl(entry)
        )}
      </Fragment>
    ));
    return (
      <FormSection key={first?.name} title={title} fault={fault}>
        {hint ? <p className="note">{say(hint)}</p> : null}
        {isRow ? (
          <div className="row" id={idOf(first?.name ?? '')} tabIndex={-1}>
            {controls}
          </div>
        ) : (
          controls
        )}
      </FormSection>
    );
  });
}

interface OwnField {
  readonly id: string;
  readonly draft: DistrictDraft;
  readonly fault: DistrictFault | null;
  readonly onDraft: (draft: DistrictDraft) => void;
}

function LanguageTicks({ id, draft, fault, onDraft }: OwnField) {
  const word = useWords();
  const { languages } = draft;
  return (
    <fieldset className="language-ticks" id={id} tabIndex={-1}>
      <legend>{word('start.languages')}</legend>
      {LANGUAGES.map((language) => (
        <label key={language}>
          <input
            type="checkbox"
            checked={languages.includes(language)}
            onChange={({ target }) =>
              onDraft({ ...draft, languages: LANGUAGES.filter((each) => (each === language ? target.checked : languages.includes(each))) })
            }
          />
          {word(`language.${language}`)}
        </label>
      ))}
      <FieldFault fault={fault} />
    </fieldset>
  );
}

function IdField({ id, draft, fault, onDraft }: OwnField) {
  const word = useWords();
  return (
    <div className="form-field">
      <label htmlFor={id}>{word('start.id')}</label>
      <p id={`${id}-hint`} className="note">
        {word('start.id.hint')}
      </p>
      <FieldFault fault={fault} />
      <input
        id={id}
        className="field"
        maxLength={80}
        autoComplete="off"
        aria-describedby={`${id}-hint`}
        value={draft.id}
        onChange={(event) => onDraft({ ...draft, id: event.target.value })}
      />
    </div>
  );
}

function ZoneField({ id, draft, fault, onDraft }: OwnField) {
  const word = useWords();
  return (
    <div className="form-field">
      <label id={`${id}-label`} htmlFor={id}>
        {word('start.timeZone')}
      </label>
      <FieldFault fault={fault} />
      <ComboField id={id} value={draft.timeZone} options={ZONES} isFree onValue={(timeZone) => onDraft({ ...draft, timeZone })} />
    </div>
  );
}

function LevelFields({ id, draft, onDraft }: Omit<OwnField, 'fault'>) {
  const word = useWords();
  return vocabulary.GATE_LEVELS.map((level) => (
    <PairFields
      key={level}
      id={`${id}-${level}`}
      label={word(`level.${level}`)}
      value={draft.levels[level]}
      languages={draft.languages}
      maxLength={40}
      onChange={(name) => onDraft({ ...draft, levels: { ...draft.levels, [level]: name } })}
    />
  ));
}

function FormSection({
  title,
  fault,
  children,
}: {
  readonly title: string;
  readonly fault: DistrictFault | null;
  readonly children: ReactNode;
}) {
  return (
    <section className={fault ? 'form-section faulty' : 'form-section'} aria-label={title}>
      <h2>{title}</h2>
      <div className="form-section-fields">
        <FieldFault fault={fault} />
        {children}
      </div>
    </section>
  );
}

function FieldFault({ fault }: { readonly fault: DistrictFault | null }) {
  const told = useFaultText();
  return fault ? <p className="fault">{told(fault)}</p> : null;
}
