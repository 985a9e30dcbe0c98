//! The README's promises: its rule file loads without a remark, the files it sends the reader to are there, and what it shows of a
//! run is what a run prints. `UPDATE_README=1 cargo test --test readme` pastes the runs anew.

#![expect(
    clippy::disallowed_methods,
    reason = "this test reads the documents themselves"
)]

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Mutex;

use factcheck::diagnostic::Level;
use factcheck::rule::RuleSet;
use factcheck::rule::codes;
use factcheck::rule::load_text;
use factcheck::rule_test;

/// The fenced blocks of `language` in a Markdown text.
fn blocks<'a>(text: &'a str, language: &str) -> Vec<&'a str> {
    let fence = format!("```{language}\n");
    text.split(fence.as_str())
        .skip(1)
        .map(|rest| rest.split("```").next().expect("split gives at least one"))
        .collect()
}

/// Two tests paste into the README: one after the other.
static PASTING: Mutex<()> = Mutex::new(());

fn document(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name))
        .expect("a readable document")
}

#[test]
fn the_rule_file_in_the_readme_loads_without_a_remark() {
    let readme = document("README.md");
    let example = blocks(&readme, "toml")
        .into_iter()
        .find(|block| block.starts_with("[story]"))
        .expect("the README shows a whole rule file");
    let (story, remarks) = load_text("orla-fire-2024.toml", example);
    assert!(remarks.is_empty(), "{remarks:#?}");
    let story = story.expect("a story");
    let ids: Vec<&str> = story.claims.iter().map(|claim| claim.id.as_str()).collect();
    for id in [
        "fire.when",
        "fire.time",
        "fire.where",
        "fire.lasted",
        "fire.killed",
        "passengers",
    ] {
        assert!(ids.contains(&id), "no `{id}` among {ids:?}");
    }
}

/// Runs every test of a rule file, and tells those that went otherwise than they say: also one whose `todo` is done.
fn failed_tests(name: &str, text: &str) -> (usize, Vec<String>) {
    let (story, remarks) = load_text(name, text);
    assert!(remarks.is_empty(), "{name}: {remarks:#?}");
    let rules = RuleSet {
        stories: vec![story.expect("a story")],
        ..RuleSet::default()
    };
    let ran = rule_test::run(&rules, &|_, _| true);
    let failed = ran.tests.iter().filter(|tested| tested.went.failed());
    let failed = failed.map(|tested| {
        format!(
            "{name}, {}: {:?}: wanted {}, got {}: {}",
            tested.claim().id,
            tested.went,
            tested.test.verdict,
            tested.verdict.word(),
            tested.test.text.trim()
        )
    });
    (ran.tests.len(), failed.collect())
}

#[test]
fn the_tests_in_the_readme_pass() {
    let readme = document("README.md");
    let mut run = 0;
    for example in blocks(&readme, "toml") {
        if example.starts_with("[story]") {
            let (tests, failed) = failed_tests("orla-fire-2024.toml", example);
            assert!(failed.is_empty(), "{}", failed.join("\n"));
            run += tests;
        }
    }
    assert!(run >= 2, "the README shows {run} tests");
}

/// All examples of the page of the rule language make one file, as it says itself.
#[test]
fn the_tests_in_the_page_of_the_rule_language_pass() {
    let page = document("docs/rules.md");
    let joined = blocks(&page, "toml").join("\n");
    let (tests, failed) = failed_tests("orla.toml", &joined);
    assert!(failed.is_empty(), "{}", failed.join("\n"));
    let shown = page.matches("[[claim.test]]\n").count();
    let wrong = blocks(&page, "toml wrong rule-unknown-verdict").join("");
    let refused = wrong.matches("[[claim.test]]\n").count();
    assert_eq!(tests, shown - refused, "every test of the page is run");
}

/// The first example of the README, run where its reader runs it.
#[test]
fn the_first_rule_of_the_readme_finds_what_it_shows() {
    let _pasting = PASTING.lock();
    let readme = document("README.md");
    let block = |language: &str| blocks(&readme, language)[0];
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("rules")).expect("a folder");
    fs::write(folder.path().join("rules/orla.toml"), block("toml first")).expect("a file");
    fs::write(folder.path().join("draft.txt"), block("text draft")).expect("a file");
    let output = Command::new(env!("CARGO_BIN_EXE_factcheck"))
        .arg("draft.txt")
        .current_dir(folder.path())
        .env("NO_COLOR", "1")
        .env("COLUMNS", "80")
        .output()
        .expect("the program starts");
    assert_eq!(output.status.code(), Some(1));
    let printed = String::from_utf8(output.stdout).expect("a report in UTF-8");
    let printed: Vec<String> = printed.lines().map(str::to_owned).collect();
    let shown = block("text first");
    let fresh = pasted(shown, &printed);
    if std::env::var_os("UPDATE_README").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
        fs::write(path, readme.replacen(shown, &fresh, 1)).expect("a writable README");
        return;
    }
    assert_eq!(
        shown, fresh,
        "UPDATE_README=1 cargo test --test readme pastes it anew"
    );
}

