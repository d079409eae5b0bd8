import type { ViewDraft } from '@westgate/contract';
import { tell } from './client.ts';
import { useWrite } from './use-write.ts';

/** Keeps a view under a name. */
export function useSaveView() {
  return useWrite(({ key, ...draft }: ViewDraft & { readonly key: string }) => tell('save-view', { body: draft, key }));
}
