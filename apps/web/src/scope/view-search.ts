import { isDay, type Language, LIST_ADDRESS_LIMIT } from '@westgate/base';
import {
  EXCEPTIONS,
  type ExceptionWhy,
  isMonth,
  NEED_PATTERN,
  PLAIN_KINDS,
  type PlainKind,
  type SupervisionLight,
  vocabulary,
} from '@westgate/domain';

/** The themes that may be chosen; without one the system decides. */
export const THEMES = ['light', 'dark', 'contrast'] as const;
/** The ways to begin with a district of one's own. */
export const WAYS = ['new', 'bring', 'oc4ids', 'example', 'away'] as const;
export type Way = (typeof WAYS)[number];
type Theme = (typeof THEMES)[number];

/** Everything that is visible, as it stands in the address. What is absent has its default. */
export interface ViewSearch {
  /** Language; the browser's when absent. */
  readonly lang?: Language | undefined;
  /** Day that states are computed for; today in the district when absent. */
  readonly asOf?: string | undefined;
  /** The plan that lists and counts are of; all plans when absent. */
  readonly plan?: string | undefined;
  /** Selected thing, `kind:id`. */
  readonly sel?: string | undefined;
  readonly type?: 'large' | undefined;
  readonly theme?: Theme | undefined;
  /** Plan: which document, side by side, with the map beside it. */
  readonly doc?: string | undefined;
  readonly mode?: 'parallel' | undefined;
  readonly map?: '1' | undefined;
  /** Atlas: layers, camera `lng,lat,zoom`, table drawer. */
  readonly layers?: string | undefined;
  readonly view?: string | undefined;
  readonly drawer?: '1' | undefined;
  readonly inview?: '1' | undefined;
  /** Filters of Atlas and Register. */
  readonly aim?: string | undefined;
  readonly kind?: string | undefined;
  /** Breakdown: which plan axis. */
  readonly axis?: string | undefined;
  /** Values of the plan axes, `axis:value` separated by commas. */
  readonly tag?: string | undefined;
  readonly stage?: string | undefined;
  readonly q?: string | undefined;
  readonly state?: string | undefined;
  /** Today: only what the person who looks answers for. */
  readonly mine?: '1' | undefined;
  /** Today and exceptions: one department's; one reason. */
  readonly department?: string | undefined;
  readonly why?: ExceptionWhy | undefined;
  /** Monthly sheet: which month. */
  readonly month?: string | undefined;
  /** Supervision: one light. */
  readonly light?: SupervisionLight | undefined;
  /** Register: list, gap, order, page. */
  readonly noun?: string | undefined;
  readonly gap?: string | undefined;
  readonly sort?: string | undefined;
  readonly page?: string | undefined;
  /** Lists: grouped by, against, with the sum of; narrowed to `column:key,column:key`; which groups are shut. */
  readonly group?: string | undefined;
  readonly pivot?: string | undefined;
  readonly sum?: string | undefined;
  readonly where?: string | undefined;
  readonly shut?: string | undefined;
  /** Lists by columns: which, in their order; how many of the first stay in view; the conditions, as the API takes them. */
  readonly columns?: string | undefined;
  readonly frozen?: string | undefined;
  readonly filter?: string | undefined;
  /** Atlas: what is being drawn: `new`, or `place:` and its id. */
  readonly draw?: string | undefined;
  /** Health check: the place it is narrowed to. */
  readonly place?: string | undefined;
  /** Brief: the earlier day that changes are told against. */
  readonly since?: string | undefined;
  /** Noun pages: the form is open. */
  readonly record?: '1' | undefined;
  /** Noun pages: the outcome that is being corrected. */
  readonly edit?: string | undefined;
  /** Parks: which park, and what a firm needs. */
  readonly park?: string | undefined;
  readonly need?: string | undefined;
  /** Flood lab: which run, what it is compared with, and whether the water is shown with the works, without them, the difference, or both side by side. */
  readonly run?: string | undefined;
  readonly against?: string | undefined;
  readonly water?: 'without' | 'difference' | 'swipe' | undefined;
  /** Start: the way that is shown. */
  readonly way?: Way | undefined;
}

/** What stays when the screen changes. */
export const KEPT = ['lang', 'asOf', 'plan', 'type', 'theme'] as const;

const WORD = /^[\w.,:;~*+-]+$/;
const WORD_LIMIT = 400;
const TEXT_LIMIT = 200;
/** Most signs of the conditions of a list: as many as the API takes. */
export const FILTER_LIMIT = 4_000;

