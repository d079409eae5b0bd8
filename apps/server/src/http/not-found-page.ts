/** A page for an address that leads nowhere, in both languages. Its looks are those of the API page. */
export function notFoundPage(): string {
  return `<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>没有这一页 · No such page</title>
<link rel="stylesheet" href="/api/page.css">
</head>
<body>
<main>
<h1>没有这一页</h1>
<p>这个地址下没有内容。<a href="/">回到地图</a></p>
<section lang="en">
<h2>No such page</h2>
<p>There is nothing at this address. <a href="/">Back to the map</a></p>
</section>
</main>
</body>
</html>
`;
}
