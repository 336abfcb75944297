import type { CancellationToken } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type * as protocol from '../../../server/src/lsp/protocol.ts';

/** What views and commands ask the server. Each rejects with the server's reason where it refuses. */
export interface Requests {
  coverage(params: protocol.CoverageParams, token?: CancellationToken): Promise<protocol.CoverageResult>;
  documents(params: protocol.DocumentsParams): Promise<protocol.DocumentsResult>;
  roadmap(): Promise<protocol.RoadmapResult>;
  coveragePage(
    params: protocol.CoveragePageParams,
    token?: CancellationToken,
  ): Promise<protocol.CoveragePageResult>;
  places(params: protocol.PlacesParams): Promise<protocol.PlacesResult>;
  proposals(params: protocol.ProposalsParams, token?: CancellationToken): Promise<protocol.ProposalsResult>;
  link(params: protocol.LinkParams): Promise<protocol.EditResult>;
  scaffold(params: protocol.ScaffoldParams): Promise<protocol.EditResult>;
  signable(params: protocol.SignableParams): Promise<protocol.SignableResult>;
  sign(params: protocol.SignParams): Promise<protocol.EditResult>;
}

const COVERAGE: protocol.CoverageMethod = 'clausewright/coverage';
const DOCUMENTS: protocol.DocumentsMethod = 'clausewright/documents';
const ROADMAP: protocol.RoadmapMethod = 'clausewright/roadmap';
const COVERAGE_PAGE: protocol.CoveragePageMethod = 'clausewright/coveragePage';
const PLACES: protocol.PlacesMethod = 'clausewright/places';
const PROPOSALS: protocol.ProposalsMethod = 'clausewright/proposals';
const LINK: protocol.LinkMethod = 'clausewright/link';
const SCAFFOLD: protocol.ScaffoldMethod = 'clausewright/scaffold';
const SIGNABLE: protocol.SignableMethod = 'clausewright/signable';
const SIGN: protocol.SignMethod = 'clausewright/sign';

/** The requests of a client. */
export function requestsTo(client: BaseLanguageClient): Requests {
  // A token that is absent must not be sent: it would count as a second parameter.
  const ask = <R>(method: string, params: object, token: CancellationToken | undefined): Promise<R> =>
    token === undefined
      ? client.sendRequest<R>(method, params)
      : client.sendRequest<R>(method, params, token);
  return {
    coverage: (params, token) => ask(COVERAGE, params, token),
    documents: params => client.sendRequest(DOCUMENTS, params),
    roadmap: () => client.sendRequest(ROADMAP),
    coveragePage: (params, token) => ask(COVERAGE_PAGE, params, token),
    places: params => client.sendRequest(PLACES, params),
    proposals: (params, token) => ask(PROPOSALS, params, token),
    link: params => client.sendRequest(LINK, params),
    scaffold: params => client.sendRequest(SCAFFOLD, params),
    signable: params => client.sendRequest(SIGNABLE, params),
    sign: params => client.sendRequest(SIGN, params),
  };
}
