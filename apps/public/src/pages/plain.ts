import { type Html, html, joined } from '@westgate/base';
import { commonSchema, type PublicRecord, recordSchema, type Thing } from '@westgate/contract';
import {
  type Computed,
  columnWords,
  described,
  entryName,
  type Field,
  PLAIN_KINDS,
  PLURALS,
  type PlainKind,
  type TableEntry,
} from '@westgate/domain';
import { type Fact, factList, section } from '../parts/facts.ts';
import { figureList } from '../parts/figures.ts';
import { placesMap } from '../parts/map-figure.ts';
import { outsideSection } from '../parts/outside.ts';
import { sourceFact } from '../parts/source.ts';
import { noPlace, thingLink } from '../parts/things.ts';
import type { At } from '../site/at.ts';
import type { Page } from '../site/page.ts';
import { sectionOf } from '../site/sections.ts';
import type { Site } from '../site/site.ts';
import { amount, plain, said, saidOrNothing, separator, unknown, when } from '../words/say.ts';
import { word } from '../words/words.ts';
import { assetBeside } from './asset.ts';
import { type BesideRecord, eventBeside } from './event.ts';
import { buildingBeside } from './space.ts';

/** One page for each record of which it follows from the table: its entries, and its figures. */
export function plainPages(site: Site): readonly Page[] {
  return PLAIN_KINDS.flatMap((kind) =>
    sectionOf(kind) === 'about' ? [] : recordsOf(site, kind).map((record) => pageOf(site, kind, record)),
  );
}

/** The records of a plain kind by their names; null where there is none. */
export function plainList(at: At, kind: PlainKind): Html | null {
  const records = recordsOf(at.site, kind);
  if (records.length === 0) return null;
  return html`<ul class="rows">${records.map(({ id, name }) => html`<li><p class="row-title">${thingLink(at, { kind, id, name })}</p></li>`)}</ul>`;
}

/** The records of plain kinds that name each place, by its id. */
export function namingPlaces(site: Site): ReadonlyMap<string, readonly Thing[]> {
  const naming = new Map<string, Thing[]>();
  for (const kind of PLAIN_KINDS) {
    // What was asked about a place stands in a section of its own.
    if (kind === 'feedback') continue;
    for (const record of recordsOf(site, kind)) {
      const places = new Set(thingsIn(kind, record).flatMap((thing) => (thing.kind === 'place' ? [thing.id] : [])));
      for (const place of places) naming.set(place, [...(naming.get(place) ?? []), { kind, id: record.id, name: record.name }]);
    }
  }
  return naming;
}

/** The records of plain kinds that name a place, kind by kind. */
export function plainFacts(at: At, naming: readonly Thing[]): readonly Fact[] {
  return PLAIN_KINDS.map((kind): Fact => {
    const links = naming.filter((thing) => thing.kind === kind).map((thing) => thingLink(at, thing));
    return [word(at, `nouns.${kind}`), links.length === 0 ? null : joined(links, separator(at))];
  });
}

function recordsOf({ publication }: Site, kind: PlainKind): readonly PublicRecord<PlainKind>[] {
  return publication[PLURALS[kind]];
}

function pageOf(site: Site, kind: PlainKind, record: PublicRecord<PlainKind>): Page {
  const places = thingsIn(kind, record).flatMap((thing) => (thing.kind === 'place' ? [thing] : []));
  const [first] = places;
  return {
    path: site.pathOf(kind, record.id) ?? '',
    section: sectionOf(kind),
    write(at) {
      const beside = besideOf(at, kind, record);
      return {
        title: plain(at, record.name),
        description: beside?.description ?? word(at, `noun.${kind}`),
        main: html`<p class="over">${word(at, `noun.${kind}`)} ${beside?.tag ?? null}</p>
<h1>${said(at, record.name)}</h1>
${beside?.verdict ?? null}${factList([
  ...recordSchema
    .toldEntries(kind)
    .flatMap(([name, entry]) => (isTold(kind, entry, beside) ? factOf(at, kind, entry, { name, record }) : [])),
  ...recordSchema.toldComputed(kind).flatMap(([name, column]) => computedFact(at, column, Reflect.get(record, name))),
  ...(beside?.facts ?? []),
])}
${beside?.parts ?? null}${section('figures', word(at, 'figures.title'), figureList(at, 'figures' in record ? record.figures : []) ?? html`<p>${word(at, 'figures.none')}</p>`)}
${kind === 'park' ? outsideSection(at, kind, record.id) : null}`,
        aside: first
          ? placesMap(
              at,
              places.map(({ id }) => id),
              word(at, 'map.of', { name: plain(at, first.name) }),
            )
          : null,
      };
    },
  };
}

