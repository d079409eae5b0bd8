import { useScope } from '../scope/use-scope.ts';
import { useAsOf } from '../scope/use-view.ts';
import { useAsk } from './ask.ts';

/** What stands around the rows of a month: how many are missing, which reports froze it. */
export const useMonthlySheet = (month: string | undefined, department: string | undefined) =>
  useAsk('monthly', { query: { ...useScope(), month, department } });
/** The money of one project, its months, and the one that is to be reported: that of the day shown where none is named. */
export const useProjectMoney = (id: string, month?: string) => useAsk('project-money', { params: { id }, query: { ...useAsOf(), month } });
