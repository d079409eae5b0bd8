import { type Bilingual, isSlug, type Language, type Said } from '@westgate/base';
import type { District } from '@westgate/contract';
import { camelName, type Frame, metreCrsFor, vocabulary } from '@westgate/domain';
import type { WordId } from '../messages/words.ts';
import { type SettingsTyped, settingColumns, settingFaults, settingsOf, turnedSpan } from './settings-typed.ts';

/** A text in both languages as it is typed; empty where there is none. */
export interface TypedPair {
  readonly zh: string;
  readonly en: string;
}

/** A value of an axis as it is typed. */
export interface ValueDraft {
  /** Empty for a new one: it is made from the name. */
  readonly id: string;
  readonly name: TypedPair;
  readonly look: Look;
}

/** An axis as it is typed. */
export interface AxisDraft {
  readonly id: string;
  readonly name: TypedPair;
  readonly values: readonly ValueDraft[];
}

/** A unit as it is typed. */
export interface UnitDraft {
  readonly code: string;
  readonly name: TypedPair;
}

/** The district itself as it is typed in the form. */
export interface DistrictDraft {
  readonly id: string;
  readonly name: TypedPair;
  readonly languages: readonly Language[];
  readonly timeZone: string;
  /** West, south, east, north in degrees. */
  readonly frame: readonly [string, string, string, string];
  /** Empty: the one proposed for the frame. */
  readonly metreCrs: string;
  readonly axes: readonly AxisDraft[];
  readonly units: readonly UnitDraft[];
  /** What it calls the levels of its programme; empty: the usual name. */
  readonly levels: Readonly<Record<vocabulary.GateLevel, TypedPair>>;
  /** All other settings by their columns. */
  readonly settings: SettingsTyped;
}

/** A field of the form: an entry of the table, or who does it. */
export type DistrictField = string;

/** What is wrong with a field: in words of the screen, or as its description says. */
export type DistrictFault = { readonly field: DistrictField } & ({ readonly word: WordId } | { readonly said: Said });

/** The axis whose values are drawn. */
export const AIM_AXIS = 'aim';

/** How an aim is drawn; null where it is not said. */
interface Look {
  readonly colour: (typeof vocabulary.COLOURS)[number] | null;
  readonly pattern: (typeof vocabulary.PATTERNS)[number] | null;
}

/** A value that is not drawn. */
export const NO_LOOK: Look = { colour: null, pattern: null };

/** A district to be begun, with what may be taken for granted: both languages, the time zone of this browser. */
export function newDraft(timeZone: string): DistrictDraft {
  return {
    id: '',
    name: { zh: '', en: '' },
    languages: ['zh', 'en'],
    timeZone,
    frame: ['', '', '', ''],
    metreCrs: '',
    axes: [],
    units: [],
    levels: levelsTyped({}),
    settings: settingsOf(() => null),
  };
}

/** The district that is held, as it is typed in the form. */
export function draftOfDistrict(district: District): DistrictDraft {
  const [west, south, east, north] = district.frame.map(String);
  return {
    id: district.id,
    name: typed(district.name),
    languages: district.languages,
    timeZone: district.timeZone,
    frame: [west ?? '', south ?? '', east ?? '', north ?? ''],
    metreCrs: district.metreCrs,
    axes: district.axes.map(({ id, name, values }) => ({
      id,
      name: typed(name),
      values: values.map((value) => ({
        id: value.id,
        name: typed(value.name),
        look: { colour: value.colour, pattern: value.pattern },
      })),
    })),
    units: district.units.map(({ code, name }) => ({ code, name: typed(name) })),
    levels: levelsTyped(district.levels),
    settings: settingsOf((entry) => Reflect.get(district, camelName(entry.name))),
  };
}

/** The frame in numbers; null while it is not whole. */
export function frameOfDraft({ frame }: Pick<DistrictDraft, 'frame'>): Frame | null {
  const [west, south, east, north] = frame.map((text) => (/^\s*-?\d{1,3}(\.\d+)?\s*$/.test(text) ? Number(text) : Number.NaN));
  if (west === undefined || south === undefined || east === undefined || north === undefined) return null;
  const isWhole = west >= -180 && west < east && east <= 180 && south >= -90 && south < north && north <= 90;
  return isWhole ? [west, south, east, north] : null;
}

/** The code of the system in metres: as it is typed, else as it is proposed for the frame; empty while there is no frame. */
export function crsOfDraft(draft: DistrictDraft): string {
  const frame = frameOfDraft(draft);
  if (draft.metreCrs !== '' || !frame) return draft.metreCrs;
  return metreCrsFor(frame, draft.timeZone)[0]?.code ?? '';
}