/** Reads the address; what is malformed is left out, so that a broken link still opens a screen. */
export function readSearch(raw: Readonly<Record<string, unknown>>): ViewSearch {
  const text = (name: string): string | undefined => {
    const value = raw[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const word = (name: string, limit = WORD_LIMIT): string | undefined =>
    only(text(name), (value) => value.length <= limit && WORD.test(value));
  const oneOf = <Word extends string>(name: string, words: readonly Word[]): Word | undefined =>
    words.find((candidate) => candidate === text(name));
  return {
    lang: oneOf('lang', ['zh', 'en']),
    asOf: only(text('asOf'), isDay),
    plan: word('plan'),
    sel: only(text('sel'), (value) => parseThing(value) !== null),
    type: oneOf('type', ['large']),
    theme: oneOf('theme', THEMES),
    doc: word('doc'),
    mode: oneOf('mode', ['parallel']),
    map: oneOf('map', ['1']),
    layers: word('layers'),
    view: word('view'),
    drawer: oneOf('drawer', ['1']),
    inview: oneOf('inview', ['1']),
    aim: word('aim'),
    kind: word('kind'),
    tag: word('tag'),
    axis: word('axis'),
    stage: word('stage'),
    q: text('q')?.slice(0, TEXT_LIMIT),
    state: word('state'),
    mine: oneOf('mine', ['1']),
    department: word('department'),
    why: oneOf('why', EXCEPTIONS),
    month: only(text('month'), isMonth),
    light: oneOf('light', vocabulary.SUPERVISION_LIGHTS),
    noun: word('noun'),
    gap: word('gap'),
    sort: word('sort'),
    page: only(text('page'), (value) => /^[1-9]\d{0,4}$/.test(value)),
    group: word('group'),
    pivot: word('pivot'),
    sum: word('sum'),
    where: word('where', LIST_ADDRESS_LIMIT),
    shut: word('shut', LIST_ADDRESS_LIMIT),
    columns: word('columns', LIST_ADDRESS_LIMIT),
    frozen: only(text('frozen'), (value) => /^[0-9]$/.test(value)),
    filter: only(text('filter'), (value) => value.length <= FILTER_LIMIT),
    draw: word('draw'),
    place: word('place'),
    since: only(text('since'), isDay),
    record: oneOf('record', ['1']),
    edit: word('edit'),
    park: word('park'),
    need: only(text('need'), (value) => isNeed(value)),
    run: word('run'),
    against: word('against'),
    water: oneOf('water', ['without', 'difference', 'swipe']),
    way: oneOf('way', WAYS),
  };
}

/** The address after a press. One more condition or shut group than it has room for changes nothing: the whole list of them would be lost. */
export function patched(before: ViewSearch, patch: ViewSearch): ViewSearch {
  const hasRoom = [patch.where, patch.shut, patch.columns].every((text) => (text ?? '').length <= LIST_ADDRESS_LIMIT);
  return hasRoom ? { ...before, ...patch } : before;
}

/** A thing named in the address. */
export interface SelectedThing {
  readonly kind: 'sentence' | (typeof vocabulary.THING_KINDS)[number] | PlainKind;
  readonly id: string;
}

/** `place:p1` as a thing; null when it is none. */
export function parseThing(text: string): SelectedThing | null {
  const at = text.indexOf(':');
  const [name, id] = [text.slice(0, at), text.slice(at + 1)];
  const kind = (['sentence', ...vocabulary.THING_KINDS, ...PLAIN_KINDS] as const).find((candidate) => candidate === name);
  return kind && id !== '' && id.length <= TEXT_LIMIT ? { kind, id } : null;
}

/** The address's query as plain names and values. */
export function parseSearchText(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

/** The query of an address, with the signs people read left as they are. */
export function searchText(search: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) if (typeof value === 'string' && value !== '') params.set(name, value);
  const text = params.toString().replaceAll('%3A', ':').replaceAll('%2C', ',');
  return text ? `?${text}` : '';
}

/** Whether a text is a need as the API takes it. */
function isNeed(value: string): boolean {
  return value.length <= WORD_LIMIT && new RegExp(NEED_PATTERN).test(value);
}

function only(value: string | undefined, isRight: (value: string) => boolean): string | undefined {
  return value !== undefined && isRight(value) ? value : undefined;
}
