import { commonSchema, districtSchema, type ThingKindName } from '@westgate/contract';
import type { TableName } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { asOfOnly, idParam, noParams, read } from '../http/route.ts';
import type { Office } from '../office.ts';
import { historyOf } from '../present/history.ts';
import { linksOfRecord } from '../present/links.ts';
import { statesReady } from '../states-ready.ts';
import type { View } from '../view.ts';

/** The routes of one kind of record: a list, one, its links, its history. */
export interface Noun<Q extends z.ZodType, Page extends z.ZodType, Detail extends z.ZodType> {
  readonly kind: ThingKindName & TableName;
  readonly plural: string;
  readonly query: Q;
  readonly page: Page;
  readonly detail: Detail;
  readonly list: (view: View, query: z.output<Q>) => z.output<Page>;
  readonly one: (view: View, id: string) => z.output<Detail>;
}

/** Adds the four routes of a kind of record. */
export function addNoun<Q extends z.ZodType, Page extends z.ZodType, Detail extends z.ZodType>(
  app: FastifyInstance,
  office: Office,
  noun: Noun<Q, Page, Detail>,
): void {
  const { kind, plural } = noun;
  read(app, office, `/${plural}`, {
    summary: `The ${plural}, filtered, sorted, page by page`,
    tag: plural,
    params: noParams,
    query: noun.query,
    answer: noun.page,
    prepare: statesReady,
    present: (view, { query }) => noun.list(view, query),
  });
  read(app, office, `/${plural}/:id`, {
    summary: `One ${kind}`,
    tag: plural,
    params: idParam,
    query: asOfOnly,
    answer: noun.detail,
    errors: ['WG_NOT_FOUND'],
    present: (view, { params }) => noun.one(view, params.id),
  });
  read(app, office, `/${plural}/:id/links`, {
    summary: `What a ${kind} is linked to, and how`,
    tag: plural,
    params: idParam,
    query: asOfOnly,
    answer: commonSchema.links,
    errors: ['WG_NOT_FOUND'],
    present: (view, { params }) => linksOfRecord(view, kind, params.id),
  });
  read(app, office, `/${plural}/:id/history`, {
    summary: `The deeds that touched a ${kind} or what is recorded of it, newest first`,
    tag: plural,
    params: idParam,
    query: districtSchema.deedQuery,
    answer: commonSchema.history,
    errors: ['WG_NOT_FOUND'],
    present: (view, { params, query }) => historyOf(office, view, kind, params.id, query),
  });
}
