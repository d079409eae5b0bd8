import type { BodyOf } from '@westgate/contract';
import { useScope } from '../frame/use-scope.ts';
import { useAsOf } from '../frame/use-view.ts';
import { useAsk, useAskWhole } from './ask.ts';
import { tell } from './client.ts';
import { joinedSheets } from './joined-sheets.ts';
import { useWrite } from './use-write.ts';

/** Money and progress of every project in one month, asked page by page. */
export const useMonthlySheet = (month: string | undefined, department: string | undefined) =>
  useAskWhole('monthly', { query: { ...useScope(), month, department } }, joinedSheets);
/** The money of one project, and its months. */
export const useProjectMoney = (id: string) => useAsk('project-money', { params: { id }, query: { ...useAsOf() } });

/** Reports a month, as one deed. The same `key` sent twice does nothing new. */
export function useReportMonth() {
  return useWrite(({ key, ...body }: Omit<BodyOf<'report-month'>, 'reason'> & { readonly key: string }) =>
    tell('report-month', { body, key }),
  );
}
