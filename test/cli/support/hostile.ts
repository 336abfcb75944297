/** A workspace whose texts try to run: as formulas of a spreadsheet, as script of a page, as a link. */
export const HOSTILE: Readonly<Record<string, string>> = {
  'controls.yaml': `clausewright: control-mapping/1
system: { id: "<img src=x onerror=alert(1)>", owner: "=1+1" }
controls:
  - id: A.6.2.4
    status: implemented
    owner: '=HYPERLINK("https://evil.example","x")'
    evidence:
      - "javascript:alert(document.domain)"
      - "https://example.org/\\"onmouseover=alert(1)"
      - docs/a b&c.md#sec
  - id: A.10.4
    applicable: false
    justification: "</script><script>alert(1)</script> @SUM(A1)"
  - id: A.10.3
    status: planned
    owner: "\\t+cmd|' /C calc'!A0"
  - id: A.10.2
    status: planned
    owner: "@SUM(1)"
`,
  'docs/a b&c.md': '# Sec\n\nText that says something.\n',
};
