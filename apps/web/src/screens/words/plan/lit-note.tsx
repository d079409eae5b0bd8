import { usePlaces, useProjects } from '../../../api/questions.ts';
import { useWords } from '../../../messages/words.ts';
import { ThingLink } from '../../../parts/thing-link.tsx';
import type { SelectedThing } from '../../../scope/view-search.ts';

/** Says which thing is selected and how many sentences lead to it. */
export function LitNote({
  selected,
  count,
  onClear,
}: {
  readonly selected: SelectedThing;
  readonly count: number;
  readonly onClear: () => void;
}) {
  const word = useWords();
  const places = usePlaces().data ?? [];
  const projects = useProjects().data ?? [];
  const record = [...(selected.kind === 'project' ? projects : places)].find(({ id }) => id === selected.id);
  const name = record?.name ?? { zh: selected.id, en: selected.id };
  return (
    <p className="lit-note small">
      <span>
        <ThingLink thing={{ ...selected, name }} className="strong" /> <span className="soft">{word('plan.litCount', { count })}</span>
      </span>
      <button type="button" className="button plain" onClick={onClear}>
        {word('plan.clear')}
      </button>
    </p>
  );
}
