import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PlanFileReading, PlanReport, PlanRequest, TextReport, TextVersionDiff, TextVersions } from '@westgate/contract';
import { API_KEY, useAsk } from './ask.ts';
import { tellApi } from './client.ts';
import { base64Of } from './file-bytes.ts';

/** What a person sends to replace the text of a plan. */
export interface TextRequest extends Pick<PlanRequest, 'zh' | 'en' | 'matches' | 'dryRun' | 'who' | 'reason'> {
  readonly wording?: 'official' | 'rendering' | undefined;
}

/** Reads the text out of a file; nothing is stored. */
export function useReadFile() {
  return useMutation({
    mutationFn: async (file: File) =>
      tellApi<PlanFileReading>('plan/read', { name: file.name, base64: await base64Of(file) }, crypto.randomUUID()),
  });
}

/** Brings in a plan, or with `dryRun` tells what that would do. */
export function useBringPlan() {
  return useStoring(({ request, key }: { readonly request: PlanRequest; readonly key: string }) =>
    tellApi<PlanReport>('plans', request, key),
  );
}

/** Replaces the text of a plan, or with `dryRun` tells what that would do. */
export function useReplaceText(document: string) {
  return useStoring(({ request, key }: { readonly request: TextRequest; readonly key: string }) =>
    tellApi<TextReport>(`documents/${encodeURIComponent(document)}/text`, request, key),
  );
}

/** The texts a plan has had, the present one first. */
export const useVersions = (document: string) => useAsk<TextVersions>(`documents/${encodeURIComponent(document)}/versions`);
/** Two of them, sentence by sentence. */
export const useVersionDiff = (document: string, from: number, to: number, isWanted: boolean) =>
  useAsk<TextVersionDiff>(`documents/${encodeURIComponent(document)}/versions/diff`, { from, to }, isWanted);

/** Sends what may store something; where it did, every question is asked again. */
export function useStoring<Sent, Answer extends { readonly stored: boolean }>(send: (sent: Sent) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (answer) => (answer.stored ? client.invalidateQueries({ queryKey: [API_KEY] }) : undefined),
  });
}
