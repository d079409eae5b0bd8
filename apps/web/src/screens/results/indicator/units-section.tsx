import type { CheckUnits } from '@westgate/contract';
import { useState } from 'react';
import { useCheckUnits } from '../../../api/questions.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { Button } from '../../../parts/button.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Fact } from '../../../parts/fact.tsx';
import { useFieldWord } from '../../../record/form/field-words.ts';
import { PartSection } from '../../../record/form/part-form.tsx';
import { useMayChange } from '../../../scope/may-change.ts';
import { CheckWord, FoundValue } from '../health-check/check-words.tsx';
import { ThresholdFacts } from '../health-check/threshold-facts.tsx';
import { UnitSheet } from '../health-check/unit-sheet.tsx';
import { UnitTable } from '../health-check/unit-table.tsx';

/** An indicator of the health check as it is known: in the whole, what is asked of it, the method where it is worked out from places, and in each survey unit. */
export function UnitsSection({ indicator }: { readonly indicator: string }) {
  const word = useWords();
  const say = useSay();
  const field = useFieldWord('indicator');
  return (
    <section className="section check-units" aria-labelledby="by-unit">
      <h2 id="by-unit">{word('check.unitsOf')}</h2>
      <Await query={useCheckUnits(indicator, undefined)}>
        {(found) => (
          <>
            <dl className="facts">
              <Fact name={word('check.whole')}>
                <CheckWord standing={found.whole.standing} /> <FoundValue found={found.whole} unitName={found.unitName} />
              </Fact>
              <ThresholdFacts asked={found} />
              {found.method === null ? null : <Fact name={field('place_method')}>{say(found.method)}</Fact>}
            </dl>
            {found.rows.length === 0 ? <EmptyState>{word('check.noUnits')}</EmptyState> : <UnitTable found={found} />}
          </>
        )}
      </Await>
    </section>
  );
}

/** The values of any other indicator by place, where there are some; they are entered and corrected here. */
export function ByPlaceSection({ indicator }: { readonly indicator: string }) {
  const word = useWords();
  const { data: found } = useCheckUnits(indicator, undefined);
  return found === undefined || found.rows.length === 0 ? (
    <PartSection kind="place_value" of={{ indicator }} />
  ) : (
    <section className="section check-units" aria-labelledby="by-place">
      <h2 id="by-place">{word('indicator.byPlace')}</h2>
      <ByPlace found={found} />
      <PartSection kind="place_value" of={{ indicator }} />
    </section>
  );
}

function ByPlace({ found }: { readonly found: CheckUnits }) {
  const word = useWords();
  const mayEnter = useMayChange('update');
  const [isEntering, setEntering] = useState(false);
  if (isEntering) return <UnitSheet found={found} onDone={() => setEntering(false)} />;
  return (
    <>
      <UnitTable found={found} isCheck={false} />
      {mayEnter ? (
        <p className="part-start no-print">
          <Button name={word('indicator.enterByPlace')} onClick={() => setEntering(true)} />
        </p>
      ) : null}
    </>
  );
}
