import type { Row } from '@westgate/domain';
import type { Store } from '@westgate/store';
import { hashOfReport } from '../folder/frozen-report.ts';

/** Whether a report is as it was made. */
export interface ReportCheck {
  /** Its hash as it is kept. */
  readonly hash: string;
  /** The hash of what it holds now. */
  readonly computed: string;
  /**
   * The deed it rests on: `matches` this journal; `differs` from it; `elsewhere` = the report came by an import from another journal, which
   * alone can tell.
   */
  readonly head: 'matches' | 'differs' | 'elsewhere';
  /** True where nothing speaks against it. */
  readonly ok: boolean;
}

/** Deeds of one report that are looked at: it is made, perhaps taken back and brought back. */
const DEEDS = 1_000;

/** Computes the hash of a report anew and looks for its head in the journal. */
export async function verifyReport(store: Store, report: Row<'report'>): Promise<ReportCheck> {
  const computed = hashOfReport(report);
  const history = await store.history('report', report.id, DEEDS);
  const isOurs = history.some(({ verb }) => verb === 'make-report');
  const [head] = await store.recentDeeds(1, report.head_seq + 1);
  const isSameHead = report.head_seq === (head?.seq ?? 0) && report.head_hash === (head?.hash ?? '');
  const place = isSameHead ? 'matches' : isOurs ? 'differs' : 'elsewhere';
  return { hash: report.hash, computed, head: place, ok: computed === report.hash && place !== 'differs' };
}
