import type { Matters } from '@westgate/contract';
import { MATTER_ATTRIBUTES, MATTER_ORDERS, vocabulary } from '@westgate/domain';
import { useState } from 'react';
import { fileAddress } from '../../../api/client.ts';
import { useMatters } from '../../../api/supervision.ts';
import { useScope } from '../../../frame/use-scope.ts';
import { useTitle } from '../../../frame/use-title.ts';
import { useLanguage, useSetView, useView } from '../../../frame/use-view.ts';
import { FoundCount } from '../../../lists/found-count.tsx';
import { MoreRows } from '../../../lists/more-rows.tsx';
import { servedAsk, servedSections } from '../../../lists/served-list.ts';
import { ServedTools } from '../../../lists/served-tools.tsx';
import { useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { FileLinks } from '../../../parts/file-links.tsx';
import { DepartmentSelect } from '../../../reporting/department-select.tsx';
import { LightWord } from '../../../supervision/light-word.tsx';
import { SavedViews } from '../../../views/saved-views.tsx';
import { MatterTable } from './matter-table.tsx';
import { useMatterAspects } from './use-matter-aspects.ts';

/** Rows at first, and more at a time. */
const ROWS = 100;

/** The ledger of supervision: every matter with its light, the overdue first; a table, on a phone a list. */
export function Supervision() {
  const word = useWords();
  const lang = useLanguage();
  const setView = useSetView();
  const view = useView();
  const { department: asked, light } = view;
  const scope = useScope();
  const department = asked === 'all' ? undefined : asked;
  const [limit, setLimit] = useState(ROWS);
  const ask = servedAsk(view, MATTER_ATTRIBUTES, MATTER_ORDERS);
  const matters = useMatters({ department, light, limit, ...ask });
  useTitle(word('screen.supervision'));
  return (
    <div className="register">
      <div className="register-main supervision">
        <h1>{word('screen.supervision')}</h1>
        <p className="small soft">{word('matter.lead')}</p>
        <div className="row board-tools">
          <label className="small">
            {word('matter.light')}{' '}
            <select
              className="field"
              value={light ?? ''}
              onChange={({ target }) => setView({ light: vocabulary.SUPERVISION_LIGHTS.find((each) => each === target.value) })}
            >
              <option value="">{word('board.all')}</option>
              {vocabulary.SUPERVISION_LIGHTS.map((each) => (
                <option key={each} value={each}>
                  {word(`light.${each}`)}
                </option>
              ))}
            </select>
          </label>
          <DepartmentSelect value={department} />
          <FileLinks
            files={(['csv', 'xlsx'] as const).map((format) => ({
              label: format.toUpperCase(),
              of: word('screen.supervision'),
              href: fileAddress(`export-supervision-${format}`, {
                query: { lang, ...scope, department, light, q: ask.q, where: ask.where, sort: ask.sort },
              }),
            }))}
          />
        </div>
        <SavedViews screen="supervision" />
        <Await query={matters}>
          {(found) => (
            <>
              <LightCounts counts={found.counts} />
              <Listed found={found} />
              <MoreRows lines={found.lines} shown={found.items.length} limit={limit} step={ROWS} onLimit={setLimit} />
            </>
          )}
        </Await>
      </div>
    </div>
  );
}

function Listed({ found }: { readonly found: Matters }) {
  const word = useWords();
  const view = useView();
  const aspects = useMatterAspects(found);
  if (found.total === 0 && !view.where && !view.q) return <EmptyState>{word('matter.none')}</EmptyState>;
  if (found.total === 0)
    return (
      <>
        <ServedTools found={found} aspects={aspects} />
        <EmptyState>{word('register.empty')}</EmptyState>
      </>
    );
  return (
    <>
      <ServedTools found={found} aspects={aspects} />
      <FoundCount total={found.total} />
      <MatterTable
        sections={servedSections(found.items, found, view.shut)}
        group={aspects.attributes.find(({ id }) => id === found.by.group) ?? null}
      />
    </>
  );
}

function LightCounts({ counts }: { readonly counts: Matters['counts'] }) {
  return (
    <p className="light-counts small">
      {vocabulary.SUPERVISION_LIGHTS.map((light) => (
        <span key={light}>
          <LightWord light={light} /> <b>{counts[light]}</b>
        </span>
      ))}
    </p>
  );
}
