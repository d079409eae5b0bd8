import { useMutation } from '@tanstack/react-query';
import type { Recipe, SheetImportReport, SheetImportRequest, SheetPreviewRequest, TaskSheet } from '@westgate/contract';
import { useAskAll } from './ask.ts';
import { tellApi } from './client.ts';
import { useStoring } from './plans.ts';

/** How task sheets are read, as kept under a name. */
export const useRecipes = () => useAskAll<Recipe>('recipes');

/** Reads a task sheet cell by cell; nothing is stored. */
export function useReadSheet() {
  return useMutation({
    mutationFn: (request: SheetPreviewRequest) => tellApi<TaskSheet>('sheets/preview', request, crypto.randomUUID()),
  });
}

/** Takes rows of a task sheet in, as one deed. */
export function useTakeSheet() {
  return useStoring(({ request, key }: { readonly request: SheetImportRequest; readonly key: string }) =>
    tellApi<SheetImportReport>('sheets/import', request, key),
  );
}
