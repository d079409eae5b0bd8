import type { Bilingual, Language } from '@westgate/base';
import type { District, PlanDocument } from '@westgate/contract';
import { isPlan } from '@westgate/domain';
import { createContext, useCallback, useContext, useMemo } from 'react';
import { type Aim, aimsOf, NO_AIM } from './aims.ts';
import { NO_DISTRICT } from './no-district.ts';
import { useLanguage, useView } from './use-view.ts';

/** What every screen knows of the district before it is drawn. */
export interface DistrictFrame {
  readonly district: District;
  /** There is no district yet; `district` is an empty one. */
  readonly isNone: boolean;
  /** As papers and files count them. */
  readonly plans: readonly PlanDocument[];
  /** So that a plan is chosen, and named beside its records. */
  readonly hasSeveralPlans: boolean;
  readonly aims: ReadonlyMap<string, Aim>;
  /** Names of axis values by tag, `tier:future`. */
  readonly tagNames: ReadonlyMap<string, { readonly zh: string | null; readonly en: string | null }>;
}

export const DistrictContext = createContext<DistrictFrame | null>(null);

/** The district as the frame holds it. Only below the frame. */
export function useDistrictFrame(): DistrictFrame {
  const frame = useContext(DistrictContext);
  if (!frame) throw new Error('useDistrictFrame is called outside the frame');
  return frame;
}

/** How an aim is named and drawn; the aim of a record may be null. */
export function useAim(): (id: string | null) => Aim {
  const { aims } = useDistrictFrame();
  return (id) => (id === null ? NO_AIM : (aims.get(id) ?? NO_AIM));
}

/** The day that states are shown for, and whether it is the district's today. */
export function useShownDay(): { readonly day: string; readonly isToday: boolean } {
  const { asOf } = useView();
  const { today } = useDistrictFrame().district;
  return { day: asOf ?? today, isToday: asOf === undefined || asOf === today };
}

/** What the frame holds of `district`. */
export function frameOf(district: District): DistrictFrame {
  const tags = district.axes.flatMap((axis) => axis.values.map((value) => [`${axis.id}:${value.id}`, value.name] as const));
  const plans = district.documents.filter((each) => isPlan(each, each.sentenceCount > 0));
  return {
    district,
    isNone: district === NO_DISTRICT,
    plans,
    hasSeveralPlans: plans.length > 1,
    aims: aimsOf(district.axes),
    tagNames: new Map(tags),
  };
}

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

/** The language in which what is typed is kept: that of the screen, or the one the district keeps where it does not keep that. */
export function useTypingLanguage(): Language {
  return keptLanguage(useLanguage(), useDistrictFrame().district.languages);
}

/** `shown` where it is among the languages a district keeps, else the first of them. */
export function keptLanguage(shown: Language, languages: readonly Language[]): Language {
  return languages.includes(shown) ? shown : (languages[0] ?? shown);
}

/** A text as typed in one language; nothing where nothing was typed. */
export function saidIn(text: string, language: Language): Bilingual {
  const said = text.trim() || null;
  return { zh: language === 'zh' ? said : null, en: language === 'en' ? said : null };
}

/** Gives a text as typed in the language of the screen, or in the one the district keeps. */
export function useSaid(): (text: string) => Bilingual {
  const language = useTypingLanguage();
  return useCallback((text) => saidIn(text, language), [language]);
}
