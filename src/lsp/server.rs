//! The server's loop: one message at a time, in order.
//!
//! In: a connection. Out: answers. A request it doesn't know is answered so; nothing typed can end it.

use std::collections::HashMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::path::PathBuf;

use lsp_server::Connection;
use lsp_server::ErrorCode;
use lsp_server::Message;
use lsp_server::Notification;
use lsp_server::Request;
use lsp_server::Response;
use lsp_types::CodeLens;
use lsp_types::Command;
use lsp_types::CompletionOptions;
use lsp_types::Hover;
use lsp_types::HoverContents;
use lsp_types::InitializeParams;
use lsp_types::Location;
use lsp_types::MarkupContent;
use lsp_types::MarkupKind;
use lsp_types::OneOf;
use lsp_types::Position;
use lsp_types::PublishDiagnosticsParams;
use lsp_types::RenameOptions;
use lsp_types::ServerCapabilities;
use lsp_types::TextDocumentPositionParams;
use lsp_types::TextDocumentSyncCapability;
use lsp_types::TextDocumentSyncKind;
use lsp_types::TextEdit;
use lsp_types::Uri;
use lsp_types::WorkspaceEdit;
use serde::Deserialize as _;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::json;

use super::complete;
use super::counting::Counting;
use super::hover;
use super::navigate;
use super::report;
use super::rules;
use super::workspace::Workspace;
use super::workspace::is_report;
use super::workspace::is_rules;
use super::workspace::path_of;
use super::workspace::uri_of;
use crate::eval::Plan;
use crate::finding::Finding;
use crate::rule;
use crate::rule::Names;
use crate::rule::RuleSet;
use crate::rule::Story;
use crate::rule_test;

/// Serves one editor until it hangs up.
///
/// # Errors
/// When the connection breaks or the editor breaks the protocol.
pub fn serve(connection: &Connection) -> Result<(), Box<dyn Error + Sync + Send>> {
    let capabilities = serde_json::to_value(capabilities())?;
    let params: InitializeParams = serde_json::from_value(connection.initialize(capabilities)?)?;
    let mut server = Server {
        workspace: Workspace::new(&root(&params)),
        counting: Counting::default(),
        findings: HashMap::new(),
    };
    server.counting.begin(&server.workspace);
    for message in &connection.receiver {
        match message {
            Message::Request(request) => {
                if connection.handle_shutdown(&request)? {
                    return Ok(());
                }
                connection.sender.send(server.answer(request).into())?;
            }
            Message::Notification(notification) => {
                for told in server.hear(notification) {
                    connection.sender.send(told.into())?;
                }
            }
            Message::Response(_) => {}
        }
    }
    Ok(())
}

fn capabilities() -> ServerCapabilities {
    ServerCapabilities {
        text_document_sync: Some(TextDocumentSyncCapability::Kind(TextDocumentSyncKind::FULL)),
        completion_provider: Some(CompletionOptions {
            trigger_characters: Some(["[", ".", "\"", "=", " "].map(str::to_owned).to_vec()),
            ..CompletionOptions::default()
        }),
        hover_provider: Some(lsp_types::HoverProviderCapability::Simple(true)),
        definition_provider: Some(OneOf::Left(true)),
        references_provider: Some(OneOf::Left(true)),
        rename_provider: Some(OneOf::Right(RenameOptions {
            prepare_provider: Some(true),
            work_done_progress_options: lsp_types::WorkDoneProgressOptions::default(),
        })),
        code_lens_provider: Some(lsp_types::CodeLensOptions {
            resolve_provider: Some(false),
        }),
        execute_command_provider: Some(lsp_types::ExecuteCommandOptions {
            commands: vec![TEST.to_owned()],
            ..lsp_types::ExecuteCommandOptions::default()
        }),
        ..ServerCapabilities::default()
    }
}

/// The command of a code lens: runs a claim's tests.
const TEST: &str = "factcheck.test";

fn root(params: &InitializeParams) -> PathBuf {
    let folder = params
        .workspace_folders
        .as_ref()
        .and_then(|folders| path_of(&folders.first()?.uri));
    #[expect(deprecated, reason = "older editors send nothing else")]
    let older = || params.root_uri.as_ref().and_then(path_of);
    folder.or_else(older).unwrap_or_default()
}

