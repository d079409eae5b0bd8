import type { PlainKind } from '@westgate/domain';
import type { z } from 'zod';
import type * as axes from './schemas/axes.ts';
import type * as besides from './schemas/beside.ts';
import type * as chains from './schemas/chain.ts';
import type * as comments from './schemas/comments.ts';
import type * as common from './schemas/common.ts';
import type * as components from './schemas/components.ts';
import type * as dates from './schemas/dates.ts';
import type * as districtSchemas from './schemas/district.ts';
import type * as drafts from './schemas/drafts.ts';
import type * as edits from './schemas/edits.ts';
import type * as events from './schemas/events.ts';
import type * as evidenceFiles from './schemas/evidence-files.ts';
import type * as floods from './schemas/flood.ts';
import type * as floodExposures from './schemas/flood-exposure.ts';
import type * as followings from './schemas/follows.ts';
import type * as gates from './schemas/gates.ts';
import type * as gatherings from './schemas/gathering.ts';
import type * as healthChecks from './schemas/health-check.ts';
import type * as indicators from './schemas/indicators.ts';
import type * as industries from './schemas/industries.ts';
import type * as journals from './schemas/journal.ts';
import type * as leaders from './schemas/leader.ts';
import type * as lists from './schemas/lists.ts';
import type * as loops from './schemas/loop.ts';
import type * as maps from './schemas/map.ts';
import type * as monthly from './schemas/monthly.ts';
import type * as notices from './schemas/notices.ts';
import type * as nouns from './schemas/nouns.ts';
import type * as oc4ids from './schemas/oc4ids.ts';
import type * as owners from './schemas/owners.ts';
import type * as peoples from './schemas/people.ts';
import type * as persons from './schemas/person.ts';
import type * as plans from './schemas/plans.ts';
import type * as publications from './schemas/publication.ts';
import type * as publishings from './schemas/publishing.ts';
import type { RecordOf } from './schemas/records.ts';
import type * as reports from './schemas/report.ts';
import type * as reviews from './schemas/review.ts';
import type * as revises from './schemas/revise.ts';
import type * as runs from './schemas/runs.ts';
import type * as views from './schemas/saved-views.ts';
import type * as sheets from './schemas/sheets.ts';
import type * as space from './schemas/space.ts';
import type * as supervisions from './schemas/supervision.ts';
import type * as texts from './schemas/texts.ts';
import type * as valueSheets from './schemas/value-sheets.ts';
import type * as ways from './schemas/ways-in.ts';

export {
  ADDRESSES,
  CHANGED,
  type EndpointName,
  type ExportedList,
  type ParamName,
  type ParamsOf,
  type Right,
  WITHDRAWN,
} from './endpoints/addresses.ts';
export {
  type AnswerOf,
  type BodyOf,
  type BodyRead,
  type ChangeName,
  type Endpoint,
  endpoint,
  type ParamsRead,
  type QueryOf,
  type QueryRead,
  type ReadName,
  type WriteName,
} from './endpoints/endpoints.ts';
export { idempotencyKey, MEDIA, nothing, type Told } from './endpoints/told.ts';
export type { SharedPart, ToldKind } from './schemas/beside.ts';
export * as chainSchema from './schemas/chain.ts';
export * as commentSchema from './schemas/comments.ts';
export * as commonSchema from './schemas/common.ts';
export * as componentSchema from './schemas/components.ts';
export * as dateSchema from './schemas/dates.ts';
export * as districtSchema from './schemas/district.ts';
export * as draftSchema from './schemas/drafts.ts';
export * as editSchema from './schemas/edits.ts';
export * as eventSchema from './schemas/events.ts';
export * as evidenceSchema from './schemas/evidence-files.ts';
export * as floodSchema from './schemas/flood.ts';
export * as floodExposureSchema from './schemas/flood-exposure.ts';
export * as followSchema from './schemas/follows.ts';
export * as gateSchema from './schemas/gates.ts';
export * as healthCheckSchema from './schemas/health-check.ts';
export * as indicatorSchema from './schemas/indicators.ts';
export * as industrySchema from './schemas/industries.ts';
export * as journalSchema from './schemas/journal.ts';
export * as listSchema from './schemas/lists.ts';
export * as loopSchema from './schemas/loop.ts';
export * as mapSchema from './schemas/map.ts';
export * as monthlySchema from './schemas/monthly.ts';
export * as noticeSchema from './schemas/notices.ts';
export * as nounSchema from './schemas/nouns.ts';
export * as oc4idsSchema from './schemas/oc4ids.ts';
export * as ownersSchema from './schemas/owners.ts';
export * as peopleSchema from './schemas/people.ts';
export * as personSchema from './schemas/person.ts';
export * as planSchema from './schemas/plans.ts';
export type { PublicRecord } from './schemas/publication.ts';
export * as publicationSchema from './schemas/publication.ts';
export * as publishingSchema from './schemas/publishing.ts';
export type { OwnParts, RecordOf } from './schemas/records.ts';
export * as recordSchema from './schemas/records.ts';
export * as reportSchema from './schemas/report.ts';
export * as reviewSchema from './schemas/review.ts';
export * as reviseSchema from './schemas/revise.ts';
export * as runSchema from './schemas/runs.ts';
export * as viewSchema from './schemas/saved-views.ts';
export * as sheetSchema from './schemas/sheets.ts';
export * as supervisionSchema from './schemas/supervision.ts';
export * as textSchema from './schemas/texts.ts';
export * as valueSheetSchema from './schemas/value-sheets.ts';
export * as waysInSchema from './schemas/ways-in.ts';
export { SCREEN_ADDRESSES, type ScreenAddress } from './screens.ts';

