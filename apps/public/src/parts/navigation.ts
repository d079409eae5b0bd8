import { type Html, html } from '@westgate/base';
import { PLURALS } from '@westgate/domain';
import { type At, hrefTo } from '../site/at.ts';
import { BESIDE_INDICATORS, SECTIONS, type Section } from '../site/sections.ts';
import type { Site } from '../site/site.ts';
import { word } from '../words/words.ts';

/** The way to the parts of the site; parts in which the district has nothing are left out. */
export function navigation(at: At, current: Section | null): Html {
  const links = SECTIONS.flatMap((section) => {
    const path = sectionPath(at.site, section);
    if (path === null) return [];
    const mark = section === current ? html` aria-current="page"` : null;
    return [html`<li><a href="${hrefTo(at, path)}"${mark}>${word(at, `section.${section}`)}</a></li>`];
  });
  return html`<nav class="ways" aria-label="${word(at, 'navigation')}"><ul>${links}</ul></nav>`;
}

/** The first page of a part of the site; null where the district has nothing in it. */
export function sectionPath(site: Site, section: Section): string | null {
  const { publication } = site;
  switch (section) {
    case 'plan':
      return planPath(site);
    case 'commitments':
    case 'places':
    case 'projects':
    case 'events':
      return publication[section].length === 0 ? null : `${section}/index.html`;
    case 'indicators':
      return (['indicator', ...BESIDE_INDICATORS] as const).every((kind) => publication[PLURALS[kind]].length === 0)
        ? null
        : 'indicators/index.html';
    case 'space':
      return publication.buildings.length === 0 ? null : 'space.html';
    case 'about':
      return 'about.html';
  }
}

/** The page of the first plan whose text is held, else of the first plan. */
function planPath(site: Site): string | null {
  const { documents } = site.publication;
  const plan = documents.find(({ sentenceCount }) => sentenceCount > 0) ?? documents[0];
  return plan ? site.pathOf('document', plan.id) : null;
}
