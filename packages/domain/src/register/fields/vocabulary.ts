/** The closed word lists of the register. Each word stands in docs/glossary.md in both languages. */

/** How sure a value is: high = read in a named page; medium = one weak page, or read in part; low = an estimate or assumption. */
export const CONFIDENCES = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** The levels of a programme, in order: a gate belongs to one, and a project works at that of its open gate. A district may name them otherwise. */
export const GATE_LEVELS = ['planning', 'reserve', 'delivery', 'acceptance', 'operation'] as const;
export type GateLevel = (typeof GATE_LEVELS)[number];

/** Where a source comes from. `recalled` and `estimate` are shown as assumed; a `reprint` is never shown as a link. */
export const SOURCE_KINDS = [
  'official',
  'press',
  'reprint',
  'encyclopedia',
  'secondary',
  'law',
  'dataset',
  'recalled',
  'estimate',
] as const;

/** What a sentence of a plan is: it promises, it narrates (or only states an aim), or it names its source. */
export const SENTENCE_KINDS = ['promise', 'narrative', 'source'] as const;

/**
 * What a replaced text leaves open: the sentence was cut in several, drawn together with others, changed so that it may be another, or is
 * gone; or it was reworded and the words of a commitment or of a mention are no longer found in it.
 */
export const QUESTION_KINDS = ['split', 'merged', 'reworded', 'removed', 'clause', 'phrase'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** The class of the promising verb. It decides what counts as done: see `results/rules/`. */
export const VERB_CLASSES = [
  'start',
  'expedite',
  'continue',
  'host',
  'implement',
  'establish',
  'construct-series',
  'improve',
  'promote',
  'integrate',
  'plan-ahead',
  'aim',
] as const;
export type VerbClass = (typeof VERB_CLASSES)[number];

/** What a place is; it gives the shape of its symbol. */
export const PLACE_KINDS = [
  'factory',
  'compound',
  'shantytown',
  'bungalow',
  'building',
  'industrial-park',
  'park',
  'heritage',
  'heritage-block',
  'waterfront',
  'flood-works',
  'greenway',
  'venue',
  'landmark',
  'institution',
  'station',
  'office',
  'area',
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** How an indicator of the health check is worked out for a survey unit from the places of a kind. */
export const PLACE_METHODS = ['nearest', 'count'] as const;
export type PlaceMethod = (typeof PLACE_METHODS)[number];

/** What is known of where a thing lies. `assumed` is drawn by us and labelled so; `none` needs a reason. */
export const POSITIONS = ['known', 'assumed', 'not-known', 'none'] as const;
export type Position = (typeof POSITIONS)[number];

/** Who holds the land; it decides which law applies to a taking. `not-known` is never read as state-owned. */
export const LAND_TITLES = ['state-granted', 'state-allocated', 'collective', 'mixed', 'not-known'] as const;

/** The kind of a project: later its gates. */
export const PROJECT_KINDS = [
  'old-factory',
  'old-compound',
  'shantytown',
  'bungalow',
  'low-efficiency-building',
  'dual-use',
  'flood-defence',
  'industrial-park',
  'heritage',
  'park',
  'greenway',
  'institution',
  'plan',
  'policy',
  'programme',
] as const;

/** What happened, in one word, on a dated outcome row. */
export const OUTCOME_KINDS = [
  'started',
  'progress',
  'completed',
  'opened',
  'held',
  'accepted',
  'adopted',
  'measured',
  'in-use',
  'announced',
  'rescheduled',
  'not-done',
  'reviewed',
] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/** How often a record is reported on; `none`: nobody is asked. */
export const CADENCES = ['weekly', 'monthly', 'quarterly', 'half-yearly', 'none'] as const;
export type Cadence = (typeof CADENCES)[number];
/** How far the next step is, as its owner says it. It is what was said: states are computed from outcomes, never from this. */
export const STEPS = ['not-begun', 'under-way', 'blocked', 'finished'] as const;
export type Step = (typeof STEPS)[number];
/** A day on which the calendar departs from the week: a weekday off, or a day of the weekend that is worked to make up for it. */
export const CALENDAR_DAYS = ['day-off', 'make-up-day'] as const;

/** The five nouns, and the records that stand beside them. */
export const NOUNS = ['sentence', 'commitment', 'place', 'project', 'indicator'] as const;
export const THING_KINDS = [
  'commitment',
  'place',
  'project',
  'indicator',
  'event',
  'park',
  'industry',
  'department',
  'document',
  'district',
] as const;
export type ThingKind = (typeof THING_KINDS)[number];

/** What a gate asks for: a file, a decision of somebody, a question to be answered yes, or a drill of a dual-use asset of the project. */
export const REQUIREMENT_KINDS = ['evidence', 'approval', 'answer', 'drill'] as const;
/** Who can supply what a gate asks for: the lead department, those that co-operate, the owners, or the department that is named. */
export const SUPPLIERS = ['lead', 'co-operating', 'owners', 'department'] as const;
/** Which law a taking of land follows. Land whose title is not known is under neither, and never taken for state-owned. */
export const LAND_LAWS = ['state-owned', 'collective'] as const;
export const ANSWERS = ['yes', 'no'] as const;
/** What became of a passed gate when the kind or the rules of its project changed. */
export const PASS_WORDS = ['stands', 'kept-as', 'set-aside'] as const;
/** What was decided of a project that was proposed for the pool. */
export const ADMISSION_WORDS = ['admitted', 'refused'] as const;

/** What may be put under supervision. */
export const SUPERVISED_KINDS = ['commitment', 'project', 'place', 'event', 'indicator', 'issue', 'meeting'] as const;
export type SupervisedKind = (typeof SUPERVISED_KINDS)[number];
/** What is done with a matter under supervision, each stamped by its deed; where it stands follows from these and is never entered. */
export const SUPERVISION_STEPS = ['signed-for', 'reported', 'returned', 'verified', 'closed'] as const;
export type SupervisionStep = (typeof SUPERVISION_STEPS)[number];
/** The light of a matter: past its due date, close to it, in time, or closed. */
export const SUPERVISION_LIGHTS = ['overdue', 'near', 'in-time', 'closed'] as const;
export type SupervisionLight = (typeof SUPERVISION_LIGHTS)[number];

/** How a record came under supervision: on an instruction, by the decision of a meeting, asked by another department, or asked for what a gate needs. */
export const MATTER_ORIGINS = ['instruction', 'decision', 'request', 'gate'] as const;
export type MatterOrigin = (typeof MATTER_ORIGINS)[number];
/** Where a matter may be escalated to. */
export const ESCALATION_LEVELS = ['office', 'leader', 'city'] as const;

/** Whose columns the rulebook may put under review: a change of them waits for the programme office. */
export const REVIEWED_KINDS = ['commitment', 'project'] as const;
export type ReviewedKind = (typeof REVIEWED_KINDS)[number];
/** What was decided of a change that waited. */
export const REVIEW_WORDS = ['accepted', 'refused'] as const;

/** How far a component of a project is. */
export const COMPONENT_STAGES = ['not-started', 'under-way', 'done', 'not-known'] as const;
/** The screens of which a view may be kept under a name. */
export const SAVED_SCREENS = ['register', 'programme', 'exceptions', 'monthly', 'supervision'] as const;
/** Who must decide on what stands in the way of a project, from below. */
export const DECIDING_LEVELS = ['none', 'department', 'district-office', 'district', 'city'] as const;
/** What may wait for something else. */
export const DEPENDENT_KINDS = ['project', 'milestone'] as const;
/** Which end waits for which: finish to start, start to start, finish to finish, start to finish. */
export const DEPENDENCY_KINDS = ['FS', 'SS', 'FF', 'SF'] as const;

/** What a file may prove something of: a thing, or a matter under supervision. */
export const EVIDENCE_SUBJECTS = [...THING_KINDS, 'supervision', 'meeting', 'ground', 'drill'] as const;
/** The files that may be kept as evidence, by media type. */
export const EVIDENCE_MEDIA = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/csv',
  'text/plain',
  'image/tiff',
  'application/gzip',
  'application/octet-stream',
] as const;
export type EvidenceMedia = (typeof EVIDENCE_MEDIA)[number];

/** How one record bears on another: `from relation to` reads as a sentence. `follows`: it goes on from a promise of an earlier plan. */
export const RELATIONS = [
  'serves',
  'stands-on',
  'names',
  'measures',
  'member-of',
  'co-operates',
  'implements',
  'held-for',
  'follows',
] as const;

export const INDICATOR_VALUE_KINDS = ['baseline', 'target', 'actual'] as const;
/** How often an indicator has a value. */
export const VALUE_FREQUENCIES = ['monthly', 'quarterly', 'half-yearly', 'yearly'] as const;
/** The months from one value to the next. */
export const FREQUENCY_MONTHS = { monthly: 1, quarterly: 3, 'half-yearly': 6, yearly: 12 } as const satisfies Record<
  (typeof VALUE_FREQUENCIES)[number],
  number
>;
/** The levels of the health check of a city, the smallest first; the last is the whole district. */
export const CHECK_LEVELS = ['dwelling', 'compound', 'block', 'district'] as const;
export type CheckLevel = (typeof CHECK_LEVELS)[number];
/** The levels of which a place may be a survey unit. */
export const SURVEY_LEVELS = ['dwelling', 'compound', 'block'] as const satisfies readonly CheckLevel[];
/** How the values of places give that of the place they are part of. */
export const ROLL_UPS = ['sum', 'weighted-mean'] as const;
/** How a place stands to the threshold of an indicator in a survey, the gravest first. It is worked out of values and is never entered. */
export const CHECK_STANDINGS = ['below', 'stale', 'not-known', 'no-threshold', 'met'] as const;
export type CheckStanding = (typeof CHECK_STANDINGS)[number];
/** How far a problem of the health check is, the gravest first. It follows from its days, its project and what was measured since, and is never entered. */
export const PROBLEM_STANDINGS = ['failed-again', 'overdue', 'no-project', 'under-way', 'no-works', 'met', 'closed'] as const;
export type ProblemStanding = (typeof PROBLEM_STANDINGS)[number];
/** Whether a value may still be revised, as its publisher says. */
export const VALUE_STATUSES = ['final', 'provisional', 'estimate'] as const;
export type ValueStatus = (typeof VALUE_STATUSES)[number];
/** How an indicator stands to its target on a day. It is worked out of its values and is never entered. */
export const INDICATOR_STANDINGS = ['off-path', 'stale', 'not-known', 'no-target', 'on-path'] as const;
export type IndicatorStandingName = (typeof INDICATOR_STANDINGS)[number];
/** Who must decide an issue, the nearest first. */
export const ISSUE_LEVELS = ['department', 'office', 'leader', 'city'] as const;
/** Where an issue stands on a day, the gravest first. It follows from its days and is never entered. */
export const ISSUE_STANDINGS = ['overdue', 'no-owner', 'open', 'decided', 'closed'] as const;
export type IssueStanding = (typeof ISSUE_STANDINGS)[number];
/** The kinds of meetings. */
export const MEETING_KINDS = ['executive', 'special', 'progress', 'coordination', 'on-site', 'other'] as const;
/** Where a decision of a meeting stands on a day, the gravest first. It follows from its matter under supervision and is never entered. */
export const DECISION_STANDINGS = ['overdue', 'no-owner', 'unassigned', 'open', 'reported', 'closed'] as const;
export type DecisionStanding = (typeof DECISION_STANDINGS)[number];
/** Why feedback gets no answer. */
export const FEEDBACK_DISMISSALS = ['spam', 'out-of-scope'] as const;
/** Where feedback stands on a day, the gravest first. It follows from its days and is never entered. */
export const FEEDBACK_STANDINGS = ['overdue', 'no-owner', 'open', 'answered', 'out-of-scope', 'spam'] as const;
export type FeedbackStanding = (typeof FEEDBACK_STANDINGS)[number];
/** What feedback may be about. */
export const FEEDBACK_SUBJECTS = ['commitment', 'project', 'place', 'park'] as const;
export type FeedbackSubject = (typeof FEEDBACK_SUBJECTS)[number];
/** What is prepared before an event. */
export const READINESS_KINDS = ['works', 'venue', 'transport', 'safety', 'invitation', 'other'] as const;
/** How a readiness item stands on a day, the gravest first. It follows from days and is never entered. */
export const READINESS_STANDINGS = ['overdue', 'at-risk', 'not-known', 'on-time', 'done'] as const;
export type ReadinessName = (typeof READINESS_STANDINGS)[number];
/** How strongly a project or an output moves an indicator, as somebody judged it. */
export const DRIVER_STRENGTHS = ['strong', 'medium', 'weak'] as const;
export type DriverStrength = (typeof DRIVER_STRENGTHS)[number];
/** How an output of a project stands on a day, the gravest first. It follows from its plan and its delivery records and is never entered. */
export const OUTPUT_STANDINGS = ['overdue', 'not-known', 'partly', 'awaited', 'delivered-late', 'delivered'] as const;
export type OutputStanding = (typeof OUTPUT_STANDINGS)[number];
/** What becomes of a deal, each step with its day and source. */
export const DEAL_STEPS = ['signed', 'under-way', 'realised', 'fallen-through'] as const;
export type DealStep = (typeof DEAL_STEPS)[number];
/** How a deal stands on a day: its last step; not known where none is recorded. It is never entered. */
export const DEAL_STANDINGS = ['fallen-through', 'not-known', 'signed', 'under-way', 'realised'] as const;
export type DealStanding = (typeof DEAL_STANDINGS)[number];
/** Whose dates a calendar feed tells. */
export const FEED_KINDS = ['account', 'department', 'project', 'event'] as const;
export type FeedKind = (typeof FEED_KINDS)[number];
/** How far an industry is that is being raised. */
export const PIPELINE_STAGES = ['watch', 'seed', 'pilot', 'scale'] as const;
export type PipelineStage = (typeof PIPELINE_STAGES)[number];
/** How the quarterly review of such an industry stands on a day, the gravest first. It follows from the reviews and is never entered. */
export const REVIEW_STANDINGS = ['overdue', 'near', 'in-time'] as const;
export type ReviewStanding = (typeof REVIEW_STANDINGS)[number];
export const DIRECTIONS = ['up', 'down', 'none'] as const;
/** A published figure is often a bound: `at-least 200`, `nearly 150`, `about`, `over`. */
export const QUALIFIERS = ['at-least', 'over', 'about', 'nearly', 'at-most'] as const;

/** Layers of drawn features: `outline` belongs to a place, the others make the base map. */
export const FEATURE_LAYERS = ['outline', 'district', 'river', 'water', 'road', 'rail', 'contour', 'hill', 'locality'] as const;

/** Plans: the district's own, and the plans of others that it carries out. */
export const DOCUMENT_KINDS = ['plan', 'linked-plan'] as const;
/** Whether the text is the publisher's own or our wording of it. */
export const WORDINGS = ['official', 'rendering', 'none'] as const;
/** What a column of a task sheet of an office may hold. */
export const SHEET_COLUMNS = [
  'id',
  'number',
  'section',
  'sentence',
  'task',
  'goal',
  'leader',
  'co-leader',
  'lead',
  'support',
  'due',
  'steps',
  'person',
  'progress',
  'problems',
  'next',
  'state',
  'note',
  'check',
] as const;
export type SheetColumn = (typeof SHEET_COLUMNS)[number];
/** The patterns an aim may be drawn with, and the colours: a pattern never stands for two aims of one district. */
export const PATTERNS = ['hatch', 'solid', 'outline', 'wave'] as const;
export const COLOURS = ['rust', 'indigo', 'pine', 'water', 'ochre', 'plum'] as const;

/**
 * What a word of the vocabulary does in a plan text, so that drafts of commitments can be read from it: verbs and what stands around them,
 * amounts, dates, sections, and the names of the district's own departments and places.
 */
export const TERM_KINDS = [
  'verb',
  'verb-form',
  'verb-noun',
  'verb-object',
  'verb-modifier',
  'target-verb',
  'promise',
  'purpose',
  'connective',
  'preposition',
  'past',
  'section',
  'qualifier',
  'scale',
  'numeral',
  'amount-unit',
  'date-part',
  'department',
  'department-ending',
  'place',
  'place-ending',
] as const;
export type TermKind = (typeof TERM_KINDS)[number];

/** What a person with an account may be; several may be one person's, the last three of an office in production are three persons'. */
export const ROLES = [
  'reader',
  'department-member',
  'department-lead',
  'programme-office',
  'system-administrator',
  'security-administrator',
  'auditor',
] as const;
export type Role = (typeof ROLES)[number];
/** Records that one person follows at most. */
export const MOST_FOLLOWED = 100;
/** Whether an account was taken up, and still stands. */
export const ACCOUNT_STATES = ['invited', 'open', 'closed'] as const;
/** Who may know of a record: everyone, who has an account, the department it belongs to, its lead. The programme office knows of all. */
export const VISIBILITIES = ['public', 'district', 'department', 'confidential'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export * from './water-vocabulary.ts';
