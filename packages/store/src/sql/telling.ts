import type { Sql } from './port.ts';

/** The same database for what runs single statements on it; `failed` is told of every failure, before whoever asked is. */
export function telling(database: Sql, failed: (error: unknown) => void): Sql {
  const told = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      failed(error);
      throw error;
    }
  };
  return {
    query: (sql, params) => told(database.query(sql, params)),
    exec: (sql) => told(database.exec(sql)),
  };
}
