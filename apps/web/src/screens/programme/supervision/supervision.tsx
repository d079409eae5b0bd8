import { Link } from '@tanstack/react-router';
import type { Matters } from '@westgate/contract';
import { type Condition, vocabulary } from '@westgate/domain';
import { useMatters } from '../../../api/questions.ts';
import { withFilter } from '../../../list/list-address.ts';
import type { Drawn } from '../../../list/list-cell.tsx';
import { RecordList } from '../../../list/record-list.tsx';
import { useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { DepartmentSelect } from '../../../parts/combo-field.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { useView } from '../../../scope/use-view.ts';
import type { ViewSearch } from '../../../scope/view-search.ts';
import { LightWord } from '../../../supervision/matter-line.tsx';
import { SavedViews } from '../../../views/saved-views.tsx';

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
  const { department: asked } = useView();
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
        </div>
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
