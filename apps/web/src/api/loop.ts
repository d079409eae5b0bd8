import type { QueryOf } from '@westgate/contract';
import { useScope } from '../scope/use-scope.ts';
import { useAsk } from './ask.ts';

/** What a day begins with, for one department or all, or for what one person answers for. */
export const useToday = (asked: { readonly department: string | undefined; readonly person: string | undefined; readonly limit: number }) =>
  useAsk('today', { query: { ...useScope(), ...asked } });
/** What wants looking at, with its causes. */
export const useExceptions = (asked: QueryOf<'exceptions'>) => useAsk('exceptions', { query: { ...useScope(), ...asked } });
