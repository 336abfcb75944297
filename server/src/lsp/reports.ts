import type { Diagnostic } from 'vscode-languageserver';
import type { Finding } from '../workspace/finding.ts';
import type { ClientTraits } from './client.ts';
import { diagnosticsOf, relatedPlaces } from './diagnostics.ts';
import type { View } from './realm.ts';
import type { Workspace } from './workspace.ts';

/** The diagnostics of one document, with a name for exactly these. */
export interface DiagnosticReport {
  readonly resultId: string;
  readonly diagnostics: readonly Diagnostic[];
}

interface Known extends DiagnosticReport {
  readonly findings: readonly Finding[];
  readonly places: string;
  readonly asJson: string | undefined;
}

/** The diagnostics of documents as they were last told, so that nothing is told twice. */
export class Reports {
  private readonly workspace: Workspace;
  private readonly client: ClientTraits;
  private readonly known = new Map<string, Known>();
  private readonly prefix: string;
  private count = 0;

  /** `era` tells this server's result ids from those of one before it. */
  constructor(workspace: Workspace, client: ClientTraits, era: string) {
    this.workspace = workspace;
    this.client = client;
    this.prefix = era;
  }

  /** The diagnostics of a document as it is now. */
  report(view: View): DiagnosticReport {
    const { uri, realm } = view;
    const findings = this.workspace.findings(view);
    const places = this.client.relatedInformation ? relatedPlaces(realm, findings) : '';
    const known = this.known.get(uri);
    if (known !== undefined && known.findings === findings && known.places === places) return known;
    const diagnostics = diagnosticsOf(view, findings, this.client);
    const open = view.version !== null;
    const asJson = open ? undefined : JSON.stringify(diagnostics);
    const same = asJson !== undefined && known?.asJson === asJson;
    const resultId = same ? known.resultId : this.nextId();
    const kept = open || !this.workspace.isLoaded ? findings : this.workspace.released(view);
    const made = { resultId, diagnostics, findings: kept, places, asJson };
    this.known.set(uri, made);
    return made;
  }

  private nextId(): string {
    this.count += 1;
    return `${this.prefix}.${this.count}`;
  }

  /** Whether a document's diagnostics were told at all. */
  hasTold(uri: string): boolean {
    return this.known.has(uri);
  }
}
