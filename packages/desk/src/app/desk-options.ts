import type { StoreOptions } from '@westgate/store';
import { DESK_PERIODS, type DeskPeriods } from '../people/periods.ts';

/** Where the data are kept, and the district folder that empty data are first loaded from. */
export type DeskOptions = DataPlace & {
  readonly districtFolder?: string | undefined;
  /** The three administrators are three persons. */
  readonly isProduction?: boolean;
  /** What time it is, for the day that records are asked for reports from. */
  readonly now?: () => Date;
  /** Periods other than the usual ones. */
  readonly periods?: Partial<DeskPeriods>;
};

/** A data folder, a PostgreSQL database by its address (the data folder is then left alone), or the memory of this process. */
type DataPlace = { readonly dataDir: string; readonly databaseUrl?: string | undefined } | { readonly memory: true };

/** The same as the store wants it. */
export function storeOptions(place: DataPlace): StoreOptions {
  if ('memory' in place) return { memory: true };
  return place.databaseUrl === undefined ? { dir: place.dataDir } : { url: place.databaseUrl };
}

/** What a desk is opened with beside its store. */
export interface BesideStore {
  readonly isProduction: boolean;
  readonly now: () => Date;
  /** The data are kept in a folder. */
  readonly hasFolder: boolean;
  readonly periods: DeskPeriods;
}

/** The same of these options, with what holds where nothing is said. */
export function besideStore({ isProduction = false, now = () => new Date(), periods, ...place }: DeskOptions): BesideStore {
  const hasFolder = 'dataDir' in place && place.databaseUrl === undefined;
  return { isProduction, now, hasFolder, periods: { ...DESK_PERIODS, ...periods } };
}
