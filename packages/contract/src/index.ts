import type { z } from 'zod';
import type * as common from './common.ts';
import type * as districtSchemas from './district.ts';
import type * as edits from './edits.ts';
import type * as maps from './map.ts';
import type * as nouns from './nouns.ts';
import type * as persons from './person.ts';
import type * as revises from './revise.ts';
import type * as texts from './texts.ts';

export * as commonSchema from './common.ts';
export * as districtSchema from './district.ts';
export * as editSchema from './edits.ts';
export * as mapSchema from './map.ts';
export * as nounSchema from './nouns.ts';
export * as personSchema from './person.ts';
export * as reviseSchema from './revise.ts';
export * as textSchema from './texts.ts';

export type Thing = z.infer<typeof common.thing>;
export type ThingKindName = z.infer<typeof common.thingKind>;
export type Source = z.infer<typeof common.source>;
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
export type Indicator = z.infer<typeof nouns.indicator>;
export type IndicatorDetail = z.infer<typeof nouns.indicatorDetail>;
export type EventRecord = z.infer<typeof nouns.event>;
export type Park = z.infer<typeof nouns.park>;
export type Department = z.infer<typeof nouns.department>;

/** A page of a list of `Item`. */
export type Page<Item> = {
  readonly asOf: string;
  readonly seq: number;
  readonly total: number;
  readonly next: string | null;
  readonly items: readonly Item[];
};

export type AxisRecord = z.infer<typeof districtSchemas.axis>;
export type PlanDocument = z.infer<typeof districtSchemas.planDocument>;
export type District = z.infer<typeof districtSchemas.district>;
export type Coverage = z.infer<typeof districtSchemas.coverage>;
export type SearchResult = z.infer<typeof districtSchemas.searchResult>;
export type MapSheet = z.infer<typeof maps.mapSheet>;
export type MapCounts = z.infer<typeof maps.mapCounts>;
export type MapMark = z.infer<typeof maps.mapMarks>['items'][number];
export type MapMarks = z.infer<typeof maps.mapMarks>;
export type OutcomeDraft = z.input<typeof districtSchemas.outcomeDraft>;
export type Edit = z.input<typeof edits.edit>;
export type EditsReceipt = z.infer<typeof edits.editsReceipt>;
export type RecordRow = z.infer<typeof edits.recordRow>;
export type Conflict = z.infer<typeof revises.conflict>;
export type Withdrawal = z.input<typeof revises.withdrawal>;
export type Receipt = z.infer<typeof districtSchemas.receipt>;
export type Fault = z.infer<typeof districtSchemas.fault>;
export type ImportReport = z.infer<typeof districtSchemas.importReport>;
export type VerifyReport = z.infer<typeof districtSchemas.verifyAnswer>;
export type ChangeMessage = z.infer<typeof districtSchemas.changeMessage>;

export type Person = z.infer<typeof persons.person>;
export type Erasure = z.infer<typeof persons.erasure>;

export type TextQuestion = z.infer<typeof texts.textQuestion>;
export type TextReport = z.infer<typeof texts.textReport>;
export type TextAnswer = z.input<typeof texts.answerRequest>;