struct Server {
    workspace: Workspace,
    /// What the project's reports say of each claim.
    counting: Counting,
    /// Of open reports.
    findings: HashMap<PathBuf, Vec<Finding>>,
}

type Answer = Result<Value, String>;

impl Server {
    fn answer(&mut self, request: Request) -> Response {
        let Request { id, method, params } = request;
        let answer = match method.as_str() {
            "textDocument/completion" => self.at(params, Self::complete),
            "textDocument/hover" => self.at(params, Self::hover),
            "textDocument/definition" => self.at(params, Self::definition),
            "textDocument/references" => self.at(params, Self::references),
            "textDocument/prepareRename" => self.at(params, Self::prepare_rename),
            "textDocument/rename" => self.rename(params),
            "textDocument/codeLens" => self.lenses(params),
            "workspace/executeCommand" => self.execute(params),
            _ => {
                let code = ErrorCode::MethodNotFound as i32;
                return Response::new_err(id, code, format!("factcheck knows no `{method}`"));
            }
        };
        match answer {
            Ok(value) => Response::new_ok(id, value),
            Err(message) => Response::new_err(id, ErrorCode::InvalidParams as i32, message),
        }
    }

    /// Answers a request on a place of an open document; on another file there is nothing to say.
    fn at(
        &mut self,
        params: Value,
        answer: fn(&mut Self, &Path, Position) -> Option<Value>,
    ) -> Answer {
        let params: TextDocumentPositionParams = read(params)?;
        let path = path_of(&params.text_document.uri);
        let known = path.filter(|path| self.workspace.open.contains_key(path));
        Ok(known
            .and_then(|path| answer(self, &path, params.position))
            .unwrap_or(Value::Null))
    }

