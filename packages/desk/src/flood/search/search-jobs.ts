import { ruleSearchJob } from './rule-search-job.ts';
import { sensitivityJob } from './sensitivity-job.ts';
import { sharesJob } from './shares-job.ts';

/** The jobs of the flood lab that run a case many times, by name. */
export const jobs = { sensitivity: sensitivityJob, shares: sharesJob, 'rule-search': ruleSearchJob } as const;

/** The address of this module, for who orders its jobs. */
export const FLOOD_SEARCH_JOBS: URL = new URL('./search-jobs.js', import.meta.url);
