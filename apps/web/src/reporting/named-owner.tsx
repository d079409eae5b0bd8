import type { ReportRow } from '@westgate/contract';
import { useState } from 'react';
import { useAsk } from '../api/ask.ts';
import { useTellAndSee } from '../api/use-write.ts';
import { useWords } from '../messages/words.ts';
import { ActButton } from '../parts/act-button.tsx';
import { ComboField } from '../parts/combo-field.tsx';
import { WhyNot } from '../parts/why-not.tsx';
import { useMayChange } from '../scope/may-change.ts';
import { useIsOpen } from '../scope/signed-in.ts';

/** The person who answers for a record within its department, and naming another. Not in an office without accounts: there nobody is known. */
export function NamedOwner({ row }: { readonly row: ReportRow }) {
  const word = useWords();
  const isOpen = useIsOpen();
  const colleagues = useAsk('colleagues', {}, !isOpen).data?.items;
  const name = useTellAndSee('name-owner');
  const [isChoosing, choose] = useState(false);
  const [chosen, setChosen] = useState(row.reporting.person ?? '');
  const { thing, department, reporting } = row;
  const mayName = useMayChange('edit', [department?.id ?? null]);
  if (isOpen || !colleagues) return null;
  const named = colleagues.find(({ id }) => id === reporting.person);
  const eligible = colleagues.filter((each) => department !== null && each.department === department.id);
  const save = (who: string): void => {
    const body = { who, person: chosen || null, subjects: [{ kind: thing.kind, id: thing.id }] };
    name.mutate({ body, key: crypto.randomUUID() }, { onSuccess: () => choose(false) });
  };
  return (
    <div className="named-owner small">
      <p className="row">
        <span className="soft">{word('owners.person')}</span>
        {named ? (
          <b>{named.name}</b>
        ) : reporting.person ? (
          <span>{word('owners.within')}</span>
        ) : (
          <span className="unknown">{word('owners.nobody')}</span>
        )}
        {mayName && eligible.length > 0 && !isChoosing ? (
          <button type="button" className="button plain" onClick={() => choose(true)}>
            {word(reporting.person ? 'owners.another' : 'action.name-owner')}
          </button>
        ) : null}
      </p>
      {isChoosing ? (
        <div className="row">
          <ComboField
            aria-label={word('owners.person')}
            options={eligible}
            value={chosen}
            empty={word('owners.nobody')}
            onValue={setChosen}
          />
          <ActButton name={word('form.save')} className="button" isBusy={name.isPending} onAct={save} />
          <button type="button" className="button plain" onClick={() => choose(false)}>
            {word('form.leave')}
          </button>
        </div>
      ) : null}
      <WhyNot said="bulk.failed" error={name.error} />
    </div>
  );
}
