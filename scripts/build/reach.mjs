// What our bundles can reach outside of themselves: no network, and no process but git and the editor's own server.

const network = /^(?:node:)?(?:https?|http2|net|tls|dgram|dns(?:\/promises)?|inspector|repl)$/;
const processes = /^(?:node:)?(?:child_process|cluster|worker_threads)$/;

/**
 * The only files that may import such a module. The packages of the protocol can speak over a pipe or a socket that an
 * editor names on the command line; our own client starts the server over IPC.
 * @type {readonly { input: RegExp, modules: RegExp }[]}
 */
const allowed = [
  { input: /^server\/src\/hosts\/node\/git(?:-answer|-objects)?\.ts$/, modules: /^node:child_process$/ },
  {
    input: /^node_modules\/vscode-(?:jsonrpc|languageserver|languageclient|languageserver-protocol)\//,
    modules: /^(?:node:)?(?:net|child_process)$/,
  },
];

/**
 * Imports of a bundle that reach further than they may, as lines of text.
 * @param {{ outfile: string, metafile: import('esbuild').Metafile }} bundle
 */
export function checkReach({ outfile, metafile }) {
  const used = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
  return [...new Set(used)].flatMap(input =>
    (metafile.inputs[input]?.imports ?? [])
      .filter(each => each.external && (network.test(each.path) || processes.test(each.path)))
      .filter(
        each => !allowed.some(({ input: file, modules }) => file.test(input) && modules.test(each.path)),
      )
      .map(each => `${outfile}: ${input} imports ${each.path}, which reaches outside`),
  );
}
