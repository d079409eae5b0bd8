import { ERRORS, type Html, html } from '@westgate/base';
import { type OpenApi, type Operation, referredName } from './openapi.ts';
import { isSchema, type Schema, schemaRows, typeText } from './schema-text.ts';

interface Route {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}

/** The page on which the API is read: rules that hold everywhere, every route, every schema, every error. */
export function apiPage(document: OpenApi): string {
  const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Route => ({ path, method, operation })),
  );
  const tags = [...new Set(routes.flatMap((route) => route.operation.tags))];
  const schemas = Object.entries(document.components.schemas);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${document.info.title} API</title>
<link rel="stylesheet" href="/api/page.css">
</head>
<body>
<header><p class="brand"><a href="/">Westgate 西大门</a></p></header>
<main>
<h1>API</h1>
<p>${document.info.description} The screens use this API and no other. As a document for programs: <a href="/api/openapi.json">openapi.json</a> (OpenAPI ${document.openapi}).</p>
<nav aria-label="On this page"><ul class="contents">
<li><a href="#rules">Rules</a></li>
${tags.map((tag) => html`<li><a href="#${tag}">${tag}</a></li>`)}
<li><a href="#schemas">Schemas</a></li>
<li><a href="#errors">Errors</a></li>
</ul></nav>
${rules()}
${tags.map((tag) => html`<section id="${tag}"><h2>${tag}</h2>${routes.filter((route) => route.operation.tags.includes(tag)).map(routeSection)}</section>`)}
<section id="schemas"><h2>Schemas</h2>${schemas.map(([name, schema]) => schemaSection(name, schema))}</section>
<section id="errors"><h2>Errors</h2>${errorTable()}</section>
</main>
</body>
</html>
`.text;
}

function rules(): Html {
  return html`<section id="rules"><h2>Rules that hold everywhere</h2>
<dl class="rules">
<dt>Days</dt><dd>States are computed, never stored. <code>asOf=2024-12-31</code> asks for those of a day; without it, today in the district’s time zone. The answer carries the day and <code>seq</code>, the last deed it rests on.</dd>
<dt>Languages</dt><dd>Every text is <code>{"zh": …, "en": …}</code>; null where it is not held in that language.</dd>
<dt>Pages</dt><dd>A list answers <code>total</code>, <code>items</code> and <code>next</code>. Send <code>next</code> back as <code>after</code> for the following page; on the last one it is null.</dd>
<dt>Freshness</dt><dd>Each answer has an <code>ETag</code>; send it as <code>If-None-Match</code> and get 304 while nothing has changed. <code>GET /api/v1/changes</code> tells of each deed as it is done.</dd>
<dt>Writing</dt><dd>Bodies are JSON. With an <code>Idempotency-Key</code> header, where a route takes one, the same request sent again does nothing new and gets the first answer; another request with that key is refused. Every write is a deed and can be undone by another.</dd>
<dt>Errors</dt><dd>Every error is <code>application/problem+json</code> with a stable <code>code</code> and a <code>requestId</code>, which is also in the header <code>x-request-id</code>.</dd>
<dt>Access</dt><dd>The server listens on this machine alone and takes requests for 127.0.0.1 and localhost only.</dd>
</dl></section>`;
}

function routeSection({ path, method, operation }: Route): Html {
  const answers = Object.entries(operation.responses);
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  return html`<article>
<h3><span class="method">${method.toUpperCase()}</span> <code>${path}</code></h3>
<p>${operation.summary}.${operation.description ? ` ${operation.description}` : ''}</p>
${operation.parameters.length === 0 ? null : parameterTable(operation)}
${body === undefined ? null : html`<p>Body: ${typeHtml(body)}</p>`}
<p>Answers: ${answers.map(([status, answer]) => answerHtml(status, Object.values(answer.content ?? {})[0]?.schema))}</p>
</article>`;
}

function answerHtml(status: string, schema: unknown): Html {
  if (Number(status) >= 400 && referredName(schema) === 'Problem') return html`<span class="answer">${status}</span> `;
  return html`<span class="answer">${status} ${typeHtml(schema)}</span> `;
}

function parameterTable({ parameters }: Operation): Html {
  return html`<table><thead><tr><th scope="col">Parameter</th><th scope="col">In</th><th scope="col">Form</th><th scope="col">Meaning</th></tr></thead><tbody>
${parameters.map(
  (each) =>
    html`<tr><th scope="row"><code>${each.name}</code></th><td>${each.in}</td><td>${typeHtml(each.schema)}</td><td>${each.description ?? ''}</td></tr>`,
)}
</tbody></table>`;
}

function schemaSection(name: string, schema: unknown): Html {
  const rows = isSchema(schema) ? schemaRows(schema) : [];
  return html`<article id="schema-${name}"><h3><code>${name}</code></h3>
${rows.length === 0 ? html`<p>${typeHtml(schema)}</p>` : fieldTable(rows)}
</article>`;
}

function fieldTable(rows: readonly { readonly name: string; readonly isRequired: boolean; readonly schema: Schema }[]): Html {
  return html`<table><thead><tr><th scope="col">Field</th><th scope="col">Form</th><th scope="col">Given</th></tr></thead><tbody>
${rows.map(
  (row) =>
    html`<tr><th scope="row"><code>${row.name}</code></th><td>${typeHtml(row.schema)}</td><td>${row.isRequired ? 'always' : 'may be left out'}</td></tr>`,
)}
</tbody></table>`;
}

/** What a value looks like, names of schemas as links. */
function typeHtml(schema: unknown): Html {
  const parts = typeText(schema).split(/(\[\[[A-Za-z]+\]\])/);
  return html`<span class="type">${parts.map((part) => {
    const name = /^\[\[([A-Za-z]+)\]\]$/.exec(part)?.[1];
    return name === undefined ? html`${part}` : html`<a href="#schema-${name}">${name}</a>`;
  })}</span>`;
}

function errorTable(): Html {
  const rows = Object.entries(ERRORS);
  return html`<table><thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">Meaning</th></tr></thead><tbody>
${rows.map(([code, { status, title }]) => html`<tr id="${code}"><th scope="row"><code>${code}</code></th><td>${status}</td><td>${title}</td></tr>`)}
</tbody></table>`;
}
