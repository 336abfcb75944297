import * as vscode from 'vscode';

/** The example as it lies in the package: `dist/example.json`, which scripts/build/example.mjs writes. */
interface Example {
  readonly name: string;
  /** Texts by path with forward slashes. */
  readonly files: Readonly<Record<string, string>>;
}

/** What is opened of it where no folder can be written to. */
const FIRST = ['controls.yaml', 'MODEL_CARD.md', 'docs/impact-assessment.md'];

/**
 * Copies the example into a folder that the user picks and opens the copy. A browser that has no files of its own
 * gets the main documents in editors instead. With a folder given, the copy goes there and nothing is opened.
 * @returns the folder of the copy, if there is one
 */
export async function openExample(
  extension: vscode.Uri,
  where: vscode.Uri | undefined,
): Promise<vscode.Uri | undefined> {
  const example = await read(extension);
  if (where !== undefined) return copy(example, where);
  if (vscode.workspace.fs.isWritableFileSystem('file') !== true) {
    await openAsTexts(example);
    return undefined;
  }
  const picked = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Where is the example to be copied to?'),
    openLabel: vscode.l10n.t('Copy Example Here'),
    canSelectFolders: true,
    canSelectFiles: false,
  });
  const [folder] = picked ?? [];
  if (folder === undefined) return undefined;
  const made = await copy(example, folder);
  await vscode.commands.executeCommand('vscode.openFolder', made, {
    forceNewWindow: (vscode.workspace.workspaceFolders ?? []).length > 0,
  });
  return made;
}

async function read(extension: vscode.Uri): Promise<Example> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist', 'example.json'));
  const read: unknown = JSON.parse(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  if (!isExample(read)) throw new Error('dist/example.json holds no example');
  return read;
}

function isExample(value: unknown): value is Example {
  return typeof value === 'object' && value !== null && 'name' in value && 'files' in value;
}

/** Writes the files into a folder of their own; one that is there already is left alone. */
async function copy({ name, files }: Example, folder: vscode.Uri): Promise<vscode.Uri> {
  let target = vscode.Uri.joinPath(folder, name);
  for (let number = 2; await exists(target); number++)
    target = vscode.Uri.joinPath(folder, `${name}-${number}`);
  const encoder = new TextEncoder();
  await Promise.all(
    Object.entries(files).map(([path, text]) =>
      vscode.workspace.fs.writeFile(vscode.Uri.joinPath(target, ...path.split('/')), encoder.encode(text)),
    ),
  );
  return target;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

async function openAsTexts({ files }: Example): Promise<void> {
  for (const path of FIRST) {
    const uri = vscode.Uri.from({ scheme: 'untitled', path });
    const document = await vscode.workspace.openTextDocument(uri);
    if (document.getText() === '') {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(uri, new vscode.Position(0, 0), files[path] ?? '');
      await vscode.workspace.applyEdit(edit);
    }
    await vscode.window.showTextDocument(document, { preview: false });
  }
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'This editor has no folder to copy the example to, so its main documents were opened unsaved. Links between them lead nowhere.',
    ),
  );
}
