export { type SiteFile, type SiteFiles, type SiteOptions, siteFiles } from './site-files.ts';
export { SERVED_AT, siteLanguages, siteUrl } from './site-options.ts';
