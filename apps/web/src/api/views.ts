import type { SavedViews, ViewDraft } from '@westgate/contract';
import { useAsk } from './ask.ts';
import { changeApi, tellApi } from './client.ts';
import { useWrite } from './use-write.ts';

/** The views of a screen that are offered to who looks. */
export const useSavedViews = (screen: ViewDraft['screen']) => useAsk<SavedViews>('views', { screen });

/** Keeps a view under a name. */
export function useSaveView() {
  return useWrite(({ key, ...draft }: ViewDraft & { readonly key: string }) =>
    tellApi<{ readonly seq: number; readonly id: string }>('views', draft, key),
  );
}

/** Drops a view as it was read. */
export function useDropView() {
  return useWrite(({ id, rev, who, key }: { readonly id: string; readonly rev: number; readonly who: string; readonly key: string }) =>
    changeApi<{ readonly seq: number }>('DELETE', `views/${encodeURIComponent(id)}`, { who, reason: '' }, rev, key),
  );
}
