import { useSay, useWords } from '../../../messages/words.ts';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { BlockLine } from './block-line.tsx';
import type { BoardItem } from './level-model.ts';

/** Projects of a column of the board, each with its lead and what is missing. */
export function ProjectCards({ items }: { readonly items: readonly BoardItem[] }) {
  if (items.length === 0) return null;
  return (
    <ul>
      {items.map((item) => (
        <li key={item.project.id}>
          <ThingLink thing={item.project} />
          <small className="block">
            <BlockLine item={item} />
            <BoardLine item={item} />
          </small>
        </li>
      ))}
    </ul>
  );
}

function BoardLine({ item }: { readonly item: BoardItem }) {
  const word = useWords();
  const say = useSay();
  const lead = item.lead ? say(item.lead.name) : word('board.noLead');
  if (item.admission === 'refused') return `${lead} · ${word('board.refused')}`;
  if (item.open === null) return lead;
  if (item.passed === 0 && item.reopened === 0) return `${lead} · ${word('board.nothing')}`;
  const missing = item.missing === null ? word('board.missingUnknown') : word('board.missing', { count: item.missing });
  const reopened = item.why.includes('reopened') ? `⤴ ${word('why.reopened')} · ` : '';
  const unsourced = item.why.includes('unsourced') ? `≠ ${word('why.unsourced')} · ` : '';
  return `${lead} · ${reopened}${unsourced}${missing}`;
}
