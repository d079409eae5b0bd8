import { useScope } from '../frame/use-scope.ts';
import { useAsOf } from '../frame/use-view.ts';
import { useAsk, useAskWhole } from './ask.ts';
import { joinedSheets } from './joined-sheets.ts';

/** Money and progress of every project in one month, asked page by page. */
export const useMonthlySheet = (month: string | undefined, department: string | undefined) =>
  useAskWhole('monthly', { query: { ...useScope(), month, department } }, joinedSheets);
/** The money of one project, and its months. */
export const useProjectMoney = (id: string) => useAsk('project-money', { params: { id }, query: { ...useAsOf() } });
