import { Link } from '@tanstack/react-router';
import type { ReportRow } from '@westgate/contract';
import { Fragment, useState } from 'react';
import { useAsk } from '../api/ask.ts';
import { useTellAndSee } from '../api/use-write.ts';
import { useWords } from '../messages/words.ts';
import { ActButton } from '../parts/act-button.tsx';
import { Button } from '../parts/button.tsx';
import { ComboField } from '../parts/combo-field.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { WhyNot } from '../parts/error-text.tsx';
import { ThingLink } from '../parts/thing-link.tsx';
import { useMayChange } from '../scope/may-change.ts';
import { useIsOpen } from '../scope/signed-in.ts';
import { OutsideLinksOf } from './outside-links.tsx';
import { ReportItem } from './report-item.tsx';

/** On the page of a record: how it is reported on, what was said last, and a report in one press. */
export function ReportSection({ row }: { readonly row: ReportRow }) {
  const word = useWords();
  const [isOpen, open] = useState(false);
  const { cadence, last } = row.reporting;
  return (
    <section className="section" aria-labelledby="reporting">
      <h2 id="reporting">
        {word('reporting.title')} <small>{cadence ? word(`cadence.${cadence}`) : word('reporting.notAsked')}</small>
      </h2>
      {cadence === null && last === null ? <EmptyState>{word('reporting.notAskedHint')}</EmptyState> : null}
      <ul className="update-list">
        <ReportItem row={row} isOpen={isOpen} onOpen={open} isNamed={false} />
      </ul>
      <CoOperating row={row} />
      <NamedOwner row={row} />
      <OutsideLinksOf row={row} />
    </section>
  );
}

/** The departments that co-operate with the one that answers for a record, and the way to link others. */
function CoOperating({ row: { thing, reporting } }: { readonly row: ReportRow }) {
  const word = useWords();
  const { coOperating } = reporting;
  const mayEdit = useMayChange('edit');
  return (
    <p className="row small co-operating">
      <span className="soft">{word('matter.departments')}</span>
      {coOperating.length === 0 ? (
        <span className="unknown">{word('reporting.alone')}</span>
      ) : (
        <span>
          {coOperating.map((each, index) => (
            <Fragment key={each.id}>
              {index > 0 ? ' · ' : null}
              <ThingLink thing={each} />
            </Fragment>
          ))}
        </span>
      )}
      {mayEdit ? (
        <Link className="button plain" to="/link/$noun/$id" params={{ noun: thing.kind, id: thing.id }}>
          {word('reporting.linkOthers')}
        </Link>
      ) : null}
    </p>
  );
}

/** The person who answers for a record within its department, and naming another. Not in an office without accounts: there nobody is known. */
function NamedOwner({ row }: { readonly row: ReportRow }) {
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
          <Button look="plain" name={word(reporting.person ? 'owners.another' : 'action.name-owner')} onClick={() => choose(true)} />
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
          <Button look="plain" name={word('form.leave')} onClick={() => choose(false)} />
        </div>
      ) : null}
      <WhyNot said="bulk.failed" error={name.error} />
    </div>
  );
}
