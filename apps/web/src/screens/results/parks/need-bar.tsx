import { CRITERIA, type Criterion, NO_NEED, readNeed } from '@westgate/domain';
import { useState } from 'react';
import { useSay, useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { DayField } from '../../../parts/day-field.tsx';
import { Form } from '../../../parts/form.tsx';
import { Select } from '../../../parts/select.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { useSetView, useView } from '../../../scope/use-view.ts';
import { addressOfFields, fieldsOfNeed, type NeedFields, withField, wrongAmounts } from './space-model.ts';
import { useSayAsked } from './space-words.tsx';

/** What a firm needs: each criterion that is asked as a mark that can be taken off, and the form of all of them on demand. */
export function NeedBar() {
  const word = useWords();
  const setView = useSetView();
  const sayAsked = useSayAsked();
  const { need = '' } = useView();
  const [isOpen, setOpen] = useState(false);
  const fields = fieldsOfNeed(readNeed(need));
  const asked = CRITERIA.filter((criterion) => fields[criterion] !== '');
  const ask = (next: NeedFields): void => setView({ need: addressOfFields(next) || undefined }, { replace: true });
  return (
    <div className="need-bar">
      <div className="row">
        <b>{word('space.need.title')}</b>
        {asked.map((criterion) => (
          <span key={criterion} className="need-chip">
            <span className="soft">{word(`space.need.${criterion}`)}</span> {sayAsked(criterion, fields[criterion])}
            <button
              type="button"
              className="button plain"
              aria-label={word('space.need.drop', { criterion: word(`space.need.${criterion}`) })}
              onClick={() => ask(withField(fields, criterion, ''))}
            >
              ×
            </button>
          </span>
        ))}
        <span className="no-print">
          <Button
            name={word(asked.length === 0 ? 'space.need.enter' : 'space.need.change')}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          />
        </span>
      </div>
      {isOpen ? <NeedForm key={need} held={fields} onAsk={ask} onLeave={() => setOpen(false)} /> : null}
    </div>
  );
}

function NeedForm({
  held,
  onAsk,
  onLeave,
}: {
  readonly held: NeedFields;
  readonly onAsk: (fields: NeedFields) => void;
  readonly onLeave: () => void;
}) {
  const word = useWords();
  const [fields, setFields] = useState(held);
  const [wrong, setWrong] = useState<readonly Criterion[]>([]);
  const set = (criterion: Criterion, value: string): void => setFields((before) => withField(before, criterion, value));
  const send = (): void => {
    const found = wrongAmounts(fields);
    setWrong(found);
    if (found.length > 0) return;
    onAsk(fields);
    onLeave();
  };
  return (
    <Form className="space-need-form no-print" onSend={send} losesNothing opens aria-label={word('space.need.title')}>
      {CRITERIA.map((criterion) => (
        <NeedField
          key={criterion}
          criterion={criterion}
          value={fields[criterion]}
          isWrong={wrong.includes(criterion)}
          onSet={(value) => set(criterion, value)}
        />
      ))}
      <span className="row space-need-acts">
        <Button type="submit" look="filled" name={word('space.need.send')} />
        <Button look="plain" name={word('space.need.clear')} onClick={() => setFields(fieldsOfNeed(NO_NEED))} />
      </span>
    </Form>
  );
}

interface FieldOf {
  readonly criterion: Criterion;
  readonly value: string;
  readonly isWrong: boolean;
  readonly onSet: (value: string) => void;
}

function NeedField({ criterion, value, isWrong, onSet }: FieldOf) {
  const word = useWords();
  const name = word(`space.need.${criterion}`);
  if (criterion === 'tag') return <TagField name={name} value={value} onSet={onSet} />;
  const id = `need-${criterion}`;
  return (
    <div className="need-field">
      {criterion === 'ready' ? (
        <span className="small" aria-hidden="true">
          {name}
        </span>
      ) : (
        <label className="small" htmlFor={id}>
          {name} <span className="soft">{word(`space.unit.${criterion}`)}</span>
        </label>
      )}
      {criterion === 'ready' ? (
        <DayField className="field" aria-label={name} value={value} onDay={onSet} onEmpty={() => onSet('')} />
      ) : (
        <input
          id={id}
          className="field"
          inputMode="decimal"
          autoComplete="off"
          value={value}
          aria-invalid={isWrong ? true : undefined}
          aria-describedby={isWrong ? `${id}-fault` : undefined}
          onChange={(event) => onSet(event.target.value)}
        />
      )}
      {isWrong ? (
        <small className="fault" id={`${id}-fault`}>
          {word('space.need.fault')}
        </small>
      ) : null}
    </div>
  );
}

/** The values of the district's axes, under the names of the axes. */
function TagField({ name, value, onSet }: { readonly name: string; readonly value: string; readonly onSet: (value: string) => void }) {
  const say = useSay();
  const word = useWords();
  const { axes } = useDistrictFrame().district;
  const options = axes.flatMap((axis) => axis.values.map((each) => [`${axis.id}:${each.id}`, say(each.name), say(axis.name)] as const));
  if (options.length === 0) return null;
  return (
    <div className="need-field">
      <label className="small" htmlFor="need-tag">
        {name}
      </label>
      <Select id="need-tag" value={value} options={options} none={word('space.need.any')} onChoose={(id) => onSet(id ?? '')} />
    </div>
  );
}
