import type { JournalReport as JournalAnswer } from '@westgate/contract';
import { isAllProven, type JournalReport, type Mended } from '@westgate/desk';

/** What the journal lacks, with what may be chosen, and what was chosen before. */
export function journalOf({ finding, mended }: JournalReport): JournalAnswer {
  return { finding: finding && foundOf(finding), mended: mended.map(mendedOf) };
}

/** A choice that was made. */
export function mendedOf({ seq, at, who, reason, way, rewritten, givenUp }: Mended): JournalAnswer['mended'][number] {
  return { seq, at, who, reason, way, rewritten: spansOf(rewritten), givenUp: spansOf(givenUp) };
}

function foundOf(finding: NonNullable<JournalReport['finding']>): NonNullable<JournalAnswer['finding']> {
  const { at, why, soundTo, fromDatabase, fromJournal, lost, resting } = finding;
  return {
    at,
    why,
    soundTo,
    fromDatabase: spansOf(fromDatabase),
    fromJournal: spansOf(fromJournal),
    lost: spansOf(lost),
    resting: spansOf(resting),
    choices: [isAllProven(finding) ? 'rewrite' : 'give-up'],
  };
}

function spansOf(spans: Mended['givenUp']): { from: number; to: number }[] {
  return spans.map(({ from, to }) => ({ from, to }));
}