/// What the README says how to read is what its own run shows.
#[test]
fn the_score_that_the_readme_explains_is_that_of_its_run() {
    let readme = document("README.md");
    let run = blocks(&readme, "text run")[0];
    let explained = blocks(&readme, "text score")[0].trim_end();
    let shown = run
        .lines()
        .find(|line| line.starts_with("Corvane Times"))
        .expect("the run shows its first outlet");
    if std::env::var_os("UPDATE_README").is_some() {
        return;
    }
    assert_eq!(
        explained, shown,
        "UPDATE_README=1 cargo test --test readme pastes it anew"
    );
    let raw = shown["Corvane Times".len()..].trim_start();
    let mut words = raw.split_whitespace();
    let (wrong, checked) = (words.next(), words.nth(1));
    let (wrong, checked) = (wrong.expect("a count"), checked.expect("a count"));
    let said = format!(
        "of {checked} claims on which this outlet could be held to something, it had {wrong} wrong"
    );
    assert!(readme.contains(&said), "the README does not say «{said}»");
}

#[test]
fn links_in_the_documents_lead_to_files_that_are_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for name in [
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "corpus/README.md",
        "docs/editors.md",
        "docs/examples/README.md",
        "docs/messages.md",
        "docs/reports.md",
        "docs/rules.md",
        "docs/scoring.md",
        "docs/values.md",
    ] {
        let text = document(name);
        let folder = root
            .join(name)
            .parent()
            .expect("a file's folder")
            .to_owned();
        for target in text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
        {
            let target = target.split('#').next().unwrap_or_default();
            if !target.contains("://") && !target.is_empty() {
                assert!(folder.join(target).exists(), "{name} links to {target}");
            }
        }
    }
}

/// What the main job prints of the shipped corpus, 80 columns wide, line by line.
fn main_job() -> Vec<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_factcheck"))
        .args(["--rules", "rules/"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("NO_COLOR", "1")
        .env("COLUMNS", "80")
        .output()
        .expect("the program starts");
    let text = String::from_utf8(output.stdout).expect("a report in UTF-8");
    text.lines().map(str::to_owned).collect()
}

/// The stretches of `shown` as `printed` has them now: each as long as before, found by how its first line begins.
fn pasted(shown: &str, printed: &[String]) -> String {
    let mut fresh = Vec::new();
    let mut from = 0;
    for stretch in shown.trim_end().split("\n…\n") {
        let lines: Vec<&str> = stretch.lines().collect();
        let start: String = lines[0].chars().take(20).collect();
        let at = (from..printed.len())
            .find(|&at| printed[at].starts_with(&start))
            .unwrap_or_else(|| panic!("no line of the run begins with `{start}`"));
        from = (at + lines.len()).min(printed.len());
        fresh.push(printed[at..from].join("\n"));
    }
    fresh.join("\n…\n") + "\n"
}

#[test]
fn the_run_in_the_readme_is_what_a_run_prints() {
    let _pasting = PASTING.lock();
    let readme = document("README.md");
    let shown = blocks(&readme, "text run")[0];
    let fresh = pasted(shown, &main_job());
    if std::env::var_os("UPDATE_README").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
        let mut renewed = readme.replacen(shown, &fresh, 1);
        let first = fresh.lines().find(|line| line.starts_with("Corvane Times"));
        let explained = blocks(&readme, "text score")[0];
        let first = first.expect("the run shows its first outlet").to_owned() + "\n";
        renewed = renewed.replacen(explained, &first, 1);
        fs::write(path, renewed).expect("a writable README");
        return;
    }
    assert_eq!(
        shown, fresh,
        "UPDATE_README=1 cargo test --test readme pastes it anew"
    );
}

/// The codes of rule files and of their tests, as the documentation lists them.
fn messages() -> String {
    let of_files = codes::CODES.iter().map(|code| {
        let level = match code.level {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Note => "note",
        };
        format!("| `{}` | {level} | {} |\n", code.code, code.what)
    });
    let of_tests = factcheck::rule_test::CODES.iter();
    let of_tests = of_tests.map(|(code, what)| format!("| `{code}` | of a test | {what} |\n"));
    let of_runs = factcheck::cli::CODES.iter();
    let of_runs = of_runs.map(|(code, what, ..)| format!("| `{code}` | of a run | {what} |\n"));
    let head = "\n| code | | what it is |\n|---|---|---|\n".to_owned();
    head + &of_files.chain(of_tests).chain(of_runs).collect::<String>() + "\n"
}

#[test]
fn the_documentation_lists_every_message() {
    let docs = document("docs/messages.md");
    let begin = docs.find("<!-- messages").expect("a mark");
    let begin = begin + docs[begin..].find("-->\n").expect("its end") + 4;
    let end = docs.find("<!-- end of messages").expect("a mark");
    if std::env::var_os("UPDATE_README").is_some() {
        let fresh = format!("{}{}{}", &docs[..begin], messages(), &docs[end..]);
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/messages.md");
        fs::write(path, fresh).expect("a writable document");
        return;
    }
    assert_eq!(
        &docs[begin..end],
        messages(),
        "UPDATE_README=1 cargo test --test readme writes it anew"
    );
}
