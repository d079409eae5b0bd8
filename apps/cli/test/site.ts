import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { HtmlValidate } from 'html-validate';

/** Every file of a published folder by its path, `/` between parts, in order. */
export function filesOf(dir: string): ReadonlyMap<string, Buffer> {
  const paths = readdirSync(dir, { recursive: true })
    .map((path) => String(path).replaceAll('\\', '/'))
    .filter((path) => statSync(join(dir, path)).isFile())
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(join(dir, path))]));
}

/** The pages of a published folder as text. */
export function pagesOf(files: ReadonlyMap<string, Buffer>): ReadonlyMap<string, string> {
  return new Map([...files].filter(([path]) => path.endsWith('.html')).map(([path, bytes]) => [path, bytes.toString()]));
}

/** What is wrong with the HTML of pages by the standard and its accessibility rules, each kind of fault once with its place. */
export function htmlFaults(pages: ReadonlyMap<string, string>): readonly string[] {
  const validator = new HtmlValidate({
    root: true,
    extends: ['html-validate:standard', 'html-validate:a11y'],
    // Ids begin as people chose them; the standard allows that.
    rules: { 'valid-id': ['error', { relaxed: true }] },
  });
  const faults = new Map<string, string>();
  for (const [path, text] of pages) {
    for (const { messages } of validator.validateStringSync(text).results) {
      for (const { ruleId, message, line } of messages) faults.set(`${ruleId}: ${message}`, `${path}:${line}`);
    }
  }
  return [...faults].map(([fault, place]) => `${place} ${fault}`);
}

/** Pages whose own head does not keep a browser from loading and running all but the site's style sheet and pictures, or that it would break. */
export function policyFaults(pages: ReadonlyMap<string, string>): readonly string[] {
  const faults: string[] = [];
  for (const [path, text] of pages) {
    const [head = ''] = text.split('</head>');
    const policies = [...text.matchAll(/<meta http-equiv="content-security-policy" content="([^"]*)">/g)];
    const [policy] = policies;
    if (policies.length !== 1 || !policy || policy.index > head.length) {
      faults.push(`${path} has ${policies.length} policies in its head`);
      continue;
    }
    if (/<(?:link|style|script|img|base)\b/.test(head.slice(0, policy.index))) faults.push(`${path} loads something before its policy`);
    const rules = new Map(
      (policy[1] ?? '')
        .replaceAll('&#39;', "'")
        .split(';')
        .map((rule) => rule.trim().split(' '))
        .map(([name = '', ...sources]) => [name, sources]),
    );
    for (const name of ['default-src', 'base-uri', 'form-action'])
      if (rules.get(name)?.join() !== "'none'") faults.push(`${path}: ${name} is ${rules.get(name)?.join(' ')}`);
    for (const name of ['script-src', 'script-src-elem', 'object-src', 'frame-src', 'connect-src'])
      if (rules.has(name)) faults.push(`${path} allows ${name}`);
    const sources = [...(rules.get('style-src') ?? []), ...(rules.get('img-src') ?? [])];
    for (const source of sources) if (!/^('self'|file:|'sha256-[\w+/=]+')$/.test(source)) faults.push(`${path} allows ${source}`);
    const allowed = new Set(rules.get('style-src'));
    for (const [, style = ''] of text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)) {
      const hash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
      if (!allowed.has(hash)) faults.push(`${path} has a style sheet that its policy refuses`);
    }
    if (/<[a-z][^>]*\sstyle="/.test(text)) faults.push(`${path} has a style attribute that its policy refuses`);
    if (/<(?:form|base|object|embed|iframe|script)\b/.test(text)) faults.push(`${path} has an element that its policy makes useless`);
  }
  return faults;
}

/** Links and files that lead nowhere within the folder, and whatever a browser would fetch from elsewhere or run. */
export function deadLinks(files: ReadonlyMap<string, Buffer>): readonly string[] {
  const pages = pagesOf(files);
  const anchors = new Map([...pages].map(([path, text]) => [path, new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))]));
  const faults: string[] = [];
  for (const [path, text] of pages) {
    if (/<script|\son\w+=|javascript:|<iframe|@import|url\((?!#)/i.test(text))
      faults.push(`${path} has a script, a frame or a fetched style`);
    for (const [tag, name, value] of text.matchAll(/<[a-z][^>]*?\s(href|src|srcset|poster|data|action)="([^"]*)"[^>]*>/g)) {
      const isFollowed = tag.startsWith('<a ') || /rel="(?:canonical|alternate)"/.test(tag);
      if (/^https?:/.test(value ?? '')) {
        if (!isFollowed) faults.push(`${path}: ${name} fetches ${value}`);
        continue;
      }
      const [target = '', anchor] = decodeURI(value ?? '').split('#');
      const found = target === '' ? path : posix.join(posix.dirname(path), target);
      if (!files.has(found)) faults.push(`${path}: ${value} leads to no file`);
      else if (anchor !== undefined && !anchors.get(found)?.has(decodeURIComponent(anchor)))
        faults.push(`${path}: ${value} leads to no anchor`);
    }
  }
  return [...new Set(faults)];
}
