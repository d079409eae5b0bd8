import type { Bilingual } from '@westgate/base';
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
