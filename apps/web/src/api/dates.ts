import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ProjectComponents, ProjectDates, Receipt } from '@westgate/contract';
import { API_KEY, useAsk } from './ask.ts';
import { tellApi } from './client.ts';

/** The dates of a project, what it waits for and what waits for it. */
export const useProjectDates = (id: string, isWanted = true) =>
  useAsk<ProjectDates>(`projects/${encodeURIComponent(id)}/dates`, {}, isWanted);

/** The components of a project, with the stage that follows from theirs. */
export const useProjectComponents = (id: string) => useAsk<ProjectComponents>(`projects/${encodeURIComponent(id)}/components`);

/** Freezes the expected days of a project as its baseline. */
export function useFreezeDates(project: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      body,
      key,
    }: {
      readonly body: { readonly who: string; readonly on: string; readonly reason: string };
      readonly key: string;
    }) => tellApi<Receipt>(`projects/${encodeURIComponent(project)}/dates/freeze`, body, key),
    // Not waited for: what is asked anew may take the form off the screen before it could tell of its deed.
    onSettled: () => void client.invalidateQueries({ queryKey: [API_KEY] }),
  });
}
