import { LEVEL_FILLS } from '../../workspace/assessment/matrix-svg.ts';

const LIGHT = `--back:#fff;--raised:#f5f7f8;--text:#1c2326;--soft:#55626a;--line:#cfd6da;--link:#0b5c94;--focus:#0b5c94;--on-fill:#fff;
--missing:#667079;--asserted:#8f5600;--documented:#2b6cb0;--reviewed:#0f766e;--tested:#166534;--enough:#166534;--open:#a63a1e;
--line-0:#2b6cb0;--line-1:#a63a1e;--line-2:#166534;--line-3:#8f5600;--line-4:#7a3e9d;--line-5:#55626a;`;

const DARK = `--back:#14191c;--raised:#1d2428;--text:#e6ebed;--soft:#a3b0b7;--line:#3a454b;--link:#7cc0f2;--focus:#7cc0f2;--on-fill:#0d1113;
--missing:#94a1a9;--asserted:#d9a02e;--documented:#6cb2f5;--reviewed:#45c4b8;--tested:#6fce7d;--enough:#6fce7d;--open:#f0937a;
--line-0:#6cb2f5;--line-1:#f0937a;--line-2:#6fce7d;--line-3:#d9a02e;--line-4:#cf9cf0;--line-5:#a3b0b7;`;

/** Cells of the risk matrix in the dark scheme, from the lowest level to the highest, dark enough for light text. */
const DARK_LEVELS = ['#1f4a2c', '#57490f', '#6e3f10', '#7f2f24', '#82203f'];

/**
 * The whole style of a report. The scheme follows the reader's system until the button says otherwise; on paper it is
 * always the light one.
 */