/** What keeps the draft from being sent, in the order of the form. */
export function draftFaults(draft: DistrictDraft, who: string): readonly DistrictFault[] {
  const { languages } = draft;
  const isNamedHere = (name: TypedPair): boolean => isNamed(name, languages);
  const turned = turnedSpan(draft.settings);
  const faults: (DistrictFault | false)[] = [
    !isNamedHere(draft.name) && { field: 'name', word: 'start.fault.name' },
    !isSlug(draft.id.trim()) && { field: 'id', word: 'start.fault.id' },
    languages.length === 0 && { field: 'languages', word: 'start.fault.languages' },
    !isTimeZone(draft.timeZone) && { field: 'time_zone', word: 'start.fault.timeZone' },
    frameOfDraft(draft) === null && { field: 'frame', word: 'start.fault.frame' },
    draft.axes.some(({ name, values }) => !isNamedHere(name) || values.some((value) => !isNamedHere(value.name))) && {
      field: 'axes',
      word: 'start.fault.axes',
    },
    draft.units.some(({ code, name }) => !isSlug(code.trim()) || !isNamedHere(name)) && { field: 'units', word: 'start.fault.units' },
    ...settingFaults(draft.settings),
    turned !== null && { field: turned, word: 'settings.fault.days' },
    who.trim() === '' && { field: 'who', word: 'record.fault.who' },
  ];
  return faults.filter((fault) => fault !== false);
}

/** The columns of district.json that the draft says. Names in a language the district does not keep are left out. */
export function columnsOfDraft(draft: DistrictDraft): Readonly<Record<string, unknown>> {
  const { languages } = draft;
  const pair = (text: TypedPair): Bilingual => ({ zh: kept(text, 'zh', languages), en: kept(text, 'en', languages) });
  return {
    id: draft.id.trim(),
    name_zh: pair(draft.name).zh,
    name_en: pair(draft.name).en,
    frame: frameOfDraft(draft),
    metre_crs: crsOfDraft(draft),
    time_zone: draft.timeZone.trim(),
    languages,
    axes: draft.axes.map((axis) => axisOf(axis, pair)),
    units: Object.fromEntries(draft.units.map(({ code, name }) => [code.trim(), pair(name)])),
    ...settingColumns(draft.settings, languages),
    levels: Object.fromEntries(
      vocabulary.GATE_LEVELS.filter((level) => isNamed(draft.levels[level], languages)).map((level) => [level, pair(draft.levels[level])]),
    ),
  };
}

/** An aim, or another value, to be named: with a look that no other has, as long as there is one. */
export function newValue(axis: AxisDraft): ValueDraft {
  const look = axis.id === AIM_AXIS ? freeLook(axis.values.map((value) => value.look)) : NO_LOOK;
  return { id: '', name: { zh: '', en: '' }, look };
}

/** An id of letters and digits made from an English name; empty where it gives none. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48);
  return isSlug(slug) ? slug : '';
}

function axisOf(axis: AxisDraft, pair: (text: TypedPair) => Bilingual): object {
  const taken = new Set(axis.values.map(({ id }) => id));
  const values = axis.values.map((value) => {
    const id = value.id === '' ? freeId(slugOf(value.name.en) || axis.id, taken) : value.id;
    taken.add(id);
    const { colour, pattern } = value.look;
    return { id, name: pair(value.name), ...(colour && { colour }), ...(pattern && { pattern }) };
  });
  return { id: axis.id, name: pair(axis.name), values };
}

/** `stem`, with a number where it is taken. */
export function freeId(stem: string, taken: ReadonlySet<string>): string {
  let id = stem;
  for (let number = 2; taken.has(id); number += 1) id = `${stem}-${number}`;
  return id;
}

function isNamed(name: TypedPair, languages: readonly Language[]): boolean {
  return languages.some((language) => name[language].trim() !== '');
}

function levelsTyped(levels: District['levels']): DistrictDraft['levels'] {
  const of = (level: vocabulary.GateLevel): TypedPair => typed(levels[level] ?? { zh: null, en: null });
  return {
    planning: of('planning'),
    reserve: of('reserve'),
    delivery: of('delivery'),
    acceptance: of('acceptance'),
    operation: of('operation'),
  };
}

function kept(text: TypedPair, language: Language, languages: readonly Language[]): string | null {
  return languages.includes(language) && text[language].trim() !== '' ? text[language].trim() : null;
}

function typed(text: Bilingual): TypedPair {
  return { zh: text.zh ?? '', en: text.en ?? '' };
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name.trim() });
    return name.trim() !== '';
  } catch {
    return false;
  }
}

/** A colour and a pattern that none of `taken` has; null where all are taken. */
function freeLook(taken: readonly Look[]): Look {
  return {
    colour: vocabulary.COLOURS.find((each) => !taken.some(({ colour }) => colour === each)) ?? null,
    pattern: vocabulary.PATTERNS.find((each) => !taken.some(({ pattern }) => pattern === each)) ?? null,
  };
}
