import type { InstantString } from '@westgate/base';
import type { DatabaseFiles } from '../disk/boot.ts';
import { SEGMENT_BYTES } from '../journal/journal.ts';
import { type MendChoice, type Mended, mendedIn, requireFitting } from './choice.ts';
import { dropFinding, type Finding, keepFinding } from './finding.ts';
import { type OpenStored, withSources } from './sources.ts';
import { survey } from './survey.ts';
import { type MendOptions, writeMended } from './write-mended.ts';

/** What a mending did. */
export interface MendReport {
  readonly mended: Mended;
  /** The last deed of before that still stands: readers of later ones begin anew. */
  readonly provenTo: number;
}

/**
 * What the journal of a data folder lacks of the deeds that anything in the folder tells of; null where it lacks nothing. It is kept in the
 * folder until somebody chooses, or until the journal holds all of them again.
 */
export async function findLack(files: DatabaseFiles, at: InstantString, openStored?: OpenStored): Promise<Finding | null> {
  const { finding } = await withSources(files, (sources) => survey(sources, at), openStored);
  if (finding) keepFinding(files.dataDir, finding);
  else dropFinding(files.dataDir);
  return finding;
}

/**
 * Does what was chosen: writes the journal again from what is proven, and behind it the deed of the choice. The folder must be this process's
 * alone, its database closed or a copy in memory. Throws WG_INPUT_INVALID where the way does not fit what is found; nothing was written then.
 */
export async function mendJournal(
  files: DatabaseFiles,
  choice: MendChoice,
  { openStored, ...given }: Partial<MendOptions> & { readonly openStored?: OpenStored } = {},
): Promise<MendReport> {
  const options: MendOptions = {
    segmentBytes: SEGMENT_BYTES,
    now: new Date().toISOString() as InstantString,
    tell: () => undefined,
    requireHeld: () => undefined,
    ...given,
  };
  return withSources(
    files,
    async (sources) => {
      const { finding, provenTo } = await survey(sources, options.now);
      requireFitting(choice.way, choice.reason, finding);
      const deed = await writeMended(sources, { finding, provenTo }, choice, options);
      const mended = mendedIn(deed);
      if (!mended) throw new Error('the deed of a choice tells what was chosen');
      return { mended, provenTo: provenTo.seq };
    },
    openStored,
  );
}
