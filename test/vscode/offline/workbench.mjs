// The workbench's address, which carries everything that it is told.
import { pathToFileURL } from 'node:url';

/** The URI under which the workbench knows a file of the server's machine. */
export function remoteUri(port, file) {
  return pathToFileURL(file).href.replace(/^file:\/\//, `vscode-remote://127.0.0.1:${port}`);
}

/**
 * The address of the workbench.
 * @param {object} options
 * @param {number} options.port
 * @param {string} [options.workspace] a folder or a .code-workspace file; none: an empty window
 * @param {[string, string][]} [options.payload] what the embedder tells the workbench (openFile, extensionDevelopmentPath …)
 * @param {string} [options.token] the server's connection token
 */
export function workbenchUrl({ port, workspace, payload = [], token }) {
  const query = new URLSearchParams();
  if (token) query.set('tkn', token);
  if (!workspace) query.set('ew', 'true');
  else query.set(workspace.endsWith('.code-workspace') ? 'workspace' : 'folder', workspace);
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  return `http://127.0.0.1:${port}/?${query}`;
}