export type Gathering = z.infer<typeof gatherings.gathering>;
export type LeaderPage = z.infer<typeof leaders.leaderPage>;
export type AxisTree = z.infer<typeof axes.axisTree>;
export type Thing = z.infer<typeof common.thing>;
export type ThingKindName = z.infer<typeof common.thingKind>;
export type Source = z.infer<typeof common.source>;
export type SourceSaid = z.infer<typeof common.sourceSaid>;
export type StateName = z.infer<typeof common.stateName>;
export type State = z.infer<typeof common.state>;
export type Due = z.infer<typeof common.due>;
export type Changed = z.infer<typeof common.changed>;
export type Figure = z.infer<typeof common.figure>;
export type Evidence = z.infer<typeof common.evidence>;
export type Link = z.infer<typeof common.link>;
export type Links = z.infer<typeof common.links>;
export type Deed = z.infer<typeof common.deed>;
export type History = z.infer<typeof common.history>;
export type Problem = z.infer<typeof common.problem>;

export type Reporting = z.infer<typeof loops.reporting>;
export type ReportStanding = z.infer<typeof loops.standing>;
export type ReportRow = z.infer<typeof loops.reportRow>;
export type Today = z.infer<typeof loops.today>;
export type Exceptions = z.infer<typeof loops.exceptions>;
export type YearWarnings = z.infer<typeof reports.yearWarnings>;
export type ExceptionWhy = z.infer<typeof reports.exceptionWhy>;
export type UpdateRule = z.infer<typeof loops.updateRule>;
export type Calendars = z.infer<typeof loops.calendars>;

export type Publishing = z.infer<typeof publishings.publishing>;

export type Colleagues = z.infer<typeof owners.colleagues>;
export type OutsideLinks = z.infer<typeof owners.outsideLinks>;
export type OutsideTask = z.infer<typeof owners.outsideTask>;
export type OutsideReport = z.input<typeof owners.outsideReport>;

export type SavedView = z.infer<typeof views.savedView>;
export type SavedViews = z.infer<typeof views.savedViews>;

export type PlannedAmount = z.infer<typeof monthly.plannedAmount>;
export type MonthReport = z.infer<typeof monthly.monthReport>;
export type MonthlyRow = z.infer<typeof monthly.monthlyRow>;
export type MonthlySheet = z.infer<typeof monthly.monthlySheet>;
export type MonthlyTemplate = z.infer<typeof monthly.template>;
export type ProjectMoney = z.infer<typeof monthly.projectMoney>;

export type Session = z.infer<typeof peoples.session>;
export type SignedIn = z.infer<typeof peoples.signedIn>;
export type LinkShown = z.infer<typeof peoples.linkShown>;
export type AccountHolder = z.infer<typeof peoples.accountHolder>;
export type People = z.infer<typeof peoples.people>;
export type NewLink = z.infer<typeof peoples.newLink>;
export type OwnAccount = z.infer<typeof peoples.ownAccount>;
export type WaysIn = z.infer<typeof ways.waysIn>;
export type PasskeyAsk = z.infer<typeof ways.passkeyAsk>;
export type PasskeyEnter = z.input<typeof ways.passkeyEnter>;
export type PasskeyMade = z.input<typeof ways.passkeyMade>;

