//! How long an editor waits on a rule file of 500 claims: from a changed text to its diagnostics, and for a hover, both
//! through the real server over its standard streams.
//!
//! Run with `cargo bench --bench editor`.

#![allow(clippy::print_stdout, reason = "it prints its figures")]

use std::fmt::Write as _;
use std::io::BufRead as _;
use std::io::BufReader;
use std::io::Read as _;
use std::io::Write as _;
use std::process::ChildStdin;
use std::process::ChildStdout;
use std::process::Command;
use std::process::Stdio;
use std::time::Duration;
use std::time::Instant;

use serde_json::Value;
use serde_json::json;

const RUNS: usize = 60;

struct Server {
    to: ChildStdin,
    from: BufReader<ChildStdout>,
}

impl Server {
    fn send(&mut self, message: &Value) {
        let body = message.to_string();
        write!(self.to, "Content-Length: {}\r\n\r\n{body}", body.len()).expect("it listens");
        self.to.flush().expect("it listens");
    }

    /// The next message that `is_it` says yes to.
    fn until(&mut self, is_it: impl Fn(&Value) -> bool) -> Value {
        loop {
            let mut length = 0;
            loop {
                let mut line = String::new();
                self.from.read_line(&mut line).expect("it answers");
                if let Some(number) = line.trim().strip_prefix("Content-Length: ") {
                    length = number.parse().expect("a number");
                } else if line.trim().is_empty() {
                    break;
                }
            }
            let mut body = vec![0; length];
            self.from.read_exact(&mut body).expect("it answers");
            let message: Value = serde_json::from_slice(&body).expect("JSON");
            if is_it(&message) {
                return message;
            }
        }
    }

    fn ask(&mut self, id: usize, method: &str, params: &Value) -> Value {
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        self.until(|message| message["id"] == json!(id))
    }

    fn tell(&mut self, method: &str, params: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }
}

fn rules() -> String {
    let mut text = "[story]\nid = \"orla-fire\"\ntimezone = \"Europe/Oslo\"\n\n[entity.orla]\nname = \"Orla\"\nkind = \"thing\"\n\n\
                    [event.fire]\nwhat = [\"fire\", \"blaze\"]\nwho = [\"orla\"]\nlasted = \"5 hours\"\n"
        .to_owned();
    for number in 0..500 {
        let _ = write!(
            text,
            "\n[[claim]]\nid = \"count-{number}\"\nevent = \"fire\"\nof = [\"thing{number}\"]\nexpect.count = {number}\n"
        );
    }
    text
}

fn told(name: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |share: usize| times[(times.len() - 1) * share / 100];
    println!(
        "{name}: {:.1?} in the middle, {:.1?} at the 95th of 100, {:.1?} at worst",
        at(50),
        at(95),
        at(100)
    );
}

fn main() {
    let mut server = Command::new(env!("CARGO_BIN_EXE_factcheck"))
        .arg("lsp")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the server starts");
    let mut editor = Server {
        to: server.stdin.take().expect("piped"),
        from: BufReader::new(server.stdout.take().expect("piped")),
    };
    editor.ask(1, "initialize", &json!({ "capabilities": {} }));
    editor.tell("initialized", &json!({}));
    let uri = "file:///none/rules/orla.toml";
    let text = rules();
    let document = json!({ "uri": uri, "languageId": "toml", "version": 1, "text": text });
    let published = |message: &Value| message["method"] == "textDocument/publishDiagnostics";
    editor.tell("textDocument/didOpen", &json!({ "textDocument": document }));
    editor.until(published);
    let (mut diagnoses, mut hovers) = (Vec::new(), Vec::new());
    for run in 0..RUNS {
        let changed = format!("{text}\n# {run}\n");
        let params = json!({
            "textDocument": { "uri": uri, "version": run + 2 },
            "contentChanges": [{ "text": changed }],
        });
        let start = Instant::now();
        editor.tell("textDocument/didChange", &params);
        editor.until(published);
        diagnoses.push(start.elapsed());
        let at = json!({ "textDocument": { "uri": uri }, "position": { "line": 13 + 6 * run + 1, "character": 8 } });
        let start = Instant::now();
        editor.ask(run + 10, "textDocument/hover", &at);
        hovers.push(start.elapsed());
    }
    told("diagnostics", diagnoses);
    told("hover", hovers);
    editor.ask(5000, "shutdown", &Value::Null);
    editor.tell("exit", &Value::Null);
    server.wait().expect("it ends");
}
