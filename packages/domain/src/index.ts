export {
  ACTION_NAMES,
  type ActedKind,
  type Action,
  type ActionAsk,
  type ActionName,
  type ActionPath,
  type ActionSent,
  type Answered,
  type AskedEntry,
  type Asking,
  actionNamed,
  actionPath,
  actionsOn,
  asAction,
  askedEntries,
  askedIn,
  type CountingAction,
  calledIn,
  doneSaid,
  fieldsIn,
  type MakingAction,
  type OfficialAction,
  type PassBecomes,
  type PathWord,
  recordsAsked,
  rightOn,
  type TakingOutAction,
  variantOf,
  variantsOf,
  verbOf,
  verbsOf,
} from './actions/actions.ts';
export { type Computed, computedOf } from './computed/computed-columns.ts';
export * from './industry.ts';
export { type Field, kindOf, leastOf, mayBeLeftOut, pointerOf, targetOf } from './kernel/field.ts';
export { MOST_FEN } from './kernel/kinds/fen.ts';
export { KINDS, type KindName } from './kernel/kinds/index.ts';
export { type Kind, OPERATORS, type Operator } from './kernel/kinds/kind.ts';
export type { CellValue, Reading } from './kernel/kinds/reading.ts';
export { isKeptKey, isKeptText, isReadable, readTextCell, writeTextCell } from './kernel/kinds/texts.ts';
export {
  askable,
  attributeOf,
  type ColumnSaid,
  columnsNamed,
  isUnknown,
  type ListColumn,
  namesDays,
  type SortValue,
  sortValueOf,
} from './kernel/list/column.ts';
export { type Condition, fits, fitsAll } from './kernel/list/conditions.ts';
export { comparisonOf, type Entry, type Way } from './kernel/list/in-order.ts';
export {
  type ListAddress,
  type ListQuery,
  MOST_ASKED,
  type QueryFault,
  queryFaultSaid,
  readListQuery,
  type SortKey,
  writeListQuery,
} from './kernel/list/query.ts';
export { type Tallies, talliesOf, tallySteps } from './kernel/list/tallies.ts';
export * from './oc4ids/door.ts';
export { changesFor, isOwnView, registerForFiles, viewsFor } from './people/changes-for.ts';
export { COMPUTED_LIST_NAMES, COMPUTED_LISTS, type ComputedList } from './people/computed-lists.ts';
export {
  chatReader,
  DIGEST_NOTICES,
  type DigestLine,
  type DigestNotice,
  digestLines,
  type Recipient,
  recipientName,
  recipientsOf,
} from './people/digest.ts';
export { keptOf, recordsBelow } from './people/kept.ts';
export {
  mayHear,
  NOTICE_KINDS,
  type NoticeKind,
  OWED_TELLINGS,
  type OwedNotice,
  type OwedTelling,
  owedNotices,
  subjectRow,
} from './people/owed.ts';
export type { Kept, OfficeAction, Part, Reader, RecordAction } from './people/policy.ts';
export * as policy from './people/policy.ts';
export { PUBLIC_STANDINGS, type Publicity, type PublicStanding, publicityOf, publicStandingOf } from './people/publicity.ts';
export { hiddenColumns, isOfTheOffice, registerFor } from './people/register-for.ts';
export { attributionOf, attributionsOf } from './places/attributions.ts';
export { dischargeRows } from './places/discharge-rows.ts';
export { FRAME_MARGIN, findOutside, isInFrame } from './places/in-frame.ts';
export { boundsOf, labelPoint } from './places/label-point.ts';
export { type MetreCrsChoice, metreCrsFor } from './places/metre-crs-for.ts';
export { findRingFault, type RingFault } from './places/rings.ts';
export { isPlaceKind, SHAPE_NAMES, type Shape, type ShapeName, shapeNamed, shapeOf } from './places/symbol-shape.ts';
export { type ComponentStage, componentsOn, stageOfComponents } from './programme/components/component-stage.ts';
export { dayThatCounts, largestSlip, type Slip, slipOf, type ThreeDays } from './programme/dates/slip.ts';
export { milestonesOf, type Waiting, waitingIn, waitingOf } from './programme/dates/waiting.ts';
export { type Edge, findCycle, findWaitingRing, type WaitingRing } from './programme/dates/waiting-ring.ts';
export { begunProjects } from './programme/gates/begun.ts';
export { standingFaults } from './programme/gates/check-standing.ts';
export { type LandHeld, type LandLaw, landOf } from './programme/gates/land.ts';
export { KEPT, type Lost, type LostWhy } from './programme/gates/lost-basis.ts';
export { type GateRules, gatesFor, holdsOn, type Supplier, supplierOf } from './programme/gates/rulebook.ts';
export * from './programme/gates/standing.ts';
export { answeredFor, assignedTo, assignmentsOf, mayAnswerFor } from './programme/loop/assigned.ts';
export { coOperating } from './programme/loop/co-operating.ts';
export { type Answering, type LedgerRow, ledgerOf } from './programme/loop/ledger.ts';
export { type Notice, type NoticeName, noticesBetween } from './programme/loop/notices.ts';
export { noticesDue, type RecordNotice, type Span } from './programme/loop/notices-due.ts';
export type { ReportCadence, ReportPeriod } from './programme/loop/report-period.ts';
export { type ReportStanding, type ReportTerms, reportStanding, type StandingName } from './programme/loop/report-standing.ts';
export { type LastReport, lastReport, ownerOf, type ReportedKind, reportTerms, standingOf, updatesOf } from './programme/loop/reporting.ts';
export { calendarOf, type WorkingCalendar, workingCalendar } from './programme/loop/working-calendar.ts';
export { decisionStanding, decisionsIn, isAssigned, lackingOf, matterOfDecision } from './programme/meetings/decisions.ts';
export { monthsOf, plannedAmount, plannedAmountsOf } from './programme/money/money-of.ts';
export { decemberBefore, isMonth, type MonthString, monthAfter, SHEET_MONTH, yearOf } from './programme/money/month.ts';
export * from './programme/money/monthly-columns.ts';
export {
  MONEY_NOTES,
  type MoneyNote,
  type MonthlyGroup,
  type MonthlyRow,
  type MonthlySheet,
  type MonthlySheetRow,
  moneySums,
  monthlyRowOf,
  monthlySheetOf,
} from './programme/money/monthly-sheet.ts';
export { moneyText, percentOf, readMoney, sayMoney } from './programme/money/say-money.ts';
export { type CommitmentObject, objectsOf, type Ref, type Relations, refKey, relationsOf } from './programme/relations.ts';
export { pendingChangesOf, reviewableColumns, reviewedColumns, textOfColumn } from './programme/review/pending-changes.ts';
export { ASK_DAYS, type AskAnswer, answerOf, askDays, asksFor, mayBeAsked, openAsk, passedSince } from './programme/supervision/asks.ts';
export {
  askStanding,
  followsOn,
  isSettled,
  type MatterName,
  type MatterOwer,
  type MatterStanding,
  type MatterStands,
  matterStanding,
  mayFollow,
  takenBy,
} from './programme/supervision/matter-standing.ts';
export { escalationOf, type Matter, matterOn, mattersOn, originOf, stepsOf, stepsToday } from './programme/supervision/matters.ts';
export { stepBasis, stepsHeld } from './programme/supervision/step-basis.ts';
export { type ChangedRows, changedRows, isUntouched } from './register/changed-rows.ts';
export {
  DAY_COLUMNS,
  type DayBounds,
  type DayFaultName,
  type DayForm,
  dayExpected,
  dayFault,
  daySpanOf,
  dayTextFault,
  districtOf,
  PAST_COLUMNS,
  WIDEST_SPAN,
} from './register/day-span.ts';
export {
  type AddressOf,
  addressOf,
  capital,
  countSaid,
  described,
  FORM_KINDS,
  type FormKind,
  type FormTable,
  isPlain,
  isTable,
  isThing,
  LINKED_KINDS,
  type LinkedKind,
  MADE_KINDS,
  type MadeKind,
  nounOf,
  nounsOf,
  PLAIN_KINDS,
  PLURALS,
  type PlainKind,
  type Plural,
  type TableWithId,
} from './register/described.ts';
export { calledAs, camelName, entriesOf, entryColumns, entryName, type TableEntry } from './register/entries.ts';
export * from './register/fields/circular-content.ts';
export { COLUMN_NAMES } from './register/fields/column-names.ts';
export { DESIGN_RANGES, type DesignRange } from './register/fields/design-ranges.ts';
export { type Fields, meaningIn } from './register/fields/fields.ts';
export * from './register/fields/flood-design.ts';
export * from './register/fields/monthly-content.ts';
export {
  REPORT_FORMAT,
  type ReportAttention,
  type ReportCommitment,
  type ReportContent,
  type ReportIndicator,
  type ReportThing,
  type ReportValue,
} from './register/fields/report-content.ts';
export { type DaySpan, USUAL_SPAN } from './register/fields/usual-span.ts';
export type * from './register/fields/vocabulary.ts';
export * as vocabulary from './register/fields/vocabulary.ts';
export {
  baseMapPath,
  documentOfPath,
  evidencePath,
  isBaseMapPath,
  isCompanion,
  isEvidencePath,
  isPlainPath,
  isPlanTextPath,
  isReadPath,
  planTextPath,
  sourceOfPath,
} from './register/folder-paths.ts';
export { type Groups, grouped, regrouped } from './register/groups.ts';
export {
  type DayWritten,
  heldDayFaults,
  mayBeAhead,
  noteWritten,
  soundRegister,
  soundSteps,
} from './register/held-days.ts';
export { ASKING_MORE, areKept, keptSteps } from './register/kept-changes.ts';
export { LEADING_KINDS, LEADING_THINGS } from './register/leads.ts';
export { memo, registerMemo, steppedMemo } from './register/memo.ts';
export { inventedLabel, noticeOf } from './register/notice-of.ts';
export { isWithoutSource, type OwnBasis, sameValue, sayNoSource, saysNoSource, withOwnBasis } from './register/own-basis.ts';
export { isPointedTo, pointedKind, pointersOf, subjectsOf } from './register/pointers.ts';
export {
  followWork,
  noteAllRead,
  noteDeed,
  noteRead,
  noteReads,
  noteRow,
  Reads,
  type Rest,
  readInto,
  readIntoSteps,
  unnoted,
  Worked,
} from './register/reads.ts';
export {
  applyChanges,
  applySteps,
  type Change,
  columnsIn,
  emptyRegister,
  type Register,
  registerOf,
  reverseChanges,
  rowIn,
} from './register/register.ts';
export { type Basis, type BasisChanges, registerIndex } from './register/register-index.ts';
export { revisableColumns } from './register/revisable.ts';
export { type RowChange, rowChanges } from './register/row-changes.ts';
export { type SettingsSection, settingName, settingsSections } from './register/settings.ts';
export { IN_NO_MONTHLY_SHEET } from './register/tables/programme.ts';
export { MOST_HEADLINES } from './register/tables/results.ts';
export type { FormTie } from './register/tables/table.ts';
export { IN_NO_SHEET } from './register/tables/words.ts';
export {
  type AnyRow,
  type Axis,
  type AxisValue,
  type Based,
  basedOf,
  basisColumns,
  FOLDER_TABLES,
  type Frame,
  fieldsOf,
  keyOf,
  type LevelNames,
  type Row,
  TABLE_NAMES,
  TABLES,
  type TableName,
  type UnitNames,
} from './register/tables.ts';
export { keysApart, keysHeld } from './register/touched-keys.ts';
export { type Mark, Trail } from './register/trail.ts';
export { columnWords, NAMES, type NamedList, vocabularyName } from './register/vocabulary-names.ts';
export { type WholeBehind, wholeBehind } from './register/whole-behind.ts';
export { isSourceWithheld } from './register/withheld-source.ts';
export { wrongForm } from './register/wrong-form.ts';
export * from './results.ts';
export * from './runs/flood-searches.ts';
export {
  type RuleNumber,
  type RuleRange,
  type RuleValues,
  rangeAbout,
  readRanges,
  ruleNumbers,
  sayRanges,
  withRuleNumbers,
} from './runs/rule-numbers.ts';
export {
  isUnderway,
  RUN_KIND_NAMES,
  RUN_STATES,
  type RunAsk,
  type RunKind,
  type RunKindName,
  type RunResult,
  type RunSent,
  type RunState,
  runKindNamed,
} from './runs/run-kinds.ts';
export { type BarAreas, type BarPart, barOf } from './space/bar.ts';
export { type AreaProblem, areaProblems, type FloorAreas, floorAreasOf, type StatedAreas, sumOfAreas } from './space/floor-areas.ts';
export { type Answer, CRITERIA, type Criterion, FITS, type Fit, type Match, matchOf, matchSpace, type SpaceOffer } from './space/match.ts';
export { NEED_PATTERN, NO_NEED, needText, readNeed, type SpaceNeed } from './space/need.ts';
export { offersOf } from './space/offers.ts';
export * from './space/park-space.ts';
export { type IndustrySpace, industriesOf, tenantsOf } from './space/tenants.ts';
export { type TermName, termsIn } from './terms.ts';
export { affectedBetween } from './trace/affected.ts';
export { AIM_AXIS, aimOf, aimOfTags } from './trace/aim.ts';
export { type AimCounted, aimsCounted } from './trace/aims-counted.ts';
export {
  type Attention,
  type AttentionOptions,
  attentionOf,
  countExceptions,
  EXCEPTIONS,
  type Exception,
  type ExceptionWhy,
  isPastDay,
  type Lapse,
  lacking,
  lapseSaid,
  type SilentEvent,
} from './trace/attention.ts';
export { type AxisBranch, type AxisTree, axisTreeOf } from './trace/axis-tree.ts';
export { fitsTags, tagsAsked, valuesIn, valuesOn } from './trace/axis-values.ts';
export { type Brief, briefOf } from './trace/brief.ts';
export { type CalendarEntry, calendarEntries } from './trace/calendar-entries.ts';
export { type CircularAsk, circularContentOf } from './trace/circular.ts';
export { type Coverage, countStates, coverageOf, coverageSteps, type Gap, type GapName } from './trace/coverage.ts';
export { feedbackStanding } from './trace/feedback-standing.ts';
export {
  GATHERED_KINDS,
  type GatheredKind,
  type GatheredOf,
  type GatheredRecord,
  type Gathering,
  gatheringOf,
} from './trace/gathering.ts';
export { hangingOn } from './trace/hanging.ts';
export { headlineIndicators, lastMonthReported, openDecisions, openIssueOn, worstOf } from './trace/leader-page.ts';
export { type LinksOf, linksOf } from './trace/links.ts';
export { type MemberSum, memberSums } from './trace/member-sums.ts';
export { MONTHLY_CHANGES, type MonthlyChange, monthlyChanges } from './trace/monthly-changes.ts';
export { finishedBefore, monthDay, monthlyContentOf, NO_NARRATIVE, narrativeBefore } from './trace/monthly-report.ts';
export { PASSED_KINDS, type PassedDay, type PassedKind, passedDays } from './trace/passed-days.ts';
export { isPlan, plansIn, plansOf, registerOfPlan } from './trace/plan-scope.ts';
export { type ProjectLevel, projectLevel } from './trace/project-level.ts';
export { type ProjectStage, projectStage, WORK_REACHED, type WorkReached, type WorkShown } from './trace/project-stage.ts';
export type { Reached, ReachKind } from './trace/reach.ts';
export * from './trace/readiness-of.ts';
export { type CoverageContent, coverageContentOf, reportContentOf } from './trace/report.ts';
export { REPORT_AGES, reportAge } from './trace/report-age.ts';
export { type Stage, stageOf } from './trace/stage.ts';
export { commitmentOrder, numberOf, sentenceOrder } from './trace/text-order.ts';
export { type PlacedThing, POSITION_COLUMNS, thingsOf } from './trace/things.ts';
export { type Touched, touchedBetween } from './trace/touched.ts';
export { type Trace, traceOf, traceSteps } from './trace/trace.ts';
export type { YearWarnings } from './trace/year-warnings.ts';
export { type AlignedSentence, type Alignment, type AlignmentFault, alignTexts } from './words/align.ts';
export { checkComparison } from './words/compare/check-comparison.ts';
export { compareTexts, type OldSentence, type TextComparison } from './words/compare/compare-texts.ts';
export { type FoundWords, findWords } from './words/compare/find-words.ts';
export {
  type CommitmentDraft,
  DOUBTS,
  type DraftDate,
  type DraftName,
  type DraftNumber,
  type DraftUnit,
  type FiredRule,
  type NarrativeDraft,
  type PlanDrafts,
} from './words/drafts/draft.ts';
export { type DraftOptions, draftCommitments } from './words/drafts/draft-plan.ts';
export { type Lexicon, lexiconOf, type Term } from './words/drafts/lexicon.ts';
export { DRAFT_RULES, type RuleId } from './words/drafts/rules.ts';
export { type TypeClues, typeClues, typeFeatures } from './words/drafts/type-features.ts';
export type { TypeWeights } from './words/drafts/type-weights.ts';
export { type PieceKind, type PlanSentence, type PlanText, splitPlanText } from './words/split.ts';
export { utf8Offsets } from './words/utf8.ts';
