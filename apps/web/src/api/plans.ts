import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyOf, PlanRequest } from '@westgate/contract';
import { API_KEY } from './ask.ts';
import { tell } from './client.ts';
import { base64Of } from './file-bytes.ts';

/** What a person sends to replace the text of a plan. */
export type TextRequest = BodyOf<'replace-text'>;

/** Reads the text out of a file; nothing is stored. */
export function useReadFile() {
  return useMutation({
    mutationFn: async (file: File) =>
      tell('read-plan', { body: { name: file.name, base64: await base64Of(file) }, key: crypto.randomUUID() }),
  });
}

/** Brings in a plan, or with `dryRun` tells what that would do. */
export function useBringPlan() {
  return useStoring(({ request, key }: { readonly request: PlanRequest; readonly key: string }) =>
    tell('bring-plan', { body: request, key }),
  );
}

/** Replaces the text of a plan, or with `dryRun` tells what that would do. */
export function useReplaceText(document: string) {
  return useStoring(({ request, key }: { readonly request: TextRequest; readonly key: string }) =>
    tell('replace-text', { params: { id: document }, body: request, key }),
  );
}

/** Sends what may store something; where it did, every question is asked again. */
export function useStoring<Sent, Answer extends { readonly stored: boolean }>(send: (sent: Sent) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (answer) => (answer.stored ? client.invalidateQueries({ queryKey: [API_KEY] }) : undefined),
  });
}
