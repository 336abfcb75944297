// What must hold of a bundle, read from esbuild's metafile: no module of Node in a web bundle, and no package twice.

/** The package folder of an input such as `node_modules/a/node_modules/@b/c/lib/x.js`; undefined for our own files. */
function packageFolder(input) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
}

/** The name of the package in a folder: `@b/c`. */
function packageName(folder) {
  return folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** The folders of all packages that a bundle has something of. */
export function packageFolders(metafile) {
  const used = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
  return used.map(packageFolder).filter(folder => folder !== undefined);
}

/**
 * Problems of a bundle as lines of text; empty when everything is in order.
 * @param {{ outfile: string, metafile: import('esbuild').Metafile, browser: boolean }} bundle
 */
export function checkBundle({ outfile, metafile, browser }) {
  const problems = [];
  const folders = new Map();
  for (const [input, { imports }] of Object.entries(metafile.inputs)) {
    const folder = packageFolder(input);
    if (folder) folders.set(packageName(folder), (folders.get(packageName(folder)) ?? new Set()).add(folder));
    if (!browser) continue;
    // esbuild lists a path with a blank in it as it is written, though it bundles what the path can name, and its own
    // helpers as `<runtime>`.
    for (const each of imports)
      if (each.external && !['vscode', '<runtime>'].includes(each.path) && !each.path.includes('*'))
        problems.push(`${outfile} must run in a browser, but ${input} imports ${each.path}`);
  }
  for (const [name, places] of folders)
    if (places.size > 1) problems.push(`${outfile} holds ${name} more than once: ${[...places].join(', ')}`);
  return problems;
}

/** A line with a bundle's size and its five largest parts. */
export function sizeLine({ outfile, metafile }) {
  const output = metafile.outputs[outfile];
  const sizes = new Map();
  for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
    const folder = packageFolder(input);
    const name = folder ? packageName(folder) : 'our own';
    sizes.set(name, (sizes.get(name) ?? 0) + bytesInOutput);
  }
  const kilobytes = bytes => `${(bytes / 1024).toFixed(0)} kB`;
  const parts = [...sizes].sort((a, b) => b[1] - a[1]).slice(0, 5);
  return `${outfile} ${kilobytes(output.bytes)}: ${parts.map(([name, size]) => `${name} ${kilobytes(size)}`).join(', ')}`;
}
