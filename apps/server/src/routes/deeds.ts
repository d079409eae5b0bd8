import { WestgateError } from '@westgate/base';
import { commonSchema, districtSchema, editSchema, journalSchema } from '@westgate/contract';
import { networkOf } from '@westgate/desk';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { ChangeStream } from '../http/changes.ts';
import { parseInput } from '../http/parse.ts';
import { noParams, read, write } from '../http/route.ts';
import type { Office } from '../office.ts';
import { readerNow } from '../people/caller.ts';
import type { Door } from '../people/door.ts';
import { hearingOf } from '../people/hearing.ts';
import { seenDeed, seenDeeds } from '../people/seen-deeds.ts';
import { CHANGES_SHOWN, deedOf, receiptOf, verifyAnswerOf } from '../present/deed.ts';
import { journalOf, mendedOf } from '../present/journal.ts';
import type { Publisher } from '../publish/publisher.ts';

const seqParam = z.object({ seq: z.coerce.number().int().min(1) });

/** A key as the screens make them: longer than one that is guessed. */
const underwayKey = z.object({
  key: z.string().regex(/^(?=.*-)[\w-]{16,200}$/, 'expected 16 to 200 letters, digits and _, a - among them'),
});

/** Adds recording and undoing, the list of deeds, the check of the journal and the stream of changes. */
export function addDeeds(
  app: FastifyInstance,
  office: Office,
  { stream, door, publisher }: { readonly stream: ChangeStream; readonly door: Door; readonly publisher: Publisher },
): void {
  const { desk } = office;
  read(app, office, '/deeds', {
    summary: 'The last deeds, newest first, without their changes',
    tag: 'deeds',
    params: noParams,
    query: districtSchema.deedQuery,
    answer: commonSchema.history,
    present: async (_view, { query: { limit, after } }) => {
      const { deeds, next } = await seenDeeds(desk, readerNow(), { limit, before: after });
      return { items: deeds.map((deed) => deedOf(desk, deed)), next: next === null ? null : String(next) };
    },
  });
  read(app, office, '/deeds/:seq', {
    summary: 'One deed with its changes, the first 1,000 of them',
    tag: 'deeds',
    params: seqParam,
    query: z.strictObject({}),
    answer: commonSchema.deed,
    errors: ['WG_NOT_FOUND'],
    present: async (view, { params: { seq } }) => {
      const found = await desk.deed(seq, CHANGES_SHOWN);
      const deed = found && seenDeed(desk, readerNow(), found);
      if (!deed)
        throw new WestgateError(
          'WG_NOT_FOUND',
          { zh: `没有第 ${seq} 号登记，最后一号是 ${view.seq}`, en: `there is no deed ${seq}: the last is ${view.seq}` },
          { seq },
        );
      return deedOf(desk, deed);
    },
  });
  read(app, office, '/underway/:key', {
    summary: 'How far the deed or the publishing has come that is being done with this idempotency key',
    tag: 'deeds',
    params: underwayKey,
    query: noParams,
    answer: editSchema.underway,
    isFresh: true,
    present: (_view, { params: { key } }) => {
      const progress = desk.progress(key) ?? publisher.progress(key);
      return { progress: progress && { rows: progress.rows, of: progress.of } };
    },
  });
  write(app, '/deeds/:seq/undo', {
    summary: 'Take a deed back by a new one; taking that one back does it again',
    tag: 'deeds',
    params: seqParam,
    body: districtSchema.undoRequest,
    answer: districtSchema.receipt,
    errors: ['WG_NOT_FOUND', 'WG_UNDO_BLOCKED', 'WG_STALE_RECORD'],
    act: async ({ params: { seq }, body: { who, reason }, idem }) => receiptOf(await desk.undo(seq, { who, reason, idem }), null),
  });
  write(app, '/outcomes', {
    summary: 'Record that something happened, with its date and source',
    tag: 'deeds',
    params: noParams,
    body: districtSchema.outcomeDraft,
    answer: districtSchema.receipt,
    errors: ['WG_STALE_RECORD'],
    act: async ({ body: { who, reason, ...draft }, idem }) => {
      const { deed, outcomeId } = await desk.recordOutcome(draft, { who, reason, idem });
      return receiptOf(deed, outcomeId);
    },
  });
  write(app, '/verify', {
    summary: 'Follow the journal from its first deed and compare the database and the memory with it',
    tag: 'deeds',
    params: noParams,
    body: z.strictObject({}),
    answer: districtSchema.verifyAnswer,
    takesKey: false,
    act: async () => verifyAnswerOf(await desk.verify()),
  });
  read(app, office, '/journal', {
    summary: 'Whether the journal holds every deed that was done, what can be chosen where it does not, and what was chosen before',
    tag: 'deeds',
    params: noParams,
    query: noParams,
    answer: journalSchema.journal,
    isFresh: true,
    present: async () => journalOf(await desk.journalReport()),
  });
  write(app, '/journal/mend', {
    summary: 'Write the journal again from what proves it, or go on without what nothing holds; the choice is a deed',
    tag: 'deeds',
    params: noParams,
    body: journalSchema.mendRequest,
    answer: journalSchema.mendAnswer,
    errors: ['WG_JOURNAL_DAMAGED'],
    takesKey: false,
    act: async ({ body: { who, reason, way } }) => {
      const { mended } = await desk.mend({ who, reason, way });
      return { mended: mendedOf(mended), mustRestart: desk.reason === 'thread-ended' };
    },
  });
  addChanges(app, office, stream, door);
}

function addChanges(app: FastifyInstance, office: Office, stream: ChangeStream, door: Door): void {
  const schema = {
    summary: 'Server-sent events: one message for each deed, with its number as id',
    description: 'A returning caller sends Last-Event-ID and gets what it missed, or the event `reset` when that is no longer known.',
    tags: ['deeds'],
    response: { 200: { description: 'Data of each message', content: { 'text/event-stream': { schema: districtSchema.changeMessage } } } },
  };
  app.get('/changes', { schema }, async (request, reply) => {
    parseInput(noParams, request.query, 'query');
    const hearing = hearingOf(request, office, door);
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
