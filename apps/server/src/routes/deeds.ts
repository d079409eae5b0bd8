import { WestgateError } from '@westgate/base';
import { type Deed as DeedRecord, endpoint, type JournalReport as JournalAnswer, nothing } from '@westgate/contract';
import { isAllProven, type JournalReport, type Mended, networkOf } from '@westgate/desk';
import { policy } from '@westgate/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readerNow, readerOf } from '../caller/caller.ts';
import type { ChangeStream } from '../http/changes.ts';
import type { Hearing } from '../http/event-stream.ts';
import { parseInput } from '../http/parse.ts';
import { read, securityOf, write } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { type Authentication, callerOf, isRefusal, requireRight, shownBy } from '../people/authentication.ts';
import { CHANGES_SHOWN, deedOf, receiptOf, verifyAnswerOf } from '../present/deed.ts';
import { seenDeed, seenDeeds } from '../present/seen-deeds.ts';
import { toldAmong, toldIn, toldOf } from '../present/told.ts';

/** Adds undoing, the list of deeds, the check of the journal and the stream of changes. */
export function addDeeds(
  app: FastifyInstance,
  office: Office,
  { stream, authentication }: { readonly stream: ChangeStream; readonly authentication: Authentication },
): void {
  const { desk } = office;
  read(app, office, 'deeds', {
    present: async (view, { query: { limit, after, told } }) => {
      const reader = readerNow();
      const { deeds, next } = await seenDeeds(desk, reader, { limit, before: after });
      const items: DeedRecord[] = deeds.map((deed) => deedOf(desk, deed));
      for (const item of told ? items : []) item.told = await toldOf(view, desk, reader, item.seq);
      return { items, next: next === null ? null : String(next) };
    },
  });
  read(app, office, 'deed', {
    // What of a deed may be known may change with any record that it touched.
    isNoted: () => readerNow() === null,
    present: async (view, { params: { seq }, query: { told } }) => {
      const reader = readerNow();
      const found = await desk.deed(seq, told ? toldAmong(reader) : CHANGES_SHOWN);
      const deed = found && seenDeed(desk, reader, found);
      if (!deed)
        throw new WestgateError(
          'WG_NOT_FOUND',
          { zh: `没有操作记录第 ${seq} 号，最后一号是 ${view.seq}`, en: `there is no change ${seq}: the last is ${view.seq}` },
          { seq },
        );
      return told ? { ...deedOf(desk, { ...deed, changes: [] }), told: toldIn(view, reader, deed) } : deedOf(desk, deed);
    },
  });
  read(app, office, 'underway', {
    present: (_view, { params: { key } }) => {
      const progress = desk.progress(key);
      return { progress: progress && { rows: progress.rows, of: progress.of } };
    },
  });
  write(app, 'undo', {
    act: async ({ params: { seq }, body: { who, reason }, idem }) => receiptOf(await desk.undo(seq, { who, reason, idem }), null),
  });
  write(app, 'verify', { act: async () => verifyAnswerOf(await desk.verify()) });
  read(app, office, 'journal', { present: async () => journalOf(await desk.journalReport()) });
  write(app, 'mend-journal', {
    act: async ({ body: { who, reason, way } }) => {
      const { mended } = await desk.mend({ who, reason, way });
      return { mended: mendedOf(mended), mustRestart: desk.reason === 'thread-ended' };
    },
  });
  addChanges(app, office, stream, authentication);
}

function addChanges(app: FastifyInstance, office: Office, stream: ChangeStream, authentication: Authentication): void {
  const { path, summary, description = '', tag, right, answer } = endpoint('changes');
  const schema = { summary, description, tags: [tag], security: securityOf(right), response: { 200: answer } };
  app.get(path, { schema }, async (request, reply) => {
    parseInput(nothing, request.query, 'query');
    const hearing = hearingOf(request, office, authentication);
    const heard = await hearing();
    if (heard === null) throw new WestgateError('WG_SIGN_IN_REQUIRED', 'expected someone who may hear of changes');
    const { caller, ip } = request;
    const owner =
      caller.kind === 'person' ? ({ kind: 'person', id: caller.id } as const) : ({ kind: 'address', id: networkOf(ip) } as const);
    stream.requireRoom(owner);
    const last = Number(request.headers['last-event-id'] ?? Number.NaN);
    reply.hijack();
    const headers = { ...reply.getHeaders(), 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' };
    for (const [name, value] of Object.entries(headers)) if (value !== undefined) reply.raw.setHeader(name, value);
    reply.raw.writeHead(200);
    request.raw.socket.setNoDelay(true);
    stream.add(reply.raw, { owner, lastSeq: Number.isSafeInteger(last) ? last : null, heard, hearing });
  });
}

/**
 * What tells how much whoever asks by `request` may hear of changes, each time it is called: by what was shown then and what holds now. Null:
 * nothing any more. Asking keeps no session going. Rejects where it cannot be known.
 */
function hearingOf(request: FastifyRequest, office: Office, authentication: Authentication): () => Promise<Hearing | null> {
  const shown = shownBy(request, authentication);
  return async () => {
    try {
      const caller = await callerOf(shown, office, authentication, false);
      requireRight('listen', caller);
      const reader = readerOf(caller);
      return reader === null || policy.reachesAll(reader, 'read') ? 'whole' : 'bare';
    } catch (error) {
      if (isRefusal(error)) return null;
      throw error;
    }
  };
}

/** What the journal lacks, with what may be chosen, and what was chosen before. */
function journalOf({ finding, mended }: JournalReport): JournalAnswer {
  return { finding: finding && foundOf(finding), mended: mended.map(mendedOf) };
}

/** A choice that was made. */
function mendedOf({ seq, at, who, reason, way, rewritten, givenUp }: Mended): JournalAnswer['mended'][number] {
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
