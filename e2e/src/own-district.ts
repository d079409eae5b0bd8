import type { Commitment, Sentence } from '@westgate/contract';
import { getJson, postJson } from './api.ts';

/** A plan of our own words: departments, places, days and amounts, which the rules read; and one sentence that only narrates. */
export const OWN = [
  '区建设局2027年底前完成北坊12栋旧楼改造，新建北坊社区食堂。区园林局加快建设河滨绿道5公里，并举办河滨文化节。',
  '去年全区完成了旧厂调查。',
].join('\n\n');
/** The same in English. */
export const OWN_EN = [
  'The Works Bureau will finish the repair of 12 old blocks in North Court by the end of 2027, and will build a canteen in North Court. The Parks Office will speed up 5 km of the riverside greenway and hold a riverside festival.',
  'Last year the survey of the old works was completed.',
].join('\n\n');

/** Begins a district with nothing in it. */
export async function beginDistrict(address: string): Promise<void> {
  const fields = {
    id: 'own',
    name_zh: '自有区',
    name_en: 'Own district',
    frame: [116, 39, 117, 40],
    metre_crs: 'EPSG:4548',
    time_zone: 'Asia/Shanghai',
    languages: ['zh', 'en'],
    axes: [{ id: 'aim', name: { zh: '目标', en: 'Aim' }, values: [] }],
    units: {},
  };
  await postJson(address, '/api/v1/district/start', { who: 'walk', fields });
}

/** The sentences of a plan, in order. */
export const sentencesIn = async (address: string, document: string): Promise<readonly Sentence[]> =>
  (await getJson<{ items: readonly Sentence[] }>(address, `/api/v1/sentences?document=${document}&limit=500`)).items;

/** The commitments of a plan, in order. */
export const commitmentsIn = async (address: string, document: string): Promise<readonly Commitment[]> =>
  (await getJson<{ items: readonly Commitment[] }>(address, `/api/v1/commitments?document=${document}&limit=500`)).items;
