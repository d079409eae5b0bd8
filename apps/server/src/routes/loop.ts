import { loopSchema } from '@westgate/contract';
import { districtBegun, reportUpdates } from '@westgate/desk';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { readCalendars } from '../calendars.ts';
import { noParams, read, write } from '../http/route.ts';
import type { Office } from '../office.ts';
import { exceptionsPage, todayIn } from '../present/today.ts';
import { statesReady } from '../states-ready.ts';

/** Adds the update loop: what is to be reported today, the reports, what wants looking at, the working calendars. */
export function addLoop(app: FastifyInstance, office: Office, calendarsFolder: string | null): void {
  const { desk } = office;
  read(app, office, '/today', {
    summary: 'What a day begins with: reports that are owed, exceptions, days that come near',
    tag: 'loop',
    params: noParams,
    query: loopSchema.todayQuery,
    answer: loopSchema.today,
    prepare: statesReady,
    present: async (view, { query }) => ({ ...todayIn(view, query), begun: await districtBegun(desk) }),
  });
  read(app, office, '/exceptions', {
    summary: 'Commitments and projects that are late, blocked, waiting, stale or without owner or day, the gravest first, with the cause',
    tag: 'loop',
    params: noParams,
    query: loopSchema.exceptionQuery,
    answer: loopSchema.exceptions,
    prepare: statesReady,
    present: (view, { query }) => exceptionsPage(view, query),
  });
  read(app, office, '/calendars', {
    summary: 'Working calendars that came with Westgate, to be taken into the district',
    tag: 'loop',
    params: noParams,
    query: z.strictObject({}),
    answer: loopSchema.calendars,
    present: () => readCalendars(calendarsFolder),
  });
  write(app, '/updates', {
    summary: 'Report on one or several records as one deed: that nothing changed, or what did',
    tag: 'loop',
    params: noParams,
    body: loopSchema.updatesRequest,
    answer: loopSchema.updatesReceipt,
    act: async ({ body: { who, reason, updates }, idem }) => {
      const { deed, ids } = await desk.write(reportUpdates(updates, office.today()), { who, reason, idem });
      return { seq: deed?.seq ?? desk.seq, ids: [...ids] };
    },
  });
}
