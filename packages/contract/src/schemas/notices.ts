import { NOTICE_KINDS } from '@westgate/domain';
import { z } from 'zod';
import { thing } from './common.ts';

const language = z.enum(['zh', 'en']);
const kinds = z.array(z.enum(NOTICE_KINDS)).describe('what one does not want to be told');
const ending = z.strictObject({ isOn: z.boolean().describe('false: no mails any more') });

/** How a person wants to be told by mail. */
export const wishes = z
  .object({
    isOn: z.boolean(),
    language: language.nullable().describe('null: the first language of the district'),
    mail: z.string().nullable().describe('null: no address is known, and no mail is sent'),
    off: kinds,
  })
  .meta({ id: 'NoticeWishes' });
export const wishesRequest = z
  .strictObject({
    isOn: z.boolean(),
    language: language.nullable().optional(),
    mail: z.string().trim().max(200).nullable().optional(),
    off: kinds.max(6).optional(),
  })
  .meta({ id: 'NoticeWishesRequest', description: 'what is left out stays as it is' });

/** By the link of a mail, without signing in. */
export const byTokenRequest = ending.meta({ id: 'NoticeEnding' });
export const byToken = z.object({ isOn: z.boolean() }).meta({ id: 'NoticeEnded' });

/** What became of one thing that was to be sent. */
export const SENDING_STATES = ['waiting', 'sending', 'sent', 'failed', 'unknown', 'dropped'] as const;

/** Why a try failed. */
export const SENDING_FAULTS = [
  'mail-refused',
  'mail-unreached',
  'chat-answered',
  'chat-refused',
  'chat-unreached',
  'no-folder',
  'not-written',
  'cut-off',
  'failed',
] as const;

const sending = z
  .object({
    id: z.string(),
    day: z.string(),
    to: z.enum(['person', 'department', 'office']),
    name: z.string().nullable().describe('of the person; null where it is none, or was erased'),
    department: thing.nullable(),
    state: z.enum(SENDING_STATES),
    notices: z.number().int().describe('how many notices it is about'),
    tries: z.number().int(),
    at: z.string().nullable().describe('when it got into this state'),
    nextAt: z.string().nullable().describe('when it is tried again'),
    fault: z
      .object({ word: z.enum(SENDING_FAULTS), detail: z.string().describe('what the other side answered, as a number or a code') })
      .nullable()
      .describe('why the last try failed'),
  })
  .meta({ id: 'NoticeSending' });

const chat = z
  .object({
    department: thing.nullable().describe('null: the chat of the programme office'),
    host: z.string().describe('where its address leads; the rest of it is a secret and shown to nobody'),
  })
  .meta({ id: 'NoticeChat' });

/** How notices leave the house, and what did not. */
export const courier = z
  .object({
    isOn: z.boolean().describe('false: nobody has an account, and nothing is sent'),
    mailWay: z.enum(['server', 'folder', 'none']).describe('by a mail server, as files in the data folder, or not at all'),
    mailServer: z.string().nullable(),
    quiet: z.object({ from: z.string(), to: z.string(), isNow: z.boolean() }),
    toldUpTo: z.string().nullable().describe('the last day whose notices were looked for'),
    counts: z.record(z.enum(SENDING_STATES), z.number().int()),
    items: z.array(sending).describe('what was not sent first, then the last that were'),
    chats: z.array(chat),
  })
  .meta({ id: 'Courier' });

export const chatRequest = z
  .strictObject({
    department: z.string().max(80).nullable().default(null).describe('null: the chat of the programme office'),
    address: z.string().trim().max(1000).nullable().default(null).describe('null: no messages any more'),
  })
  .meta({ id: 'NoticeChatRequest' });
export const againRequest = z.strictObject({ id: z.string().max(160) }).meta({ id: 'NoticeAgainRequest' });
