import { type Html, html } from '@westgate/base';
import type { PublicPlace } from '@westgate/contract';
import { type ShapeName, shapeNamed, shapeOf } from '@westgate/domain';
import { short } from '../map/projection.ts';
import type { At } from '../site/at.ts';
import { aimClass, aimsOf } from './aim.ts';

/** The patterns of the district's aims, for the fills of one picture. */
export function patternDefs(at: At): Html {
  const looks = aimsOf(at.site).map(({ colour, pattern }) => ({ colour, pattern }));
  return html`<defs>${looks.map(({ colour, pattern }) => {
    const drawing = pattern === null ? undefined : PATTERNS[pattern];
    return drawing === undefined || colour === null
      ? null
      : html`<pattern id="${pattern}-${colour}" class="aim-${colour}" width="6" height="6" patternUnits="userSpaceOnUse">${drawing}</pattern>`;
  })}</defs>`;
}

const PATTERNS: Readonly<Record<string, Html>> = {
  hatch: html`<path class="inked" d="M-1.5 1.5l3-3M0 6l6-6M4.5 7.5l3-3"/>`,
  solid: html`<path class="filled" d="M0 0h6v6H0z"/>`,
  outline: html`<path class="filled pale" d="M0 0h6v6H0z"/>`,
  wave: html`<path class="inked" d="M0 3q1.5-2.4 3 0t3 0"/>`,
};

/** The symbol of a place: shape by kind, fill by aim, outline by stage. Ground of paper under it, so that it stands out from the map. */
export function symbolAt(at: At, place: PublicPlace, [x, y]: readonly [number, number], scale: number): Html {
  return html`<g class="symbol ${symbolClass(at, place)}" transform="translate(${short(x)} ${short(y)}) scale(${scale})">${symbolPaths(at, place)}</g>`;
}

/** The same symbol beside a name in a list. */
export function symbolSign(at: At, place: PublicPlace): Html {
  return html`<svg class="symbol sign ${symbolClass(at, place)}" viewBox="-13 -13 26 26" aria-hidden="true">${symbolPaths(at, place)}</svg>`;
}

/** A shape alone, for a legend. */
export function shapeSign(name: ShapeName): Html {
  const { outline, inner } = shapeNamed(name);
  return html`<svg class="symbol sign aim-none" viewBox="-13 -13 26 26" aria-hidden="true"><path class="shape" d="${outline}"/>${inner === undefined ? null : html`<path class="inner" d="${inner}"/>`}</svg>`;
}

/** The outline of a stage alone, for a legend. */
export function stageSign(stage: PublicPlace['stage']): Html {
  return html`<svg class="symbol sign aim-none stage-${stage}" viewBox="-13 -13 26 26" aria-hidden="true"><path class="shape" d="${shapeNamed('compound').outline}"/></svg>`;
}

function symbolPaths(at: At, { kind, aim }: PublicPlace): Html {
  const { outline, inner } = shapeOf(kind);
  const fill = fillOf(at, aim);
  return html`<path class="halo" d="${outline}"/><path class="shape" d="${outline}"${fill && html` fill="${fill}"`}/>${inner === undefined ? null : html`<path class="inner" d="${inner}"/>`}`;
}

/** The fill of an aim's pattern within the same picture; null where there is none. */
export function fillOf(at: At, aim: string | null): string | null {
  const found = aimsOf(at.site).find(({ id }) => id === aim);
  return found?.colour && found.pattern ? `url(#${found.pattern}-${found.colour})` : null;
}

function symbolClass(at: At, { aim, stage, isSite }: PublicPlace): string {
  return `${aimClass(at.site, aim)} stage-${isSite || aim !== null ? stage : 'plain'}`;
}
