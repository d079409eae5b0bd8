import { WestgateError } from '@westgate/base';
import type { Job, JobSite } from '@westgate/desk';

const forEver: Job<null, string> = () => {
  for (;;) if (/^(a+)+$/.test(`${'a'.repeat(40)}b`)) return 'never';
};

/** Jobs that a worker breaks at, and a few that it does not. */
export const jobs = {
  add: ({ a, b }: { readonly a: number; readonly b: number }): number => a + b,
  bytes: ({ bytes }: { readonly bytes: Uint8Array }): number => bytes.length,
  pieces: async ({ count }: { readonly count: number }, site: JobSite<number>): Promise<string> => {
    for (let each = 0; each < count; each += 1) await site.hand(each);
    return 'all';
  },
  refuse: (): never => {
    throw new WestgateError('WG_FILE_REFUSED', 'expected another file', { field: 'file' });
  },
  break: (): never => {
    throw new Error('a fault of ours');
  },
  exit: (): never => process.exit(3),
  environment: (): readonly string[] => Object.keys(process.env),
  forEver,
  wait: ({ ms }: { readonly ms: number }): Promise<number> => new Promise((resolve) => setTimeout(resolve, ms, ms)),
  /** One value that outgrows any memory while nothing of the job runs: in a thread it would take the whole process with it. */
  wideJson: (): unknown => JSON.parse(`[${'1,'.repeat(200_000_000)}1]`),
  manyValues: (): number => {
    const held: unknown[] = [];
    for (;;) held.push({ at: held.length });
  },
  manyBuffers: (): number => {
    const held: Uint8Array[] = [];
    for (;;) held.push(new Uint8Array(10_000_000).fill(1));
  },
} as const;
