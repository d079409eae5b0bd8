import { type DayString, isDay } from '@westgate/base';

/** What a firm needs; what it does not ask is null. */
export interface SpaceNeed {
  /** In one piece, in m². */
  readonly areaM2: number | null;
  readonly heightM: number | null;
  readonly loadKnM2: number | null;
  /** At most so far from a metro station, in m. */
  readonly metroM: number | null;
  /** The day by which it moves in. */
  readonly readyOn: DayString | null;
  /** The rent it pays at most, in yuan for a m² and day. */
  readonly rent: number | null;
  /** A value of a plan axis that the space is for, as axis:value. */
  readonly tag: string | null;
}

export const NO_NEED: SpaceNeed = { areaM2: null, heightM: null, loadKnM2: null, metroM: null, readyOn: null, rent: null, tag: null };

/** The numbers that a need may name, each by the word it has in an address. */
const AMOUNTS = { area: 'areaM2', height: 'heightM', load: 'loadKnM2', metro: 'metroM', rent: 'rent' } as const;

const PART = '(?:(?:area|height|load|metro|rent):\\d{1,9}(?:\\.\\d{1,4})?|ready:\\d{4}-\\d\\d-\\d\\d|tag:[\\w.-]+:[\\w.-]+)';
/** What a well-formed need matches. */
export const NEED_PATTERN = `^(?:${PART}(?:,${PART})*)?$`;

/**
 * A need as an address writes it: `area:5000,load:7.5,ready:2027-03-01,tag:tier:pillar`. What is malformed is left out, so that a broken link still asks
 * something; `needText` writes it.
 */
export function readNeed(text: string): SpaceNeed {
  let need: SpaceNeed = NO_NEED;
  for (const part of text.split(',')) {
    const [name = '', ...rest] = part.split(':');
    const value = rest.join(':');
    const amount = Object.entries(AMOUNTS).find(([word]) => word === name)?.[1];
    if (amount !== undefined && /^\d{1,9}(?:\.\d{1,4})?$/.test(value)) need = { ...need, [amount]: Number(value) };
    else if (name === 'ready' && isDay(value)) need = { ...need, readyOn: value };
    else if (name === 'tag' && /^[\w.-]+:[\w.-]+$/.test(value)) need = { ...need, tag: value };
  }
  return need;
}

/** A need as an address writes it; empty where nothing is asked. */
export function needText(need: SpaceNeed): string {
  const amounts = Object.entries(AMOUNTS).flatMap(([word, name]) => (need[name] === null ? [] : [`${word}:${need[name]}`]));
  const [ready, tag] = [need.readyOn === null ? [] : [`ready:${need.readyOn}`], need.tag === null ? [] : [`tag:${need.tag}`]];
  return [...amounts, ...ready, ...tag].join(',');
}
