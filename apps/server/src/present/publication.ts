import { type Publication, type PublicEvidence, type PublicFigure, publicationSchema } from '@westgate/contract';
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
  type SubjectKind,
  sentenceOrder,
} from '@westgate/domain';
import { mapName } from '../tiles/map-name.ts';
import type { View } from '../view/view.ts';
import { sentenceText, subjectsOn } from './details.ts';
import { districtIn } from './district.ts';
import { evidenceFor } from './evidence.ts';
import { figuresOf } from './figure.ts';
import { checkUnitsIn } from './health-check.ts';
import { indicatorValues } from './indicator.ts';
import { shapesIn } from './place.ts';
import { recordIn } from './record.ts';
import { sourceIn } from './source.ts';
import { pair } from './text.ts';
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
  yield* list('documents', 'document', (at, id) => recordIn(at, 'document', id));
  yield* list('sentences', 'sentence', (at, id) => recordIn(at, 'sentence', id));
  yield* list('commitments', 'commitment', commitmentTold);
  yield* list('places', 'place', placeTold);
  yield* list('projects', 'project', projectTold);
  yield* list('indicators', 'indicator', indicatorTold);
  for (const kind of PLAIN_KINDS) yield* list(PLURALS[kind], kind, (at, id) => plainTold(at, kind, id));
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
  const commitment = recordIn(view, 'commitment', id);
  const more = { sentenceText: sentenceText(view, id), figures: figures(view, 'commitment', id) };
  return commitment && { ...commitment, ...more, ...happened(view, [{ kind: 'commitment', id }]) };
}

function projectTold(view: View, id: string): Publication['projects'][number] | null {
  const project = recordIn(view, 'project', id);
  return project && { ...project, ...happened(view, [{ kind: 'project', id }]), figures: figures(view, 'project', id) };
}

/** A place with what happened to the projects and events on it. */
function placeTold(view: View, id: string): Publication['places'][number] | null {
  const place = recordIn(view, 'place', id);
  if (!place) return null;
  const { zh, en } = place.name;
  return {
    ...place,
    area: place.area && untold(place.area),
    ...happened(view, subjectsOn(view, id)),
    figures: figures(view, 'place', id),
    label: { zh: zh && mapName(zh, 'zh'), en: en && mapName(en, 'en') },
    shapes: shapesIn(view.register, id).map(geometryOf),
  };
}

function indicatorTold(view: View, id: string): Publication['indicators'][number] | null {
  const indicator = recordIn(view, 'indicator', id);
  if (!indicator) return null;
  const { actual, target } = indicator;
  return {
    ...indicator,
    actual: actual && untold(actual),
    target: target && untold(target),
    values: indicatorValues(view, id).map(untold),
    units: indicator.placeMethod === null ? null : checkUnitsIn(view, id, undefined),
  };
}

function plainTold(view: View, kind: PlainKind, id: string): object | null {
  const record = recordIn(view, kind, id);
  return record && ('figures' in record ? { ...record, figures: record.figures.map(untold) } : record);
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