/** What else the page of a record of that kind tells; null where nothing. */
function besideOf(at: At, kind: PlainKind, record: PublicRecord<PlainKind>): BesideRecord | null {
  if (kind === 'dual_use_asset') return assetBeside(at, record as PublicRecord<'dual_use_asset'>);
  if (kind === 'building') return buildingBeside(at, record as PublicRecord<'building'>);
  return kind === 'event' ? eventBeside(at, record as PublicRecord<'event'>) : null;
}

/** Whether an entry stands among the facts: not where it is the district's alone, nor where a part of the page tells it. */
function isTold(kind: PlainKind, { name }: TableEntry, beside: BesideRecord | null): boolean {
  const { forDistrict = [] } = described(kind);
  const columns = [name, `${name}_zh`, `${name}_en`];
  return !columns.some((column) => forDistrict.includes(column) || beside?.tells?.includes(column));
}

/** An entry as a question and its answer; what is not known is said so, and a remark that nobody made is left out. Why there is no place stands in the place of the place. */
function factOf(
  at: At,
  kind: PlainKind,
  entry: TableEntry,
  { name, record }: { readonly name: string; readonly record: PublicRecord<PlainKind> },
): readonly Fact[] {
  if (entry.name === 'name' || entry.name === 'no_place_reason') return [];
  const { field } = entry;
  const value: unknown = Reflect.get(record, name);
  const title = entryName(kind, entry.name)?.[at.edition.language] ?? name;
  if (entry.kind === 'pair') {
    const text = commonSchema.bilingual.parse(value);
    return [[title, entry.name === 'note' ? saidOrNothing(at, text) : said(at, text)]];
  }
  if (field.table === 'source') return [[title, sourceFact(at, commonSchema.sourceSaid.parse(value))]];
  const thing = commonSchema.thing.safeParse(value);
  if (thing.success) return [[title, thingLink(at, thing.data)]];
  if (field.none && (value === null || value === undefined)) return [[title, said(at, field.none)]];
  if (entry.name === 'place')
    return [[title, noPlace(at, commonSchema.bilingual.parse(Reflect.get(record, 'noPlaceReason') ?? { zh: null, en: null }))]];
  if (value === null || value === undefined) return [[title, unknown(at)]];
  return [[title, answerTo(at, field, value, columnWords(kind, entry.name)?.(String(value)))]];
}

/** A computed column as a question and its answer; of one that is not known it says so. */
function computedFact(at: At, { field, unit }: Computed, value: unknown): readonly Fact[] {
  const title = field.label[at.edition.language];
  if (value === null || value === undefined) return [[title, field.none ? said(at, field.none) : unknown(at)]];
  if (Array.isArray(value)) {
    const told = value.map((each) => answerTo(at, field, each));
    return [[title, told.length === 0 && field.none ? said(at, field.none) : joined(told, separator(at))]];
  }
  return [[title, typeof value === 'number' && unit ? html`${amount(at, value, unit)}` : answerTo(at, field, value)]];
}

function answerTo(at: At, field: Field, value: unknown, name = field.names?.[String(value)]): Html {
  if (field.kind === 'day' || field.kind === 'period') return when(at, String(value));
  if (typeof value === 'boolean') return html`${word(at, value ? 'yes' : 'no')}`;
  return html`${name?.[at.edition.language] ?? String(value)}`;
}

/** The records that a record of a plain kind names. */
function thingsIn(kind: PlainKind, record: PublicRecord<PlainKind>): readonly Thing[] {
  return recordSchema.toldEntries(kind).flatMap(([name]) => {
    const thing = commonSchema.thing.safeParse(Reflect.get(record, name));
    return thing.success ? [thing.data] : [];
  });
}
