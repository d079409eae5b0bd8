import type { ViewDraft } from '@westgate/contract';
import { tell } from './client.ts';
import { useWrite } from './use-write.ts';

/** Keeps a view under a name. */
export function useSaveView() {
  return useWrite(({ key, ...draft }: ViewDraft & { readonly key: string }) => tell('save-view', { body: draft, key }));
}

/** Drops a view as it was read. */
export function useDropView() {
  return useWrite(({ id, rev, who, key }: { readonly id: string; readonly rev: number; readonly who: string; readonly key: string }) =>
    tell('drop-view', { params: { id }, body: { who, reason: '' }, rev, key }),
  );
}
