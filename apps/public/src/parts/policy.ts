import { createHash } from 'node:crypto';
import { type Html, html } from '@westgate/base';

/**
 * What a browser may load for a page: the style sheet and pictures of the site, nothing from elsewhere, and no script at all, whatever a text
 * holds. `file:`, so that pages that are opened from a disk have their looks. `style`: a style sheet that stands in the page itself.
 */
export function policy(style: string | null = null): Html {
  const own = "'self' file:";
  const styles = style === null ? own : `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
  const rules = `default-src 'none'; style-src ${styles}; img-src ${own}; base-uri 'none'; form-action 'none'`;
  return html`<meta http-equiv="content-security-policy" content="${rules}">`;
}
