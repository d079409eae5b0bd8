import type { SavedView } from '@westgate/contract';
import type { Row } from '@westgate/domain';
import { pair } from './text.ts';

/** A view kept under a name, as it is offered. */
export function savedViewShown(row: Row<'saved_view'>, isOwn: boolean): SavedView {
  return {
    id: row.id,
    name: pair(row.name_zh, row.name_en),
    screen: row.screen,
    query: row.query === '-' ? '' : row.query,
    sharedWith: row.visibility === 'district' ? 'all' : row.visibility === 'department' ? 'department' : 'me',
    isOwn,
    rev: row.rev,
  };
}
