//! `--watch` from outside: a real process, a file that is saved, and what is printed then.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "it reads what it wrote, and prints its figures"
)]

use std::fs;
use std::io::BufRead as _;
use std::io::BufReader;
use std::path::Path;
use std::process::Child;
use std::process::Command;
use std::process::Stdio;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::channel;
use std::time::Duration;
use std::time::Instant;

use insta_cmd::get_cargo_bin;

/// Longer than any run takes on the slowest machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// Also the text of the tests of the editor, with one test more.
const RULES: &str = concat!(
    include_str!("desk/orla.toml"),
    r#"
[[claim.test]]
text = "The fire on the ferry Orla lasted nine hours."
verdict = "contradicted"
"#
);

/// A running `factcheck … --watch`.
struct Watching {
    child: Child,
    lines: Receiver<String>,
}

impl Watching {
    fn start(folder: &Path, args: &[&str]) -> Self {
        let mut child = Command::new(get_cargo_bin("factcheck"))
            .args(args)
            .current_dir(folder)
            .env("NO_COLOR", "1")
            .env("COLUMNS", "80")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let out = BufReader::new(child.stdout.take().expect("piped"));
        let (heard, lines) = channel();
        std::thread::spawn(move || {
            for line in out.lines().map_while(Result::ok) {
                if heard.send(line).is_err() {
                    break;
                }
            }
        });
        Self { child, lines }
    }

    /// What is printed up to a line with `words`.
    fn until(&self, words: &str) -> String {
        let mut seen = String::new();
        loop {
            let Ok(line) = self.lines.recv_timeout(PATIENCE) else {
                panic!("no «{words}» after:\n{seen}");
            };
            seen.push_str(&line);
            seen.push('\n');
            if line.contains(words) {
                return seen;
            }
        }
    }

    /// Whoever started it hangs up: the exit code.
    fn end(mut self) -> Option<i32> {
        drop(self.child.stdin.take());
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if let Some(ended) = self.child.try_wait().expect("it can be waited for") {
                return ended.code();
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("it goes on after its input has ended");
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        // A failed test leaves nothing behind; one that has ended can't be killed.
        let _ = self.child.kill();
    }
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("rules")).expect("made");
    fs::create_dir(folder.path().join("corpus")).expect("made");
    let write =
        |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("written");
    write("rules/orla.toml", RULES);
    let report =
        "+++\noutlet = \"Harbour Post\"\n+++\nThe fire on the ferry Orla lasted five hours.\n";
    write("corpus/one.md", report);
    folder
}

