export {
  type FeedbackFault,
  type FeedbackForm,
  type FeedbackStatus,
  feedbackFaultPage,
  feedbackFormPage,
  feedbackStatusPage,
  type Stand,
} from './feedback-pages.ts';