export type LinkCounts = z.infer<typeof nouns.linkCounts>;
export type Sentence = z.infer<typeof nouns.sentence>;
export type SentenceDetail = z.infer<typeof nouns.sentenceDetail>;
export type Commitment = z.infer<typeof nouns.commitment>;
export type CommitmentDetail = z.infer<typeof nouns.commitmentDetail>;
export type Stage = z.infer<typeof nouns.stage>;
export type Place = z.infer<typeof nouns.place>;
export type PlaceDetail = z.infer<typeof nouns.placeDetail>;
export type Project = z.infer<typeof nouns.project>;
export type ProjectDetail = z.infer<typeof nouns.projectDetail>;
export type IndicatorValue = z.infer<typeof nouns.indicatorValue>;
/** How an indicator stands to the path to its target. */
export type IndicatorStatus = BoardRow['standing'];
export type BoardRow = z.infer<typeof indicators.boardRow>;
export type HealthCheck = z.infer<typeof healthChecks.healthCheck>;
export type CheckRow = z.infer<typeof healthChecks.checkRow>;
export type CheckUnits = z.infer<typeof healthChecks.checkUnits>;
export type EventDeals = z.infer<typeof chains.eventDeals>;
export type OutputLine = z.infer<typeof chains.outputLine>;
export type DriverLine = z.infer<typeof chains.driverLine>;
export type DrivenLine = z.infer<typeof chains.drivenLine>;
export type EventReadiness = z.infer<typeof events.eventReadiness>;
export type ReadinessLine = z.infer<typeof events.readinessLine>;
export type CalendarFeeds = z.infer<typeof events.calendarFeeds>;
export type FeedbackSender = z.infer<typeof events.feedbackSender>;
export type CalendarFile = z.infer<typeof events.calendarFile>;
export type IndustryRow = z.infer<typeof industries.industryRow>;
export type IndustryBoard = z.infer<typeof industries.industryBoard>;
export type IndicatorBoard = z.infer<typeof indicators.indicatorBoard>;
export type SpaceBoard = z.infer<typeof space.spaceBoard>;
export type FloorAreas = z.infer<typeof besides.floorAreas>;
export type Indicator = z.infer<typeof nouns.indicator>;
export type IndicatorDetail = z.infer<typeof nouns.indicatorDetail>;
export type EventRecord = RecordOf<'event'>;
export type Department = RecordOf<'department'>;
export type PlainRecord = RecordOf<PlainKind>;

export type ListColumn = z.infer<typeof lists.listColumn>;
export type ListTable = z.infer<typeof lists.listTable>;

/** A page of a list of `Item`. */
export type Page<Item> = {
  readonly asOf: string;
  readonly seq: number;
  readonly total: number;
  readonly next: string | null;
  readonly items: readonly Item[];
};

export type AxisRecord = z.infer<typeof districtSchemas.axis>;
export type PlanDocument = z.infer<typeof nouns.planDocument>;
export type District = z.infer<typeof districtSchemas.district>;
export type HeldFaults = z.infer<typeof districtSchemas.heldFaults>;
export type Span = z.infer<typeof districtSchemas.span>;
export type Coverage = z.infer<typeof districtSchemas.coverage>;
export type Gap = Coverage['gaps'][number];
export type SearchResult = z.infer<typeof districtSchemas.searchResult>;
export type MapSheet = z.infer<typeof maps.mapSheet>;
export type MapCounts = z.infer<typeof maps.mapCounts>;
export type MapMark = z.infer<typeof maps.mapMarks>['items'][number];
export type MapMarks = z.infer<typeof maps.mapMarks>;
export type Edit = z.input<typeof edits.edit>;
export type EditsReceipt = z.infer<typeof edits.editsReceipt>;
export type Underway = z.infer<typeof edits.underway>;
export type EvidenceFile = z.infer<typeof evidenceFiles.evidenceFile>;
export type EvidenceFiles = z.infer<typeof evidenceFiles.evidenceFiles>;
export type Component = z.infer<typeof components.component>;
export type ProjectComponents = z.infer<typeof components.projectComponents>;
export type Milestone = z.infer<typeof dates.milestone>;
export type Waiting = z.infer<typeof dates.waiting>;
export type ProjectDates = z.infer<typeof dates.projectDates>;
export type Gate = z.infer<typeof gates.gate>;
export type Requirement = z.infer<typeof gates.requirement>;
export type Need = z.infer<typeof gates.need>;
export type Rung = z.infer<typeof gates.rung>;
export type GateStanding = z.infer<typeof gates.standing>;
export type ProjectStage = z.infer<typeof gates.projectStage>;
export type Rulebook = z.infer<typeof gates.rulebook>;
export type GateBoard = z.infer<typeof gates.gateBoard>;
export type Upkeep = z.infer<typeof districtSchemas.upkeep>;
export type Standing = z.infer<typeof edits.standing>;
export type Ties = z.infer<typeof edits.ties>;
export type MapShapes = z.infer<typeof maps.mapShapes>;
export type RecordRow = z.infer<typeof edits.recordRow>;
export type Conflict = z.infer<typeof revises.conflict>;
export type Receipt = z.infer<typeof districtSchemas.receipt>;
export type Fault = z.infer<typeof districtSchemas.fault>;
export type ImportReport = z.infer<typeof districtSchemas.importReport>;
export type VerifyReport = z.infer<typeof districtSchemas.verifyAnswer>;
export type ChangeMessage = z.infer<typeof districtSchemas.changeMessage>;

