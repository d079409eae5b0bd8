import type { Bilingual, Language } from '@westgate/base';
import type { ExportedList } from '@westgate/contract';
import { FORM_KINDS, PLURALS } from '@westgate/domain';
import { fileAddress, type Params } from '../../api/client.ts';
import type { WordId } from '../../messages/words.ts';

/** Lists that are kept as files, with their names. */
export const FILED_LISTS: readonly { readonly list: ExportedList; readonly word: WordId }[] = [
  ...FORM_KINDS.map((kind) => ({ list: PLURALS[kind], word: `nouns.${kind}` }) as const),
  { list: 'deeds', word: 'report.deeds' },
];

/** A list as CSV and as a workbook, of a day and a plan. Deeds are of neither. */
export function listFiles(
  list: ExportedList,
  lang: Language,
  scope: Params,
): readonly { readonly format: string; readonly href: string }[] {
  return (['csv', 'xlsx'] as const).map((format) => ({
    format: format.toUpperCase(),
    href: fileAddress(`export-${list}-${format}`, { query: { lang, ...(list === 'deeds' ? {} : scope) } }),
  }));
}

/** A paper of a report. */
export interface PaperFile {
  /** Null: in no language, as what is frozen. */
  readonly lang: Language | null;
  readonly word: 'report.paper.official' | 'report.paper.plain' | 'report.paper.figures' | 'report.paper.frozen';
  readonly href: string;
}

/** The papers of a report: in the language shown first, then in the other. */
export function paperFiles(number: number, shown: Language): readonly PaperFile[] {
  const languages: readonly Language[] = [shown, shown === 'zh' ? 'en' : 'zh'];
  const params = { number };
  return [
    ...languages.flatMap((lang): readonly PaperFile[] => [
      { lang, word: 'report.paper.official', href: fileAddress('report-paper', { params, query: { lang, layout: 'official' } }) },
      { lang, word: 'report.paper.plain', href: fileAddress('report-paper', { params, query: { lang, layout: 'plain' } }) },
      { lang, word: 'report.paper.figures', href: fileAddress('report-figures', { params, query: { lang } }) },
    ]),
    { lang: null, word: 'report.paper.frozen', href: fileAddress('report-frozen', { params }) },
  ];
}

/** What is wrong with a report that was asked for; null where nothing is. */
export function faultOf(draft: {
  readonly zh: string;
  readonly en: string;
  readonly who: string;
}): { readonly field: 'title' | 'who'; readonly word: WordId } | null {
  if (draft.zh.trim() === '' && draft.en.trim() === '') return { field: 'title', word: 'report.fault.title' };
  return draft.who.trim() === '' ? { field: 'who', word: 'record.fault.who' } : null;
}

/** The title that is proposed for a report on a plan, or on all plans of the district, in each language that what it is on is named in. */
export function titleFor(plan: { readonly title: Bilingual } | null, district: Bilingual): { readonly zh: string; readonly en: string } {
  const { zh, en } = plan?.title ?? district;
  return { zh: zh ? `${plan ? `《${zh}》` : zh}承诺台账报告` : '', en: en ? `Register of commitments: ${en}` : '' };
}

/** The title as it was typed, in one line. */
export function titleIn({ zh, en }: { readonly zh: string; readonly en: string }): Bilingual {
  const line = (text: string): string | null => text.replace(/\s+/g, ' ').trim() || null;
  return { zh: line(zh), en: line(en) };
}
