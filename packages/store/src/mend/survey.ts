import { type InstantString, invariant } from '@westgate/base';
import { type Damage, damageInWords } from '../journal/damage.ts';
import type { Head } from '../journal/deed.ts';
import { lineNumber } from '../journal/segments.ts';
import { snapshotSeqs } from '../snapshots/snapshot.ts';
import { type Finding, readFinding } from './finding.ts';
import { type HeldDeed, heldDeed } from './held-deed.ts';
import type { Sources } from './sources.ts';
import { spansOf } from './span.ts';
import { bytesOf, type Piece } from './stray-lines.ts';

/** What can be proven of the deeds, and what is wrong. */
export interface Survey {
  /** Null where the journal holds every deed that anything tells of. */
  readonly finding: Finding | null;
  /** The last deed that is proven. */
  readonly provenTo: Head;
}

/** Lines of the database, the last of them, that are looked at to explain what stands at the end of a damaged journal. */
const EXPLAINED = 200;
/** Bytes at the edge of a piece by which it is known as part of a line. */
const EDGE = 32;

/** Follows the deeds through everything that holds them, and says what the journal lacks. `at`: when a finding is noted that is a new one. */
export async function survey(sources: Sources, at: InstantString): Promise<Survey> {
  const { dataDir, cut, chain, batches, stored } = sources;
  const fromJournal: number[] = [];
  const fromDatabase = new Set(batches.map(({ seq }) => seq));
  const linesAgain = new Set<number>();
  const explained = new Set<Piece>();
  const written: Buffer[] = [];
  let head = cut.head;
  for (let held = await next(sources, head); held; held = await next(sources, head)) {
    head = { seq: held.seq, hash: held.hash };
    if (held.source === 'database' || held.batch) fromDatabase.add(held.seq);
    else fromJournal.push(held.seq);
    if (held.piece) explained.add(held.piece);
    if (held.source === 'database') {
      linesAgain.add(held.seq);
      written.push(held.line);
    }
    if (written.length > EXPLAINED) written.shift();
  }
  const before = readFinding(dataDir);
  const behind = unexplained(sources, { explained, written, linesAgain });
  const told = [stored?.last ?? 0, snapshotSeqs(dataDir)[0] ?? 0, lastTold(behind, head.seq), lastOf(before)];
  const last = Math.max(head.seq, ...told);
  const held = new Set(behind.flatMap(({ seq }) => seq ?? []));
  const missing = Array.from({ length: last - head.seq }, (_, index) => head.seq + 1 + index);
  const isWhole = chain.damage === null && fromDatabase.size === 0 && missing.length === 0 && !before?.isUnreadable;
  if (isWhole) return { finding: null, provenTo: head };
  const finding: Finding = {
    at: before?.at ?? at,
    why: before?.isUnreadable ? before.why : whyOf(sources, last),
    soundTo: Math.min(cut.head.seq, ...[...fromDatabase].map((seq) => seq - 1)),
    fromDatabase: spansOf([...fromDatabase].sort((a, b) => a - b)),
    fromJournal: spansOf(fromJournal),
    lost: spansOf(missing.filter((seq) => !isHeld(seq))),
    resting: spansOf(missing.filter(isHeld)),
    provenTo: head,
    ...(before?.isUnreadable ? { isUnreadable: true } : {}),
  };
  return { finding, provenTo: head };

  /** Something of the deed is there: a piece that names it, or, behind the first that is lost, a row of the database. */
  function isHeld(seq: number): boolean {
    return seq > head.seq + 1 && (held.has(seq) || seq <= (stored?.last ?? 0));
  }
}

function next(sources: Sources, head: Head): Promise<HeldDeed | null> {
  return heldDeed(sources, head.seq + 1, head.hash);
}

/** What the proven deeds are made of. */
interface Proven {
  readonly explained: ReadonlySet<Piece>;
  /** The last lines that the database gave. */
  readonly written: readonly Buffer[];
  /** The deeds whose lines the database gave. */
  readonly linesAgain: ReadonlySet<number>;
}

/**
 * Pieces behind the last proven line that are no part of a proven deed. One without a line end, the last of all, was never acknowledged.
 */
function unexplained({ pieces }: Sources, { explained, written, linesAgain }: Proven): readonly Piece[] {
  const inner = [...explained].filter(({ isInside }) => isInside);
  const isPart = (piece: Piece): boolean => {
    if (explained.has(piece) || inner.some((each) => isWithin(each, piece))) return true;
    // A number that a line as it was written has already is itself altered: that piece is another deed.
    if (piece.seq !== null && linesAgain.has(piece.seq)) return true;
    const bytes = bytesOf(piece);
    const edges = [bytes.subarray(0, EDGE), bytes.subarray(-EDGE)];
    return written.some((line) => edges.some((edge) => line.includes(edge)));
  };
  const last = pieces.at(-1);
  const behind = pieces.slice(pieces.findLastIndex((piece) => explained.has(piece)) + 1);
  return behind.filter((piece) => !piece.isInside && (piece.isEnded || piece.number !== last?.number) && !isPart(piece));
}

/** Whether one piece is the other or lies in it. */
function isWithin(inner: Piece, outer: Piece): boolean {
  return inner.number === outer.number && inner.start >= outer.start && inner.start + inner.length <= outer.start + outer.length;
}

/** The last deed that these pieces tell of, after `seq`: numbers may be altered too, so each stands beside another or among so many. */
function lastTold(behind: readonly Piece[], seq: number): number {
  if (behind.length === 0) return 0;
  const claimed = new Set(behind.flatMap((piece) => piece.seq ?? []));
  const sound = [...claimed].filter((each) => each <= seq + behind.length || claimed.has(each - 1) || claimed.has(each + 1));
  return Math.max(seq + 1, ...sound);
}

function lastOf(finding: Finding | null): number {
  const spans = finding ? [...finding.lost, ...finding.resting, ...finding.fromDatabase, ...finding.fromJournal] : [];
  return Math.max(0, ...spans.map(({ to }) => to));
}

function whyOf({ chain, cut, batches }: Sources, last: number): string {
  if (chain.damage) return damageInWords(chain.damage);
  const [batch] = batches;
  const seq = batch?.seq ?? (cut.head.seq < chain.head.seq ? cut.head.seq + 1 : null);
  if (seq !== null) return damageInWords(batchDamage(chain, seq));
  const found = cut.head.seq === 0 ? 'The journal holds no deed' : `The journal ends at deed ${cut.head.seq}`;
  return `${found}, but deeds up to ${last} were done.`;
}

/** The place of a line whose batch cannot be used. */
function batchDamage({ segments, batches }: Sources['chain'], seq: number): Damage {
  const segment = segments.findLast(({ firstSeq }) => firstSeq <= seq);
  invariant(segment, `deed ${seq} is in the journal`);
  const index = seq - segment.firstSeq;
  const why = `the file of its changes, ${batches.get(seq)?.sha256}, is missing or not as it was written`;
  return { file: segment.name, line: lineNumber(segment, index), offset: segment.starts[index] ?? 0, seq, why };
}
