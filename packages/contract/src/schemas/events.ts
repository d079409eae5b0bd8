import { vocabulary } from '@westgate/domain';
import { z } from 'zod';
import { base64, bilingual, rev, thing } from './common.ts';

const count = z.number().int();

/** On what the finish of a readiness item rests: it was done; the works it waits for are done, say when, or do not; somebody said when; that day has gone by; nobody said. */
export const finishBasis = z.enum(['done', 'works-done', 'works', 'works-silent', 'said', 'passed', 'silent']);

/** A readiness item of an event, counted back from the opening. Days `at` are working days before the opening, below 0 after it. */
export const readinessLine = z
  .object({
    item: thing,
    rev,
    kind: z.enum(vocabulary.READINESS_KINDS),
    daysBefore: count,
    owner: thing.nullable(),
    project: thing.nullable(),
    standing: z.enum(vocabulary.READINESS_STANDINGS),
    basis: finishBasis,
    latest: z.string().nullable(),
    finish: z.string().nullable(),
    finishAt: count.nullable(),
    slack: count.nullable().describe('working days from its finish to its latest day; below 0: too late'),
    evidence: bilingual,
  })
  .meta({ id: 'ReadinessLine' });

/** Works linked to an event that no readiness item names: when they are expected to be done. */
const worksLine = z.object({ project: thing, finish: z.string().nullable(), isDone: z.boolean(), slack: count.nullable() });

/** What must be ready before an event, seen from a day. */
export const eventReadiness = z
  .object({
    event: thing,
    dates: z.string(),
    opening: z.string().nullable().describe('its first day; null where it is not known to the day'),
    workingDays: count.nullable().describe('working days from the day shown to the opening'),
    /** Years up to the opening of which no holiday notice is held: days are counted there by the days of the week alone. */
    yearsWithoutNotice: z.array(z.string()),
    items: z.array(readinessLine),
    works: z.array(worksLine),
    /** The first days of months between the day shown and the opening. */
    months: z.array(z.object({ on: z.string(), at: count })),
    /** Days off on weekdays between the day shown and the opening, joined: the working days before the opening at which they lie. */
    holidays: z.array(z.object({ first: z.string(), last: z.string(), name: bilingual, at: count })),
  })
  .meta({ id: 'EventReadiness' });

/** Whose calendar feeds: of one record, or all of whoever asks. */
export const feedsQuery = z.strictObject({ kind: z.enum(vocabulary.FEED_KINDS).optional(), id: z.string().min(1).max(80).optional() });
/** Calendar feeds that whoever asks may revoke. The secret in an address is told once, when it is made. */
export const calendarFeeds = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        rev,
        kind: z.enum(vocabulary.FEED_KINDS),
        of: bilingual,
        holder: z.string().nullable(),
        isOwn: z.boolean(),
        madeOn: z.string(),
        /** When a program last read it, to the hour; null: never, or not in the last year. */
        lastUsed: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'CalendarFeeds' });
export const feedQuery = z.strictObject({ lang: z.enum(['zh', 'en']).optional() });

/** What a calendar file becomes: events, or departures of the working calendar from Monday to Friday. */
export const CALENDAR_USES = ['events', 'working-days'] as const;
export const calendarFileRequest = z
  .strictObject({
    file: z.strictObject({
      name: z.string().min(1).max(200).describe('with its ending: .ics'),
      base64: base64(7_000_000).describe('the bytes of the file, at most 5 MB'),
    }),
    use: z.enum(CALENDAR_USES),
  })
  .meta({ id: 'CalendarFileRequest' });

/** What stands in a calendar file, as the records it would make; nothing is stored. */
export const calendarFile = z
  .object({
    name: z.string().nullable().describe('what the calendar calls itself'),
    /** VEVENT components in the file. */
    count,
    rows: z.array(
      z.object({
        line: count,
        name: bilingual,
        first: z.string(),
        last: z.string(),
        state: z.enum(['new', 'changed']),
        /** What is held now; null for what is new. */
        before: z.string().nullable(),
        table: z.enum(['event', 'calendar_day']),
        /** The record that is changed; null for a new one. */
        held: z.object({ key: z.string(), rev }).nullable(),
        fields: z.record(z.string(), z.string().nullable()),
        isSaid: z.boolean().describe('false for a day off of which the file does not say that it is one, such as an observance'),
      }),
    ),
    left: z.array(z.object({ line: count, name: z.string(), why: bilingual })),
  })
  .meta({ id: 'CalendarFile' });

/** How to reach who wrote feedback: `left` where nothing was said, `erased` where the person was erased. */
export const feedbackSender = z
  .object({
    id: z.string(),
    standing: z.enum(['known', 'left', 'erased']),
    /** The id of the person, by which it is erased; null where nothing was said. */
    person: z.string().nullable(),
    name: z.string().nullable(),
    reach: z.string().nullable(),
  })
  .meta({ id: 'FeedbackSender' });
