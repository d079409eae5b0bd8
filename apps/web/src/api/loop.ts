import type { UpdateDraft } from '@westgate/contract';
import { useScope } from '../frame/use-scope.ts';
import { useAsk } from './ask.ts';
import { type Params, tell } from './client.ts';
import { useWrite } from './use-write.ts';

/** What a day begins with, for one department or all, or for what one person answers for. */
export const useToday = (asked: { readonly department: string | undefined; readonly person: string | undefined; readonly limit: number }) =>
  useAsk('today', { query: { ...useScope(), ...asked } });
/** What wants looking at, with its causes. */
export const useExceptions = (asked: Params) => useAsk('exceptions', { query: { ...useScope(), ...asked } });

/** Reports on records, as one deed. The same `key` sent twice does nothing new. */
export function useReportUpdates() {
  return useWrite(({ updates, who, key }: { readonly updates: readonly UpdateDraft[]; readonly who: string; readonly key: string }) =>
    tell('report-updates', { body: { who, updates }, key }),
  );
}
