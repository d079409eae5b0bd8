import type { JobSite } from '@westgate/desk';
import type { SiteProgress, SiteQuestion } from './write-site-job.ts';

/** The jobs of publishing. */
export const jobs = {
  'write-site': async (input: SiteQuestion, site: JobSite<SiteProgress>) => (await import('./write-site-job.ts')).writeSiteJob(input, site),
} as const;
