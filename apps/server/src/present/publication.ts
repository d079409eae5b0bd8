import { type Publication, type PublicEvidence, type PublicFigure, type PublicPlainRecord, publicationSchema } from '@westgate/contract';
import {
  attributionOf,
  attributionsOf,
  commitmentOrder,
  type LinkedKind,
  PLAIN_KINDS,
  PLURALS,
  type PlainKind,
  type Register,
  type Row,
  relationsOf,
  type SubjectKind,
  sentenceOrder,
} from '@westgate/domain';
import { mapName } from '../tiles/map-name.ts';
import { linksIn, type View } from '../view/view.ts';
import { commitmentIn } from './commitment.ts';
import { departmentIn } from './department.ts';
import { districtIn } from './district.ts';
import { documentIn } from './document.ts';
import { eventIn } from './event.ts';
import { evidenceFor } from './evidence.ts';
import { figuresOf } from './figure.ts';
import { indicatorDetail, indicatorIn } from './indicator.ts';
import { placeIn, shapesIn } from './place.ts';
import { plainIn } from './plain.ts';
import { projectIn } from './project.ts';
import { sentenceIn } from './sentence.ts';
import { sourceIn } from './source.ts';
import { NO_TEXT, pair } from './text.ts';
import { idsOf } from './thing.ts';

/** The kinds of records that the public is told of. Deeds, questions of texts and persons are none of them. */
type PublicKind = LinkedKind;

/**
 * Everything of the district that is public, from one view, as the text of its answer piece by piece: a record each. `hash` is that of the deed
 * the view rests on.
 */
export function* publicationPieces(view: View, hash: string): Generator<string> {
  const { register } = view;
  const { mode: _mode, modeReason: _reason, modeNote: _note, documents: _documents, ...district } = districtIn(view, IN_GENERAL);
  const told = { ...district, figures: district.figures.map(untold) };
  const head = { asOf: view.asOf, seq: view.seq, hash, district: told, attributions: [...attributionsOf(register)] };
  yield JSON.stringify(
    publicationSchema.publication.pick({ asOf: true, seq: true, hash: true, district: true, attributions: true }).parse(head),
  ).slice(0, -1);
  const list = (name: ListName, kind: PublicKind, show: (view: View, id: string) => unknown): Generator<string> =>
    listPieces(name, publicIds(register, kind), (id) => show(view, id));
  yield* list('documents', 'document', documentIn);
  yield* list('sentences', 'sentence', sentenceIn);
  yield* list('commitments', 'commitment', commitmentTold);
  yield* list('places', 'place', placeTold);
  yield* list('projects', 'project', projectTold);
  yield* list('indicators', 'indicator', indicatorTold);
  yield* list('events', 'event', eventTold);
  for (const kind of PLAIN_KINDS) yield* list(PLURALS[kind], kind, (at, id) => plainTold(at, kind, id));
  yield* list('departments', 'department', departmentIn);
  yield* listPieces('sources', register.source.keys(), (id) => sourceIn(view, id));
  yield* listPieces('drawn', register.feature.values(), (feature) => drawnIn(register, feature));
  yield '}';
}

/** A list of the answer, its records as the contract says them. What is shown as null is left out. */
function* listPieces<From>(name: ListName, from: Iterable<From>, show: (from: From) => unknown): Generator<string> {
  const { element } = publicationSchema.publication.shape[name];
  let before = `,"${name}":[`;
  for (const each of from) {
    const shown = show(each);
    if (shown === null) continue;
    yield before + JSON.stringify(element.parse(shown));
    before = ',';
  }
  yield before === ',' ? ']' : `${before}]`;
}

/** The lists of a publication. */
type ListName = Exclude<keyof Publication, 'asOf' | 'seq' | 'hash' | 'district' | 'attributions'>;

/** Whether the office can write is nothing to the public. */
const IN_GENERAL = { mode: 'ready', modeReason: null, modeNote: null } as const;

