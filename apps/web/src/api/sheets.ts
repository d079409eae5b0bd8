import { useMutation } from '@tanstack/react-query';
import type { SheetImportRequest, SheetPreviewRequest } from '@westgate/contract';
import { tell } from './client.ts';
import { useStoring } from './plans.ts';

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
