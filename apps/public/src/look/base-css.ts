/** Page, head, foot, and the two columns of a wide screen. */
export const BASE_CSS = `:root{--serif:"Noto Serif SC","Noto Serif CJK SC","Source Han Serif SC","Songti SC",STSong,SimSun,serif;--sans:"Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif}
:root:lang(en){--serif:Georgia,"Noto Serif",serif}
*,*::before,*::after{box-sizing:border-box}
html{font-size:112.5%;-webkit-text-size-adjust:100%;text-size-adjust:100%}
html.large{font-size:152%}
body{margin:0;background:var(--paper);color:var(--ink);font:400 1rem/1.65 var(--sans);font-variant-numeric:tabular-nums;overflow-wrap:break-word}
a{color:inherit;text-decoration:underline;text-decoration-color:var(--ink-soft);text-decoration-thickness:1px;text-underline-offset:.22em}
a:hover{text-decoration-thickness:2px;text-decoration-color:currentColor}
a:focus-visible{outline:2px solid var(--ink);outline-offset:2px;box-shadow:0 0 0 2px var(--paper)}
h1,h2,h3{font-family:var(--serif);font-weight:600;line-height:1.35;text-wrap:balance}
h1{font-size:1.9rem;margin:.1em 0 .5em}
h2{font-size:1.25rem;margin:0 0 .5em}
h2 small{font:400 .8rem/1.4 var(--sans);color:var(--ink-soft);margin-left:.3em}
h3{font-size:1.05rem;margin:1.2em 0 .4em}
p{margin:0 0 .6em;max-width:42rem}
small,.soft{color:var(--ink-soft);font-size:.84rem}
small{font-weight:400}
.soft a,small a{color:inherit}
ul,ol{margin:0;padding:0;list-style:none}
.skip{position:absolute;left:-100vw;background:var(--ink);color:var(--paper);padding:.5rem 1rem}
.skip:focus{left:0;z-index:1}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.head{display:flex;flex-wrap:wrap;align-items:center;gap:0 1.4rem;padding:.3rem clamp(1rem,4vw,3rem);border-bottom:1px solid var(--ink)}
.brand{margin:0;font:600 1.3rem/1.4 var(--serif);padding:.3rem 0}
.brand a{text-decoration:none}
.head ul{display:flex;flex-wrap:wrap;gap:0 1.1rem}
.head .ways{flex:1 1 auto}
.sheet.single aside{margin-top:1rem;border-top:1px solid var(--ink);padding-top:1.2rem}
.head li a{display:flex;align-items:center;min-width:2.45rem;min-height:2.6rem;text-decoration:none;border-bottom:3px solid transparent}
.head li a:hover{text-decoration:underline}
.head a[aria-current]{font-weight:700;border-bottom-color:var(--ink)}
.switches a{justify-content:center;font-weight:500;border:1px solid var(--ink-soft)!important;border-radius:4px;padding:0 .8rem;min-height:2.45rem!important;margin:.25rem 0}
.head .switches{margin-left:auto}
.head .switches ul{gap:0 .5rem}
.notice{margin:.3rem 0;max-width:100%}
.sample{display:inline-block;border:1px dashed var(--warn);border-radius:3px;color:var(--warn);padding:.05rem .5rem;font-size:.84rem}
.sheet{padding:1.1rem clamp(1rem,4vw,3rem) 2.5rem;max-width:82rem}
aside{margin-top:2rem;border-top:1px solid var(--ink);padding-top:1.2rem}
.foot{border-top:1px solid var(--ink);padding:1rem clamp(1rem,4vw,3rem) 2rem;font-size:.9rem}
.foot p{margin:0 0 .3em;max-width:none}
.foot a{display:inline-block;padding:.35rem 0}
.deed{overflow-wrap:anywhere}
@media (min-width:64rem){
.sheet{display:grid;grid-template-columns:minmax(0,1fr) 24rem;padding-top:0;padding-bottom:0}
.sheet.single{display:block}
.sheet.single main{padding-right:0;padding-bottom:1rem}
main{padding:1.4rem 2.5rem 3rem 0}
.sheet:not(.single) aside{margin:0;border-top:0;border-left:1px solid var(--line-strong);padding:1.6rem 0 3rem 2rem}
.sheet.single aside{padding-bottom:2rem}
html.large .sheet{grid-template-columns:minmax(0,1fr) 17rem}
}
@media (max-width:30rem){
h1{font-size:1.6rem}
.head{padding-top:.2rem;padding-bottom:.2rem}
.head .ways{flex-basis:100%;order:3}
.head{gap:0 .5rem}
.head .ways ul{gap:0 .9rem}
.brand{flex:1 0 auto;max-width:100%;font-size:1.2rem}
html.large .head{font-size:.85rem}
html.large .brand{font-size:1.1rem}
html.large .head li a{min-width:2rem;min-height:2rem!important}
.switches a{padding:0 .55rem}
.head .switches ul{gap:0 .35rem}
.notice{order:4;flex-basis:100%}
}
@media print{
@page{size:A4;margin:16mm 15mm}
html,html.large{font-size:10.5pt}
.map{max-width:11cm}
.map.wide{max-width:none}
.skip,.head nav,.pages{display:none}
.sheet,html.large .sheet,.sheet.single{display:block;padding:0;max-width:none}
.head,.foot,.notice{padding-left:0;padding-right:0}
main{padding:0}
aside{border:0;border-top:1px solid #000;margin-top:1rem;padding:1rem 0 0;break-inside:avoid}
.part li,.facts>div,.sentence,.map,.phone,.verdict{break-inside:avoid}
h2,h3{break-after:avoid}
a{text-decoration:none}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
`;
