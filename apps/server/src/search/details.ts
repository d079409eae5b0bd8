import { idOf } from '@westgate/base';
import type { SearchResult } from '@westgate/contract';
import { described, type PlainKind } from '@westgate/domain';
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
    case 'place':
      return { detail: recordIn(view, 'place', id)?.note ?? NO_TEXT, state: null };
    case 'project': {
      const project = recordIn(view, 'project', id);
      return { detail: project?.lead?.name ?? project?.note ?? NO_TEXT, state: project?.state.name ?? null };
    }
    case 'indicator':
      return { detail: recordIn(view, 'indicator', id)?.definition ?? NO_TEXT, state: null };
    case 'event': {
      const event = recordIn(view, 'event', id);
      return { detail: event?.place?.name ?? event?.organisers ?? NO_TEXT, state: event?.state.name ?? null };
    }
    case 'department':
      return { detail: recordIn(view, 'department', id)?.role ?? NO_TEXT, state: null };
    case 'document':
      return { detail: recordIn(view, 'document', id)?.publisher ?? NO_TEXT, state: null };
    default:
      return { detail: remarkOf(view, kind, id), state: null };
  }
}

/** The first remark on a record of a plain kind that is searched. */
function remarkOf(view: View, kind: PlainKind, id: string): Shown['detail'] {
  const [stem] = Object.entries(described(kind).search ?? {}).find(([, weight]) => weight === 'remark') ?? [];
  const row = view.register[kind].get(idOf(id));
  return row && stem !== undefined ? pairAt(row, stem) : NO_TEXT;
}
