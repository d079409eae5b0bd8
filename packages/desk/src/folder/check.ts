import type { DayString } from '@westgate/base';
import type { DistrictFacts } from './check-district.ts';
import type { FaultList } from './fault.ts';
import type { LoadedTables } from './load.ts';
import type { SentenceTexts } from './plan-text.ts';

/** What records are checked against beside each other. */
export interface Ground {
  readonly district: DistrictFacts;
  readonly texts: ReadonlyMap<string, SentenceTexts>;
  /** The day after which nothing has happened; null where that is not looked at. */
  readonly today: DayString | null;
}

/** One thing that must hold of the records of a district, whether they come as a folder or are held. It looks at nothing but what it is given. */
export type Check = (tables: LoadedTables, ground: Ground, faults: FaultList) => void;