#[test]
fn a_saved_rule_file_is_tested_again_and_only_what_changed_is_shown() {
    for how in ["--watch", "--watch=poll"] {
        let folder = folder();
        let rules = folder.path().join("rules/orla.toml");
        let save = |text: &str| fs::write(&rules, text).expect("written");
        let run = Watching::start(folder.path(), &["test", how]);
        assert_eq!(
            run.until("speak"),
            "2 tests: 0 failed; 1 of 1 claims speak\n"
        );
        save(&RULES.replace("lasted = \"5 hours\"", "lasted = \"9 hours\""));
        insta::allow_duplicates! { insta::assert_snapshot!(run.until("speak"), @r#"

        ── rules/orla.toml ──
        error[test-wrong]: fire.lasted: wanted supported, got contradicted (value)
          --> rules/orla.toml:21:11
           |
        21 | verdict = "supported"
           |           ^^^^^^^^^^^ wanted supported
           |
          ::: the text of this test:1:35
           |
         1 | The fire on the ferry Orla lasted five hours.
           |                                   ---------- contradicted: read as five hours
           |
           = note: the claim expects 9 hours

        error[test-wrong]: fire.lasted: wanted contradicted, got supported
          --> rules/orla.toml:25:11
           |
        25 | verdict = "contradicted"
           |           ^^^^^^^^^^^^^^ wanted contradicted
           |
          ::: the text of this test:1:35
           |
         1 | The fire on the ferry Orla lasted nine hours.
           |                                   ---------- supported: read as nine hours
           |
           = note: the claim expects 9 hours

        2 tests: 2 failed; 1 of 1 claims speak
        "#) };
        save(&RULES.replace("lasted = ", "lastet = "));
        insta::allow_duplicates! { insta::assert_snapshot!(run.until("speak"), @r#"

        ── rules/orla.toml ──
        error[rule-unknown-key]: unknown key `lastet`
          --> rules/orla.toml:13:1
           |
        13 | lastet = "5 hours"
           | ^^^^^^ not a key of an event
           |
           = help: did you mean `lasted`?

        before the mistake, 2 tests: 2 failed; 1 of 1 claims speak
        "#) };
        save(RULES);
        insta::allow_duplicates! { insta::assert_snapshot!(run.until("speak"), @"

        ── rules/orla.toml ──
        mended: unknown key `lastet` [rule-unknown-key]
        right now: fire.lasted: «The fire on the ferry Orla lasted five hours.»
        right now: fire.lasted: «The fire on the ferry Orla lasted nine hours.»
        2 tests: 0 failed; 1 of 1 claims speak
        ") };
        assert_eq!(run.end(), Some(0), "all is right again");
    }
}

#[test]
fn a_saved_report_is_checked_again_and_only_what_changed_is_shown() {
    let folder = folder();
    let report = folder.path().join("corpus/one.md");
    let text = fs::read_to_string(&report).expect("written above");
    let run = Watching::start(folder.path(), &["check", "--watch"]);
    run.until("checked 0.");
    // As many editors save: into another file, then in its place.
    let beside = folder.path().join("corpus/.one.md.new");
    fs::write(&beside, text.replace("five hours", "nine hours")).expect("written");
    let start = Instant::now();
    fs::rename(&beside, &report).expect("renamed");
    insta::assert_snapshot!(run.until("did not."), @r#"

    ── corpus/one.md ──
    contradicted[value]: fire.lasted: says nine hours, expected 5 hours
       --> corpus/one.md:4:35 · Harbour Post
         |
       4 | The fire on the ferry Orla lasted nine hours.
         |                                   ^^^^^^^^^^
         |
       ::: rules/orla.toml:13:10
         |
      13 | lasted = "5 hours"
         |          ---------
         |
         = claim: orla-fire/fire.lasted, major
         = because: coastguard log
         = passage: a251b012f547

    orla-fire/fire.lasted
      ✓→✗ corpus/one.md: supported (five hours) → contradicted[value] (nine hours)
           the text changed

    1 finding changed, 0 did not.
    "#);
    println!("shown {:?} after it was saved", start.elapsed());
    let longer = text.replace("five hours", "nine hours") + "\nNobody on the quay slept.\n";
    fs::write(&report, longer).expect("written");
    run.until("No finding changed.");
    assert_eq!(run.end(), Some(1), "the last run found something");
}

#[test]
fn a_rule_file_that_is_broken_for_a_moment_takes_no_finding_away() {
    let folder = folder();
    let rules = folder.path().join("rules/orla.toml");
    let other = RULES.replace("orla-fire", "orla-refit");
    fs::write(folder.path().join("rules/refit.toml"), other).expect("written");
    let run = Watching::start(folder.path(), &["--watch"]);
    run.until("checked 0.");
    fs::write(&rules, RULES.replace("who = ", "whoo = ")).expect("written");
    insta::assert_snapshot!(run.until("unknown key"), @"
    ── rules/orla.toml ──
    error[rule-unknown-key]: unknown key `whoo`
    ");
    fs::write(&rules, RULES).expect("written");
    insta::assert_snapshot!(run.until("mended"), @r#"
      --> rules/orla.toml:12:1
       |
    12 | whoo = ["orla"]
       | ^^^^ not a key of an event
       |
       = help: did you mean `who`?


    ── rules/orla.toml ──
    mended: unknown key `whoo` [rule-unknown-key]
    "#);
    assert_eq!(run.end(), Some(0));
}

#[test]
fn what_can_not_be_watched_is_refused() {
    let folder = folder();
    let run = |args: &[&str]| {
        let mut command = Command::new(get_cargo_bin("factcheck"));
        let ran = command.args(args).current_dir(folder.path()).output();
        let ran = ran.expect("it runs");
        let told = String::from_utf8_lossy(&ran.stderr).into_owned();
        (ran.status.code(), told)
    };
    let (code, told) = run(&["--watch", "-"]);
    assert_eq!(code, Some(2));
    assert!(told.contains("standard input"), "{told}");
    let (code, told) = run(&["--watch", "--format", "json"]);
    assert_eq!(code, Some(2));
    assert!(told.contains("--output"), "{told}");
}
