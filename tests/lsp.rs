//! The editor face, spoken to as an editor speaks: over the standard streams of the real program.

#![allow(
    clippy::print_stdout,
    clippy::needless_pass_by_value,
    clippy::cast_possible_truncation,
    clippy::format_push_string,
    reason = "it prints its figures, and talks in JSON literals"
)]

use std::io::BufRead as _;
use std::io::BufReader;
use std::io::Read as _;
use std::io::Write as _;
use std::process::Child;
use std::process::ChildStdin;
use std::process::ChildStdout;
use std::process::Command;
use std::process::Stdio;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::channel;
use std::time::Duration;
use std::time::Instant;

use insta_cmd::get_cargo_bin;
use serde_json::Value;
use serde_json::json;

/// Longer than any answer takes on the slowest machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// An editor with a project folder.
struct Editor {
    server: Child,
    to: ChildStdin,
    from: Receiver<Value>,
    folder: tempfile::TempDir,
    asked: i64,
}

impl Editor {
    fn open(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in files {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            std::fs::write(path, text).expect("a file");
        }
        let mut server = Command::new(get_cargo_bin("factcheck"))
            .arg("lsp")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let to = server.stdin.take().expect("piped");
        let mut out = BufReader::new(server.stdout.take().expect("piped"));
        let (heard, from) = channel();
        std::thread::spawn(move || {
            while let Some(message) = message(&mut out) {
                if heard.send(message).is_err() {
                    break;
                }
            }
        });
        let mut editor = Self {
            server,
            to,
            from,
            folder,
            asked: 0,
        };
        let root = editor.uri("");
        let folders = json!([{ "uri": root.trim_end_matches('/'), "name": "project" }]);
        editor.ask(
            "initialize",
            json!({ "capabilities": {}, "workspaceFolders": folders }),
        );
        editor.tell("initialized", json!({}));
        editor
    }

    fn uri(&self, name: &str) -> String {
        format!("file://{}/{name}", self.folder.path().display())
    }

    fn send(&mut self, message: &Value) {
        let body = message.to_string();
        write!(self.to, "Content-Length: {}\r\n\r\n{body}", body.len())
            .expect("the server listens");
        self.to.flush().expect("the server listens");
    }

    fn receive(&mut self) -> Value {
        self.from
            .recv_timeout(PATIENCE)
            .expect("the server answers")
    }

