import { ref } from '../register/fields/fields.ts';
import { FEED_KINDS } from '../register/fields/vocabulary.ts';
import { action, called, subject } from './action.ts';

/** What is done with events and with calendars that people subscribe to. */
export const EVENT_ACTIONS = {
  'copy-readiness': action({
    on: 'event',
    path: 'copy-readiness',
    label: { zh: '复制筹备清单', en: 'Copy readiness list' },
    done: { zh: '复制筹备清单到', en: 'copied a readiness list to' },
    about: {
      zh: '从另一活动（如上一届）复制筹备事项，不含办理结果；同名的保持原样',
      en: 'Make for an event the readiness items of another, such as the edition before, without what became of them; those of the same name stay as they are',
    },
    hint: {
      zh: '复制事项名称、类别、提前工作日数和责任单位；完成情况、项目和日期不复制。同名事项保持不变。',
      en: 'Copies names, categories, working days before the opening and owners; nothing of what was done, no projects and no dates. An item of the same name stays as it is.',
    },
    right: 'edit',
    isPlaced: true,
    fields: { from: called(ref('event', '沿用其筹备事项的活动', 'the event whose list is copied'), '来源活动', 'Copy from') },
  }),
  'make-calendar-feed': action({
    on: null,
    path: 'calendar-feeds',
    label: { zh: '新建日历订阅', en: 'Create calendar feed' },
    done: { zh: '新建日历订阅', en: 'created a calendar feed of' },
    about: {
      zh: '将人员、单位、项目或活动的日期生成日历订阅（iCalendar），程序凭保密地址订阅',
      en: 'Make a calendar (iCalendar) of the dates of a person, department, project or event, to which a program subscribes by a secret address',
    },
    right: 'read',
    makes: 'calendar_feed',
    opens: '/api/v1/calendar-files/:secret',
    errors: ['WG_NOT_FOUND'],
    fields: { ...subject(FEED_KINDS) },
  }),
  'revoke-calendar-feed': action({
    on: 'calendar_feed',
    path: '',
    label: { zh: '注销', en: 'Revoke' },
    done: { zh: '注销了日历订阅', en: 'revoked a calendar feed' },
    about: {
      zh: '注销日历订阅，原地址即行失效',
      en: 'Revoke a calendar feed: its address is known no more',
    },
    right: 'read',
    isPlaced: true,
    takesOut: true,
    fields: {},
  }),
};
