import { type Html, html } from '@westgate/base';

/** A question and its answer; an answer that is null leaves the row out. */
export type Fact = readonly [name: string, answer: Html | null];

/** What is known of a record as questions and answers. */
export function factList(facts: readonly Fact[]): Html {
  const held = facts.filter(([, answer]) => answer !== null);
  return html`<dl class="facts">
${held.map(([name, answer]) => html`<div><dt>${name}</dt><dd>${answer}</dd></div>\n`)}</dl>`;
}

/** A part of a page under its heading; null where it holds nothing. */
export function section(id: string, title: string, body: Html | null): Html | null {
  return (
    body &&
    html`<section class="part" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${body}
</section>`
  );
}
