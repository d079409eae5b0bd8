import type { Bilingual, Language } from '@westgate/base';
import type { SearchResult, StateName, Thing, ThingKindName } from '@westgate/contract';
import { aimOf } from '@westgate/domain';
import { commitmentsIn } from '../present/commitment.ts';
import { departmentsIn } from '../present/department.ts';
import { documentsIn } from '../present/document.ts';
import { eventsIn } from '../present/event.ts';
import { indicatorsIn } from '../present/indicator.ts';
import { parksIn } from '../present/park.ts';
import { placesIn } from '../present/place.ts';
import { projectsIn } from '../present/project.ts';
import { sentencesIn } from '../present/sentence.ts';
import { NO_TEXT, pair } from '../present/text.ts';
import { type View, viewMemo } from '../view.ts';
import { type Folded, fold } from './fold.ts';

/** How much a match in a text tells: its name, its own words, or a remark on it. */
export type FieldWeight = 'name' | 'text' | 'remark';

/** A text of a record that is searched. */
export interface SearchField {
  readonly weight: FieldWeight;
  readonly language: Language;
  readonly original: string;
  readonly folded: Folded;
}

/** A record that can be found. */
export interface SearchEntry {
  readonly thing: Thing;
  readonly fields: readonly SearchField[];
  readonly detail: SearchResult['items'][number]['detail'];
  readonly state: StateName | null;
  readonly aim: string | null;
}

/** Everything that can be found, built once per view. */
export const entriesIn: (view: View) => readonly SearchEntry[] = viewMemo((view) => [
  ...[...sentencesIn(view).values()].map((sentence) =>
    entry(view, 'sentence', sentence.id, {
      name: sentence.text,
      isText: true,
      detail: pair(
        `第 ${sentence.paragraph} 段第 ${sentence.position} 句`,
        `paragraph ${sentence.paragraph}, sentence ${sentence.position}`,
      ),
    }),
  ),
  ...[...commitmentsIn(view).values()].map((commitment) =>
    entry(view, 'commitment', commitment.id, {
      name: commitment.title,
      texts: [commitment.clause],
      remarks: [commitment.note],
      detail: commitment.owner?.name ?? commitment.state.tail,
      state: commitment.state.name,
    }),
  ),
  ...[...placesIn(view).values()].map((place) =>
    entry(view, 'place', place.id, { name: place.name, remarks: [place.note], detail: place.note }),
  ),
  ...[...projectsIn(view).values()].map((project) =>
    entry(view, 'project', project.id, {
      name: project.name,
      remarks: [project.note],
      detail: project.lead?.name ?? project.note,
      state: project.state.name,
    }),
  ),
  ...[...indicatorsIn(view).values()].map((indicator) =>
    entry(view, 'indicator', indicator.id, { name: indicator.name, texts: [indicator.definition], detail: indicator.definition }),
  ),
  ...[...eventsIn(view).values()].map((event) =>
    entry(view, 'event', event.id, {
      name: event.name,
      texts: [event.organisers],
      remarks: [event.note],
      detail: event.place?.name ?? event.organisers,
      state: event.state.name,
    }),
  ),
  ...[...parksIn(view).values()].map((park) => entry(view, 'park', park.id, { name: park.name, remarks: [park.note], detail: park.note })),
  ...[...departmentsIn(view).values()].map((department) =>
    entry(view, 'department', department.id, { name: department.name, texts: [department.role], detail: department.role }),
  ),
  ...[...documentsIn(view).values()].map((document) =>
    entry(view, 'document', document.id, { name: document.title, texts: [document.publisher], detail: document.publisher }),
  ),
]);

interface Parts {
  readonly name: { zh: string | null; en: string | null };
  /** The name is a whole text: a match in it tells less than a match in a name. */
  readonly isText?: true;
  readonly texts?: readonly Bilingual[];
  readonly remarks?: readonly Bilingual[];
  readonly detail?: { zh: string | null; en: string | null };
  readonly state?: StateName;
}

function entry(view: View, kind: ThingKindName, id: string, parts: Parts): SearchEntry {
  return {
    thing: { kind, id, name: parts.name },
    fields: [
      ...fieldsOf(parts.isText ? 'text' : 'name', parts.name),
      ...(parts.texts ?? []).flatMap((text) => fieldsOf('text', text)),
      ...(parts.remarks ?? []).flatMap((text) => fieldsOf('remark', text)),
      { weight: 'text', language: 'en', original: id, folded: fold(id) },
    ],
    detail: parts.detail ?? NO_TEXT,
    state: parts.state ?? null,
    aim: aimOf(view.register, kind, id),
  };
}

function fieldsOf(weight: FieldWeight, text: Bilingual): SearchField[] {
  return LANGUAGES.flatMap((language) => {
    const original = text[language];
    return original ? [{ weight, language, original, folded: fold(original) }] : [];
  });
}

const LANGUAGES: readonly Language[] = ['zh', 'en'];
