import type { Place } from '@westgate/contract';

/** A place with nothing known of it but what the test says. */
export function place(given: Partial<Place> & { id: string }): Place {
  const unsaid = { zh: null, en: null };
  return {
    name: { zh: null, en: given.id },
    kind: 'factory',
    isSite: true,
    position: 'known',
    confidence: 'high',
    positionBasis: unsaid,
    positionSource: null,
    attribution: unsaid,
    noPlaceReason: unsaid,
    landTitle: null,
    landTitleNote: unsaid,
    aim: null,
    tags: [],
    plans: [],
    under: [],
    stage: 'not-known',
    centre: [10, 50],
    bbox: null,
    illustrative: false,
    lead: null,
    surveyLevel: null,
    area: null,
    sentenceIds: [],
    sentenceNumbers: [],
    commitmentIds: [],
    projectIds: [],
    linked: { sentences: 0, commitments: 0, places: 0, projects: 0, indicators: 0 },
    note: unsaid,
    rev: 1,
    ...given,
  };
}

/** A published area. */
export function area(value: number, unit: string, period: string): NonNullable<Place['area']> {
  const unsaid = { zh: null, en: null };
  return {
    id: 'f1',
    label: unsaid,
    value,
    words: unsaid,
    unit,
    unitName: unsaid,
    qualifier: null,
    period,
    source: { id: 'S1', title: 'A page', kind: 'official', url: null, dated: null, rev: 1 },
    confidence: 'high',
    note: unsaid,
    changed: null,
    rev: 1,
  };
}
