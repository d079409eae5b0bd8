/** The file of a site that lists its feeds. */
export const FEED_LIST = 'feeds.json';

/** A feed as the list names it. */
export interface ListedFeed {
  /** What it is of, `kind:id`; null: of everything. */
  readonly record: string | null;
  readonly language: string;
  /** Paths within the site: the feed, and the page that it follows. */
  readonly path: string;
  readonly page: string;
}

/** Something that a feed tells, as a reader of it sees it. */
export interface FeedNews {
  /** Names it for good. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** As it stands in the feed: whole, or from the folder of the feed on. */
  readonly href: string;
}

const ENTRY =
  /<entry><id>([^<]*)<\/id><title>([^<]*)<\/title><updated>[^<]*<\/updated><link rel="alternate" type="text\/html" href="([^"]*)"\/><summary>([^<]*)<\/summary><\/entry>/g;

/** What a feed of ours tells, the latest first. */
export function newsIn(feed: string): readonly FeedNews[] {
  return [...feed.matchAll(ENTRY)].map(([, id = '', title = '', href = '', text = '']) => ({
    id,
    title: plain(title),
    text: plain(text),
    href: plain(href),
  }));
}

/** A text as it was before it was escaped. */
function plain(text: string): string {
  return text.replace(/&#(\d{1,7});/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