    fn tell(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    fn ask(&mut self, method: &str, params: Value) -> Value {
        self.asked += 1;
        let id = self.asked;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        loop {
            let message = self.receive();
            if message["id"] == json!(id) {
                return message;
            }
        }
    }

    /// Opens a document and gives the diagnostics that come for it.
    fn diagnostics(&mut self, name: &str, text: &str) -> Vec<Value> {
        let uri = self.uri(name);
        let document = json!({ "uri": uri, "languageId": "any", "version": 1, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": document }));
        loop {
            let message = self.receive();
            if message["method"] == "textDocument/publishDiagnostics"
                && message["params"]["uri"] == json!(uri)
            {
                return message["params"]["diagnostics"]
                    .as_array()
                    .expect("a list")
                    .clone();
            }
        }
    }

    fn at(&mut self, method: &str, name: &str, line: u32, character: u32) -> Value {
        let uri = self.uri(name);
        let params = json!({ "textDocument": { "uri": uri }, "position": { "line": line, "character": character }, "context": { "includeDeclaration": true } });
        self.ask(method, params)["result"].clone()
    }
}

/// The next message of the server; `None` once it has hung up.
fn message(out: &mut BufReader<ChildStdout>) -> Option<Value> {
    let mut length = None;
    loop {
        let mut line = String::new();
        if out.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim().strip_prefix("Content-Length: ") {
            Some(number) => length = number.parse().ok(),
            None if line.trim().is_empty() => break,
            None => {}
        }
    }
    let mut body = vec![0; length?];
    out.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}

impl Drop for Editor {
    fn drop(&mut self) {
        if std::thread::panicking() {
            // The test has failed already; the server is not waited for.
            let _ = self.server.kill();
            return;
        }
        self.ask("shutdown", Value::Null);
        self.tell("exit", Value::Null);
        let ended = self.server.wait().expect("the server ends");
        assert!(
            ended.success() || std::thread::panicking(),
            "the server ends well"
        );
    }
}

/// Also the text of the tests of `--watch`.
const RULES: &str = include_str!("desk/orla.toml");

#[test]
fn a_mistake_in_a_rule_file_is_shown_at_its_word() {
    let mut editor = Editor::open(&[]);
    let found = editor.diagnostics("rules/orla.toml", &RULES.replace("lasted =", "lastet ="));
    assert_eq!(
        found.len(),
        1,
        "the key, and not the claim that hangs on it: {found:#?}"
    );
    let key = &found[0];
    assert_eq!(key["code"], "rule-unknown-key");
    assert_eq!(key["range"]["start"], json!({ "line": 12, "character": 0 }));
    assert_eq!(key["range"]["end"], json!({ "line": 12, "character": 6 }));
    assert!(
        key["message"].as_str().expect("words").contains("`lasted`"),
        "{key}"
    );
    assert!(editor.diagnostics("rules/orla.toml", RULES).is_empty());
}

#[test]
fn a_report_is_checked_while_it_is_written() {
    let mut editor = Editor::open(&[("rules/orla.toml", RULES)]);
    let text =
        "Night of fire\n\nThe fire on the ferry Orla lasted nine hours, «déjà vu» for the crew.\n";
    let found = editor.diagnostics("draft.md", text);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0]["code"], "orla-fire/fire.lasted");
    let line: Vec<char> = text.lines().nth(2).expect("a line").chars().collect();
    let column = |key: &str| {
        found[0]["range"][key]["character"]
            .as_u64()
            .expect("a number") as usize
    };
    let words: String = line[column("start")..column("end")].iter().collect();
    assert_eq!(words, "nine hours");
    assert!(
        found[0]["message"]
            .as_str()
            .expect("words")
            .contains("coastguard log")
    );
    let hover = editor.at("textDocument/hover", "draft.md", 2, 36);
    assert!(
        hover["contents"]["value"]
            .as_str()
            .expect("words")
            .contains("5 hours"),
        "{hover}"
    );
    let html = "<h1>Night of fire</h1><p>The <b>fire</b> on the ferry Orla lasted nine hours.</p>";
    assert_eq!(editor.diagnostics("draft.html", html).len(), 1);
    assert!(
        editor
            .diagnostics(
                "right.md",
                "The fire on the ferry Orla lasted five hours.\n"
            )
            .is_empty()
    );
}

#[test]
fn a_claim_is_explained_with_what_the_corpus_says_of_it() {
    let report =
        "+++\noutlet = \"Harbour Post\"\n+++\nThe fire on the ferry Orla lasted nine hours.\n";
    let mut editor = Editor::open(&[("rules/orla.toml", RULES), ("corpus/one.md", report)]);
    editor.diagnostics("rules/orla.toml", RULES);
    let mut hover = editor.at("textDocument/hover", "rules/orla.toml", 12, 2);
    // It is never kept waiting: while the reports are being checked it says so.
    for _ in 0..600 {
        let shown = hover["contents"]["value"].as_str().expect("words");
        assert!(shown.starts_with("**orla-fire/fire.lasted**"), "{shown}");
        if !shown.contains("still being checked") {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
        hover = editor.at("textDocument/hover", "rules/orla.toml", 12, 2);
    }
    insta::assert_snapshot!(hover["contents"]["value"].as_str().expect("words"), @r"
    **orla-fire/fire.lasted**  
    «fire» (fire: Orla) lasted 5 hours.  
    *because* coastguard log
    - 1 contradicted: Harbour Post
    ");
    let key = editor.at("textDocument/hover", "rules/orla.toml", 10, 1);
    assert!(
        key["contents"]["value"]
            .as_str()
            .expect("words")
            .starts_with("**"),
        "{key}"
    );
}

#[test]
fn ids_are_completed_found_and_renamed() {
    let mut editor = Editor::open(&[]);
    let text = format!("{RULES}\n[[claim]]\nid = \"boats\"\nevent = \"\"\n");
    editor.diagnostics("rules/orla.toml", &text);
    let line = u32::try_from(text.lines().count()).expect("few") - 1;
    let offered = editor.at("textDocument/completion", "rules/orla.toml", line, 9);
    assert_eq!(offered[0]["label"], "fire");
    let declared = editor.at("textDocument/definition", "rules/orla.toml", 11, 9);
    assert_eq!(
        declared["range"]["start"],
        json!({ "line": 4, "character": 8 })
    );
    assert_eq!(
        editor
            .at("textDocument/references", "rules/orla.toml", 4, 9)
            .as_array()
            .map(Vec::len),
        Some(2)
    );
    let uri = editor.uri("rules/orla.toml");
    let rename = |name: &str| json!({ "textDocument": { "uri": uri }, "position": { "line": 4, "character": 9 }, "newName": name });
    let done = editor.ask("textDocument/rename", rename("ferry"));
    assert_eq!(
        done["result"]["changes"][&uri].as_array().map(Vec::len),
        Some(2),
        "{done}"
    );
    let refused = editor.ask("textDocument/rename", rename("The Ferry"));
    assert!(
        refused["error"]["message"]
            .as_str()
            .expect("words")
            .contains("no id")
    );
}

#[test]
fn a_claims_tests_run_from_its_lens() {
    let mut editor = Editor::open(&[]);
    editor.diagnostics("rules/orla.toml", RULES);
    let uri = editor.uri("rules/orla.toml");
    let lenses = editor.ask(
        "textDocument/codeLens",
        json!({ "textDocument": { "uri": uri } }),
    )["result"]
        .clone();
    assert_eq!(lenses[0]["command"]["title"], "run 1 test");
    let ran = editor.ask("workspace/executeCommand", lenses[0]["command"].clone());
    assert_eq!(ran["result"], "1 right, 0 failed");
}

#[test]
fn nothing_typed_ends_the_server() {
    let mut editor = Editor::open(&[]);
    for text in [
        "",
        "[",
        "[[claim]]\nid = \"",
        "é\u{1f71a}\"\"\"",
        &"[".repeat(5000),
        "a.b.c.d = {{{",
    ] {
        editor.diagnostics("rules/orla.toml", text);
        for character in [0, 3, 5000] {
            for method in [
                "completion",
                "hover",
                "definition",
                "references",
                "prepareRename",
            ] {
                editor.at(
                    &format!("textDocument/{method}"),
                    "rules/orla.toml",
                    0,
                    character,
                );
            }
        }
    }
    let unknown = editor.ask("factcheck/nothing", json!({}));
    assert!(
        unknown["error"]["message"]
            .as_str()
            .expect("words")
            .contains("factcheck/nothing")
    );
}

/// Prints how long a hover and a diagnosis take on a file of 500 claims, on the machine it runs on.
#[test]
fn five_hundred_claims_are_answered_at_once() {
    let mut text = RULES.to_owned();
    for number in 0..500 {
        text.push_str(&format!("\n[[claim]]\nid = \"count-{number}\"\nevent = \"fire\"\nof = [\"thing{number}\"]\nexpect.count = {number}\n"));
    }
    let mut editor = Editor::open(&[]);
    let start = Instant::now();
    editor.diagnostics("rules/orla.toml", &text);
    let diagnosed = start.elapsed();
    editor.at("textDocument/hover", "rules/orla.toml", 12, 2);
    let start = Instant::now();
    let hover = editor.at("textDocument/hover", "rules/orla.toml", 12, 2);
    println!(
        "500 claims: diagnostics {diagnosed:?}, hover {:?}",
        start.elapsed()
    );
    assert!(hover["contents"]["value"].is_string());
    assert!(diagnosed < Duration::from_mins(1), "no answer");
}
