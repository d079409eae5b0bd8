export { FEED_LIST, type FeedNews, type ListedFeed, newsIn } from '../feeds/feed-list.ts';
export {
  FEEDBACK_LIMITS,
  type FeedbackFault,
  type FeedbackForm,
  type FeedbackStatus,
  feedbackFaultPage,
  feedbackFormPage,
  feedbackStatusPage,
} from './feedback-pages.ts';
export {
  type FollowFault,
  type FollowForm,
  type FollowSaid,
  followConfirmPage,
  followFaultPage,
  followFormPage,
  followSaidPage,
  followStopPage,
} from './follow-pages.ts';
export type { Stand } from './served-page.ts';
