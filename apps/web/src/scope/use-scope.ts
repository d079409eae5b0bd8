import type { PlanDocument } from '@westgate/contract';
import { useMemo } from 'react';
import { useDistrictFrame } from './district-context.ts';
import { useView } from './use-view.ts';

/** The plan that lists and counts are of; null: all plans. One that the address names and the district does not have is none. */
export function useShownPlan(): PlanDocument | null {
  const { plan } = useView();
  const { plans } = useDistrictFrame();
  return plans.find(({ id }) => id === plan) ?? null;
}

/** The plan asked for, as a parameter of the API; empty = all plans. */
export function usePlanShown(): { readonly plan?: string } {
  const plan = useShownPlan()?.id;
  return useMemo(() => (plan ? { plan } : {}), [plan]);
}

/** The day and the plan asked for, as parameters of the API; empty = today, all plans. */
export function useScope(): { readonly asOf?: string; readonly plan?: string } {
  const { asOf } = useView();
  const plan = usePlanShown();
  return useMemo(() => ({ ...(asOf ? { asOf } : {}), ...plan }), [asOf, plan]);
}
