import * as chainSchema from '../schemas/chain.ts';
import { asOfQuery } from '../schemas/common.ts';
import * as eventSchema from '../schemas/events.ts';
import { type Descriptions, fileOf } from './told.ts';

const MB = 1024 * 1024;

/** Events: what must be ready before one, calendars out and in; who wrote feedback. */
export const events = {
  'event-readiness': {
    summary: 'What must be ready before an event, counted back from its opening in working days: latest day, slack, what is at risk',
    tag: 'events',
    query: asOfQuery,
    answer: eventSchema.eventReadiness,
  },
  'feedback-sender': {
    summary: 'How to reach who wrote feedback, for who may answer it; sealed under a key of that person, and gone once that is erased',
    tag: 'feedback',
    answer: eventSchema.feedbackSender,
    errors: ['WG_NOT_ALLOWED'],
    isFresh: true,
  },
  'event-deals': {
    summary:
      'The deals of an event, how each stands by its dated steps, and what was signed and realised; amounts that are not known are counted apart',
    tag: 'events',
    query: asOfQuery,
    answer: chainSchema.eventDeals,
  },
  'calendar-feeds': {
    summary: 'The calendar feeds of a record, or of whoever asks, with when each was last used',
    tag: 'calendars',
    query: eventSchema.feedsQuery,
    answer: eventSchema.calendarFeeds,
    isFresh: true,
  },
  'calendar-file': {
    summary: 'A calendar feed as an iCalendar file, by the secret in its address; a program asks again as often as it likes',
    description: 'It tells what the account that made it may see now. Where it was revoked, or that account is closed: 404',
    tag: 'calendars',
    query: eventSchema.feedQuery,
    answer: fileOf('text/calendar'),
    errors: ['WG_NOT_FOUND'],
  },
  'read-calendar-file': {
    summary: 'Read an iCalendar file (.ics) as the events or days of the working calendar it would make; nothing is stored',
    description: 'What is taken of it is sent as edits. A broken file is refused with the number of the line',
    tag: 'calendars',
    body: eventSchema.calendarFileRequest,
    answer: eventSchema.calendarFile,
    bodyLimit: 8 * MB,
    takesKey: false,
  },
} satisfies Partial<Descriptions>;
