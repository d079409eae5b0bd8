import { useMutation } from '@tanstack/react-query';
import { useScope } from '../scope/use-scope.ts';
import { useAsk } from './ask.ts';
import { ask } from './client.ts';

/** The programme on one sheet, against an earlier day. */
export const useBrief = (since: string | undefined) => useAsk('brief', { query: { ...useScope(), since } });

/** Computes the hash of a report anew, when asked. */
export function useCheckReport() {
  return useMutation({ mutationFn: (number: number) => ask('check-report', { params: { number } }) });
}
