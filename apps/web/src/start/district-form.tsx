import type { Geometry } from '@westgate/base';
import { vocabulary } from '@westgate/domain';
import type { ReactNode } from 'react';
import { useWords } from '../messages/words.ts';
import { Button } from '../parts/button.tsx';
import { ComboField } from '../parts/combo-field.tsx';
import { DayField } from '../parts/day-field.tsx';
import { AxesField } from './axes-field.tsx';
import { type DistrictDraft, type DistrictFault, type DistrictField, slugOf } from './district-draft.ts';
import { FrameField } from './frame-field.tsx';
import { PairFields } from './pair-fields.tsx';
import { UnitsField } from './units-field.tsx';

const ZONES = Intl.supportedValuesOf('timeZone').map((zone) => ({ id: zone, name: zone }));

/** The fields of the district itself: for one to be begun, with its id and outline; for the one held, with its notice, its names of the levels and the day it opens as of. */
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
  const { languages } = draft;
  const faultOf = (field: DistrictField): DistrictFault | null => faults.find((fault) => fault.field === field) ?? null;
  const section = (field: DistrictField, title: string, children: ReactNode) => (
    <FormSection title={title} fault={faultOf(field)}>
      {children}
    </FormSection>
  );
  return (
    <>
      {section(
        'name',
        word('start.name'),
        <>
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
          <fieldset className="language-ticks" id={idOf('languages')} tabIndex={-1}>
            <legend>{word('start.languages')}</legend>
            {(['zh', 'en'] as const).map((language) => (
              <label key={language}>
                <input
                  type="checkbox"
                  checked={languages.includes(language)}
                  onChange={(event) =>
                    onDraft({
                      ...draft,
                      languages: (['zh', 'en'] as const).filter((each) =>
                        each === language ? event.target.checked : languages.includes(each),
                      ),
                    })
                  }
                />
                {word(`language.${language}`)}
              </label>
            ))}
            <FieldFault fault={faultOf('languages')} />
          </fieldset>
          {isNew ? (
            <div className="form-field">
              <label htmlFor={idOf('id')}>{word('start.id')}</label>
              <p id={`${idOf('id')}-hint`} className="note">
                {word('start.id.hint')}
              </p>
              <FieldFault fault={faultOf('id')} />
              <input
                id={idOf('id')}
                className="field"
                maxLength={80}
                autoComplete="off"
                aria-describedby={`${idOf('id')}-hint`}
                value={draft.id}
                onChange={(event) => onDraft({ ...draft, id: event.target.value })}
              />
            </div>
          ) : null}
          <div className="form-field">
            <label id={`${idOf('time_zone')}-label`} htmlFor={idOf('time_zone')}>
              {word('start.timeZone')}
            </label>
            <FieldFault fault={faultOf('time_zone')} />
            <ComboField
              id={idOf('time_zone')}
              value={draft.timeZone}
              options={ZONES}
              isFree
              onValue={(timeZone) => onDraft({ ...draft, timeZone })}
            />
          </div>
        </>,
      )}
      {section(
        'frame',
        word('start.frame'),
        <FrameField id={idOf('frame')} draft={draft} outline={outline} onDraft={onDraft} onOutline={isNew ? onOutline : null} />,
      )}
      {section(
        'axes',
        word('start.axes'),
        <>
          <p className="note">{word('start.axes.hint')}</p>
          <AxesField id={idOf('axes')} axes={draft.axes} languages={languages} onChange={(axes) => onDraft({ ...draft, axes })} />
        </>,
      )}
      {section(
        'units',
        word('start.units'),
        <>
          <p className="note">{word('start.units.hint')}</p>
          <UnitsField id={idOf('units')} units={draft.units} languages={languages} onChange={(units) => onDraft({ ...draft, units })} />
        </>,
      )}
      {isNew ? null : (
        <>
          {section(
            'notice',
            word('start.notice'),
            <>
              <p className="note">{word('start.notice.hint')}</p>
              <PairFields
                id={idOf('notice')}
                label={word('start.notice')}
                value={draft.notice}
                languages={languages}
                maxLength={500}
                onChange={(notice) => onDraft({ ...draft, notice })}
              />
            </>,
          )}
          {section(
            'levels',
            word('settings.levels'),
            <>
              <p className="note">{word('settings.levels.hint')}</p>
              {vocabulary.GATE_LEVELS.map((level) => (
                <PairFields
                  key={level}
                  id={`${idOf('levels')}-${level}`}
                  label={word(`level.${level}`)}
                  value={draft.levels[level]}
                  languages={languages}
                  maxLength={40}
                  onChange={(name) => onDraft({ ...draft, levels: { ...draft.levels, [level]: name } })}
                />
              ))}
            </>,
          )}
          {section(
            'days',
            word('settings.days'),
            <div id={idOf('days')} tabIndex={-1}>
              <p className="note">{word('settings.days.hint')}</p>
              <div className="row">
                <DayField
                  className="field"
                  within="any"
                  aria-label={word('settings.days.first')}
                  value={draft.days.first}
                  onDay={(first) => onDraft({ ...draft, days: { ...draft.days, first } })}
                />
                <span aria-hidden="true">–</span>
                <DayField
                  className="field"
                  within="any"
                  aria-label={word('settings.days.last')}
                  value={draft.days.last}
                  onDay={(last) => onDraft({ ...draft, days: { ...draft.days, last } })}
                />
              </div>
            </div>,
          )}
          {section(
            'opens_on',
            word('settings.opensOn'),
            <div id={idOf('opens_on')} tabIndex={-1}>
              <p className="note">{word('settings.opensOn.hint')}</p>
              <DayField
                className="field"
                aria-label={word('settings.opensOn')}
                value={draft.opensOn}
                onDay={(opensOn) => onDraft({ ...draft, opensOn })}
              />{' '}
              {draft.opensOn === '' ? (
                <span className="small soft">{word('settings.opensOn.none')}</span>
              ) : (
                <Button name={word('settings.opensOn.clear')} onClick={() => onDraft({ ...draft, opensOn: '' })} />
              )}
            </div>,
          )}
          {section(
            'feedback_days',
            word('settings.feedbackDays'),
            <div>
              <p className="note">{word('settings.feedbackDays.hint')}</p>
              <input
                id={idOf('feedback_days')}
                className="field"
                inputMode="numeric"
                maxLength={3}
                size={4}
                placeholder="15"
                aria-label={word('settings.feedbackDays')}
                value={draft.feedbackDays}
                onChange={({ target }) => onDraft({ ...draft, feedbackDays: target.value })}
              />
            </div>,
          )}
        </>
      )}
    </>
  );
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
  const word = useWords();
  return fault ? <p className="fault">{word(fault.word)}</p> : null;
}
