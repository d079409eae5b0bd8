/** The looks of the few pages the server writes itself: paper, ink, hairlines (docs/design.md). Follows the system's light or dark. */
export const PAGE_CSS = `
:root { color-scheme: light dark; --paper: #faf7f1; --ink: #1e2326; --ink-soft: #5e6664; --line: #e2dacb; --link: #2f4b9b;
  --serif: "Noto Serif SC", "Noto Serif CJK SC", Georgia, serif; --sans: "Noto Sans SC Variable", "Noto Sans SC", "Noto Sans CJK SC", system-ui, sans-serif; }
@media (prefers-color-scheme: dark) { :root { --paper: #15191b; --ink: #ece7dd; --ink-soft: #a3aba7; --line: #3a4145; --link: #9db2ff; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 400 15px/1.65 var(--sans); font-variant-numeric: tabular-nums; }
header { border-bottom: 1px solid var(--line); padding: 12px 24px; }
.brand { margin: 0; font: 600 18px/1.4 var(--serif); }
.brand a { color: inherit; text-decoration: none; }
main { max-width: 60rem; margin: 0 auto; padding: 24px; }
h1, h2, h3 { font-family: var(--serif); font-weight: 600; line-height: 1.35; }
h1 { font-size: 26px; margin: 16px 0; }
h2 { font-size: 20px; margin: 40px 0 12px; padding-top: 12px; border-top: 3px double var(--line); }
h3 { font-size: 15px; margin: 28px 0 4px; overflow-wrap: anywhere; }
p, dd { max-width: 72ch; margin: 0 0 8px; }
a { color: var(--link); text-underline-offset: 3px; }
a:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
code { font: 400 13px/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; }
h3 code { font-size: 14px; }
.method { display: inline-block; min-width: 3.2em; font: 700 13px/1.5 var(--sans); }
.contents { display: flex; flex-wrap: wrap; gap: 4px 16px; padding: 0; list-style: none; }
.contents a { display: inline-block; padding: 4px 0; }
.rules { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: 4px 16px; }
.rules dt { font-weight: 700; }
.rules dd { margin: 0; }
.answer { margin-right: 12px; }
table { width: 100%; border-collapse: collapse; margin: 8px 0 12px; font-size: 13px; }
th, td { text-align: left; vertical-align: top; padding: 5px 12px 5px 0; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
thead th { color: var(--ink-soft); font-weight: 500; }
tbody th { font-weight: 400; white-space: nowrap; }
tr:target { background: var(--line); }
@media (max-width: 40rem) { main { padding: 16px; } .rules { grid-template-columns: 1fr; } }
@media print { header { display: none; } a { color: inherit; } }
`.trimStart();
