/** How the pages look, in light and dark, on paper and on narrow screens. */
export const STYLE = `
:root { color-scheme: light dark; --text: #1d2128; --quiet: #5b6472; --ground: #fff; --line: #d5dae1; --link: #0b57c4;
  --done: #2f6fb3; --failed: #b3261e; --wait: #a05a00; --slow: #7a52c7; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e3e6ea; --quiet: #9aa4b2; --ground: #15181d; --line: #343b45; --link: #82b1ff;
    --done: #6ea8e0; --failed: #ff8a80; --wait: #f0b35a; --slow: #b79cf0; }
}
body { margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 62rem; color: var(--text); background: var(--ground);
  font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; padding-top: .75rem; border-top: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; color: var(--quiet); }
p { margin: .25rem 0 .75rem; }
a { color: var(--link); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; }
dt { color: var(--quiet); }
dd { margin: 0; }
li { margin: .35rem 0; }
.beside { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); gap: 0 2.5rem; }
table { border-collapse: collapse; }
th, td { padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
th[scope=row] { font-weight: normal; min-width: 12rem; overflow-wrap: anywhere; }
.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
.scroll { overflow-x: auto; margin: .5rem 0 1rem; }
.scroll td:not(.number, [aria-hidden]) { min-width: 6rem; overflow-wrap: anywhere; }
.scroll td:first-child:not(.number) { min-width: 10rem; }
.scroll:focus-visible, summary:focus-visible, a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
summary { cursor: pointer; overflow-wrap: anywhere; }
.folded .head, .folded summary { display: grid; gap: .25rem .75rem; align-items: start; margin: 0; padding: .35rem 0; }
.folded .head { font-weight: bold; font-size: .875rem; }
.folded .head, .folded details { border-bottom: 1px solid var(--line); }
.folded summary > span:first-child { padding-inline-start: 1.25rem; position: relative; }
.folded summary > span:first-child::before { content: "\\25b8"; position: absolute; inset-inline-start: .125rem; color: var(--quiet); }
.folded details[open] > summary > span:first-child::before { content: "\\25be"; }
.folded .head > span + span, .folded summary > span + span { text-align: end; font-variant-numeric: tabular-nums; }
.folded dl { margin: .25rem 0 .5rem 1.25rem; max-width: 50rem; }
.folded dd ul { margin: 0; padding-inline-start: 1.125rem; }
.folded dd li { margin: 0; }
.folded details p { margin: 0 0 .75rem 1.25rem; }
.of1 > *, .of1 summary { grid-template-columns: 1fr 6rem; }
.of2 > *, .of2 summary { grid-template-columns: 1fr repeat(2, 6.25rem); }
.of3 > *, .of3 summary { grid-template-columns: 1fr repeat(3, 6.25rem); }
.of4 > *, .of4 summary { grid-template-columns: 1fr repeat(4, 6.25rem); }
.of5 > *, .of5 summary { grid-template-columns: 1fr repeat(5, 6.25rem); }
.of6 > *, .of6 summary { grid-template-columns: minmax(9rem, 1fr) repeat(6, minmax(0, 6.25rem)); }
.of7 > *, .of7 summary { grid-template-columns: minmax(9rem, 1fr) repeat(7, minmax(0, 6.25rem)); }
.folded .name { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
code { font: .875em/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
.figures { grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: .75rem; }
.figures div { border: 1px solid var(--line); border-left-width: 4px; border-radius: 4px; padding: .5rem .75rem; }
.figures dd { font-size: 1.2rem; }
.entry { border-left: 4px solid var(--failed); padding-left: 1rem; margin: 1rem 0; }
.entry h3 { margin: 0; color: var(--text); }
.entry dl { margin: .25rem 0; }
.delivered { --mark: var(--done); } .lost { --mark: var(--failed); } .open { --mark: var(--wait); }
.delayed { --mark: var(--slow); } .rejected { --mark: var(--quiet); }
.figures div[class] { border-left-color: var(--mark); }
svg { display: block; }
svg .delivered, svg .lost, svg .open, svg .delayed, svg .rejected { fill: var(--mark); }
figure { margin: .5rem 0 1rem; }
.series svg { width: 100%; height: 4rem; border-bottom: 1px solid var(--line); }
.series p, .axis { display: flex; justify-content: space-between; margin: .5rem 0 .125rem; }
.axis, .series p span { color: var(--quiet); }
.bars svg { width: 14rem; height: 1rem; }
.key { display: inline-block; width: .75rem; height: .75rem; margin-inline-end: .375rem; background: var(--mark); }
@media (max-width: 40rem) {
  dl { grid-template-columns: 1fr; gap: 0; }
  .folded .head { display: none; }
  .folded summary { display: block; }
  .folded summary > span:first-child { display: block; }
  .folded summary > span + span { display: inline-block; padding-inline-start: 1.25rem; }
  .folded .name { position: static; width: auto; height: auto; clip-path: none; color: var(--quiet); }
  .folded dl, .folded details p { margin-inline-start: 1.25rem; }
  dd { margin-bottom: .5rem; }
  .figures { grid-template-columns: repeat(auto-fill, minmax(8rem, 1fr)); gap: .5rem; }
  .bars svg { width: 6rem; }
}
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  .scroll { overflow: visible; }
  tr, .entry, figure, details { break-inside: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
  svg, .key, .figures div { print-color-adjust: exact; }
}
`;
