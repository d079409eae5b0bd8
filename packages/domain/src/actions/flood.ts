import { day, ref, text } from '../register/fields/fields.ts';
import { action, called, calledPair } from './action.ts';

/** What is done with what was worked out of a flood case. */
export const FLOOD_ACTIONS = {
  'adopt-flood-run': action({
    on: 'flood_case',
    path: 'adopt',
    label: { zh: '采用推演结果', en: 'Adopt run' },
    done: { zh: '采用了推演结果', en: 'adopted a run of' },
    about: {
      zh: '项目采用某次推演的工程或调度规则：会议记录、输入、引擎版本和洪峰一并冻结',
      en: 'A project takes on the works or the rules of a run: its minute, inputs, version of the engine and peaks are held fast',
    },
    right: 'update',
    isPlaced: true,
    makes: 'flood_adoption',
    needs: 'minute',
    fields: {
      run: called(text('推演的编号', 'the id of the run'), '推演', 'Run'),
      project: called(ref('project', '采用的项目', 'the project that takes it on'), '采用的项目', 'Project'),
      on: called(day('采用日期', 'the day it is adopted'), '采用日期', 'Adopted on'),
      ...calledPair(
        'minute',
        '会议记录：采用什么、为什么，至少填一种语言',
        'the minute: what is adopted, and why, in one language at least',
        '会议记录',
        'Minute',
      ),
    },
  }),
};
