import { createHash } from 'node:crypto';
import type { Language } from '@westgate/base';
import { FEED_LIST, type FeedNews, type ListedFeed, newsIn } from '@westgate/public/feedback';
import type { ServedSite } from '../publish/served-site.ts';

/** News of a feed with its mark, by which it is known again. */
interface MarkedNews extends FeedNews {
  readonly mark: string;
}

/** What the feed of a record tells, and where in the site the page is that it follows. */
export interface RecordNews {
  readonly page: string;
  readonly path: string;
  readonly news: readonly MarkedNews[];
}

const MARK_LETTERS = 10;

/** The feeds of the pages that stand here: what is news is what they tell. */
export class PublishedFeeds {
  readonly #site: ServedSite;
  #list: { readonly tag: string; readonly feeds: ReadonlyMap<string, ListedFeed> } | null = null;

  constructor(site: ServedSite) {
    this.#site = site;
  }

  /** What the feed of a record tells in a language; null where no such feed stands here. */
  async of(record: string, language: Language): Promise<RecordNews | null> {
    const listed = (await this.#feeds()).get(`${record} ${language}`);
    const file = listed && (await this.#site.file(listed.path));
    if (!file) return null;
    const news = newsIn((await file.bytes()).toString('utf8')).map((each) => ({ ...each, mark: markOf(each.id) }));
    return { page: listed.page, path: listed.path, news };
  }

  async #feeds(): Promise<ReadonlyMap<string, ListedFeed>> {
    const file = await this.#site.file(FEED_LIST);
    if (!file) return new Map();
    if (this.#list?.tag !== file.tag) {
      const listed = JSON.parse((await file.bytes()).toString('utf8')) as readonly ListedFeed[];
      this.#list = { tag: file.tag, feeds: new Map(listed.map((each) => [`${each.record} ${each.language}`, each])) };
    }
    return this.#list.feeds;
  }
}

function markOf(id: string): string {
  return createHash('sha256').update(id).digest('base64url').slice(0, MARK_LETTERS);
}
