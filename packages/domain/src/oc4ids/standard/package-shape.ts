import { list, moment, object, ref, type Shape, text, uri } from './shape.ts';

/** The version that a package says it is of, as the standard writes it: major and minor. */
export const VERSION = '0.9';

/** A package of projects. What it may leave empty (`null`) is checked where it is not. */
export const PACKAGE: Shape = object(
  {
    uri: uri(),
    publishedDate: moment(),
    version: text(),
    publisher: object({ name: text(), scheme: text(), uid: text(), uri: uri() }, ['name']),
    license: uri(),
    publicationPolicy: uri(),
    projects: list(ref('Project')),
  },
  ['uri', 'publisher', 'publishedDate', 'projects', 'version'],
);

/** Fields of a package and of its publisher that may be `null`. */
export const NULLABLE: ReadonlySet<string> = new Set([
  '/license',
  '/publicationPolicy',
  '/publisher/scheme',
  '/publisher/uid',
  '/publisher/uri',
]);
