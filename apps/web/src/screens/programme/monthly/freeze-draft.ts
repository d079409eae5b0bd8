import { type Bilingual, isPeriod, type Language } from '@westgate/base';
import type { MonthlySheet, Narrative } from '@westgate/contract';
import { type NarrativeSection, sayPeriod } from '@westgate/domain';
import type { FormFault } from '../../../record/form/form-values.ts';

/** What is written of a month, as it stands in the fields. */
export interface FreezeSaid {
  readonly title: Readonly<Record<Language, string>>;
  readonly narrative: Readonly<Record<NarrativeSection, Readonly<Record<Language, string>>>>;
}

/** The fields as the form opens: a title of the month, and what was last written, to be edited. */
export function freezeBefore({ month, carried }: Pick<MonthlySheet, 'month' | 'carried'>): FreezeSaid {
  const said = (section: NarrativeSection): Readonly<Record<Language, string>> => ({
    zh: carried?.narrative[section].zh ?? '',
    en: carried?.narrative[section].en ?? '',
  });
  const of = isPeriod(month) ? sayPeriod(month) : { zh: month, en: month };
  return {
    title: { zh: `${of.zh.replaceAll(' ', '')}项目调度月报`, en: `Monthly report of projects, ${of.en}` },
    narrative: { overview: said('overview'), problems: said('problems'), next: said('next') },
  };
}

/** The request that the fields tell, in the languages of the district. */
export function freezeRequest(
  { title, narrative }: FreezeSaid,
  languages: readonly Language[],
): { title: Bilingual; narrative: Narrative } {
  const pair = (texts: Readonly<Record<Language, string>>): { zh: string | null; en: string | null } => ({
    zh: languages.includes('zh') ? texts.zh.trim() || null : null,
    en: languages.includes('en') ? texts.en.trim() || null : null,
  });
  return {
    title: pair(title),
    narrative: { overview: pair(narrative.overview), problems: pair(narrative.problems), next: pair(narrative.next) },
  };
}

/** What keeps the month from being frozen. */
export function freezeFaults({ title }: FreezeSaid): readonly FormFault[] {
  return title.zh.trim() === '' && title.en.trim() === '' ? [{ field: 'title', word: 'report.fault.title' }] : [];
}