    fn hear(&mut self, notification: Notification) -> Vec<Notification> {
        let Notification { method, params } = notification;
        let text = |params: &Value, at: &str| {
            params
                .pointer(at)
                .and_then(Value::as_str)
                .map(str::to_owned)
        };
        let uri = Uri::deserialize(params.pointer("/textDocument/uri").unwrap_or(&Value::Null));
        let path = uri.ok().as_ref().and_then(path_of);
        match (method.as_str(), path) {
            ("textDocument/didOpen", Some(path)) => {
                if let Some(text) = text(&params, "/textDocument/text") {
                    self.workspace.change(path.clone(), text);
                    if path.parent() == Some(self.workspace.rules.as_path()) {
                        self.counting.begin(&self.workspace);
                    }
                }
                self.told(&path)
            }
            ("textDocument/didChange", Some(path)) => {
                let changes = params.get("contentChanges").and_then(Value::as_array);
                let last = changes.and_then(|changes| changes.last());
                if let Some(text) = last
                    .and_then(|change| change.get("text"))
                    .and_then(Value::as_str)
                {
                    self.workspace.change(path.clone(), text.to_owned());
                }
                self.told(&path)
            }
            ("textDocument/didSave", Some(path)) => {
                self.workspace.reload();
                self.counting.begin(&self.workspace);
                self.told(&path)
            }
            ("textDocument/didClose", Some(path)) => {
                self.workspace.close(&path);
                self.findings.remove(&path);
                publish(&path, Vec::new()).into_iter().collect()
            }
            ("workspace/didChangeWatchedFiles", _) => {
                self.workspace.reload();
                self.counting.begin(&self.workspace);
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    /// What is to be shown after `path` changed: its own diagnostics, and those of every report when it holds rules.
    fn told(&mut self, path: &Path) -> Vec<Notification> {
        if is_rules(path) {
            let mut told: Vec<_> = self.rule_file(path).into_iter().collect();
            let reports: Vec<PathBuf> = self
                .workspace
                .open
                .keys()
                .filter(|path| is_report(path))
                .cloned()
                .collect();
            if !reports.is_empty() && path.parent() == Some(self.workspace.rules.as_path()) {
                told.extend(self.reports(&reports));
            }
            told
        } else if is_report(path) {
            self.reports(&[path.to_owned()])
        } else {
            Vec::new()
        }
    }

    fn rule_file(&mut self, path: &Path) -> Option<Notification> {
        let document = self.workspace.open.get(path)?;
        let shown = path.to_string_lossy();
        let loaded = rule::load_texts(&[(&shown, &document.text)]);
        let uri = uri_of(path)?;
        publish(path, rules::diagnose(&uri, document, &loaded.diagnostics))
    }

    fn reports(&mut self, paths: &[PathBuf]) -> Vec<Notification> {
        self.workspace.loaded();
        let Some(loaded) = self.workspace.kept() else {
            return Vec::new();
        };
        let plan = Plan::new(&loaded.rules);
        let mut told = Vec::new();
        for path in paths {
            let Some(document) = self.workspace.open.get(path) else {
                continue;
            };
            let findings = report::findings(&plan, &path.to_string_lossy(), &document.text);
            told.extend(publish(
                path,
                report::diagnose(&loaded.rules, document, &findings),
            ));
            self.findings.insert(path.clone(), findings);
        }
        told
    }

    fn complete(&mut self, path: &Path, position: Position) -> Option<Value> {
        let document = self.workspace.open.get(path).filter(|_| is_rules(path))?;
        let offset = document.lines.offset(&document.text, position);
        serde_json::to_value(complete::complete(&document.text, offset)).ok()
    }

    fn hover(&mut self, path: &Path, position: Position) -> Option<Value> {
        let document = self.workspace.open.get(path)?.clone();
        let offset = document.lines.offset(&document.text, position);
        let shown = if is_rules(path) {
            let (story, _) = rule::load_text(&path.to_string_lossy(), &document.text);
            let tally = self.counting.tally();
            hover::of_rules(&document.text, offset, story.as_ref(), tally)?
        } else {
            let (finding, evidence) = report::at(self.findings.get(path)?, offset)?;
            let (finding, evidence) = (finding.clone(), evidence.clone());
            let because = claim_because(&self.workspace.loaded().rules.stories, &finding.claim);
            hover::of_finding(&finding, &evidence, because)
        };
        let contents = HoverContents::Markup(MarkupContent {
            kind: MarkupKind::Markdown,
            value: shown,
        });
        serde_json::to_value(Hover {
            contents,
            range: None,
        })
        .ok()
    }

    fn definition(&mut self, path: &Path, position: Position) -> Option<Value> {
        let document = self.workspace.open.get(path).filter(|_| is_rules(path))?;
        let offset = document.lines.offset(&document.text, position);
        let declared = navigate::declaration(&document.text, offset)?;
        let range = document.lines.range(&document.text, declared.span);
        serde_json::to_value(Location::new(uri_of(path)?, range)).ok()
    }

    fn references(&mut self, path: &Path, position: Position) -> Option<Value> {
        let document = self.workspace.open.get(path).filter(|_| is_rules(path))?;
        let offset = document.lines.offset(&document.text, position);
        let uri = uri_of(path)?;
        let places = navigate::places(&document.text, offset);
        let locations: Vec<Location> = places
            .iter()
            .map(|id| Location::new(uri.clone(), document.lines.range(&document.text, id.span)))
            .collect();
        serde_json::to_value(locations).ok()
    }

    fn prepare_rename(&mut self, path: &Path, position: Position) -> Option<Value> {
        let document = self.workspace.open.get(path).filter(|_| is_rules(path))?;
        let offset = document.lines.offset(&document.text, position);
        let places = navigate::places(&document.text, offset);
        let here = places
            .iter()
            .find(|id| (id.span.start as usize..=id.span.end as usize).contains(&offset))?;
        serde_json::to_value(document.lines.range(&document.text, here.span)).ok()
    }

    fn rename(&mut self, params: Value) -> Answer {
        let params: lsp_types::RenameParams = read(params)?;
        if !rule::keys::is_id(&params.new_name) {
            return Err(format!(
                "`{}` is no id: small letters, digits and hyphens",
                params.new_name
            ));
        }
        let TextDocumentPositionParams {
            text_document,
            position,
        } = params.text_document_position;
        let path = path_of(&text_document.uri);
        let Some(document) = path.and_then(|path| self.workspace.open.get(&path)) else {
            return Ok(Value::Null);
        };
        let offset = document.lines.offset(&document.text, position);
        let places = navigate::places(&document.text, offset);
        let Some(first) = places.first() else {
            return Ok(Value::Null);
        };
        let taken = rule::outline(&document.text)
            .iter()
            .any(|id| id.declared && id.names == first.names && id.id == params.new_name);
        if taken {
            return Err(format!("`{}` is there already", params.new_name));
        }
        let edits = places
            .iter()
            .map(|id| {
                TextEdit::new(
                    document.lines.range(&document.text, id.span),
                    params.new_name.clone(),
                )
            })
            .collect();
        let edit = WorkspaceEdit::new(HashMap::from([(text_document.uri, edits)]));
        serde_json::to_value(edit).map_err(|error| error.to_string())
    }

    /// Over each claim with tests: how many, and a click that runs them.
    fn lenses(&mut self, params: Value) -> Answer {
        let params: lsp_types::CodeLensParams = read(params)?;
        let path = path_of(&params.text_document.uri).filter(|path| is_rules(path));
        let Some((path, document)) =
            path.and_then(|path| Some((path.clone(), self.workspace.open.get(&path)?)))
        else {
            return Ok(Value::Null);
        };
        let (story, _) = rule::load_text(&path.to_string_lossy(), &document.text);
        let Some(story) = story else {
            return Ok(json!([]));
        };
        let mut lenses = Vec::new();
        let declared = rule::outline(&document.text);
        for (index, claim) in story.claims.iter().enumerate() {
            let tests = story
                .tests
                .iter()
                .filter(|test| test.claim == index)
                .count();
            if tests == 0 {
                continue;
            }
            let at = declared
                .iter()
                .find(|id| id.declared && id.names == Names::Claim && id.id == claim.id);
            let range = at.map_or_else(
                || {
                    document.lines.range_at(
                        &document.text,
                        claim.place.line,
                        claim.place.column,
                        claim.place.width,
                    )
                },
                |id| document.lines.range(&document.text, id.span),
            );
            let title = format!("run {tests} test{}", if tests == 1 { "" } else { "s" });
            let arguments = vec![json!(path.to_string_lossy()), json!(claim.id)];
            lenses.push(CodeLens {
                range,
                command: Some(Command::new(title, TEST.to_owned(), Some(arguments))),
                data: None,
            });
        }
        serde_json::to_value(lenses).map_err(|error| error.to_string())
    }

    /// Runs the tests of one claim, and answers how each ended.
    fn execute(&mut self, params: Value) -> Answer {
        let params: lsp_types::ExecuteCommandParams = read(params)?;
        let argument = |index: usize| params.arguments.get(index).and_then(Value::as_str);
        let (TEST, Some(path), Some(claim)) = (params.command.as_str(), argument(0), argument(1))
        else {
            return Err(format!(
                "factcheck knows no command `{}` with these arguments",
                params.command
            ));
        };
        let Some(document) = self.workspace.open.get(Path::new(path)) else {
            return Err(format!("`{path}` is not open"));
        };
        let (story, _) = rule::load_text(path, &document.text);
        let story = story.ok_or_else(|| "the file has errors".to_owned())?;
        Ok(json!(run_tests(story, claim)))
    }
}

fn read<T: DeserializeOwned>(params: Value) -> Result<T, String> {
    serde_json::from_value(params).map_err(|error| error.to_string())
}

fn publish(path: &Path, diagnostics: Vec<lsp_types::Diagnostic>) -> Option<Notification> {
    let params = PublishDiagnosticsParams::new(uri_of(path)?, diagnostics, None);
    Some(Notification::new(
        "textDocument/publishDiagnostics".to_owned(),
        params,
    ))
}

/// Where the value of `story/claim` comes from.
fn claim_because<'r>(stories: &'r [Story], claim: &str) -> Option<&'r str> {
    let (story, claim) = claim.split_once('/')?;
    let story = stories.iter().find(|known| known.id == story)?;
    story
        .claims
        .iter()
        .find(|known| known.id == claim)?
        .because
        .as_deref()
}

/// How the tests of one claim end: numbers, and the words of each that failed.
fn run_tests(story: Story, claim: &str) -> String {
    let rules = RuleSet {
        stories: vec![story],
        ..RuleSet::default()
    };
    let ran = rule_test::run(&rules, &|_, known| known.id == claim);
    let failed: Vec<_> = ran
        .tests
        .iter()
        .filter(|tested| tested.went.failed())
        .collect();
    let mut told = format!(
        "{} right, {} failed",
        ran.tests.len() - failed.len(),
        failed.len()
    );
    for tested in failed {
        let _ = write!(
            told,
            "\nline {}: «{}» should be {}",
            tested.test.place.line, tested.test.text, tested.test.verdict
        );
    }
    told
}
