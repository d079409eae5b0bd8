import * as commentSchema from '../schemas/comments.ts';
import * as districtSchema from '../schemas/district.ts';
import * as evidenceSchema from '../schemas/evidence-files.ts';
import * as followSchema from '../schemas/follows.ts';
import * as noticeSchema from '../schemas/notices.ts';
import * as ownersSchema from '../schemas/owners.ts';
import * as publishingSchema from '../schemas/publishing.ts';
import * as reviewSchema from '../schemas/review.ts';
import * as runSchema from '../schemas/runs.ts';
import * as viewSchema from '../schemas/saved-views.ts';
import { type Descriptions, fileOf, idempotencyKey, MEDIA, nothing } from './told.ts';

const linkHeaders = ownersSchema.outsideHeaders.extend(idempotencyKey.shape);

/** The office at work: changes that wait, comments, notices, owners, evidence, links for others, views, publishing, long work. */
export const office = {
  'pending-changes': {
    summary: 'Changes that wait for the programme office, the oldest first, and the columns that are changed by a proposal',
    query: reviewSchema.pendingQuery,
    answer: reviewSchema.pendingChanges,
    errors: ['WG_NOT_FOUND'],
    isFresh: true,
  },
  comments: {
    summary: 'The comments of the office on a record, newest last',
    query: commentSchema.commentQuery,
    answer: commentSchema.comments,
    errors: ['WG_NOT_FOUND'],
    isFresh: true,
  },
  mentions: {
    summary: 'Comments of the last days that mention whoever asks, or the department',
    tag: 'comments',
    query: commentSchema.mentionQuery,
    answer: commentSchema.mentions,
    isFresh: true,
  },
  followed: {
    summary: 'Of the records named those that deeds touched since, the last touched first',
    tag: 'follows',
    query: followSchema.followedQuery,
    answer: followSchema.followed,
    isFresh: true,
  },
  courier: {
    summary: 'How notices leave the house, and what could not be sent',
    tag: 'notices',
    answer: noticeSchema.courier,
    isFresh: true,
  },
  'set-chat': {
    summary: 'Where the chat of a department, or of the programme office, is told; null: no more',
    tag: 'notices',
    body: noticeSchema.chatRequest,
    answer: noticeSchema.courier,
    takesKey: false,
  },
  'send-again': {
    summary: 'Send once more what could not be sent, or may not have been; it goes with the next round',
    tag: 'notices',
    body: noticeSchema.againRequest,
    answer: noticeSchema.courier,
    errors: ['WG_NOT_FOUND'],
    takesKey: false,
  },
  'end-mails': {
    summary: 'End the mails to a person by the link of a mail, or take that back',
    tag: 'notices',
    body: noticeSchema.byTokenRequest,
    answer: noticeSchema.byToken,
    errors: ['WG_LINK_SPENT'],
  },
  colleagues: {
    summary: 'People with an account by name: all for those who may see persons, else those of the own department',
    tag: 'owners',
    answer: ownersSchema.colleagues,
    isFresh: true,
  },
  evidence: {
    summary: 'The evidence files of a record, newest day first',
    query: evidenceSchema.evidenceQuery,
    answer: evidenceSchema.evidenceFiles,
    errors: ['WG_NOT_FOUND'],
  },
  'add-evidence': {
    summary: 'Bring an evidence file: a form (multipart/form-data) with one file and these fields',
    body: evidenceSchema.evidenceUpload,
    answer: evidenceSchema.evidenceReceipt,
    errors: ['WG_FILE_REFUSED', 'WG_MEDIA_REFUSED', 'WG_BODY_TOO_LARGE', 'WG_NO_DISTRICT', 'WG_READ_ONLY'],
    headers: idempotencyKey,
    consumes: ['multipart/form-data'],
  },
  'evidence-file': {
    summary: 'The bytes of an evidence file: pictures to be shown, all else to be kept',
    description: 'One part is given where a part is asked for by Range (206); where the file has no such part, its length (416)',
    answer: fileOf('application/octet-stream'),
  },
  'outside-links': {
    summary: 'The links by which bodies outside the district report on a record',
    tag: 'owners',
    query: ownersSchema.outsideLinksQuery,
    answer: ownersSchema.outsideLinks,
  },
  'outside-task': {
    summary: 'What the holder of a link is asked',
    tag: 'owners',
    answer: ownersSchema.outsideTask,
    errors: ['WG_LINK_SPENT'],
    headers: ownersSchema.outsideHeaders,
  },
  'report-outside': {
    summary: 'Report by a link on the record it is for',
    tag: 'owners',
    body: ownersSchema.outsideReport,
    answer: ownersSchema.outsideReceipt,
    errors: ['WG_LINK_SPENT'],
    headers: linkHeaders,
  },
  'add-outside-evidence': {
    summary: 'Bring a photo or another file by a link: a form (multipart/form-data) with one file and these fields',
    tag: 'owners',
    body: ownersSchema.outsideUpload,
    answer: ownersSchema.outsideReceipt,
    errors: ['WG_LINK_SPENT', 'WG_FILE_REFUSED', 'WG_MEDIA_REFUSED', 'WG_BODY_TOO_LARGE', 'WG_READ_ONLY'],
    headers: linkHeaders,
    consumes: ['multipart/form-data'],
  },
  views: {
    summary: 'Views kept under a name: your own, those of your department, those of everyone',
    query: viewSchema.viewsQuery,
    answer: viewSchema.savedViews,
    isFresh: true,
  },
  upkeep: {
    summary: 'The last backup and the last drill of a restore that are known, and whether one is overdue',
    tag: 'office',
    answer: districtSchema.upkeep,
    isFresh: true,
  },
  publishing: {
    summary: 'Of what the public pages would be made now, and where they are published',
    answer: publishingSchema.publishing,
    errors: ['WG_NO_DISTRICT'],
    isFresh: true,
  },
  'site-archive': {
    summary: 'The public pages as a zip archive: the files that `westgate publish` writes',
    query: publishingSchema.siteQuery,
    answer: fileOf(MEDIA.zip),
    errors: ['WG_NO_DISTRICT', 'WG_NOT_EMPTY', 'WG_FOLDER_LOCKED', 'WG_TOO_HARD'],
  },
  runs: {
    summary: 'Long work that was asked for and what came of it: what waits and works, and what is over, as long as it is kept',
    answer: runSchema.runs,
    isFresh: true,
  },
  'start-run': {
    summary: 'Ask for long work: it waits for its turn, goes on by itself, and the event stream tells how far it is',
    description: 'Who may ask for it depends on its kind',
    body: runSchema.runRequest,
    answer: runSchema.run,
    errors: ['WG_NO_DISTRICT', 'WG_TOO_MANY'],
  },
  'cancel-run': {
    summary: 'End a run that waits or works; one that is over stays as it is',
    body: nothing,
    answer: runSchema.run,
    takesKey: false,
  },
  'remove-run': {
    summary: 'Remove a run that is over, with the file that it made',
    body: nothing,
    answer: runSchema.runs,
    errors: ['WG_STEP_REFUSED'],
    takesKey: false,
  },
  'run-file': { summary: 'The file that a run made', answer: fileOf('application/octet-stream') },
} satisfies Partial<Descriptions>;
