import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HARBOUR } from '../office.ts';

/** The id of the plan that is held in English alone, and of the one in Chinese alone. */
export const [ENGLISH, CHINESE] = ['ward-plan', 'ward-plan-26'] as const;

/** A folder of the harbour ward with a second plan: the next year's, in Chinese alone, with works of both plans, of one and of none. */
export function twoPlansFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'westgate-two-plans-'));
  cpSync(HARBOUR, folder, { recursive: true });
  const file = (name: string): string => join(folder, name);
  const change = (name: string, how: (text: string) => string): void => writeFileSync(file(name), how(readFileSync(file(name), 'utf8')));
  const append = (name: string, lines: readonly string[]): void => change(name, (text) => `${text.trimEnd()}\n${lines.join('\n')}\n`);
  change('district.json', (text) => text.replace('"languages": ["en"]', '"languages": ["en", "zh"]'));
  append('words/documents.csv', [`${CHINESE},港区二〇二六年计划,,plan,official,2026,北口港区议会,,2026-01-18,,,,public`]);
  writeFileSync(
    file(`words/${CHINESE}.zh.md`),
    '老粮仓图书馆于六月底前开放。风暴泵站年内完工。岛上步道年内开工，灯会在岛上举办。港区越来越好。渔港码头的路灯全部更换。\n',
  );
  append('words/sentences.csv', [
    `n1s1,${CHINESE},1,1,,,promise,,,true,false,aim:open;chapter:houses,1,true`,
    `n1s2,${CHINESE},1,2,,,promise,,,true,false,aim:dry;chapter:walls,1,true`,
    `n1s3,${CHINESE},1,3,,,promise,,,true,false,chapter:quays,1,true`,
    `n1s4,${CHINESE},1,4,,,narrative,只是展望,,true,false,,1,true`,
    `n1s5,${CHINESE},1,5,,,promise,,,true,false,,1,true`,
  ]);
  const head = readFileSync(file('programme/commitments.csv'), 'utf8').split('\n')[0]?.split(',') ?? [];
  const commitment = (cells: Readonly<Record<string, string>>): string => head.map((name) => cells[name] ?? '').join(',');
  append('programme/commitments.csv', [
    commitment({
      id: 'n1s1-1',
      sentence: 'n1s1',
      title_zh: '开放老粮仓图书馆',
      clause_zh: '老粮仓图书馆于六月底前开放',
      verb_class: 'establish',
      list_closed: 'true',
      owner: 'culture',
      due_on: '2026-06-30',
      due_basis_zh: '句中写明',
      due_source: 'plan-2025',
      visibility: 'public',
    }),
    commitment({
      id: 'n1s2-1',
      sentence: 'n1s2',
      title_zh: '建成风暴泵站',
      clause_zh: '风暴泵站年内完工',
      verb_class: 'construct-series',
      list_closed: 'true',
      owner: 'works',
      tags: 'chapter:walls;chapter:quays',
      visibility: 'public',
    }),
    commitment({
      id: 'n1s3-1',
      sentence: 'n1s3',
      title_zh: '岛上步道开工',
      clause_zh: '岛上步道年内开工',
      verb_class: 'start',
      list_closed: 'true',
      visibility: 'public',
    }),
    commitment({
      id: 'n1s3-2',
      sentence: 'n1s3',
      title_zh: '举办灯会',
      clause_zh: '灯会在岛上举办',
      verb_class: 'host',
      list_closed: 'true',
      owner: 'culture',
      visibility: 'public',
    }),
  ]);
  const projects = readFileSync(file('programme/projects.csv'), 'utf8').split('\n')[0]?.split(',') ?? [];
  append('programme/projects.csv', [
    projects
      .map(
        (name) =>
          ({ id: 'island-path', name_zh: '岛上步道', kind: 'greenway', verb_class: 'start', tags: 'chapter:quays', visibility: 'public' })[
            name
          ] ?? '',
      )
      .join(','),
  ]);
  append('results/events.csv', ['lantern-night,灯会,,2026-02-03,,,,medium,,会场未定,,,,,public']);
  append('programme/links.csv', [
    'project,silo-library,serves,commitment,n1s1-1,,,',
    'project,storm-pump,serves,commitment,n1s2-1,,,',
    'project,island-path,serves,commitment,n1s3-1,,,',
    'project,island-path,stands-on,place,island,,,',
    'event,lantern-night,held-for,commitment,n1s3-2,,,',
    'commitment,n1s1-1,follows,commitment,p1s2-1,,,',
  ]);
  change('places/places.geojson', (text) => {
    const whole = JSON.parse(text) as { features: { properties: Record<string, unknown> }[] };
    const [first] = whole.features;
    const cells = {
      id: 'island',
      name_zh: '渔岛',
      name_en: null,
      position: 'not-known',
      confidence: null,
      position_basis_en: null,
      tags: [],
    };
    const island = { ...first, id: 'island', properties: { ...first?.properties, ...cells, land_title: null }, geometry: null };
    return `${JSON.stringify({ ...whole, features: [...whole.features, island] })}\n`;
  });
  return folder;
}
