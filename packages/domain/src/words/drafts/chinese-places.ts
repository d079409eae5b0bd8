import type { Span } from './draft.ts';
import type { Lexicon } from './lexicon.ts';

/** Characters of a name before its ending at most. */
const LONGEST = 10;
/** Characters between the endings of one name at most: `河滨文化广场`. */
const LONGEST_MIDDLE = 5;
/** No name goes over these: marks, joining words, measures, and where something lies beside a place. */
const BORDER =
  /[\s、，,；;：:。.“”"'（）()《》·和与及至到在于沿从向等的了对把将为由让使给个条处座所家名项栋幢轮批例辆台套间场号以是这那哪各每\w%]/;
/** Characters that make another word of an ending: `海域`, `河道`, `路网`. */
const GOES_ON = /[域水道泊流网庄点体系面岸长口民务业线轨运制]/;
/** A place within the name of an event is none: `河滨文化节`. */
const EVENT = /^\p{Script=Han}{0,4}(?:文化节|艺术节|旅游节|论坛|大会|博览会|马拉松|邀请赛|嘉年华)/u;
/** A count of kinds that names a pattern and no place: `一轴四园`. */
const CODE = /^[一二两三四五六七八九十]\p{Script=Han}{1,2}[一二两三四五六七八九十多]/u;
const BESIDE = /^(?:周边|沿线|两侧|一带|附近|范围|辖区|段)/;

/** The places between `start` and `end` that only their endings tell, from left to right: `云帆东路`, `首钢园东南区`, not `断头路`. */
export function chinesePlaces(text: string, { start, end }: Span, lexicon: Lexicon): readonly Span[] {
  const places: Span[] = [];
  let [at, floor] = [start, start];
  while (at < end) {
    const ending = lexicon.endings.at(text, at, end);
    if (ending?.value !== 'place' || !/\p{Script=Han}/u.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const from = nameStart(text, ending.start, floor, lexicon);
    const place = extended(text, { start: from, end: ending.end }, end, lexicon);
    const stem = { start: from, end: lastEnding(text, place, lexicon) };
    const isName = !GOES_ON.test(text.slice(place.end, place.end + 1)) && !EVENT.test(text.slice(place.end, place.end + 6));
    if (isName && stem.end - stem.start >= (place.end - stem.end === 1 ? 2 : 1) && !isCommon(text, stem, lexicon)) {
      places.push(place);
      floor = place.end;
    }
    at = place.end;
  }
  return places;
}

function nameStart(text: string, ending: number, floor: number, lexicon: Lexicon): number {
  let from = ending;
  while (from > Math.max(floor, ending - LONGEST) && !BORDER.test(text.charAt(from - 1)) && !endsVerb(text, from, floor, lexicon))
    from -= 1;
  return from;
}

/** A verb or an adverb ends at `at`: the name begins there. */
function endsVerb(text: string, at: number, floor: number, lexicon: Lexicon): boolean {
  for (let start = Math.max(floor, at - 4); start <= at - 2; start += 1) {
    if (lexicon.verbs.zh.at(text, start, at)?.end === at || lexicon.modifiers.at(text, start, at)?.end === at) return true;
  }
  return false;
}

/** A name goes on to a later ending with nothing but words of the name between. */
function extended(text: string, place: Span, end: number, lexicon: Lexicon): Span {
  let until = place.end;
  for (let at = until; at < Math.min(end, until + LONGEST_MIDDLE); at += 1) {
    if (BORDER.test(text.charAt(at)) || BESIDE.test(text.slice(at, at + 2)) || lexicon.verbs.zh.at(text, at, end) !== null) break;
    const ending = lexicon.endings.at(text, at, end);
    if (ending?.value === 'place') {
      until = ending.end;
      at = until - 1;
    }
  }
  return { start: place.start, end: until };
}

/** Where the last ending of a name begins. */
function lastEnding(text: string, place: Span, lexicon: Lexicon): number {
  for (let at = place.start; at < place.end; at += 1) if (lexicon.endings.at(text, at, place.end)?.end === place.end) return at;
  return place.end;
}

/** Words that make no name of an ending: it begins with one such as `老旧` or `全市`, or is nothing but such as `断头`. */
function isCommon(text: string, stem: Span, lexicon: Lexicon): boolean {
  let at = stem.start;
  if (CODE.test(text.slice(stem.start, stem.end))) return true;
  if ((lexicon.commonStems.at(text, at, stem.end)?.end ?? at) - at >= 2) return true;
  while (at < stem.end) {
    const common = lexicon.commonStems.at(text, at, stem.end);
    if (common === null) return false;
    at = common.end;
  }
  return true;
}
