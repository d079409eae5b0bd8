import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyOf, PlanRequest, SheetImportRequest, SheetPreviewRequest } from '@westgate/contract';
import { API_KEY } from './ask.ts';
import { tell } from './client.ts';

/** What a person sends to replace the text of a plan. */
export type TextRequest = BodyOf<'replace-text'>;

/** Bytes that are made into text at once: more would be too many arguments of one call. */
const BYTES_AT_ONCE = 8_192;

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
function useStoring<Sent, Answer extends { readonly stored: boolean }>(send: (sent: Sent) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (answer) => (answer.stored ? client.invalidateQueries({ queryKey: [API_KEY] }) : undefined),
  });
}

/** Reads a task sheet cell by cell; nothing is stored. */
export function useReadSheet() {
  return useMutation({
    mutationFn: (request: SheetPreviewRequest) => tell('preview-sheet', { body: request, key: crypto.randomUUID() }),
  });
}

/** Takes rows of a task sheet in, as one deed. */
export function useTakeSheet() {
  return useStoring(({ request, key }: { readonly request: SheetImportRequest; readonly key: string }) =>
    tell('import-sheet', { body: request, key }),
  );
}

/** The bytes of a file in base64, as the API takes files. */
export async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += BYTES_AT_ONCE) binary += String.fromCharCode(...bytes.subarray(at, at + BYTES_AT_ONCE));
  return btoa(binary);
}
