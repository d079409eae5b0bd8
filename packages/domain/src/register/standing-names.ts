/** What a word is called in both languages. */
export type Name = { readonly zh: string; readonly en: string };

/** The name of a word. */
export function name(zh: string, en: string): Name {
  return { zh, en };
}

import { ASSET_MODE_NAMES } from './tables/table.ts';

/** What is worked out of indicators, problems, reviews, outputs, deals, drills and decisions is called, and the stages of industries. */
export const STANDING_NAMES = {
  pipelineStage: {
    watch: name('观察', 'watch'),
    seed: name('孵化', 'seed'),
    pilot: name('试点', 'pilot'),
    scale: name('规模化', 'scale'),
  },
  reviewStanding: {
    overdue: name('逾期未评议', 'review overdue'),
    near: name('临近评议', 'review due soon'),
    'in-time': name('未到评议时限', 'review not yet due'),
  },
  outputStanding: {
    overdue: name('逾期未交付', 'overdue'),
    'not-known': name('交付情况不明', 'not known'),
    partly: name('部分交付', 'partly delivered'),
    awaited: name('未到交付日期', 'not yet due'),
    'delivered-late': name('逾期交付', 'delivered late'),
    delivered: name('已交付', 'delivered'),
  },
  dealStanding: {
    'fallen-through': name('已终止', 'fallen through'),
    'not-known': name('情况不明', 'not known'),
    signed: name('已签约', 'signed'),
    'under-way': name('履约中', 'under way'),
    realised: name('已落地', 'realised'),
  },
  assetMode: ASSET_MODE_NAMES,
  assetGap: {
    'no-drill': name('一年内未演练', 'no drill in a year'),
    'too-slow': name('实测时间长于计划', 'measured time longer than planned'),
    capacity: name('急时能力未知', 'emergency capacity not known'),
    'no-route': name('无到达路线', 'no route'),
    'no-owner': name('无责任单位', 'no owner'),
    'no-trigger': name('无启用条件', 'no trigger'),
    withheld: name('部分演练不可见，演练情况不明', 'drills not known, as some are withheld'),
  },
  closedWhy: {
    'no-elevation': name('未知：高程未填', 'not known: no elevation'),
    'no-levels': name('未知：无日常水位', 'not known: no everyday levels'),
    'below-levels': name('未知：低于最低水位', 'not known: below the lowest level'),
    'above-levels': name('未知：高于最高水位', 'not known: above the highest level'),
  },
  drillStanding: {
    overdue: name('逾期未演练', 'overdue'),
    'too-slow': name('实测时间长于计划', 'longer than planned'),
    'not-measured': name('已演练，时间无法对照', 'held, time not compared'),
    planned: name('未到演练日期', 'not yet due'),
    accepted: name('超时，已认可', 'longer than planned, accepted'),
    'in-time': name('按时完成转换', 'in time'),
  },
  checkStanding: {
    below: name('不达标', 'below standard'),
    stale: name('数据过旧', 'out of date'),
    'not-known': name('未查或未查全', 'not measured in full'),
    'no-threshold': name('无达标值', 'no threshold'),
    met: name('达标', 'meets standard'),
  },
  problemStanding: {
    'failed-again': name('复测未达标', 'below standard again'),
    overdue: name('逾期未复测', 'overdue for re-measurement'),
    'no-project': name('未立项', 'no project'),
    'under-way': name('已立项，待复测', 'project, to be measured again'),
    'no-works': name('不立项，待复测', 'no project needed, to be measured again'),
    met: name('复测达标，待销号', 'meets standard, to be closed'),
    closed: name('已销号', 'closed'),
  },
  indicatorStanding: {
    'off-path': name('滞后序时', 'off track'),
    stale: name('数据过旧', 'out of date'),
    'not-known': name('未知', 'not known'),
    'no-target': name('未定目标', 'no target'),
    'on-path': name('达序时', 'on track'),
  },
  readinessStanding: {
    overdue: name('逾期', 'overdue'),
    'at-risk': name('预计逾期', 'at risk'),
    'not-known': name('情况不明', 'not known'),
    'on-time': name('可按期', 'on time'),
    done: name('已完成', 'done'),
  },
  decisionStanding: {
    overdue: name('逾期', 'overdue'),
    'no-owner': name('未明确责任或时限', 'no owner or due date'),
    unassigned: name('待交办', 'not assigned yet'),
    open: name('办理中', 'under way'),
    reported: name('已反馈，待办结', 'reported, to be closed'),
    closed: name('已办结', 'closed'),
  },
} as const;
