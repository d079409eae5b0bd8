import { between, day, integer, maybeInteger, oneOf, pair, text } from '../register/fields/fields.ts';
import { ASSET_MODES } from '../register/fields/vocabulary.ts';
import { ASSET_MODE_NAMES } from '../register/tables/table.ts';
import { action, called, calledPair } from './action.ts';

/** What is done with dual-use assets. */
export const DUAL_USE_ACTIONS = {
  'switch-mode': action({
    on: 'dual_use_asset',
    path: 'mode',
    label: { zh: '转换状态', en: 'Switch mode' },
    done: { zh: '转换了状态', en: 'switched the mode of' },
    about: {
      zh: '登记平急两用设施的状态转换：时间、转入的状态和原因；只能按规定次序转换',
      en: 'Record a switch of the mode of a dual-use asset: when, to which mode and why; modes follow each other in their order alone',
    },
    hint: {
      zh: '平时 → 转换准备 → 急时 → 退水 → 恢复 → 平时。',
      en: 'normal → preparing → emergency → draining → recovery → normal.',
    },
    why: { zh: '转换原因', en: 'Reason for switch' },
    right: 'update',
    fields: {
      mode: {
        ...called(oneOf(ASSET_MODES, '转入的状态', 'the mode it is switched to'), '转入状态', 'Mode'),
        names: ASSET_MODE_NAMES,
      },
      on: called(day('转换日期', 'the day of the switch'), '转换日期', 'On'),
      at: called(text('转换时刻，如 14:05', 'the time of the switch, such as 14:05'), '时刻（如 14:05）', 'At (such as 14:05)'),
    },
  }),
  'record-drill': action({
    on: 'drill',
    path: 'record',
    label: { zh: '登记演练结果', en: 'Record drill' },
    done: { zh: '登记了演练结果', en: 'recorded the drill' },
    about: {
      zh: '登记已举行的演练：日期、实测转换时间、参加人数和发现的问题',
      en: 'Record a drill that was held: the day, the time that was measured, who took part, what was found',
    },
    right: 'update',
    whileEmpty: ['held_on'],
    fields: {
      held_on: called(day('演练日期', 'the day it was held'), '演练日期', 'Held on'),
      minutes: called(
        between(0, 44_640, integer('实测转换时间，分钟', 'the time that the switch took, in minutes')),
        '实测转换时间（分钟）',
        'Measured time (min)',
      ),
      persons: called(maybeInteger('参加人数', 'how many took part'), '参加人数', 'Persons'),
      ...pair('findings', '发现的问题', 'what was found'),
    },
  }),
  'accept-drill': action({
    on: 'drill',
    path: 'accept',
    label: { zh: '认可超时', en: 'Accept longer time' },
    done: { zh: '认可了演练的超时', en: 'accepted the longer time of the drill' },
    about: {
      zh: '认可实测时间长于计划的演练，并写明理由',
      en: 'Accept a drill whose measured time is longer than planned, with the reason',
    },
    right: 'edit-all',
    whileEmpty: ['acceptance_zh', 'acceptance_en'],
    fields: {
      ...calledPair('acceptance', '认可理由，至少填一种语言', 'why it is accepted, in one language at least', '认可理由', 'Reason'),
    },
  }),
};