export const REPORT_STYLE = `:root{color-scheme:light;${LIGHT}${levels(LEVEL_FILLS)}}
@media screen{
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;${DARK}${levels(DARK_LEVELS)}}}
:root[data-theme=dark]{color-scheme:dark;${DARK}${levels(DARK_LEVELS)}}
}
*{box-sizing:border-box}
[hidden]{display:none!important}
body{margin:0 auto;max-width:1500px;padding:1.25rem clamp(.75rem,3vw,2.5rem);background:var(--back);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
h1{font-size:1.7rem;line-height:1.2;margin:0}
h2{font-size:1.25rem;margin:2rem 0 .75rem}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.skip{position:absolute;left:-999rem}
.skip:focus{left:.5rem;top:.5rem;padding:.5rem 1rem;background:var(--back);z-index:2}
header{display:flex;flex-wrap:wrap;justify-content:space-between;gap:1rem;border-bottom:2px solid var(--line);padding-bottom:.75rem}
header p,.note p{margin:.25rem 0 0}
.note{color:var(--soft)}
button,select,input{font:inherit;color:inherit;background:var(--back);border:1px solid var(--soft);border-radius:4px;padding:.3rem .6rem;min-height:2.2rem}
button{cursor:pointer;background:var(--raised)}
button[aria-pressed=true]::before{content:"✓ "}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,28rem),1fr));gap:1.5rem}
figure{margin:0}
figcaption{font-weight:600;margin-bottom:.5rem}
.chart{display:block;width:100%;max-width:640px;height:auto;font-size:13px}
.chart text{fill:var(--text)}
.bar-title{font-weight:600}
.bar-note{text-anchor:end}
.chart .bar-label{text-anchor:middle;fill:var(--on-fill);font-weight:600}
.none{fill:none;stroke:var(--soft);stroke-dasharray:4 4}
.grid{stroke:var(--line)}
.axis{text-anchor:end}
.tick{text-anchor:middle}
.trend{fill:none;stroke-width:2.5}
.key{width:28px;height:12px;vertical-align:middle}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;padding:0;margin:.25rem 0 1rem}
${['missing', 'asserted', 'documented', 'reviewed', 'tested', 'enough', 'open']
  .map(
    kind =>
      `.fill.${kind}{fill:var(--${kind})}.swatch.${kind}{background:var(--${kind})}.mark.${kind}{color:var(--${kind})}`,
  )
  .join('\n')}
${[0, 1, 2, 3, 4, 5]
  .map(
    line =>
      `.trend.line-${line}{stroke:var(--line-${line})${['', ';stroke-dasharray:8 4', ';stroke-dasharray:2 3', ';stroke-dasharray:12 3 2 3', ';stroke-dasharray:5 5', ';stroke-dasharray:1 5'][line]}}.dot.line-${line}{fill:var(--line-${line})}`,
  )
  .join('\n')}
.strengths{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,11.5rem),1fr));gap:.5rem 1.5rem;margin:1.25rem 0}
.strengths dt{font-weight:600}
.strengths dd{margin:0;color:var(--soft)}
.strengths strong{color:var(--text);font-size:1.1rem}
.swatch{display:inline-block;width:.8rem;height:.8rem;border-radius:2px}
.wide{overflow-x:auto}
.matrix{margin:.5rem 0}
.matrix svg{max-width:100%;height:auto}
.matrix .paper{fill:var(--back)}
.matrix .ink{fill:var(--text)}
.matrix rect:not(.paper){stroke:var(--soft)}
${LEVEL_FILLS.map((_, level) => `.matrix .level-${level}{fill:var(--level-${level})}`).join('\n')}
table{border-collapse:collapse;width:100%}
caption{text-align:left;color:var(--soft);padding:.25rem 0}
th,td{text-align:left;vertical-align:top;padding:.45rem .6rem;border-bottom:1px solid var(--line)}
thead th{background:var(--raised);border-bottom:2px solid var(--soft)}
.numbers td,.numbers thead th:not(:first-child){text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.numbers thead th:not(:first-child){white-space:normal}
.controls{content-visibility:auto;min-width:calc(54em + 12rem);margin-bottom:1.5rem}
.controls.short{contain-intrinsic-block-size:auto 1000px}
.controls.long{contain-intrinsic-block-size:auto 6000px}
.controls.very-long{contain-intrinsic-block-size:auto 50000px}
.controls table{table-layout:fixed}
.controls caption{color:var(--text);font-size:1.05rem;font-weight:600;padding:.5rem .6rem}
.controls thead th:nth-child(1){width:17%}
.controls thead th:nth-child(2){width:calc(6.7em + 1.2rem)}
.controls thead th:nth-child(3){width:calc(8.3em + 1.2rem)}
.controls thead th:nth-child(4){width:calc(6.4em + 1.2rem)}
.controls thead th:nth-child(5){width:calc(7em + 1.2rem)}
.controls thead th:nth-child(6){width:calc(10.7em + 1.2rem)}
.controls th[scope=row]{font-weight:400}
.controls th[scope=row],.controls td{overflow-wrap:anywhere}
.controls td p{margin:0 0 .25rem}
.findings th[scope=row]{font-weight:400;overflow-wrap:anywhere;min-width:14rem}
.findings td:first-child{white-space:nowrap}
.id{font-weight:600}
.standing.is-open{color:var(--open);font-weight:600}
.mark{font-size:1.1em}
.evidence{margin:0;padding-left:1.1rem}
.target{overflow-wrap:anywhere}
.filters{display:flex;flex-wrap:wrap;gap:.75rem 1rem;align-items:end;background:var(--raised);padding:.75rem;border:1px solid var(--line);border-radius:6px}
.filters label{display:flex;flex-direction:column;gap:.15rem;font-weight:600}
.filters select,.filters input{font-weight:400;max-width:18rem}
::placeholder{color:var(--soft);opacity:1}
.search input{width:min(18rem,80vw)}
.shown{margin:.75rem 0 .25rem}
footer{margin-top:2rem;border-top:1px solid var(--line)}
@media print{
@page{size:A4 landscape;margin:12mm}
body{max-width:none;padding:0;font-size:9.5pt}
.tools,.filters,.skip{display:none!important}
.wide{overflow:visible}
.charts{grid-template-columns:1fr 1fr}
thead{display:table-header-group}
tr,figure,.strengths{break-inside:avoid}
h2,caption{break-after:avoid}
a{color:inherit}
.controls{content-visibility:visible;min-width:0}
.controls thead th:nth-child(1){width:18%}
.controls thead th:nth-child(2){width:9%}
.controls thead th:nth-child(3),.controls thead th:nth-child(4),.controls thead th:nth-child(5){width:11%}
.controls thead th:nth-child(6){width:14%}
.findings th[scope=row]{min-width:0}
.fill,.swatch,.mark,.matrix rect,thead th{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;

function levels(colours: readonly string[]): string {
  return colours.map((colour, level) => `--level-${level}:${colour};`).join('');
}
