import { Link } from '@tanstack/react-router';
import type { Matters } from '@westgate/contract';
import { type Condition, vocabulary } from '@westgate/domain';
import { useMatters } from '../../../api/questions.ts';
import { withFilter } from '../../../list/list-address.ts';
import type { Drawn } from '../../../list/list-cell.tsx';
import { RecordList } from '../../../list/record-list.tsx';
import { useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { Button } from '../../../parts/button.tsx';
import { DepartmentSelect } from '../../../parts/combo-field.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { useMay } from '../../../scope/signed-in.ts';
import { useSetView, useView } from '../../../scope/use-view.ts';
import type { ViewSearch } from '../../../scope/view-search.ts';
import { LightWord } from '../../../supervision/matter-line.tsx';
import { SavedViews } from '../../../views/saved-views.tsx';
import { MakeCircular } from './make-circular.tsx';

const DRAWN: Drawn = {
  signs: {
    light(key) {
      const light = vocabulary.SUPERVISION_LIGHTS.find((each) => each === key);
      return light ? <LightWord light={light} /> : key;
    },
  },
};

/** The ledger of supervision: every matter with its light, the overdue first. */
export function Supervision() {
  const word = useWords();
  const { department: asked, edit } = useView();
  const setView = useSetView();
  const mayReport = useMay()('report');
  const department = asked === 'all' ? undefined : asked;
  const counted = useMatters({ department, limit: 1 });
  const within: readonly Condition[] = department === undefined ? [] : [{ column: 'concerned', operator: 'is', values: [department] }];
  useTitle(word('screen.supervision'));
  return (
    <div className="register">
      <div className="register-main supervision">
        <h1>{word('screen.supervision')}</h1>
        <p className="small soft">{word('matter.lead')}</p>
        <div className="row board-tools">
          <DepartmentSelect value={department} />
          <Link to="/register" search={{ noun: 'meeting' }} className="button plain">
            {word('nouns.meeting')}
          </Link>
          {mayReport && edit !== 'circular' ? <Button name={word('circular.make')} onClick={() => setView({ edit: 'circular' })} /> : null}
        </div>
        {mayReport && edit === 'circular' ? <MakeCircular onDone={() => setView({ edit: undefined }, { replace: true })} /> : null}
        <Await query={counted}>{({ counts }) => <LightCounts counts={counts} />}</Await>
        <RecordList name="supervision" within={within} drawn={DRAWN} caption={word('screen.supervision')} empty={word('matter.none')} />
        <SavedViews screen="supervision" />
      </div>
    </div>
  );
}

/** How many matters have each light; each leads to them. */
function LightCounts({ counts }: { readonly counts: Matters['counts'] }) {
  return (
    <p className="light-counts small">
      {vocabulary.SUPERVISION_LIGHTS.map((light) => (
        <Link
          key={light}
          to="."
          search={(before: ViewSearch) => ({ ...before, ...withFilter([{ column: 'light', operator: 'is', values: [light] }]) })}
        >
          <LightWord light={light} /> <b>{counts[light]}</b>
        </Link>
      ))}
    </p>
  );
}
