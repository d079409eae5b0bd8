import type { Sql } from '../sql/port.ts';

/** How often something was changed of which a process keeps a copy: where a number is as it was, the copy still stands. */
export interface AccessNews {
  /** Personal records that were filled. */
  readonly filled: number;
  /** Personal records that were taken away. */
  readonly gone: number;
  /** Sessions that were ended. */
  readonly ended: number;
}

/** Where nobody else changes anything, there is never news. */
export const NO_NEWS: AccessNews = { filled: 0, gone: 0, ended: 0 };

/** The numbers as they are now. */
export async function readNews(sql: Pick<Sql, 'query'>): Promise<AccessNews> {
  const { rows } = await sql.query<AccessNews>('select filled, gone, ended from access_news where district_id = 1');
  return rows[0] ?? NO_NEWS;
}
