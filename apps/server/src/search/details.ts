import type { SearchResult } from '@westgate/contract';
import { described, rowIn } from '@westgate/domain';
import { recordIn } from '../present/record.ts';
import { NO_TEXT, pair, pairAt } from '../present/text.ts';
import type { View } from '../view/view.ts';
import type { SearchKind } from './fields.ts';

type Shown = SearchResult['items'][number];

/** What is shown of a hit beside its name: a line of detail, and its state. */
export function detailOf(view: View, kind: SearchKind, id: string): Pick<Shown, 'detail' | 'state'> {
  switch (kind) {
    case 'sentence': {
      const { paragraph = 0, position = 0 } = recordIn(view, 'sentence', id) ?? {};
      return { detail: pair(`第 ${paragraph} 段第 ${position} 句`, `paragraph ${paragraph}, sentence ${position}`), state: null };
    }
    case 'commitment': {
      const commitment = recordIn(view, 'commitment', id);
      return { detail: commitment?.owner?.name ?? commitment?.state.tail ?? NO_TEXT, state: commitment?.state.name ?? null };
    }
    case 'project': {
      const project = recordIn(view, 'project', id);
      return { detail: project?.lead?.name ?? project?.note ?? NO_TEXT, state: project?.state.name ?? null };
    }
    case 'event': {
      const event = recordIn(view, 'event', id);
      return { detail: event?.place?.name ?? event?.organisers ?? NO_TEXT, state: event?.state.name ?? null };
    }
    default:
      return { detail: beyondName(view, kind, id), state: null };
  }
}

/** The first text that a record is searched by beside its name. */
function beyondName({ register }: View, kind: SearchKind, id: string): Shown['detail'] {
  const [stem] = Object.entries(described(kind).search ?? {}).find(([, weight]) => weight !== 'name') ?? [];
  const row: object | undefined = rowIn(register, kind, id);
  return row && stem !== undefined ? pairAt(row, stem) : NO_TEXT;
}
