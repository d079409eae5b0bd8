import { Link } from '@tanstack/react-router';
import type { SavedView } from '@westgate/contract';
import { useState } from 'react';
import { useAsk } from '../api/ask.ts';
import { useDeedDesk } from '../api/deed-notice.ts';
import { useTellAndSee } from '../api/use-write.ts';
import { useSay, useWords } from '../messages/words.ts';
import { ActButton } from '../parts/act-button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { useDistrictFrame } from '../scope/district-context.ts';
import { useView } from '../scope/use-view.ts';
import { parseSearchText, readSearch } from '../scope/view-search.ts';
import { SaveViewForm } from './save-view-form.tsx';
import { isShown } from './view-query.ts';

type Screen = SavedView['screen'];
const PATHS = {
  register: '/register',
  programme: '/programme',
  exceptions: '/exceptions',
  monthly: '/monthly',
  supervision: '/supervision',
} as const satisfies Readonly<Record<Screen, string>>;

/** The views of a screen under their names, and the way to keep the one that is shown. */
export function SavedViews({ screen }: { readonly screen: Screen }) {
  const word = useWords();
  const { mode } = useDistrictFrame().district;
  const [isSaving, setSaving] = useState(false);
  const views = useAsk('views', { query: { screen } });
  return (
    <details className="saved-views small no-print">
      <summary>{word('views.title', { count: views.data?.items.length ?? '…' })}</summary>
      {/* That they could not be loaded is said by the frame: what stands in here may be folded. */}
      {views.data === undefined ? null : views.data.items.length === 0 ? (
        <EmptyState>{word('views.none')}</EmptyState>
      ) : (
        <ul className="lines">
          {views.data.items.map((view) => (
            <ViewLine key={view.id} view={view} />
          ))}
        </ul>
      )}
      {mode === 'read-only' ? null : isSaving ? (
        <SaveViewForm screen={screen} onDone={() => setSaving(false)} />
      ) : (
        <button type="button" className="button" onClick={() => setSaving(true)}>
          {word('action.save-view')}
        </button>
      )}
    </details>
  );
}

function ViewLine({ view }: { readonly view: SavedView }) {
  const word = useWords();
  const say = useSay();
  const shown = useView();
  const { tell } = useDeedDesk();
  const drop = useTellAndSee('drop-view');
  const { id, name, screen, query, sharedWith, isOwn, rev } = view;
  return (
    <li>
      <span>
        <Link to={PATHS[screen]} search={readSearch(parseSearchText(query))} aria-current={isShown(query, shown) ? 'true' : undefined}>
          {say(name)}
        </Link>{' '}
        <span className="soft">{word(`views.shared.${sharedWith}`)}</span>
      </span>
      {isOwn ? (
        <ActButton
          name={word('action.drop-view')}
          isBusy={drop.isPending}
          onAct={(who) =>
            drop.mutate({ params: { id }, body: { who }, rev, key: crypto.randomUUID() }, { onSuccess: ({ seq }) => tell(seq) })
          }
        >
          {say(name)}
        </ActButton>
      ) : null}
      <Refusal error={drop.error} />
    </li>
  );
}
