import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Calendars, loopSchema } from '@westgate/contract';

/** The working calendars of countries that this Westgate came with, in the order of their files; none where the folder is gone. */
export async function readCalendars(folder: string | null): Promise<Calendars> {
  if (folder === null) return { items: [] };
  const files = await readdir(folder).catch(() => []);
  const items = await Promise.all(
    files
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map(async (file) => JSON.parse(await readFile(join(folder, file), 'utf8')) as unknown),
  );
  return loopSchema.calendars.parse({ items });
}
