import * as lsp from 'vscode-languageserver';
import type {
  ControlsMethod,
  ControlsResult,
  DocumentMethod,
  DocumentParams,
  DocumentResult,
  NewMethod,
  NewParams,
  NewResult,
  SystemsMethod,
  SystemsResult,
} from './protocol.ts';
import type * as actions from './protocol-actions.ts';
import type { AskMethod, AskParams, AskResult } from './protocol-assistant.ts';
import type * as overview from './protocol-overview.ts';
import type * as review from './protocol-review.ts';
import type { Registry } from './server.ts';

/** What follows documents and tells their findings: loaded after the handshake. */
export type First = typeof import('./methods/first.ts');
/** Everything else that answers: loaded when a client asks for the first of it. */
export type Others = typeof import('./methods/others.ts');

const DOCUMENT: DocumentMethod = 'clausewright/document';
const CONTROLS: ControlsMethod = 'clausewright/controls';
const NEW: NewMethod = 'clausewright/new';
const SYSTEMS: SystemsMethod = 'clausewright/systems';
const documentKind = new lsp.ProtocolRequestType<DocumentParams, DocumentResult, never, void, void>(DOCUMENT);
const controls = new lsp.RequestType0<ControlsResult, void>(CONTROLS);
const newDocument = new lsp.ProtocolRequestType<NewParams, NewResult, never, void, void>(NEW);
const systems = new lsp.RequestType0<SystemsResult, void>(SYSTEMS);

/** A request of our own. */
function own<P, R>(method: string): lsp.ProtocolRequestType<P, R, never, void, void> {
  return new lsp.ProtocolRequestType(method);
}

const COVERAGE: overview.CoverageMethod = 'clausewright/coverage';
const DOCUMENTS: overview.DocumentsMethod = 'clausewright/documents';
const ROADMAP: overview.RoadmapMethod = 'clausewright/roadmap';
const COVERAGE_PAGE: overview.CoveragePageMethod = 'clausewright/coveragePage';
const PLACES: actions.PlacesMethod = 'clausewright/places';
const PROPOSALS: actions.ProposalsMethod = 'clausewright/proposals';
const LINK: actions.LinkMethod = 'clausewright/link';
const SCAFFOLD: actions.ScaffoldMethod = 'clausewright/scaffold';
const SIGNABLE: actions.SignableMethod = 'clausewright/signable';
const SIGN: actions.SignMethod = 'clausewright/sign';
const ASK: AskMethod = 'clausewright/ask';
const ask = own<AskParams, AskResult>(ASK);
const coverage = own<overview.CoverageParams, overview.CoverageResult>(COVERAGE);
const documents = own<overview.DocumentsParams, overview.DocumentsResult>(DOCUMENTS);
const roadmap = new lsp.RequestType0<overview.RoadmapResult, void>(ROADMAP);
const coveragePage = own<overview.CoveragePageParams, overview.CoveragePageResult>(COVERAGE_PAGE);
const places = own<actions.PlacesParams, actions.PlacesResult>(PLACES);
const proposals = own<actions.ProposalsParams, actions.ProposalsResult>(PROPOSALS);
const link = own<actions.LinkParams, actions.EditResult>(LINK);
const scaffold = own<actions.ScaffoldParams, actions.EditResult>(SCAFFOLD);
const signable = own<actions.SignableParams, actions.SignableResult>(SIGNABLE);
const sign = own<actions.SignParams, actions.EditResult>(SIGN);

const REVISIONS: review.RevisionsMethod = 'clausewright/revisions';
const COMPARE: review.CompareMethod = 'clausewright/compare';
const END_COMPARE: review.EndCompareMethod = 'clausewright/endCompare';
const COMMENTS: review.CommentsMethod = 'clausewright/comments';
const COMMENT: review.CommentMethod = 'clausewright/comment';
const RESOLVE_COMMENT: review.ResolveCommentMethod = 'clausewright/resolveComment';
const REVIEWER: review.ReviewerMethod = 'clausewright/reviewer';
const revisions = new lsp.RequestType0<review.RevisionsResult, void>(REVISIONS);
const compare = own<review.CompareParams, review.CompareResult>(COMPARE);
const endCompare = new lsp.ProtocolNotificationType<unknown, void>(END_COMPARE);
const comments = own<review.CommentsParams, review.CommentsResult>(COMMENTS);
const comment = own<review.CommentParams, actions.EditResult>(COMMENT);
const resolveComment = own<review.ResolveCommentParams, actions.EditResult>(RESOLVE_COMMENT);
const reviewer = new lsp.RequestType0<review.ReviewerResult, void>(REVIEWER);

/** Which method gives diagnostics to clients that ask for them. */
export function first({ request }: Registry<First>): void {
  request(lsp.DocumentDiagnosticRequest.type, (all, ...given) => all.diagnostic(...given));
  request(lsp.WorkspaceDiagnosticRequest.type, (all, ...given) => all.workspaceDiagnostic(...given));
}

