import { Link } from '@tanstack/react-router';
import type { HealthCheck } from '@westgate/contract';
import { useId } from 'react';
import type { AsksFirst } from '../../../api/asks-first.ts';
import { fileAddress } from '../../../api/client.ts';
import { useHealthCheck } from '../../../api/questions.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { ComboField } from '../../../parts/combo-field.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { FileLinks } from '../../../parts/file-links.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { useMayChange } from '../../../scope/may-change.ts';
import { useAsOf, useLanguage, useSelected, useSetView, useView } from '../../../scope/use-view.ts';
import { ResultsHead } from '../results-head.tsx';
import { CheckGrid } from './check-grid.tsx';
import { countsIn } from './check-model.ts';
import { IndicatorUnits } from './indicator-units.tsx';
import { ProblemTable } from './problem-table.tsx';

/** The health check: every indicator by level and group, one of them in each survey unit, and the problems with what was measured since. */
export function HealthCheckScreen() {
  const word = useWords();
  const { place } = useView();
  useTitle(word('check.title'));
  return (
    <div className="register-main results health-check">
      <ResultsHead>
        <PaperLinks place={place} />
      </ResultsHead>
      <Await query={useHealthCheck(place)}>{(found) => <Check found={found} />}</Await>
    </div>
  );
}

/** The health check as a document, in both layouts. */
function PaperLinks({ place }: { readonly place: string | undefined }) {
  const word = useWords();
  const lang = useLanguage();
  const query = { ...useAsOf(), lang, ...(place ? { place } : {}) };
  return (
    <FileLinks
      files={(['official', 'plain'] as const).map((layout) => ({
        label: `${word('check.report')} · ${word(`report.paper.${layout}`)}`,
        href: fileAddress('health-check-docx', { query: { ...query, layout } }),
      }))}
    />
  );
}

/** What the screen asks first. */
export const asksFirst: AsksFirst = ({ asOf, place }) => ({
  name: 'health-check',
  asked: { query: { ...(asOf ? { asOf } : {}), ...(place ? { place } : {}) } },
});

function Check({ found }: { readonly found: HealthCheck }) {
  const word = useWords();
  const mayMake = useMayChange('edit', 'any');
  const selected = useSelected();
  const chosen = selected?.kind === 'indicator' ? selected.id : undefined;
  const { rows, areas, place, problems } = found;
  const row = rows.find(({ indicator }) => indicator.id === chosen);
  if (rows.length === 0)
    return (
      <EmptyState>
        {word('check.none')}{' '}
        {mayMake ? (
          <Link to="/new/$noun" params={{ noun: 'indicator' }}>
            {word('board.first')}
          </Link>
        ) : null}
      </EmptyState>
    );
  return (
    <>
      <p className="board-finding">{word('check.finding', { ...countsIn(rows) })}</p>
      {areas.length === 0 ? null : <AreaField areas={areas} value={place?.id} />}
      <div className="check-halves">
        <CheckGrid rows={rows} chosen={chosen} />
        {row ? (
          <IndicatorUnits key={`${row.indicator.id} ${place?.id ?? ''}`} row={row} place={place?.id} />
        ) : (
          <p className="note">{word('check.choose')}</p>
        )}
      </div>
      <p className="note board-legend">{word('check.legend')}</p>
      <ProblemTable problems={problems} />
    </>
  );
}

/** The whole district, or one of the places that others lie in. */
function AreaField({ areas, value }: { readonly areas: HealthCheck['areas']; readonly value: string | undefined }) {
  const word = useWords();
  const say = useSay();
  const setView = useSetView();
  const id = useId();
  return (
    <div className="row board-tools no-print">
      <span className="small check-area">
        <label id={`${id}-label`} className="soft" htmlFor={id}>
          {word('check.area')}
        </label>
        <ComboField
          id={id}
          value={value ?? ''}
          options={areas.map((area) => ({ id: area.id, name: say(area.name), note: area.id }))}
          empty={word('check.whole')}
          onValue={(place) => setView({ place: place || undefined }, { replace: true })}
        />
      </span>
    </div>
  );
}