export type Follows = z.infer<typeof followings.follows>;
export type Followed = z.infer<typeof followings.followed>;
export type Comment = z.infer<typeof comments.comment>;
export type Comments = z.infer<typeof comments.comments>;
export type PendingChange = z.infer<typeof reviews.pendingChange>;
export type PendingChanges = z.infer<typeof reviews.pendingChanges>;
export type ReviewRule = z.infer<typeof reviews.reviewRule>;
export type Matter = z.infer<typeof supervisions.matter>;
export type MatterDetail = z.infer<typeof supervisions.matterDetail>;
export type Matters = z.infer<typeof supervisions.matters>;

export type Person = z.infer<typeof persons.person>;
export type JournalReport = z.infer<typeof journals.journal>;
export type JournalFinding = NonNullable<JournalReport['finding']>;
export type Erasure = z.infer<typeof persons.erasure>;

export type Oc4idsImportReport = z.infer<typeof oc4ids.importReport>;
export type ProjectOc4ids = z.infer<typeof oc4ids.projectOc4ids>;
export type Recipe = z.infer<typeof sheets.recipe>;
export type TaskSheet = z.infer<typeof sheets.taskSheet>;
export type SheetImportReport = z.infer<typeof sheets.sheetImportReport>;
export type ValuePreview = z.infer<typeof valueSheets.valuePreview>;
export type ValueImportReport = z.infer<typeof valueSheets.valueImportReport>;
export type ValuePreviewRequest = z.input<typeof valueSheets.valuePreviewRequest>;
export type SheetPreviewRequest = z.input<typeof sheets.sheetPreviewRequest>;
export type SheetImportRequest = z.input<typeof sheets.sheetImportRequest>;

export type TextQuestion = z.infer<typeof texts.textQuestion>;
export type TextReport = z.infer<typeof texts.textReport>;

export type MatchDecision = z.input<typeof plans.matchDecision>;
export type ComparisonRow = z.infer<typeof plans.comparisonRow>;
export type PlanRequest = z.input<typeof plans.planRequest>;
export type PlanReport = z.infer<typeof plans.planReport>;
export type TextVersions = z.infer<typeof plans.versions>;
export type Draft = z.infer<typeof drafts.draft>;
export type PlanDrafts = z.infer<typeof drafts.planDrafts>;
export type Publication = z.infer<typeof publications.publication>;
export type PublicCommitment = Publication['commitments'][number];
export type PublicPlace = Publication['places'][number];
export type PublicProject = Publication['projects'][number];
export type PublicIndicator = Publication['indicators'][number];
export type PublicEvent = Publication['events'][number];
export type PublicFigure = PublicProject['figures'][number];
export type PublicEvidence = PublicProject['evidence'][number];
export type PublicValue = PublicIndicator['values'][number];

export type Report = z.infer<typeof reports.report>;
export type Reports = z.infer<typeof reports.reports>;
export type ReportDetail = z.infer<typeof reports.reportDetail>;
export type Narrative = z.infer<typeof reports.narrative>;
export type CircularPreview = z.infer<typeof reports.circularPreview>;
export type MonthlySince = z.infer<typeof reports.monthlySince>;
export type Brief = z.infer<typeof reports.brief>;
export type NoticeWishes = z.infer<typeof notices.wishes>;
export type CourierShown = z.infer<typeof notices.courier>;

export type FloodExposure = z.infer<typeof floodExposures.floodExposure>;
export type ExposedPlace = z.infer<typeof floodExposures.exposedPlace>;
export type ExposedRoad = z.infer<typeof floodExposures.exposedRoad>;
export type FloodAdoptions = z.infer<typeof floodExposures.floodAdoptions>;
export type FloodWetShares = z.infer<typeof floodExposures.floodWetShares>;
export type FloodPreview = z.infer<typeof floods.floodPreview>;
export type FloodResult = z.infer<typeof floods.floodResult>;
export type GroundReading = z.infer<typeof floods.groundReading>;
export type Run = z.infer<typeof runs.run>;
export type Runs = z.infer<typeof runs.runs>;
export type RunMessage = z.infer<typeof runs.runMessage>;
