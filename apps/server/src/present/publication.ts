import type { Publication, PublicEvidence, PublicFigure } from '@westgate/contract';
import { type Register, type Row, relationsOf, type SubjectKind } from '@westgate/domain';
import { mapName } from '../tiles/map-name.ts';
import { linksIn, type View } from '../view.ts';
import { commitmentIn } from './commitment.ts';
import { departmentIn } from './department.ts';
import { districtIn } from './district.ts';
import { documentIn } from './document.ts';
import { eventIn } from './event.ts';
import { evidenceFor } from './evidence.ts';
import { figuresOf } from './figure.ts';
import { indicatorDetail, indicatorIn } from './indicator.ts';
import { parkIn } from './park.ts';
import { placeIn, shapesIn } from './place.ts';
import { projectIn } from './project.ts';
import { publicIds, untold } from './public.ts';
import { sentenceIn } from './sentence.ts';
import { sourceIn } from './source.ts';
import { NO_TEXT, pair } from './text.ts';

/** Everything of the district that is public, from one view; `hash` is that of the deed the view rests on. */
export function publicationIn(view: View, hash: string): Publication {
  const { register } = view;
  const { mode: _mode, modeReason: _reason, modeNote: _note, documents: _documents, ...district } = districtIn(view, IN_GENERAL);
  const all = <Shown>(kind: Parameters<typeof publicIds>[1], show: (view: View, id: string) => Shown | null): Shown[] =>
    publicIds(register, kind).flatMap((id) => show(view, id) ?? []);
  return {
    asOf: view.asOf,
    seq: view.seq,
    hash,
    district: { ...district, figures: district.figures.map(untold) },
    documents: all('document', documentIn),
    sentences: all('sentence', sentenceIn),
    commitments: all('commitment', commitmentTold),
    places: all('place', placeTold),
    projects: all('project', projectTold),
    indicators: all('indicator', indicatorTold),
    events: all('event', eventTold),
    parks: all('park', parkTold),
    departments: all('department', departmentIn),
    sources: [...register.source.keys()].flatMap((id) => sourceIn(view, id) ?? []),
    drawn: drawnIn(register),
  };
}

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

function parkTold(view: View, id: string): Publication['parks'][number] | null {
  const park = parkIn(view, id);
  return park && { ...park, figures: park.figures.map(untold) };
}

function happened(view: View, subjects: readonly { readonly kind: SubjectKind; readonly id: string }[]): { evidence: PublicEvidence[] } {
  return { evidence: evidenceFor(view, subjects).map(untold) };
}

function figures(view: View, kind: string, id: string): PublicFigure[] {
  return figuresOf(view, kind, id).map(untold);
}

function drawnIn(register: Register): Publication['drawn'] {
  return [...register.feature.values()]
    .filter(({ layer }) => layer !== 'outline')
    .map(({ layer, name_zh, name_en, rank, height_m, geometry }) => ({
      layer,
      name: pair(name_zh, name_en),
      rank,
      heightM: height_m,
      geometry: geometryOf(geometry),
    }));
}

/** A geometry as the contract says it. Its positions are shared, not copied: nobody changes them. */
function geometryOf(geometry: Row<'feature'>['geometry']): Publication['drawn'][number]['geometry'] {
  return geometry as Publication['drawn'][number]['geometry'];
}
