import type { WestgateError } from '@westgate/base';
import { type Html, html } from '@westgate/base';
import type { FastifyRequest } from 'fastify';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** True where a person asked with a browser, to whom a page says more than a problem document. */
export function wantsPage({ method, headers }: FastifyRequest): boolean {
  return (method === 'GET' || method === 'HEAD') && (headers.accept?.includes('text/html') ?? false);
}

/** A page on what went wrong, in both languages, with the number under which the log has it. Its looks are those of the API page. */
export function errorPage({ status, message }: WestgateError, requestId: string): string {
  const { title, text } = wordsOf(status);
  return html`<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.zh} · ${title.en}</title>
<link rel="stylesheet" href="/api/page.css">
</head>
<body>
<main>
<h1>${title.zh}</h1>
<p>${text.zh} <a href="/">回到地图</a></p>
<section lang="en">
<h2>${title.en}</h2>
<p>${text.en} <a href="/">Back to the map</a></p>
${detailOf(status, message)}
</section>
<p>请求编号 <span lang="en">Request id</span> <code>${requestId}</code></p>
</main>
</body>
</html>
`.text;
}

function detailOf(status: number, message: string): Html | null {
  return status >= 500 || status === 404 ? null : html`<p><code>${message}</code></p>`;
}

function wordsOf(status: number): { readonly title: Words; readonly text: Words } {
  if (status === 404) {
    return {
      title: { zh: '页面不存在', en: 'No such page' },
      text: { zh: '这个地址下没有内容。', en: 'There is nothing at this address.' },
    };
  }
  if (status === 429) {
    return {
      title: { zh: '请求太多', en: 'Too many requests' },
      text: { zh: '请稍等一分钟再试。', en: 'Wait a minute and try again.' },
    };
  }
  if (status === 503) {
    return {
      title: { zh: '暂时不能使用', en: 'Not available now' },
      text: { zh: '请稍后再试；已经保存的内容都在。', en: 'Try again shortly; all that was stored is there.' },
    };
  }
  if (status >= 500) {
    return {
      title: { zh: '西大门出错了', en: 'Westgate failed' },
      text: {
        zh: '这是程序的错误，请把下面的编号告诉维护人员。',
        en: 'This is a fault of the program: tell its keepers the number below.',
      },
    };
  }
  return {
    title: { zh: '无法处理这个请求', en: 'This request cannot be answered' },
    text: { zh: '地址或其中的内容不符合要求。', en: 'The address, or something in it, is not of the expected form.' },
  };
}
