// A virtual file system, as those behind vscode.dev and github.dev: the files of an example, fetched once and then held
// in memory. Its scheme is the one that VS Code's own repositories on the web have.

import * as vscode from 'vscode';

interface File {
  bytes: Uint8Array;
  mtime: number;
}

/** Registers the file system for the window's folder. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const { scheme, authority, path } = context.extensionUri;
  const window = path.slice(path.lastIndexOf('/') + 1);
  const answer = await fetch(`${scheme}://${authority}/workspace/${window}`);
  const given = (await answer.json()) as Record<string, string>;
  const root = `/${vscode.workspace.workspaceFolders?.[0]?.name ?? ''}`;
  const files = new Map<string, File>();
  for (const [name, text] of Object.entries(given))
    files.set(`${root}/${name}`, { bytes: bytesOf(text), mtime: 1 });
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('vscode-vfs', new Memory(root, files), {
      isCaseSensitive: true,
    }),
  );
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), each => each.charCodeAt(0));
}

/** Files in memory; a folder is there while something is in it. */
class Memory implements vscode.FileSystemProvider {
  private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changes.event;
  private readonly root: string;
  private readonly files: Map<string, File>;
  private clock = 1;

  constructor(root: string, files: Map<string, File>) {
    this.root = root;
    this.files = files;
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const file = this.files.get(path);
    if (file) return { type: vscode.FileType.File, ctime: 0, mtime: file.mtime, size: file.bytes.length };
    if (path !== '/' && path !== this.root && this.below(path).length === 0)
      throw vscode.FileSystemError.FileNotFound(path);
    return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const found = new Map<string, vscode.FileType>();
    for (const name of this.below(path)) {
      const [first = '', ...rest] = name.split('/');
      found.set(first, rest.length === 0 ? vscode.FileType.File : vscode.FileType.Directory);
    }
    return [...found];
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const file = this.files.get(path);
    if (!file) throw vscode.FileSystemError.FileNotFound(path);
    return file.bytes;
  }

  writeFile(uri: vscode.Uri, bytes: Uint8Array): void {
    const type = this.files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.clock += 1;
    this.files.set(uri.path, { bytes, mtime: this.clock });
    this.changes.fire([{ type, uri }]);
  }

  delete(uri: vscode.Uri): void {
    for (const name of this.below(uri.path)) this.files.delete(`${uri.path}/${name}`);
    this.files.delete(uri.path);
    this.changes.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  createDirectory(): void {}

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.writeFile(to, this.readFile(from));
    this.delete(from);
  }

  private below(path: string): string[] {
    const start = path.endsWith('/') ? path : `${path}/`;
    return [...this.files.keys()]
      .filter(each => each.startsWith(start))
      .map(each => each.slice(start.length));
  }
}
