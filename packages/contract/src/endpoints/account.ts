import * as followSchema from '../schemas/follows.ts';
import * as noticeSchema from '../schemas/notices.ts';
import * as peopleSchema from '../schemas/people.ts';
import * as waysInSchema from '../schemas/ways-in.ts';
import { type Descriptions, nothing } from './told.ts';

/** One’s own account. */
export const account = {
  account: { summary: 'One’s own account', answer: peopleSchema.ownAccount },
  follows: { summary: 'The records one follows', answer: followSchema.follows },
  follow: { summary: 'Follow a record, or no longer', body: followSchema.followRequest, answer: followSchema.follows },
  'notice-wishes': { summary: 'How one is told by mail', answer: noticeSchema.wishes },
  'set-notice-wishes': {
    summary: 'Be told by mail, or no more, where, and in which language',
    body: noticeSchema.wishesRequest,
    answer: noticeSchema.wishes,
  },
  'set-password': {
    summary: 'Set another password; other sessions end',
    body: peopleSchema.passwordChange,
    answer: peopleSchema.ownAccount,
  },
  'begin-second-factor': {
    summary: 'The secret of a second factor, for an app',
    body: waysInSchema.proofRequest,
    answer: peopleSchema.secondFactor,
  },
  'confirm-second-factor': {
    summary: 'Show a code of the app: from now on one is asked for',
    body: peopleSchema.codeRequest,
    answer: peopleSchema.ownAccount,
  },
  'drop-second-factor': {
    summary: 'Go without a second factor again',
    body: peopleSchema.passwordRequest,
    answer: peopleSchema.ownAccount,
  },
  'make-token': { summary: 'A token for a program; it is shown once', body: peopleSchema.tokenRequest, answer: peopleSchema.tokenMade },
  'drop-token': { summary: 'Take a token back', body: nothing, answer: peopleSchema.ownAccount },
  'begin-passkey': {
    summary: 'What a browser is to answer in order to make a passkey',
    body: waysInSchema.proofRequest,
    answer: waysInSchema.passkeyAsk,
  },
  'add-passkey': { summary: 'Keep a passkey that was made', body: waysInSchema.passkeyMade, answer: peopleSchema.ownAccount },
  'rename-passkey': { summary: 'Give a passkey another name', body: waysInSchema.passkeyNamed, answer: peopleSchema.ownAccount },
  'drop-passkey': { summary: 'Take a passkey away; sessions elsewhere end', body: nothing, answer: peopleSchema.ownAccount },
  'link-directory': {
    summary: 'Where to go in order to link one’s own account with the directory',
    body: waysInSchema.proofRequest,
    answer: waysInSchema.directoryAddress,
    errors: ['WG_DIRECTORY_DOWN'],
  },
  'unlink-directory': {
    summary: 'Take the link with the directory away; sessions elsewhere end',
    body: nothing,
    answer: peopleSchema.ownAccount,
  },
} satisfies Partial<Descriptions>;
