import type { Bilingual, Language } from '@westgate/base';
import type { Row } from './tables.ts';

/** What stands beside everything that is told of an invented district. */
const INVENTED = { zh: '虚构练习数据', en: 'Invented practice data' } as const;

/**
 * What every screen, paper, export and public page says of the data of a district: that it is invented, where it is, and the notice of its own. Who
 * changes the notice cannot take the first part away.
 */
export function noticeOf({ invented, notice_zh, notice_en }: Pick<Row<'district'>, 'invented' | 'notice_zh' | 'notice_en'>): Bilingual {
  const own = { zh: notice_zh || null, en: notice_en || null };
  if (!invented) return own;
  return {
    zh: own.zh === null ? INVENTED.zh : `${INVENTED.zh}：${own.zh}`,
    en: own.en === null ? INVENTED.en : `${INVENTED.en}: ${own.en}`,
  };
}

/** The label of an invented district, in the language, where that is what its notice begins with; null for a district that is real. */
export function inventedLabel({ zh, en }: Bilingual, language: Language): string | null {
  return zh?.startsWith(INVENTED.zh) || en?.startsWith(INVENTED.en) ? INVENTED[language] : null;
}
