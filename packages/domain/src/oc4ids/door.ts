export type { Cells, MappingEntry } from './mapping/entry.ts';
export { MAPPING } from './mapping/mapping.ts';
export { checkDocument, checkProject, isPackage } from './standard/check.ts';
export { below, found as foundSaid, type Oc4idsFault } from './standard/fault.ts';
export { isFields, itemsOf, partAt, textIn } from './standard/parts.ts';
export { type Unsaid, unsaidOf } from './unsaid.ts';
export { unusedIn, unusedOf } from './unused.ts';
export { packageHead, prefixOf, writePackage, writeReceived, writeSound } from './write-package.ts';
export { assumedKey, keysOf, languageOf, oc4idsId, originalOf, writeProject } from './write-project.ts';
