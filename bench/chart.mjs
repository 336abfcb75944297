// The times from an edit to its diagnostics as a picture: horizontal bars on a logarithmic scale.
const SERVERS = [
  ['oursMapping', 'Clausewright, mapping', '#2f6f4f'],
  ['yaml', 'yaml-language-server', '#b9a44c'],
  ['oursCard', 'Clausewright, model card', '#3d6a9e'],
  ['markdown', 'vscode-markdown-languageserver', '#a8795a'],
];
const LEFT = 300;
const WIDTH = 860;
const ROW = 24;
const GAP = 34;
/** Milliseconds at the ends of the scale. */
const [LEAST, MOST] = [0.5, 2000];

/** An SVG picture of the `editing` part of the results. It follows the reader's light or dark theme. */
export function chartSvg(editing) {
  const parts = [];
  let y = 16;
  for (const [lines, results] of Object.entries(editing)) {
    y += 20;
    parts.push(`<text class="title" x="8" y="${y}">${Number(lines).toLocaleString('en')} lines</text>`);
    y += 10;
    for (const [key, name, colour] of SERVERS) {
      const result = results[key];
      if (result === undefined) continue;
      const length = at(result.p50) - LEFT;
      parts.push(
        `<text x="${LEFT - 8}" y="${y + 15}" text-anchor="end">${name}</text>`,
        `<rect x="${LEFT}" y="${y + 3}" width="${length.toFixed(1)}" height="${ROW - 8}" rx="2" fill="${colour}"/>`,
        `<text x="${(LEFT + length + 6).toFixed(1)}" y="${y + 15}">${shown(result.p50)} ms</text>`,
      );
      y += ROW;
    }
    y += GAP - ROW;
  }
  const height = y + 30;
  const scale = [1, 10, 100, 1000].map(
    ms =>
      `<line x1="${at(ms).toFixed(1)}" x2="${at(ms).toFixed(1)}" y1="10" y2="${height - 26}" class="grid"/><text x="${at(ms).toFixed(1)}" y="${height - 8}" text-anchor="middle">${ms} ms</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Milliseconds from an edit to its diagnostics, on a logarithmic scale">
<style>
text { font: 13px sans-serif; fill: #24292f; }
.title { font-weight: bold; }
.grid { stroke: #8886; stroke-dasharray: 2 4; }
@media (prefers-color-scheme: dark) { text { fill: #e6edf3; } }
</style>
${scale.join('\n')}
${parts.join('\n')}
</svg>
`;
}

function at(ms) {
  const share = Math.log10(Math.max(LEAST, ms) / LEAST) / Math.log10(MOST / LEAST);
  return LEFT + share * (WIDTH - LEFT - 90);
}

function shown(ms) {
  return ms >= 100 ? ms.toFixed(0) : ms.toFixed(1);
}
