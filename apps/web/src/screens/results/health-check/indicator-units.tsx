import type { CheckRow, CheckUnits } from '@westgate/contract';
import { useState } from 'react';
import { useDeedDesk } from '../../../api/deed-notice.ts';
import { useEdits } from '../../../api/edits.ts';
import { useCheckUnits } from '../../../api/questions.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { ActButton } from '../../../parts/act-button.tsx';
import { Await } from '../../../parts/await.tsx';
import { Button } from '../../../parts/button.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ErrorText } from '../../../parts/error-text.tsx';
import { Fact } from '../../../parts/fact.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { useFieldWord, useValueWord } from '../../../record/form/field-words.ts';
import { useKeyOf } from '../../../record/use-key-of.ts';
import { useShownDay } from '../../../scope/district-context.ts';
import { useMayChange } from '../../../scope/may-change.ts';
import { problemEdits, unraised } from './check-model.ts';
import { CheckWord, FoundValue } from './check-words.tsx';
import { ThresholdFacts } from './threshold-facts.tsx';
import { UnitMap } from './unit-map.tsx';
import { UnitSheet } from './unit-sheet.tsx';
import { UnitTable } from './unit-table.tsx';

/** One indicator of the health check: what it asks for, its value in each survey unit, and the ways to enter values and to raise problems. */
export function IndicatorUnits({ row, place }: { readonly row: CheckRow; readonly place: string | undefined }) {
  const word = useWords();
  const say = useSay();
  const field = useFieldWord('indicator');
  const valueWord = useValueWord('indicator');
  const { indicator, unitName, rollUp, owner, method } = row;
  return (
    <section className="check-units" aria-labelledby="check-units">
      <h2 id="check-units">
        <ThingLink thing={indicator} />
      </h2>
      <p className="row">
        <CheckWord standing={row.standing} /> <FoundValue found={row} unitName={unitName} />
      </p>
      <dl className="facts">
        <ThresholdFacts asked={row} />
        <Fact name={field('roll_up')}>{rollUp ? valueWord('roll_up', rollUp) : word('check.notAdded')}</Fact>
        {method === null ? null : <Fact name={field('place_method')}>{say(method)}</Fact>}
        <Fact name={word('indicator.owner')}>{owner ? <ThingLink thing={owner} /> : word('board.noOwner')}</Fact>
      </dl>
      <Await query={useCheckUnits(indicator.id, place)}>{(found) => <Units found={found} row={row} />}</Await>
    </section>
  );
}

function Units({ found, row }: { readonly found: CheckUnits; readonly row: CheckRow }) {
  const word = useWords();
  const mayEnter = useMayChange('update', [row.owner?.id ?? null]);
  const [isEntering, setEntering] = useState(false);
  const { rows } = found;
  if (isEntering) return <UnitSheet found={found} onDone={() => setEntering(false)} />;
  return (
    <>
      {rows.length === 0 ? <EmptyState>{word('check.noUnits')}</EmptyState> : <UnitTable found={found} />}
      {rows.length === 0 ? null : <UnitMap rows={rows} />}
      {mayEnter && rows.length > 0 ? (
        <p className="row part-start no-print">
          <Button name={word('check.enter')} onClick={() => setEntering(true)} />
          <RaiseProblems found={found} owner={row.owner?.id ?? null} />
        </p>
      ) : null}
    </>
  );
}

/** Raises a problem for every unit below the threshold that has none, as one change. */
function RaiseProblems({ found, owner }: { readonly found: CheckUnits; readonly owner: string | null }) {
  const word = useWords();
  const { day } = useShownDay();
  const { tell } = useDeedDesk();
  const make = useEdits();
  const keyOf = useKeyOf();
  const units = unraised(found.rows);
  if (units.length === 0) return null;
  const raise = (who: string): void => {
    const request = { edits: [...problemEdits(units, found.indicator, owner, day)], who, reason: '' };
    make.mutate({ ...request, key: keyOf(request) }, { onSuccess: ({ seq }) => tell(seq) });
  };
  return (
    <>
      <ActButton name={word('check.raise', { count: units.length })} className="button" isBusy={make.isPending} onAct={raise} />
      {make.error ? <ErrorText error={make.error} /> : null}
    </>
  );
}
