import { useCheckUnits } from '../../../api/questions.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Fact } from '../../../parts/fact.tsx';
import { useFieldWord } from '../../../record/form/field-words.ts';
import { CheckWord, FoundValue } from '../health-check/check-words.tsx';
import { UnitTable } from '../health-check/unit-table.tsx';

/** An indicator of the health check as it is known: in the whole, the method where it is worked out from places, and in each survey unit. */
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
              {found.method === null ? null : <Fact name={field('place_method')}>{say(found.method)}</Fact>}
            </dl>
            {found.rows.length === 0 ? <EmptyState>{word('check.noUnits')}</EmptyState> : <UnitTable found={found} />}
          </>
        )}
      </Await>
    </section>
  );
}
