import type { Followed } from '@westgate/contract';
import { vocabulary } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { readerNow } from '../caller/caller.ts';
import { read } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { colleaguesKnown } from '../present/colleagues.ts';
import { commentsOf, mentionsOf } from '../present/comment.ts';
import { pendingChangesIn } from '../present/pending-change.ts';
import { seenDeed } from '../present/seen-deeds.ts';
import { findThing } from '../present/thing.ts';
import { toldOf } from '../present/told.ts';
import type { View } from '../view/view.ts';

/** Deeds of one record that are counted at most. */
const DEEDS_COUNTED = 20;
const KINDS = ['sentence', ...vocabulary.EVIDENCE_SUBJECTS] as const;

/**
 * Adds what people of the office know of each other's work: changes that wait for the programme office, the comments of a record, where one is mentioned,
 * what became of records that are followed, who may be named for a record. What is done there are actions.
 */
export function addAtWork(app: FastifyInstance, office: Office): void {
  const { desk } = office;
  read(app, office, 'pending-changes', { isNoted: true, present: (view, { query }) => pendingChangesIn(view, desk, query) });
  read(app, office, 'comments', {
    isNoted: true,
    present: async (view, { query: { of } }) => ({ items: [...(await commentsOf(view, desk, of))] }),
  });
  read(app, office, 'mentions', {
    isNoted: true,
    present: async (view, { query: { department } }) => ({ items: [...(await mentionsOf(view, desk, department))] }),
  });
  read(app, office, 'followed', {
    present: async (view, { query: { of, after } }) => ({ items: await followedOf(office, view, of, after) }),
  });
  read(app, office, 'colleagues', { present: async () => ({ items: await colleaguesKnown(desk.people) }) });
}

/**
 * Of records, each `kind:id`, those that deeds after `after` touched, themselves or what is recorded of them, the last touched first. What whoever
 * asks may not know of, or is gone, is passed over.
 */
async function followedOf(office: Office, view: View, records: readonly string[], after: number): Promise<Followed['items']> {
  // No deed since: nothing can have changed.
  if (after >= view.seq) return [];
  const reader = readerNow();
  const items: Followed['items'] = [];
  for (const of of new Set(records)) {
    const [name, id] = [of.slice(0, of.indexOf(':')), of.slice(of.indexOf(':') + 1)];
    const kind = KINDS.find((each) => each === name);
    const thing = kind && findThing(view.register, kind, id);
    if (!kind || !thing) continue;
    const rows = [{ table: kind, key: id }, ...(await office.related.of(kind, id))];
    const deeds = (await office.desk.touching(rows, DEEDS_COUNTED)).filter(({ seq }) => seq > after);
    const seen = deeds.flatMap((deed) => seenDeed(office.desk, reader, deed) ?? []);
    const [last] = seen;
    if (!last) continue;
    const told = await toldOf(view, office.desk, reader, last.seq);
    items.push({ thing, seq: last.seq, at: last.at, verb: last.verb, told, count: seen.length });
  }
  return items.sort((a, b) => b.seq - a.seq);
}
