import { vocabulary } from '@westgate/domain';
import { z } from 'zod';
import { bilingual, day, thing } from './common.ts';
import { reportedKind } from './loop.ts';

const id = z.string().min(1).max(80);
export const person = z.string().max(80);

/** People who may be named, as far as whoever asks may know their names. */
export const colleagues = z
  .object({ items: z.array(z.object({ id: z.string(), name: z.string(), department: z.string().nullable() })) })
  .meta({ id: 'Colleagues' });

/** A link by which a body outside the district reports on a record. The secret in it is told once, when it is made. */
const outsideLink = z.object({ id: z.string(), rev: z.number().int(), body: bilingual, expiresOn: z.string(), isOver: z.boolean() });
export const outsideLinks = z.object({ items: z.array(outsideLink) }).meta({ id: 'OutsideLinks' });
export const outsideLinksQuery = z.strictObject({ kind: reportedKind, id });
const bodyText = z.string().trim().max(120).nullable();
/** The name of a body outside the district. */
export const bodyName = z.strictObject({ zh: bodyText, en: bodyText });
/** The secret behind # of the link, which no address and no log holds. */
export const outsideHeaders = z.object({ 'westgate-link': z.string().min(1).max(200) });
/** What the body of a link is asked, and what it last said. */
export const outsideTask = z
  .object({
    district: bilingual,
    /** The languages the district keeps. */
    languages: z.array(z.enum(['zh', 'en'])),
    body: bilingual,
    thing,
    department: thing.nullable(),
    sentence: bilingual.nullable().describe('the words of the plan that it comes from'),
    dueOn: z.string().nullable(),
    expiresOn: z.string(),
    last: z.object({ on: z.string(), words: bilingual }).nullable().describe('what this body last reported'),
    asked: z
      .array(z.object({ requirement: z.string(), name: bilingual, dueOn: z.string() }))
      .describe('papers that a gate asks of bodies such as this, and that were asked for'),
    mostBytes: z.number().int(),
    endings: z.array(z.string()),
  })
  .meta({ id: 'OutsideTask' });
const outsideWho = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^(?!p-[0-9a-f]{16}$)/, 'expected a name')
  .describe('who reports for the body');
const text = z.string().trim().max(2000).nullable().default(null);
export const outsideReport = z
  .strictObject({
    who: outsideWho,
    unchanged: z.boolean(),
    step: z.enum(vocabulary.STEPS).nullable().default(null),
    forecastOn: day.nullable().default(null),
    words: z.strictObject({ zh: text, en: text }).default({ zh: null, en: null }),
  })
  .meta({ id: 'OutsideReport' });
export const outsideReceipt = z.object({ seq: z.number().int() }).meta({ id: 'OutsideReceipt' });
/** The fields of a form that brings a photo or another file by a link. */
export const outsideUpload = z
  .object({ who: outsideWho, requirement: z.string().max(80).optional().describe('the paper that was asked for, where the file is that') })
  .meta({ id: 'OutsideUpload' });
