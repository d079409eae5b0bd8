import type { Bilingual, Language } from '@westgate/base';
import type { SearchResult, StateName, Thing, ThingKindName } from '@westgate/contract';
import { aimOf } from '@westgate/domain';
import { commitmentIn } from '../present/commitment.ts';
import { departmentIn } from '../present/department.ts';
import { documentIn } from '../present/document.ts';
import { eventIn } from '../present/event.ts';
import { indicatorIn } from '../present/indicator.ts';
import { parkIn } from '../present/park.ts';
import { placeIn } from '../present/place.ts';
import { projectIn } from '../present/project.ts';
import { sentenceIn } from '../present/sentence.ts';
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
  ...all(view, 'sentence', sentenceIn).map((sentence) =>
    entry(view, 'sentence', sentence.id, {
      name: sentence.text,
      isText: true,
      detail: pair(
        `第 ${sentence.paragraph} 段第 ${sentence.position} 句`,
        `paragraph ${sentence.paragraph}, sentence ${sentence.position}`,
      ),
    }),
  ),
  ...all(view, 'commitment', commitmentIn).map((commitment) =>
    entry(view, 'commitment', commitment.id, {
      name: commitment.title,
      texts: [commitment.clause],
      remarks: [commitment.note],
      detail: commitment.owner?.name ?? commitment.state.tail,
      state: commitment.state.name,
    }),
  ),
  ...all(view, 'place', placeIn).map((place) =>
    entry(view, 'place', place.id, { name: place.name, remarks: [place.note], detail: place.note }),
  ),
  ...all(view, 'project', projectIn).map((project) =>
    entry(view, 'project', project.id, {
      name: project.name,
      remarks: [project.note],
      detail: project.lead?.name ?? project.note,
      state: project.state.name,
    }),
  ),
  ...all(view, 'indicator', indicatorIn).map((indicator) =>
    entry(view, 'indicator', indicator.id, { name: indicator.name, texts: [indicator.definition], detail: indicator.definition }),
  ),
  ...all(view, 'event', eventIn).map((event) =>
    entry(view, 'event', event.id, {
      name: event.name,
      texts: [event.organisers],
      remarks: [event.note],
      detail: event.place?.name ?? event.organisers,
      state: event.state.name,
    }),
  ),
  ...all(view, 'park', parkIn).map((park) => entry(view, 'park', park.id, { name: park.name, remarks: [park.note], detail: park.note })),
  ...all(view, 'department', departmentIn).map((department) =>
    entry(view, 'department', department.id, { name: department.name, texts: [department.role], detail: department.role }),
  ),
  ...all(view, 'document', documentIn).map((document) =>
    entry(view, 'document', document.id, { name: document.title, texts: [document.publisher], detail: document.publisher }),
  ),
]);

function all<Shown>(view: View, table: ThingKindName, shownIn: (view: View, id: string) => Shown | null): readonly Shown[] {
  return [...view.register[table].keys()].flatMap((id) => shownIn(view, id) ?? []);
}

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
