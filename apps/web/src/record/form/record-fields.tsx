import { Fragment } from 'react';
import { useWords } from '../../messages/words.ts';
import { DayField } from '../../parts/day-field.tsx';
import { FormField } from '../form-field.tsx';
import { EnumField, SwitchField, UnitField } from './choice-fields.tsx';
import { hintWordId, useFieldWord } from './field-words.ts';
import type { FieldsState, OneColumn } from './fields-state.ts';
import type { FormEntry } from './form-layout.ts';
import { isPlaced, referredKind } from './form-values.ts';
import { GeometryField } from './geometry-field.tsx';
import { isAskedAnew } from './own-basis.ts';
import { PairField } from './pair-field.tsx';
import { Picker } from './picker.tsx';
import { TagFields } from './tag-fields.tsx';

/** The controls of some entries of a form, each by the kind of its column. */
export function RecordFields({ entries, ...state }: FieldsState & { readonly entries: readonly FormEntry[] }) {
  const word = useWords();
  const { kind, read = null, values } = state;
  const asked = entries.filter((entry) => isAsked(entry, state));
  const first = read && asked.find((entry) => isAskedAnew(kind, read, values, entry));
  return asked.map((entry) => (
    <Fragment key={entry.name}>
      {entry === first ? (
        <p className="note basis-anew" role="status">
          {word('basis.anew')}
        </p>
      ) : null}
      <Entry entry={entry} {...state} />
    </Fragment>
  ));
}

/** What a place's position leaves nothing to say of is not asked. */
function isAsked({ name }: FormEntry, { kind, values }: FieldsState): boolean {
  if (kind !== 'place') return true;
  const isDrawn = isPlaced(values.position ?? null);
  if (name === 'geometry' || name === 'position_basis' || name === 'confidence') return isDrawn;
  return name === 'no_place_reason' ? !isDrawn : true;
}

function Entry({ entry, ...state }: FieldsState & { readonly entry: FormEntry }) {
  if (entry.kind === 'pair') return <PairField entry={entry} {...state} />;
  switch (entry.field.kind) {
    case 'list':
      return <TagFields entry={entry} {...state} />;
    case 'json':
      return <GeometryField entry={entry} {...state} />;
    case 'boolean':
      return <SwitchField entry={entry} {...state} />;
    case 'enum':
      return <EnumField entry={entry} {...state} />;
    default:
      return entry.name === 'unit' ? <UnitField entry={entry} {...state} /> : <OneField entry={entry} {...state} />;
  }
}

function OneField({ entry, kind, values, faults, idOf, set }: OneColumn) {
  const word = useWords();
  const nameOf = useFieldWord(kind);
  const { column, field } = entry;
  const fault = faults.find((each) => each.field === column);
  const hint = hintWordId(kind, column) ?? (field.kind === 'period' ? 'record.datesHint' : null);
  const value = typeof values[column] === 'string' ? values[column] : '';
  const referred = referredKind(field);
  return (
    <FormField
      id={idOf(column)}
      fault={fault?.word ?? null}
      told={fault?.told}
      label={nameOf(column)}
      {...(hint ? { hint: word(hint) } : {})}
    >
      {referred ? (
        <Picker
          kinds={[referred]}
          value={value === '' ? null : { kind: referred, id: value }}
          onPick={(picked) => set(column, picked?.id ?? '')}
        />
      ) : field.kind === 'day' ? (
        <DayField aria-label={nameOf(column)} value={value} onDay={(day) => set(column, day)} onEmpty={() => set(column, '')} />
      ) : (
        <input value={value} autoComplete="off" onChange={(event) => set(column, event.target.value)} />
      )}
    </FormField>
  );
}
