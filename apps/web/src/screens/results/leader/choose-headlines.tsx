import type { Indicator } from '@westgate/contract';
import { MOST_HEADLINES } from '@westgate/domain';
import { useId, useState } from 'react';
import { useEdits } from '../../../api/edits.ts';
import { useIndicators } from '../../../api/questions.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { Button } from '../../../parts/button.tsx';
import { ComboField } from '../../../parts/combo-field.tsx';
import { SignedForm, useSignedForm } from '../../../record/form/signed-form.tsx';

/** Chooses the headline indicators and their order, as one change. */
export function ChooseHeadlines({ onDone }: { readonly onDone: () => void }) {
  return <Await query={useIndicators()}>{(all) => <Choice all={all} onDone={onDone} />}</Await>;
}

function Choice({ all, onDone }: { readonly all: readonly Indicator[]; readonly onDone: () => void }) {
  const word = useWords();
  const say = useSay();
  const form = useSignedForm(onDone);
  const make = useEdits();
  const addId = useId();
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    all
      .filter(({ headline }) => headline !== null)
      .sort((a, b) => (a.headline ?? 0) - (b.headline ?? 0))
      .map(({ id }) => id),
  );
  const nameOf = (id: string): string => {
    const found = all.find((each) => each.id === id);
    return (found && say(found.name)) || id;
  };
  const edits = all.flatMap(({ id, rev, headline }) => {
    const at = chosen.indexOf(id);
    const next = at < 0 ? null : at + 1;
    return next === headline ? [] : [{ action: 'revise' as const, table: 'indicator' as const, key: id, rev, fields: { headline: next } }];
  });
  const move = (from: number, by: number): void =>
    setChosen((before) => {
      const moved = before[from];
      if (moved === undefined) return before;
      return before.filter((_, at) => at !== from).toSpliced(from + by, 0, moved);
    });
  const send = (): void => {
    if (edits.length === 0) {
      onDone();
      return;
    }
    form.send(make, [], ({ who, keyOf }) => {
      const request = { edits, who, reason: '' };
      return { ...request, key: keyOf(request) };
    });
  };
  return (
    <SignedForm
      form={form}
      heading={word('leader.choose')}
      level="h2"
      error={make.error}
      save={word('leader.save')}
      isBusy={make.isPending}
      onSend={send}
      onLeave={onDone}
    >
      <p className="small soft wide-field">{word('leader.chooseLead', { most: MOST_HEADLINES })}</p>
      {chosen.length === 0 ? null : (
        <ol className="leader-choice wide-field">
          {chosen.map((id, at) => (
            <li key={id}>
              <span>{nameOf(id)}</span>
              <span className="row">
                <Button look="plain" name={word('leader.up')} of={nameOf(id)} disabled={at === 0} onClick={() => move(at, -1)} />
                <Button
                  look="plain"
                  name={word('leader.down')}
                  of={nameOf(id)}
                  disabled={at === chosen.length - 1}
                  onClick={() => move(at, 1)}
                />
                <Button
                  look="plain"
                  name={word('leader.remove')}
                  of={nameOf(id)}
                  onClick={() => setChosen((before) => before.filter((each) => each !== id))}
                />
              </span>
            </li>
          ))}
        </ol>
      )}
      {chosen.length < MOST_HEADLINES ? (
        <div className="form-row wide-field">
          <label htmlFor={addId}>{word('leader.add')}</label>
          <ComboField
            key={chosen.length}
            id={addId}
            value=""
            empty=""
            options={all.filter(({ id }) => !chosen.includes(id)).map(({ id, name }) => ({ id, name: say(name) || id, note: id }))}
            onValue={(id) => (id === '' ? undefined : setChosen((before) => [...before, id]))}
          />
        </div>
      ) : (
        <p className="small soft wide-field">{word('leader.full', { most: MOST_HEADLINES })}</p>
      )}
    </SignedForm>
  );
}
