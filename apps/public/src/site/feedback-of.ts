import { byText } from '@westgate/base';
import type { Publication, PublicRecord } from '@westgate/contract';
import { type FeedbackSubject, PLURALS } from '@westgate/domain';

/** Feedback that the office answered and made public. */
export type PublicFeedback = PublicRecord<'feedback'>;

/** The page on which all of it stands. */
export const FEEDBACK_PAGE = 'feedback.html';

/** Found once: every page and feed of a record asks. */
const found = new WeakMap<Publication, readonly PublicFeedback[]>();

/** Feedback with its public answer, the latest answered first; what is not answered, or was set aside, is not told. */
export function answeredFeedback(publication: Publication): readonly PublicFeedback[] {
  const known = found.get(publication);
  if (known) return known;
  const answered = publication[PLURALS.feedback]
    .filter(({ answeredOn, dismissed }) => answeredOn !== null && dismissed === null)
    .toSorted((a, b) => byText(b.answeredOn ?? '', a.answeredOn ?? '') || byText(a.id, b.id));
  found.set(publication, answered);
  return answered;
}

/** That of one record. */
export function feedbackOn(publication: Publication, kind: FeedbackSubject, id: string): readonly PublicFeedback[] {
  return answeredFeedback(publication).filter((each) => each[kind]?.id === id);
}

/** The anchor of one on the page of all. */
export function feedbackAnchor(id: string): string {
  return `f-${id}`;
}
