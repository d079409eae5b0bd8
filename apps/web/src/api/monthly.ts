import type { MonthDraft, MonthlySheet, MonthReceipt, ProjectMoney } from '@westgate/contract';
import { useAsOf } from '../frame/use-view.ts';
import { useAsk } from './ask.ts';
import { tellApi } from './client.ts';
import { useWrite } from './use-write.ts';

/** Money and progress of every project in one month. */
export const useMonthlySheet = (month: string | undefined, department: string | undefined) =>
  useAsk<MonthlySheet>('monthly', { ...useAsOf(), month, department });
/** The money of one project, and its months. */
export const useProjectMoney = (id: string) => useAsk<ProjectMoney>(`projects/${encodeURIComponent(id)}/money`, { ...useAsOf() });

/** Reports a month, as one deed. The same `key` sent twice does nothing new. */
export function useReportMonth() {
  return useWrite(
    ({
      month,
      reports,
      who,
      key,
    }: {
      readonly month: string;
      readonly reports: readonly MonthDraft[];
      readonly who: string;
      readonly key: string;
    }) => tellApi<MonthReceipt>('monthly', { who, month, reports }, key),
  );
}
