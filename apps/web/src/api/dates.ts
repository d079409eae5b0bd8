import type { ProjectComponents, ProjectDates } from '@westgate/contract';
import { useAsOf } from '../frame/use-view.ts';
import { useAsk } from './ask.ts';

/** The dates of a project, what it waits for and what waits for it. */
export const useProjectDates = (id: string, isWanted = true) =>
  useAsk<ProjectDates>(`projects/${encodeURIComponent(id)}/dates`, useAsOf(), isWanted);

/** The components of a project, with the stage that follows from theirs. */
export const useProjectComponents = (id: string) => useAsk<ProjectComponents>(`projects/${encodeURIComponent(id)}/components`, useAsOf());
