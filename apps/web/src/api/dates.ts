import { useAsOf } from '../scope/use-view.ts';
import { useAsk } from './ask.ts';

/** The dates of a project, what it waits for and what waits for it. */
export const useProjectDates = (id: string, isWanted = true) => useAsk('project-dates', { params: { id }, query: useAsOf() }, isWanted);

/** The components of a project, with the stage that follows from theirs. */
export const useProjectComponents = (id: string) => useAsk('project-components', { params: { id }, query: useAsOf() });
