export { type SiteFile, type SiteFiles, type SiteOptions, siteFiles } from './site-files.ts';
export { siteLanguages, siteUrl } from './site-options.ts';
