import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReportDraft } from '@westgate/contract';
import { useScope } from '../frame/use-scope.ts';
import { API_KEY, useAsk } from './ask.ts';
import { ask, tell } from './client.ts';

/** The programme on one sheet, against an earlier day. */
export const useBrief = (since: string | undefined) => useAsk('brief', { query: { ...useScope(), since } });

/** Makes the next report. The same `key` sent twice makes one. */
export function useMakeReport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ draft, key }: { draft: ReportDraft; key: string }) => tell('make-report', { body: draft, key }),
    onSuccess: () => client.invalidateQueries({ queryKey: [API_KEY] }),
  });
}

/** Computes the hash of a report anew, when asked. */
export function useCheckReport() {
  return useMutation({ mutationFn: (number: number) => ask('check-report', { params: { number } }) });
}
