import { type Html, html } from '@westgate/base';
import type { Department } from '@westgate/contract';
import { confidenceNote, sourceNote } from '../parts/source.ts';
import { stateWord } from '../parts/state.ts';
import { thingLink } from '../parts/things.ts';
import type { At } from '../site/at.ts';
import type { Page } from '../site/page.ts';
import { departmentAnchor, type Site } from '../site/site.ts';
import { said, saidOrNothing } from '../words/say.ts';
import { word } from '../words/words.ts';

/** Who answers for what: departments, never persons, each with what it leads. */
export function departmentList({ publication }: Site): Page {
  const { departments } = publication;
  return {
    path: 'departments.html',
    section: 'about',
    write: (at) => ({
      title: word(at, 'nouns.department'),
      description: word(at, 'departments.count', { count: departments.length }),
      main: html`<h1>${word(at, 'nouns.department')}</h1>
<p class="lead">${word(at, 'departments.lead')}</p>
${departments.map((department) => part(at, department))}`,
      aside: null,
    }),
  };
}

function part(at: At, department: Department): Html {
  const { id, name, role, source, confidence } = department;
  const { commitments, projects } = at.site.publication;
  const owned = commitments.filter(({ owner }) => owner?.id === id);
  const led = projects.filter(({ lead }) => lead?.id === id);
  const anchor = departmentAnchor(id);
  const does = saidOrNothing(at, role);
  const rows = [
    ...owned.map((one) => html`<li>${thingLink(at, { kind: 'commitment', id: one.id, name: one.title })} ${stateWord(at, one.state)}</li>`),
    ...led.map((one) => html`<li>${thingLink(at, { kind: 'project', id: one.id, name: one.name })} ${stateWord(at, one.state)}</li>`),
  ];
  return html`<section class="part" aria-labelledby="${anchor}"><h2 id="${anchor}">${said(at, name)}</h2>
${does && html`<p>${does}</p>`}
<p class="soft">${sourceNote(at, source)} · ${confidenceNote(at, confidence)}</p>
${rows.length > 0 ? html`<ul class="rows">${rows}</ul>` : html`<p class="soft">${word(at, 'departments.nothing')}</p>`}</section>
`;
}
