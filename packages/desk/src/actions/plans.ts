import type { ActionName, Register, TableName } from '@westgate/domain';
import type { Deed } from '@westgate/store';
import { calendarFeed, revokeFeed } from '../calendars/calendar-feeds.ts';
import { commentOn, withdrawComment } from '../comments/comment.ts';
import { freezeDates } from '../dates/freeze-dates.ts';
import type { Ask, AskedAt } from '../deeds/ask.ts';
import { recordOutcome } from '../deeds/outcome-draft.ts';
import type { Changing } from '../deeds/work.ts';
import { acceptDrill, recordDrill, switchMode } from '../dual-use/dual-use.ts';
import { copyReadiness } from '../events/copy-readiness.ts';
import { answerFeedback, dismissFeedback } from '../feedback/answer-feedback.ts';
import { adoptFloodRun } from '../flood/adopt-flood-run.ts';
import { answerRequirement, refuseAdmission } from '../gates/answer-requirement.ts';
import { changeRules } from '../gates/change-rules.ts';
import { keepGate } from '../gates/keep-gate.ts';
import { passGate } from '../gates/pass-gate.ts';
import { moveTier } from '../industries/move-tier.ts';
import { reviewIndustry } from '../industries/review-industry.ts';
import { closeIssue, decideIssue } from '../issues/settle-issue.ts';
import { reportUpdates } from '../loop/report-updates.ts';
import { assignDecision, concludeMeeting } from '../meetings/assign-decisions.ts';
import { reportMonths } from '../money/report-months.ts';
import { makeReport } from '../papers/make-report.ts';
import { handOver, nameOwner } from '../people/assignments.ts';
import { outsideLink } from '../people/outside-links.ts';
import { decideChange } from '../review/decide-change.ts';
import { proposeChange } from '../review/propose-change.ts';
import { askEvidence } from '../supervision/ask-evidence.ts';
import { registerMatter } from '../supervision/register-matter.ts';
import { escalateMatter, makeRequest } from '../supervision/requests.ts';
import { judgedReport, takeStep } from '../supervision/take-step.ts';
import { dropView, saveView } from '../views/save-view.ts';
import { answerQuestion } from '../words/answer-question.ts';

/** What rests on deeds before, and waits for them. */
type Waiting = 'make-report';
/** What an action changes: worked out of the register and what is asked. Throws where it cannot be done. */
type Plan<N extends ActionName> = (register: Register, ask: Ask<N>, at: AskedAt) => N extends Waiting ? Promise<Changing> : Changing;

/** The plan of every action. */
export const PLANS: { readonly [N in ActionName]: Plan<N> } = {
  'pass-gate': passGate,
  'keep-gate': keepGate,
  'answer-requirement': answerRequirement,
  'refuse-admission': refuseAdmission,
  'change-rules': changeRules,
  'ask-evidence': askEvidence,
  'freeze-dates': freezeDates,
  'register-matter': registerMatter,
  'make-request': makeRequest,
  'escalate-matter': escalateMatter,
  'take-step': takeStep,
  'decide-issue': decideIssue,
  'close-issue': closeIssue,
  'conclude-meeting': concludeMeeting,
  'assign-decision': assignDecision,
  'answer-feedback': answerFeedback,
  'dismiss-feedback': dismissFeedback,
  'copy-readiness': copyReadiness,
  'make-calendar-feed': calendarFeed,
  'revoke-calendar-feed': revokeFeed,
  'move-tier': moveTier,
  'review-industry': reviewIndustry,
  'adopt-flood-run': adoptFloodRun,
  'switch-mode': switchMode,
  'record-drill': recordDrill,
  'accept-drill': acceptDrill,
  'report-updates': reportUpdates,
  'report-month': reportMonths,
  'record-outcome': recordOutcome,
  'make-outside-link': outsideLink,
  'answer-question': (register, { id, ...answer }, { seq }) => ({ changes: answerQuestion(register, id, answer, seq) }),
  'make-report': makeReport,
  'propose-change': proposeChange,
  'decide-change': decideChange,
  'write-comment': commentOn,
  'withdraw-comment': withdrawComment,
  'save-view': saveView,
  'drop-view': dropView,
  'name-owner': nameOwner,
  'hand-over': handOver,
};

/** The row whose author an action asks for; null for none. */
type Authored<N extends ActionName> = (register: Register, ask: Ask<N>) => readonly [TableName, string] | null;

/** Of the actions that depend on who brought a row: which row that is. Who did is looked up in the journal before the plan is asked. */
export const AUTHORED: { readonly [N in ActionName]?: Authored<N> } = {
  'take-step': judgedReport,
  'decide-change': (_register, { id }) => ['pending_change', id],
  'withdraw-comment': (_register, { id }) => ['comment', id],
};

/** What the deed of an action tells beside its receipt and the ids of what it made. */
export const TOLD: { readonly [N in ActionName]?: (deed: Deed, ask: Ask<N>) => Readonly<Record<string, unknown>> } = {
  'report-month': (_deed, { reports }) => ({ projects: reports.map(({ project }) => project) }),
  'make-report': ({ changes: [made] }) => ({ number: made?.after?.number, hash: made?.after?.hash }),
};
