import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Brief, MonthlySince, ReportCheck, ReportDraft, ReportReceipt, Reports } from '@westgate/contract';
import { useScope } from '../frame/use-scope.ts';
import { API_KEY, useAsk } from './ask.ts';
import { askApi, tellApi } from './client.ts';

/** The numbered reports, newest first. */
export const useReports = () => useAsk<Reports>('reports');
/** What the ledger now tells otherwise than a report that froze a month. */
export const useMonthlySince = (number: number) => useAsk<MonthlySince>(`reports/${number}/since`);
/** The programme on one sheet, against an earlier day. */
export const useBrief = (since: string | undefined) => useAsk<Brief>('brief', { ...useScope(), since });

/** Makes the next report. The same `key` sent twice makes one. */
export function useMakeReport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ draft, key }: { draft: ReportDraft; key: string }) => tellApi<ReportReceipt>('reports', draft, key),
    onSuccess: () => client.invalidateQueries({ queryKey: [API_KEY] }),
  });
}

/** Computes the hash of a report anew, when asked. */
export function useCheckReport() {
  return useMutation({ mutationFn: (number: number) => askApi<ReportCheck>(`reports/${number}/check`) });
}
