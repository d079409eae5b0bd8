import type { QueryOf } from '@westgate/contract';
import { useScope } from '../scope/use-scope.ts';
import { useAsOf } from '../scope/use-view.ts';
import { useAsk } from './ask.ts';

/** Matters under supervision about records of the plan shown that fit what is asked. */
export const useMatters = (asked: QueryOf<'supervision'>) => useAsk('supervision', { query: { ...useScope(), ...asked } });
/** Matters under supervision about one record. */
export const useMattersOf = (of: string) => useAsk('supervision', { query: { ...useAsOf(), of, limit: 500 } });
/** One matter with its steps. */
export const useMatter = (id: string, isWanted = true) => useAsk('matter', { params: { id }, query: useAsOf() }, isWanted);
