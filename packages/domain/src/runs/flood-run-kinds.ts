import { called } from '../actions/action.ts';
import { between, maybeInteger, maybeNumber, maybeText, ref, text } from '../register/fields/fields.ts';
import { runKind } from './run-kind.ts';

const floodCase = called(ref('flood_case', '洪水情景', 'the flood case'), '洪水情景', 'Flood case');
const coarseCell = called(
  between(
    1,
    1_000,
    maybeNumber('粗网格边长，米；不填：按网格数上限取', 'the coarse cell in m; as the number of cells allows where none is named'),
  ),
  '粗网格边长（m）',
  'Coarse cell (m)',
);
const seed = called(
  between(0, 4_294_967_295, maybeInteger('随机种子；不填：1', 'what lots are drawn from; 1 where none is named')),
  '随机种子',
  'Seed',
);
const ground = { zh: '准备地形', en: 'Preparing the ground' };
const keep = { zh: '保存', en: 'Keeping the file' };
const section = { label: { zh: '断面', en: 'Section' }, is: 'words' } as const;
const runs = { label: { zh: '推演次数', en: 'Runs' }, is: 'count' } as const;
const off = { label: { zh: '水量账差额', en: 'Account off by' }, is: 'count' } as const;
const cellM = { label: { zh: '网格边长（m）', en: 'Cell (m)' }, is: 'count' } as const;

/** The runs of the flood lab: a case as it is, what it depends on, and the numbers of its rules by which the peak is lowest. */
export const FLOOD_RUN_KINDS = {
  flood: runKind({
    label: { zh: '洪水推演', en: 'Flood run' },
    about: {
      zh: '推演一个洪水情景，有工程和无工程各一次；结果是压缩包，含水量账、地图、过程线和情景文件夹。规划论证材料，不是预警服务',
      en: 'Work out a flood case with its works and without them; an archive with the account of the water, maps, hydrographs and the folder of the case comes of it. Planning evidence, not a warning service',
    },
    right: 'see-deeds',
    version: 2,
    fields: {
      flood_case: floodCase,
      cell_m: called(
        between(
          1,
          1_000,
          maybeNumber('推演网格边长，米；不填：按情景', 'the cell it is worked out on, in m; that of the case where none is named'),
        ),
        '网格边长（m）',
        'Cell (m)',
      ),
    },
    stages: {
      ground,
      run: { zh: '推演', en: 'Running' },
      keep,
    },
    result: {
      section,
      without_m3s: { label: { zh: '无工程洪峰（m³/s）', en: 'Peak without works (m³/s)' }, is: 'count' },
      with_m3s: { label: { zh: '有工程洪峰（m³/s）', en: 'Peak with works (m³/s)' }, is: 'count' },
      without_ha: { label: { zh: '无工程受淹（公顷）', en: 'Flooded without works (ha)' }, is: 'count' },
      with_ha: { label: { zh: '有工程受淹（公顷）', en: 'Flooded with works (ha)' }, is: 'count' },
      off,
    },
  }),
  'flood-sensitivity': runKind({
    label: { zh: '洪水敏感性分析', en: 'Flood sensitivity' },
    about: {
      zh: '在粗网格上重复推演一个洪水情景：来水 ±10 %、糙率 ±20 %、地形 ± 中误差、闸门滞后或卡住；结果是压缩包，含每次的洪峰和每个网格受淹次数占推演次数的比例',
      en: 'Work a flood case out again and again on coarse cells: inflow ±10 %, roughness ±20 %, ground ± its RMSE, gates late or stuck; an archive with the peak of each and the share of runs in which each cell is wet comes of it',
    },
    right: 'see-deeds',
    version: 1,
    fields: {
      flood_case: floodCase,
      rmse_m: called(
        between(
          0.01,
          50,
          maybeNumber(
            '地形高程中误差，米；不填：未知，不推演地形变化',
            'the RMSE of the heights in m; not known where none is named: the ground is then not varied',
          ),
        ),
        '地形中误差（m）',
        'RMSE of the ground (m)',
      ),
      late_min: called(
        between(1, 1_440, maybeNumber('闸门动作滞后，分钟；不填：30', 'by how many minutes gates are late; 30 where none is named')),
        '闸门滞后（分钟）',
        'Gates late by (min)',
      ),
      stuck_percent: called(
        between(
          0,
          99,
          maybeNumber(
            '闸门卡住的开度，全开的百分数；不填：40',
            'at which share of full gates are stuck, in percent; 40 where none is named',
          ),
        ),
        '闸门卡在（%）',
        'Gates stuck at (%)',
      ),
      cell_m: coarseCell,
      seed,
    },
    stages: { ground, run: { zh: '重复推演', en: 'Running again and again' }, keep },
    result: {
      section,
      base_m3s: { label: { zh: '按情景的洪峰（m³/s）', en: 'Peak as the case is (m³/s)' }, is: 'count' },
      least_m3s: { label: { zh: '最低洪峰（m³/s）', en: 'Lowest peak (m³/s)' }, is: 'count' },
      most_m3s: { label: { zh: '最高洪峰（m³/s）', en: 'Highest peak (m³/s)' }, is: 'count' },
      cell_m: cellM,
      runs,
      off,
    },
  }),
  'flood-rule-search': runKind({
    label: { zh: '调度规则寻优', en: 'Flood rule search' },
    about: {
      zh: '在粗网格上试算调度规则的数值，找出下游洪峰最低而不超库容、不漫堤的一组，最好的几组在细网格上复算；结果是压缩包',
      en: 'Try numbers of the rules of a flood case on coarse cells for the lowest peak downstream within capacities and crests, and work the best few out again on fine cells; an archive comes of it',
    },
    right: 'see-deeds',
    version: 1,
    fields: {
      flood_case: floodCase,
      vary: called(
        text(
          '可变的规则数值及范围，用分号分隔，如 R1:target=0..4;R1:when1=78..80（target 为开度，when1 为第 1 个条件的数值）',
          'the numbers of rules that may vary with their ranges, separated by semicolons, as R1:target=0..4;R1:when1=78..80 (target: how far the gate opens; when1: the number of the first condition)',
        ),
        '可变数值',
        'May vary',
      ),
      section: called(
        maybeText('断面编号；不填：最后一个断面', 'the id of the section; the last of the case where none is named'),
        '断面',
        'Section',
      ),
      tries: called(
        between(50, 400, maybeInteger('粗网格试算次数；不填：50', 'tries on coarse cells; 50 where none is named')),
        '试算次数',
        'Tries',
      ),
      cell_m: coarseCell,
      seed,
    },
    stages: {
      ground,
      coarse: { zh: '粗网格试算', en: 'Trying on coarse cells' },
      fine: { zh: '细网格复算', en: 'Again on fine cells' },
      keep,
    },
    result: {
      section,
      now_m3s: { label: { zh: '现有规则洪峰（m³/s）', en: 'Peak by the rules as they are (m³/s)' }, is: 'count' },
      best_m3s: { label: { zh: '最好规则洪峰（m³/s）', en: 'Peak by the best rules (m³/s)' }, is: 'count' },
      best: { label: { zh: '最好规则', en: 'Best rules' }, is: 'words' },
      cell_m: cellM,
      runs,
      off,
    },
  }),
} as const;