/** Which method answers which request. */
export function requests({ request, query }: Registry<Others>): void {
  request(lsp.HoverRequest.type, (all, engine, params) => all.hover(engine, params));
  request(lsp.CompletionRequest.type, (all, engine, params) => all.completion(engine, params));
  request(lsp.CompletionResolveRequest.type, (all, engine, item) => all.resolveCompletion(engine, item));
  request(lsp.CodeActionRequest.type, (all, ...given) => all.codeAction(...given));
  request(lsp.CodeActionResolveRequest.type, (all, engine, action) => all.resolveCodeAction(engine, action));
  request(lsp.DefinitionRequest.type, (all, engine, params) => all.definition(engine, params));
  request(lsp.ReferencesRequest.type, (all, engine, params) => all.references(engine, params));
  request(lsp.DocumentHighlightRequest.type, (all, engine, params) => all.documentHighlight(engine, params));
  request(lsp.PrepareRenameRequest.type, (all, engine, params) => all.prepareRename(engine, params));
  request(lsp.RenameRequest.type, (all, engine, params) => all.rename(engine, params));
  request(lsp.WillRenameFilesRequest.type, (all, engine, params) => all.willRenameFiles(engine, params));
  request(lsp.DocumentLinkRequest.type, (all, engine, params) => all.documentLink(engine, params));
  request(lsp.DocumentLinkResolveRequest.type, (all, engine, link) => all.resolveDocumentLink(engine, link));
  request(lsp.DocumentSymbolRequest.type, (all, engine, params) => all.documentSymbol(engine, params));
  request(lsp.WorkspaceSymbolRequest.type, (all, engine, params) => all.workspaceSymbol(engine, params));
  request(lsp.FoldingRangeRequest.type, (all, engine, params) => all.foldingRange(engine, params));
  request(lsp.SelectionRangeRequest.type, (all, engine, params) => all.selectionRange(engine, params));
  request(lsp.CodeLensRequest.type, (all, engine, params) => all.codeLens(engine, params));
  request(lsp.InlayHintRequest.type, (all, engine, params) => all.inlayHint(engine, params));
  request(lsp.SemanticTokensRequest.type, (all, engine, params) => all.semanticTokensFull(engine, params));
  request(lsp.SemanticTokensRangeRequest.type, (all, engine, params) =>
    all.semanticTokensRange(engine, params),
  );
  request(lsp.TypeHierarchyPrepareRequest.type, (all, engine, params) =>
    all.prepareTypeHierarchy(engine, params),
  );
  request(lsp.TypeHierarchySupertypesRequest.type, (all, engine, params) =>
    all.typeHierarchySupertypes(engine, params),
  );
  request(lsp.TypeHierarchySubtypesRequest.type, (all, engine, params) =>
    all.typeHierarchySubtypes(engine, params),
  );
  request(lsp.TextDocumentContentRequest.type, (all, engine, params) =>
    all.textDocumentContent(engine, params),
  );
  request(documentKind, (all, engine, params) => all.documentKind(engine, params));
  query(controls, (all, engine) => all.controls(engine));
  request(newDocument, (all, engine, params) => all.newDocument(engine, params));
  query(systems, (all, engine) => all.systems(engine));
}

/** What views and lenses of a client ask for. */
export function viewRequests({ request, query }: Registry<Others>): void {
  request(coverage, (all, engine, params) => all.coverage(engine, params));
  request(documents, (all, engine, params) => all.documents(engine, params));
  query(roadmap, (all, engine) => all.roadmap(engine));
  request(coveragePage, (all, engine, params) => all.coveragePage(engine, params));
  request(places, (all, engine, params) => all.places(engine, params));
  request(proposals, (all, engine, params) => all.proposals(engine, params));
  request(link, (all, engine, params) => all.link(engine, params));
  request(scaffold, (all, engine, params) => all.scaffold(engine, params));
  request(signable, (all, engine, params) => all.signable(engine, params));
  request(sign, (all, engine, params) => all.sign(engine, params));
  request(ask, (all, engine, params) => all.ask(engine, params));
}

/** What a reviewer's client asks for. */
export function reviewRequests({ request, query, notification }: Registry<Others>): void {
  query(revisions, (all, engine) => all.revisions(engine));
  request(compare, (all, ...given) => all.compare(...given));
  notification(endCompare, (all, engine) => all.endCompare(engine));
  request(comments, (all, engine, params) => all.comments(engine, params));
  request(comment, (all, engine, params) => all.comment(engine, params));
  request(resolveComment, (all, engine, params) => all.resolveComment(engine, params));
  query(reviewer, (all, engine) => all.reviewer(engine));
}

/** Which method takes which notification. */
export function notifications({ notification }: Registry<First>): void {
  notification(lsp.DidOpenTextDocumentNotification.type, (all, ...given) => all.didOpen(...given));
  notification(lsp.DidChangeTextDocumentNotification.type, (all, ...given) => all.didChange(...given));
  notification(lsp.DidCloseTextDocumentNotification.type, (all, ...given) => all.didClose(...given));
  notification(lsp.DidChangeWatchedFilesNotification.type, (all, ...given) =>
    all.didChangeWatchedFiles(...given),
  );
}
