import { BASE_CSS } from './base-css.ts';
import { PARTS_CSS } from './parts-css.ts';
import { DARK, declared, LIGHT, PRINT } from './tokens.ts';

/** The one style sheet of the site. Sizes are in rem, so that the reader's own size and large type act on all of it. */
export const SITE_CSS = `:root{${declared(LIGHT)}color-scheme:light dark}
@media screen and (prefers-color-scheme:dark){:root{${declared(DARK)}}}
${BASE_CSS}${PARTS_CSS}@media print{:root{${declared(PRINT)}color-scheme:light}}
`;
