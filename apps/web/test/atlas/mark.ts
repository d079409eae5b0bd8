import type { MapMark } from '@westgate/contract';

/** A place picked out on the map with nothing known of it but what the test says. */
export function mark(given: Partial<MapMark> & { place: string }): MapMark {
  return {
    kind: 'factory',
    is_site: true,
    aim: null,
    stage: 'not-known',
    name_zh: null,
    name_en: null,
    label_zh: null,
    label_en: null,
    rank: 1,
    in_area: false,
    room: 'small',
    share: 0.5,
    centre: [1, 2],
    bbox: [1, 2, 1, 2],
    ...given,
  };
}
