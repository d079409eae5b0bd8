import type { Figure } from '@westgate/contract';
import { sayNumber } from '@westgate/domain';
import { useSay, useWords } from '../messages/words.ts';
import { withdrawEdit } from '../record/form/part.ts';
import { PartSection } from '../record/form/part-section.tsx';
import { WithdrawButton } from '../record/form/withdraw-button.tsx';
import { AgeNote } from './age-note.tsx';
import { useSayPeriod } from './day-text.tsx';
import { EmptyState } from './empty-state.tsx';
import { figureGroups } from './figures.ts';
import { ProvenanceCells } from './provenance-cells.tsx';
import { Unknown } from './unknown.tsx';

/**
 * The published figures of a record, each with unit, period, source and confidence; values that disagree stay side by side. One is entered and
 * taken out here, where `of` says which record they are of.
 */
export function FiguresTable({
  figures,
  of,
}: {
  readonly figures: readonly Figure[];
  readonly of: { readonly kind: string; readonly id: string };
}) {
  const word = useWords();
  const say = useSay();
  return (
    <section className="section" aria-labelledby="figures">
      <h2 id="figures">
        {word('figures.title')} <small>{word('figures.lead')}</small>
      </h2>
      {figures.length === 0 ? (
        <EmptyState>{word('figures.none')}</EmptyState>
      ) : (
        <div className="table-scroll">
          <table className="table stacking">
            <thead>
              <tr>
                <th scope="col">{word('figures.what')}</th>
                <th scope="col" className="number">
                  {word('figures.value')}
                </th>
                <th scope="col">{word('figures.unit')}</th>
                <th scope="col">{word('figures.period')}</th>
                <th scope="col">{word('figures.source')}</th>
                <th scope="col">{word('confidence')}</th>
                <th scope="col">{word('figures.note')}</th>
                <th scope="col">
                  <span className="unseen">{word('part.withdraw')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {figureGroups(figures).flatMap((group) =>
                group.figures.map((figure, index) => (
                  <tr key={figure.id} id={`figure-${figure.id}`}>
                    {index === 0 ? (
                      <th scope="rowgroup" rowSpan={group.figures.length}>
                        {say(group.label)}
                      </th>
                    ) : null}
                    <FigureCells figure={figure} />
                    <td>
                      <WithdrawButton edit={withdrawEdit({ kind: 'figure', id: figure.id, rev: figure.rev })} name={say(figure.label)} />
                    </td>
                  </tr>
                )),
              )}
            </tbody>
          </table>
        </div>
      )}
      <PartSection kind="figure" of={{ subject_kind: of.kind, subject_id: of.id }} />
    </section>
  );
}

function FigureCells({ figure }: { readonly figure: Figure }) {
  const word = useWords();
  const say = useSay();
  const sayWhen = useSayPeriod();
  return (
    <>
      <td className="number" data-head={word('figures.value')}>
        {figure.qualifier ? <small>{word(`qualifier.${figure.qualifier}`)} </small> : null}
        <b>{figure.value === null ? say(figure.words) : sayNumber(figure.value)}</b>
      </td>
      <td className="soft" data-head={word('figures.unit')}>
        {say(figure.unitName)}
      </td>
      <td data-head={word('figures.period')}>
        {figure.period ? sayWhen(figure.period) : <Unknown />} <AgeNote on={figure.period} />
      </td>
      <ProvenanceCells of={figure} />
    </>
  );
}
