import { createHash } from 'node:crypto';
import { noSuch, WestgateError } from '@westgate/base';
import { MEDIA } from '@westgate/contract';
import { feedBy, mayRevoke, readCalendarFile } from '@westgate/desk';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { callerReader } from '../caller/caller.ts';
import { base64Bytes } from '../http/base64-bytes.ts';
import { read, serve, write } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { calendarText, feedsOf } from '../present/calendar.ts';

/** Adds calendars that programs subscribe to, and reading a calendar file. `origin`: where browsers reach the office, where that is set. */
export function addCalendars(app: FastifyInstance, office: Office, origin: string | null): void {
  const { desk } = office;
  read(app, office, 'calendar-feeds', {
    present: async (view, { query }) => {
      const reader = callerReader();
      const rows = [...desk.register.calendar_feed.values()].filter((row) => mayRevoke(reader, row));
      return { items: await feedsOf(office, view, rows, { ...query, person: reader?.person ?? null }) };
    },
  });
  serve(app, 'calendar-file', async (request, reply, { params: { secret }, query: { lang } }) => {
    const found = await linked(office, request, secret.replace(/\.ics$/, ''));
    const view = found.reader === 'whole' ? office.wholeView() : office.viewFor(found.reader);
    const text = calendarText(view, found.feed, { site: origin ?? `${request.protocol}://${request.host}`, lang });
    const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 24)}"`;
    reply.header('cache-control', 'private, no-cache').header('etag', tag).header('vary', 'accept-encoding');
    await desk.people.feedUse.note(found.feed.id, office.now());
    if ((request.headers['if-none-match'] ?? '').includes(tag)) return reply.code(304).send();
    return reply.type(MEDIA.ics).header('content-disposition', `inline; filename="westgate-${found.feed.subject_id}.ics"`).send(text);
  });
  write(app, 'read-calendar-file', {
    act: async ({ body: { file, use } }) => {
      const asked = { bytes: base64Bytes(file.base64, 'file.base64'), fileName: file.name, use };
      const { rows, left, ...told } = await readCalendarFile(office.view().register, asked);
      return { ...told, rows: rows.map((row) => ({ ...row, fields: { ...row.fields } })), left: [...left] };
    },
  });
}

/** The feed that a secret is of. One that was revoked is not there: a program that asks for it is told so, and slowed down where it guesses. */
async function linked(office: Office, request: FastifyRequest, secret: string): Promise<ReturnType<typeof feedBy>> {
  try {
    return await office.desk.people.byLink(request.ip, office.now(), async () => feedBy(office.desk.register, secret));
  } catch (error) {
    if (!(error instanceof WestgateError) || error.code !== 'WG_LINK_SPENT') throw error;
    throw new WestgateError('WG_NOT_FOUND', noSuch('calendar_feed', '…'));
  }
}
