import { archiveJob } from './archive-job.ts';
import { floodJob, groundJob } from './flood-job.ts';
import { previewJob } from './preview-job.ts';

/** The jobs of the flood lab, by name. */
export const jobs = { ground: groundJob, flood: floodJob, preview: previewJob, archive: archiveJob } as const;

/** The address of this module, for who orders its jobs. */
export const FLOOD_JOBS: URL = new URL('./flood-jobs.js', import.meta.url);
