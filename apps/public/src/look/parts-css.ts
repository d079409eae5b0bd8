/** What pages are made of: states, aims, facts, lists, sentences, maps, codes. */
export const PARTS_CSS = `.lead{font:600 1.1rem/1.6 var(--serif);margin-bottom:1em}
.over{color:var(--ink-soft);font-size:.9rem;margin:0 0 .2em;display:flex;flex-wrap:wrap;gap:.2rem .6rem;align-items:center}
.part{border-top:1px solid var(--line-strong);margin-top:1.8rem;padding-top:1rem}
.unknown{color:var(--ink-soft);border-bottom:2px dotted var(--ink-soft)}
.sign{width:1em;height:1em;flex:none;vertical-align:-.12em;margin-right:.35em;fill:none;stroke:currentColor;stroke-width:1.7}
.sign .full{fill:currentColor}
.sign .cut{stroke:var(--paper);stroke-width:2}
.state{font-weight:500;white-space:nowrap}
.state-late{color:var(--breach)}
.state-slipped{color:var(--warn)}
.timing{font-weight:400;font-size:.9em}
.verdict{border:3px double var(--ink);padding:.7rem 1rem .3rem;margin:0 0 1.2rem;max-width:44rem;background:var(--sheet)}
.verdict-word{font:600 1.3rem/1.4 var(--serif);margin:0 0 .3em}
.verdict-word .sign .cut{stroke:var(--sheet)}
.aim-rust{--aim:var(--rust)}.aim-indigo{--aim:var(--indigo)}.aim-pine{--aim:var(--pine)}.aim-water{--aim:var(--water)}.aim-ochre{--aim:var(--ochre)}.aim-plum{--aim:var(--plum)}.aim-none{--aim:var(--ink-soft)}
.tag{display:inline-flex;align-items:center;gap:.3em;font:400 .82rem/1.5 var(--sans);padding:0 .45em;border:1px solid var(--aim);color:var(--aim);border-radius:3px;white-space:nowrap;vertical-align:.1em}
.mark{display:inline-block;width:.85em;height:.85em;flex:none}
.mark.pattern-hatch{border:1px solid var(--aim);background:repeating-linear-gradient(135deg,var(--aim) 0 1.5px,transparent 1.5px 4.2px)}
.mark.pattern-solid{background:var(--aim)}
.mark.pattern-outline{border:1.5px solid var(--aim);background:linear-gradient(var(--aim),var(--aim)) 50% 50%/30% 30% no-repeat}
.mark.pattern-wave{border:1px solid var(--aim);background:radial-gradient(circle at 4px 7px,transparent 3.2px,var(--aim) 3.3px 4.3px,transparent 4.4px) 0 0/8px 6px}
.mark.pattern-none{border:1px dotted var(--ink-soft)}
.aim-word{color:var(--aim);font-weight:700}
.underlined{padding-bottom:3px;background-repeat:no-repeat;background-position:0 100%;background-size:100% 5px;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.underlined.pattern-hatch{background-image:repeating-linear-gradient(135deg,var(--aim) 0 1.6px,transparent 1.6px 4.2px)}
.underlined.pattern-solid{background-image:linear-gradient(var(--aim),var(--aim));background-size:100% 3px}
.underlined.pattern-outline{background-image:linear-gradient(var(--aim) 0 1.2px,transparent 1.2px calc(100% - 1.2px),var(--aim) calc(100% - 1.2px))}
.underlined.pattern-wave{background:none;text-decoration:underline wavy var(--aim) 1.6px;text-underline-offset:6px}
.underlined.pattern-none{background-image:linear-gradient(90deg,var(--ink-soft) 0 2px,transparent 2px 6px);background-size:6px 1.5px;background-repeat:repeat-x}
blockquote{margin:0 0 .4rem;padding:0 0 0 1rem;border-left:3px solid var(--line-strong);font:600 1.08rem/1.9 var(--serif)}
.facts{margin:1.2rem 0 0;max-width:50rem}
.facts>div{display:grid;grid-template-columns:7.5em minmax(0,1fr);gap:0 1rem;border-top:1px solid var(--line-strong);padding:.6rem 0}
.facts dt{font:600 1.02rem/1.6 var(--serif)}
.facts dd{margin:0}
.facts dd small{display:block}
.rows{max-width:50rem}
.rows>li{border-top:1px solid var(--line);padding:.6rem 0}
.rows>li:first-child{border-top:0;padding-top:.1rem}
.rows p{margin:0 0 .15em}
.space-bar{display:block;max-width:100%;margin:.2em 0}
.space-let{fill:var(--indigo);stroke:var(--indigo)}
.space-vacant,.space-works{fill:var(--sheet);stroke:var(--indigo)}
.space-unknown{fill:none;stroke:var(--ink-soft);stroke-dasharray:2 3}
.space-hatch{fill:none;stroke:var(--indigo)}
.row-title{font:600 1.05rem/1.5 var(--serif)}
.row-title a{display:inline-block;padding:.12rem 0}
.aims li{display:flex;flex-wrap:wrap;gap:0 1rem}
.aims .aim-word{flex:0 0 8.5em}
.aims li>span:last-child{flex:1 1 12em}
.points{padding-left:1.2em;list-style:square;max-width:38em}
.points li{margin:.2em 0}
.states{display:flex;flex-wrap:wrap;gap:.4rem;margin:0 0 1.4rem}
.states a{display:flex;align-items:baseline;gap:.5em;border:1px solid var(--line-strong);border-radius:4px;padding:.45rem .8rem;text-decoration:none;background:var(--sheet);color:var(--ink)}
.states .sign .cut{stroke:var(--sheet)}
.states a:hover{border-color:var(--ink)}
.ribbon{display:flex;flex-wrap:wrap;gap:3px;margin:0 0 1rem;max-width:50rem}
.ribbon a{display:flex;width:2rem;height:2rem;align-items:center;justify-content:center;border:1px solid var(--line-strong);background:var(--sheet)}
.ribbon .sign{margin:0;width:1.1rem;height:1.1rem}
.ribbon .sign .cut{stroke:var(--sheet)}
.pages ul{display:flex;flex-wrap:wrap;gap:.4rem;margin-top:1.2rem}
.pages a,.pages span{display:flex;min-width:2.5rem;min-height:2.5rem;align-items:center;justify-content:center;border:1px solid var(--line-strong);border-radius:4px}
.pages span{background:var(--ink);color:var(--paper)}
.paragraph{border-top:1px solid var(--line-strong);padding:.9rem 0 .4rem}
.sentence{display:grid;grid-template-columns:2.6rem minmax(0,1fr);gap:0 .6rem;margin-bottom:1rem;scroll-margin-top:1rem}
.sentence:target{outline:2px solid var(--ink);outline-offset:6px}
.number{margin:.25rem 0 0;font-size:.84rem}
.number a{display:inline-block;min-width:1.6rem;min-height:1.6rem;color:var(--ink-soft)}
.own{font:600 1.1rem/1.95 var(--serif);margin:0}
.other{font-size:.92rem;color:var(--ink-soft);margin:.1rem 0 .3rem}
.margin{grid-column:2;font-size:.92rem;border-left:3px solid var(--line-strong);padding-left:.8rem;margin:.3rem 0 0;align-self:start}
.margin li{margin-bottom:.5em}
.address{font-size:.84rem;overflow-wrap:anywhere;max-width:none}
.sources li:target{outline:2px solid var(--ink);outline-offset:4px}
.map{margin:0 0 1.2rem}
.map.wide{max-width:52rem}
.map svg{display:block;width:100%;height:auto;border:3px double var(--ink);background:var(--map-ground)}
.map figcaption{font-size:.84rem;color:var(--ink-soft);margin-top:.4rem;max-width:40em}
.legend h2{margin:1.2rem 0 .3rem;font-size:1.05rem}
.legend h2:first-child{margin-top:0}
.legend ul{display:flex;flex-wrap:wrap;gap:0 1.2rem}
.legend li{display:flex;align-items:center;gap:.45em;min-height:2.1rem}
.legend small{margin-left:.3em}
.no-map{border:2px dotted var(--ink-soft);padding:1rem;color:var(--ink-soft)}
.symbol path{stroke-linejoin:round;stroke-linecap:round}
.symbol .shape:not([fill]),.symbol .inner{fill:none}
.symbol .halo{fill:var(--sheet);stroke:var(--map-ground);stroke-width:4.5}
.symbol .shape{stroke:var(--aim);stroke-width:1.6}
.symbol .inner{stroke:var(--aim);stroke-width:1.1}
.symbol.stage-candidate .shape{stroke-dasharray:3.2 2.4}
.symbol.stage-done .shape{stroke-width:3}
.symbol.stage-not-known .shape{stroke-width:2;stroke-dasharray:.1 3}
.symbol.pattern-solid .shape{stroke:var(--ink)}
.symbol.pattern-solid .inner{stroke:var(--sheet)}
svg.symbol.sign{width:1.25em;height:1.25em;vertical-align:-.25em;stroke:none}
svg.symbol.sign .halo{stroke:none}
.inked{fill:none;stroke:var(--aim);stroke-width:1.2}
.filled{fill:var(--aim)}
.pale{fill-opacity:.22}
.outline{stroke:var(--aim);stroke-width:1.6;stroke-linejoin:round;fill-opacity:.75}
.outline:not([fill]){fill:none}
.outline.stage-candidate{stroke-dasharray:5 3}
.outline.stage-done{stroke-width:3}
.outline.stage-not-known{stroke-dasharray:.1 3.4;stroke-linecap:round;stroke-width:2.2}
.bracket{fill:none;stroke:var(--ink);stroke-width:2.6}
.wide .names.coarse{display:none}
.names text{font-family:var(--serif);font-weight:600;fill:var(--ink);paint-order:stroke;stroke:var(--map-ground);stroke-width:.28em;stroke-linejoin:round}
.names .ground-name{fill:var(--ink-soft);font-weight:400}
.scale path{fill:none;stroke:var(--ink);stroke-width:1.6}
.scale text{font-family:var(--sans);fill:var(--ink);paint-order:stroke;stroke:var(--map-ground);stroke-width:.28em}
code{font-size:.9em;overflow-wrap:anywhere}
.typed{white-space:pre-line;overflow-wrap:anywhere}
.button,.ask button{display:inline-flex;align-items:center;min-height:2.45rem;padding:0 .9rem;border:1px solid var(--ink);border-radius:4px;background:var(--sheet);color:var(--ink);font:500 1rem/1.4 var(--sans);text-decoration:none}
.ask button{cursor:pointer}
.ask button:not(.button){background:var(--ink);color:var(--paper)}
.button:hover{text-decoration:underline}
.ways-out{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin-top:.8rem}
summary{cursor:pointer;min-height:2.45rem;padding:.4rem 0}
.fault{border:2px solid var(--breach);padding:.6rem .9rem;background:var(--sheet)}
.ask label{display:block;font-weight:600}
.ask input,.ask textarea{display:block;width:100%;max-width:42rem;font:inherit;color:inherit;background:var(--sheet);border:1px solid var(--ink-soft);border-radius:4px;padding:.5rem .7rem;min-height:2.45rem}
.ask input:focus-visible,.ask textarea:focus-visible,.button:focus-visible,.ask button:focus-visible,summary:focus-visible{outline:2px solid var(--ink);outline-offset:2px}
.wide-table{overflow-x:auto;max-width:50rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.45rem .9rem .45rem 0;border-top:1px solid var(--line);font-weight:400}
thead th{font-weight:600;border-top:0;white-space:nowrap}
tbody th{white-space:nowrap}
@media (max-width:40rem){.wide-table table,.wide-table tbody,.wide-table tr,.wide-table tbody th,.wide-table td{display:block;white-space:normal;overflow-wrap:anywhere}.wide-table thead{display:none}.wide-table td{border:0;padding-top:0}.wide-table td[data-head]::before{content:attr(data-head) " · ";color:var(--ink-soft)}.wide-table td:empty{display:none}}
.chart{margin:0 0 1rem;max-width:46rem}
.chart svg{display:block;width:100%;height:auto;margin-top:.4rem}
.chart text{font:13px var(--sans);fill:var(--ink)}
.chart-end{text-anchor:end}
.chart-mid{text-anchor:middle}
.chart .chart-soft{fill:var(--ink-soft)}
.chart-grid{stroke:var(--line);fill:none}
.chart-line{stroke:var(--ink-soft);fill:none}
.chart-unknown{fill:none;stroke:var(--ink-soft);stroke-dasharray:2 4}
.chart-target{fill:none;stroke:var(--ink-soft);stroke-width:1.6;stroke-dasharray:6 4}
.chart-actual{fill:none;stroke:var(--indigo);stroke-width:2.2}
.chart-goal{fill:var(--paper);stroke:var(--ink);stroke-width:1.6}
.chart-value{fill:var(--indigo);stroke:var(--indigo)}
.chart-baseline{fill:var(--paper);stroke:var(--indigo);stroke-width:2}
.embed main{padding:.7rem 1rem}
.embed h1{font-size:1.15rem;margin:0 0 .4em}
.embed p{margin:0 0 .4em}
.phone{display:flex;flex-wrap:wrap;gap:.8rem 1rem;align-items:center;border-top:1px solid var(--ink);padding-top:1rem;margin-top:1rem}
.phone p{flex:1 1 9rem;min-width:0;margin:0;font-size:.9rem}
.qr{width:9rem;height:9rem;border:1px solid #1e2326;flex:none}
.qr-ground{fill:#fff}
.qr-dark{fill:#1e2326}
aside>*:first-child{margin-top:0;border-top:0;padding-top:0}
@media (min-width:72rem){
.with-legend{display:grid;grid-template-columns:minmax(0,52rem) minmax(14rem,1fr);gap:2rem}
.with-legend .legend ul{display:block}
html.large .with-legend{display:block}
}
@media (min-width:56rem){
.rows.two{columns:2;column-gap:3rem;max-width:none}
.rows.two>li{break-inside:avoid;padding:.6rem 0;border-top:0;border-bottom:1px solid var(--line)}
html.large .rows.two{columns:1}
.sentence{grid-template-columns:2.6rem minmax(0,42rem) minmax(15rem,22rem);gap:0 1.2rem}
.margin{grid-column:3;grid-row:1;margin:0}
html.large .sentence{grid-template-columns:2.6rem minmax(0,1fr)}
html.large .margin{grid-column:2;grid-row:auto;margin:.3rem 0 0}
}
@media (max-width:30rem){
.chart text{font-size:21px}
.facts>div{grid-template-columns:minmax(0,1fr);padding:.5rem 0}
.sentence{grid-template-columns:minmax(0,1fr)}
.margin{grid-column:1}
.number{margin:0}
html.large h1{font-size:1.35rem}
.wide .names.fine{display:none}
.wide .names.coarse{display:inline}
.wide .symbol path{transform:scale(1.7)}
.ribbon a{width:2.4rem;height:2.4rem}
}
`;
