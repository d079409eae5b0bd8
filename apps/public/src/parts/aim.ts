import { type Html, html } from '@westgate/base';
import type { AxisRecord } from '@westgate/contract';
import type { At } from '../site/at.ts';
import type { Site } from '../site/site.ts';
import { said } from '../words/say.ts';

type Aim = AxisRecord['values'][number];

/** The aims of the district: the values of its axis of that name. */
export function aimsOf({ publication }: Site): readonly Aim[] {
  return publication.district.axes.find(({ id }) => id === 'aim')?.values ?? [];
}

/** The class that gives an aim's colour and pattern to what is drawn or underlined in it. */
export function aimClass(site: Site, aim: string | null): string {
  const found = aimsOf(site).find(({ id }) => id === aim);
  return `aim-${found?.colour ?? 'none'} pattern-${found?.pattern ?? 'none'}`;
}

/** An aim's name after its mark, in its colour; nothing where there is none. */
export function aimTag(at: At, aim: string | null): Html | null {
  const found = aimsOf(at.site).find(({ id }) => id === aim);
  if (!found) return null;
  const look = aimClass(at.site, aim);
  return html`<span class="tag ${look}"><i class="mark ${look}"></i>${said(at, found.name)}</span>`;
}