function commitmentTold(view: View, id: string): Publication['commitments'][number] | null {
  const commitment = commitmentIn(view, id);
  if (!commitment) return null;
  const sentence = view.register.sentence.get(commitment.sentence);
  const sentenceText = sentence ? pair(sentence.text_zh, sentence.text_en) : NO_TEXT;
  return { ...commitment, sentenceText, ...happened(view, [{ kind: 'commitment', id }]), figures: figures(view, 'commitment', id) };
}

function projectTold(view: View, id: string): Publication['projects'][number] | null {
  const project = projectIn(view, id);
  return project && { ...project, ...happened(view, [{ kind: 'project', id }]), figures: figures(view, 'project', id) };
}

/** A place with what happened to the projects and events on it. */
function placeTold(view: View, id: string): Publication['places'][number] | null {
  const place = placeIn(view, id);
  if (!place) return null;
  const events = linksIn(view, 'place', id).events.filter(({ via }) => via === 'venue');
  const projects = relationsOf(view.register).projectsOn(id);
  const subjects = [
    ...projects.map((project) => ({ kind: 'project' as const, id: project })),
    ...events.map((event) => ({ kind: 'event' as const, id: event.id })),
  ];
  const { zh, en } = place.name;
  return {
    ...place,
    area: place.area && untold(place.area),
    ...happened(view, subjects),
    figures: figures(view, 'place', id),
    label: { zh: zh && mapName(zh, 'zh'), en: en && mapName(en, 'en') },
    shapes: shapesIn(view.register, id).map(geometryOf),
  };
}

function indicatorTold(view: View, id: string): Publication['indicators'][number] | null {
  const indicator = indicatorIn(view, id);
  if (!indicator) return null;
  const { actual, target } = indicator;
  return {
    ...indicator,
    actual: actual && untold(actual),
    target: target && untold(target),
    values: indicatorDetail(view, id).values.map(untold),
  };
}

function eventTold(view: View, id: string): Publication['events'][number] | null {
  const event = eventIn(view, id);
  return event && { ...event, figures: event.figures.map(untold) };
}

function plainTold(view: View, kind: PlainKind, id: string): PublicPlainRecord | null {
  const record = plainIn(view, kind, id);
  return record && { ...record, figures: record.figures.map(untold) };
}

function happened(view: View, subjects: readonly { readonly kind: SubjectKind; readonly id: string }[]): { evidence: PublicEvidence[] } {
  return { evidence: evidenceFor(view, subjects).map(untold) };
}

function figures(view: View, kind: string, id: string): PublicFigure[] {
  return figuresOf(view, kind, id).map(untold);
}

/** A drawn feature that is no outline of a place. */
function drawnIn(register: Register, feature: Row<'feature'>): Publication['drawn'][number] | null {
  const { layer, name_zh, name_en, rank, height_m, source, geometry } = feature;
  if (layer === 'outline') return null;
  const isAttributed = attributionOf(register, source) !== null;
  return { layer, name: pair(name_zh, name_en), rank, heightM: height_m, isAttributed, geometry: geometryOf(geometry) };
}

/** A geometry as the contract says it. Its positions are shared, not copied: nobody changes them. */
function geometryOf(geometry: Row<'feature'>['geometry']): Publication['drawn'][number]['geometry'] {
  return geometry as Publication['drawn'][number]['geometry'];
}

/** The ids of the records of a kind in the order in which they are read. The register is the public's: what is not public is not in it. */
function publicIds(register: Register, kind: PublicKind): readonly string[] {
  if (kind === 'sentence') return sentenceOrder(register);
  if (kind === 'commitment') return commitmentOrder(register);
  return idsOf(register, kind);
}

/** A value as the public is told it: without who changed it last, and when. */
function untold<Value extends { readonly changed: unknown }>({ changed: _who, ...value }: Value): Omit<Value, 'changed'> {
  return value;
}
