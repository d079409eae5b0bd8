import type { QueryRead } from '@westgate/contract';
import { floodPaper, isOfCaseNow, PLANNING_EVIDENCE, type Variant, writePaper } from '@westgate/desk';
import { noticeOf } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import type { Downloads } from '../answers/downloads.ts';
import { asFile, listStream } from '../exports/download.ts';
import type { FloodArchives } from '../flood/flood-archives.ts';
import { read, serve } from '../http/route.ts';
import { EXPOSURE_COLUMNS } from '../list/columns/exposure-columns.ts';
import type { Office } from '../office/office.ts';
import { heldDistrict } from '../present/district.ts';
import { exposureIn } from '../present/exposure.ts';
import { floodAdoptionsIn } from '../present/flood-adoptions.ts';
import { languageOf } from '../present/report.ts';
import { findThing, missing, thingOf } from '../present/thing.ts';
import type { View } from '../view/view.ts';

/** Places, and roads, that an answer holds at most; the file holds all. */
const MOST_ITEMS = 2_000;

/** Adds what follows from a run of a flood case for the register: what lies under its water, its paper, and what was adopted of it. */
export function addFloodResults(
  app: FastifyInstance,
  office: Office,
  { archives, downloads }: { readonly archives: FloodArchives; readonly downloads: Downloads },
): void {
  // Of all that is held: who may not see the ground is told no other thing.
  const isOfNow = (id: string, ran: Parameters<typeof isOfCaseNow>[2]) => isOfCaseNow(office.desk.register, id, ran);
  /** What lies under the water of a run, for who asks: the case and the run are known to them. */
  const exposed = async (view: View, id: string, { run, variant, ...ask }: QueryRead<'flood-exposure'>) => {
    requireCase(view, id);
    const { held, maps } = await archives.maps(id, run, variant);
    return { ...(await exposureIn(view, maps, ask)), isOfNow: isOfNow(id, held.run) };
  };
  read(app, office, 'flood-exposure', {
    present: async (view, { params: { id }, query }) => {
      const { items, counts, roads, roadCounts, isOfNow } = await exposed(view, id, query);
      const { run, variant, lead } = query;
      return {
        run,
        variant,
        lead,
        isOfNow,
        items: items.slice(0, MOST_ITEMS),
        total: items.length,
        counts,
        roads: roads.slice(0, MOST_ITEMS),
        roadCounts,
      };
    },
  });
  serve(app, 'flood-exposure-csv', async (request, reply, { params: { id }, query: { lang, ...query } }) => {
    const view = office.view();
    const { items, roads } = await exposed(view, id, query);
    const asked = Object.entries(query).flatMap(([field, value]) => (value === undefined ? [] : [[field, String(value)] as const]));
    const list = { name: EXPOSED, file: `flood-${id}`, columns: EXPOSURE_COLUMNS, items: [...items, ...roads], asked };
    asFile(reply, `westgate-flood-${id}-${query.variant}`, 'csv');
    return downloads.send(request, reply, null, () => listStream(view, list, 'csv', languageOf(view, lang)));
  });
  serve(app, 'flood-paper', async (request, reply, { params: { id }, query: { run, lead, lang, layout } }) => {
    const view = office.view();
    const language = languageOf(view, lang);
    const content = await paperContent(view, id, { run, lead });
    asFile(reply, `westgate-flood-${id}-${language}`, 'docx');
    return downloads.send(request, reply, null, async () => [await writePaper(floodPaper(content, view, language), layout)]);
  });
  read(app, office, 'flood-adoptions', { isNoted: true, present: (view, { query }) => floodAdoptionsIn(view, query) });

  async function paperContent(view: View, id: string, { run, lead }: { readonly run: string; readonly lead: number }) {
    const row = requireCase(view, id);
    const district = heldDistrict(view.register);
    const [dammed, without] = [await archives.maps(id, run, 'with'), await archives.maps(id, run, 'without')];
    const exposedBy = async (maps: typeof dammed.maps) => exposureIn(view, maps, { lead });
    const [under, bare] = [await exposedBy(dammed.maps), await exposedBy(without.maps)];
    const name = (kind: 'ground' | 'project' | 'place', key: string | null) =>
      key === null ? null : (findThing(view.register, kind, key)?.name ?? null);
    const { id: runId, run: told } = dammed.held;
    return {
      ...{ district: { id: district.id, name: { zh: district.name_zh, en: district.name_en }, notice: noticeOf(district) }, lead },
      case: thingOf(view.register, 'flood_case', id).name,
      ...{ ground: name('ground', row.ground), project: name('project', row.project), place: name('place', row.place) },
      ...{ run: { id: runId, inputs: told.inputs, endedAt: told.endedAt }, result: dammed.result },
      exposed: { with: under.items, without: bare.items } satisfies Record<Variant, unknown>,
      roads: { with: under.roads, without: bare.roads } satisfies Record<Variant, unknown>,
      roadCounts: under.roadCounts,
      isOfNow: isOfNow(id, told),
    };
  }
}

const EXPOSED = { zh: `受淹地点和道路（${PLANNING_EVIDENCE.zh}）`, en: `Places and roads under water (${PLANNING_EVIDENCE.en})` };

function requireCase({ register }: View, id: string) {
  const row = [...register.flood_case.values()].find((each) => each.id === id);
  if (row) return row;
  throw missing('flood_case', id);
}
