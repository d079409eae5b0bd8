import { PLAIN_KINDS, PLURALS, type PlainKind, type Plural } from '@westgate/domain';
import { z } from 'zod';
import { bilingual, evidence, figure, schemaName, source } from './common.ts';
import { district } from './district.ts';
import { publicUnits } from './health-check.ts';
import { commitment, indicator, indicatorValue, place, planDocument, project, sentence } from './nouns.ts';
import { PLAIN, type RecordOf } from './records.ts';

const position = z.tuple([z.number(), z.number()]);
const line = z.array(position);
const lines = z.array(line);

/** GeoJSON geometry, 2D, WGS 84, `[lng, lat]`. */
export const geometry = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('Point'), coordinates: position }),
    z.object({ type: z.literal('MultiPoint'), coordinates: line }),
    z.object({ type: z.literal('LineString'), coordinates: line }),
    z.object({ type: z.literal('MultiLineString'), coordinates: lines }),
    z.object({ type: z.literal('Polygon'), coordinates: lines }),
    z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(lines) }),
  ])
  .meta({ id: 'Geometry' });

/** The public names no person: when and by whom a value was changed is left out of everything below. */
const publicFigure = figure.omit({ changed: true }).meta({ id: 'PublicFigure' });
const publicEvidence = evidence.omit({ changed: true }).meta({ id: 'PublicEvidence' });
const publicValue = indicatorValue.omit({ changed: true }).meta({ id: 'PublicIndicatorValue' });

const told = { evidence: z.array(publicEvidence), figures: z.array(publicFigure) };
const publicCommitment = commitment.extend({ sentenceText: bilingual, ...told }).meta({ id: 'PublicCommitment' });
const publicProject = project.extend(told).meta({ id: 'PublicProject' });
const publicPlace = place
  .extend({
    area: publicFigure.nullable(),
    ...told,
    /** Its short name for a map. */
    label: bilingual,
    /** Its point, line or area and its drawn outlines. */
    shapes: z.array(geometry),
  })
  .meta({ id: 'PublicPlace' });
const publicIndicator = indicator
  .extend({
    actual: publicValue.nullable(),
    target: publicValue.nullable(),
    values: z.array(publicValue),
    /** In each survey unit, of one that is worked out from places; null of others. */
    units: publicUnits.nullable(),
  })
  .meta({ id: 'PublicIndicator' });
/** A record of a plain kind as the public is told it. */
export type PublicRecord<K extends PlainKind> = K extends PlainKind
  ? RecordOf<K> extends { readonly figures: unknown }
    ? Omit<RecordOf<K>, 'figures'> & { figures: z.output<typeof publicFigure>[] }
    : RecordOf<K>
  : never;
function publicRecord(kind: PlainKind): z.ZodType {
  const record: z.ZodObject = PLAIN[kind].detail;
  return 'figures' in record.shape ? record.extend({ figures: z.array(publicFigure) }).meta({ id: `Public${schemaName(kind)}` }) : record;
}
const publicRecords = Object.fromEntries(PLAIN_KINDS.map((kind) => [PLURALS[kind], z.array(publicRecord(kind))])) as unknown as {
  readonly [K in PlainKind as Plural<K>]: z.ZodArray<z.ZodType<PublicRecord<K>>>;
};
const publicDistrict = district
  .omit({ mode: true, modeReason: true, modeNote: true, documents: true })
  .extend({ figures: z.array(publicFigure) })
  .meta({ id: 'PublicDistrict' });

/** A line, area or name that is drawn under the district's own places. */
const drawn = z
  .object({
    layer: z.string(),
    name: bilingual,
    rank: z.number().nullable(),
    heightM: z.number().nullable(),
    /** Its source must be named where it is drawn. */
    isAttributed: z.boolean(),
    geometry,
  })
  .meta({ id: 'DrawnFeature' });

/** Everything of a district that is public, as it stood after deed `seq`, with the states of the day `asOf`. */
export const publication = z
  .object({
    asOf: z.string(),
    seq: z.number().int(),
    /** Hash of that deed: the head of the journal it rests on. */
    hash: z.string(),
    district: publicDistrict,
    /** What must be shown with every map: whom its sources ask to be named, and their licences. */
    attributions: z.array(bilingual),
    documents: z.array(planDocument),
    /** In the order of the texts, those that are no longer in a text last. */
    sentences: z.array(sentence),
    commitments: z.array(publicCommitment),
    places: z.array(publicPlace),
    projects: z.array(publicProject),
    indicators: z.array(publicIndicator),
    ...publicRecords,
    sources: z.array(source),
    drawn: z.array(drawn),
  })
  .meta({ id: 'Publication' });
