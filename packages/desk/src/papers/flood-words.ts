import type { HazardClass } from '../flood/exposure.ts';
import type { SayIn } from './say-in.ts';

/** What stands under every result of the flood lab. */
export const PLANNING_EVIDENCE = { zh: '规划论证材料，不是预警服务', en: 'planning evidence, not a warning service' } as const;

const CLASSES: Readonly<Record<HazardClass, readonly [zh: string, en: string]>> = {
  low: ['低', 'low'],
  moderate: ['中', 'moderate'],
  significant: ['高', 'significant'],
  extreme: ['极高', 'extreme'],
};
const [MINUTE, MINUTES_AN_HOUR] = [60, 60];

/** A class of hazard in words; not known where there is none. */
export function hazardSaid(hazardClass: HazardClass | null, say: SayIn): string {
  return hazardClass === null ? say.unknown : say.text(...CLASSES[hazardClass]);
}

/** A time of a run as whole hours and minutes from its start, never later than it is: `3 h 20 min`; before it where it is below 0, not known where there is none. */
export function hoursSaid(seconds: number | null, say: SayIn): string {
  if (seconds === null) return say.unknown;
  const minutes = Math.abs(Math.floor(seconds / MINUTE));
  const [hours, left] = [Math.floor(minutes / MINUTES_AN_HOUR), minutes % MINUTES_AN_HOUR];
  const length = say.text(`${hours} 小时 ${left} 分`, `${hours} h ${left} min`);
  return seconds < 0 ? say.text(`来水开始前 ${length}`, `${length} before the start`) : length;
}
