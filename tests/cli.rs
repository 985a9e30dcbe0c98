//! The command, as a shell sees it.

#![expect(
    clippy::disallowed_methods,
    reason = "the tests read what the command reads and writes"
)]

mod common;

use std::path::Path;
use std::process::Command;
use std::process::Output;

use insta_cmd::assert_cmd_snapshot;

/// The command in the folder of the test desk: a story, three reports and a broken rule file.
fn factcheck(args: &[&str]) -> Command {
    let desk = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/desk");
    common::factcheck(&desk, 80, args)
}

fn done(args: &[&str]) -> Output {
    factcheck(args).output().expect("it runs")
}

fn code(args: &[&str]) -> Option<i32> {
    done(args).status.code()
}

/// The JSON report over the desk with further options.
fn json(options: &[&str]) -> serde_json::Value {
    let args = [&["--format", "json", "reports"], options].concat();
    serde_json::from_slice(&done(&args).stdout).expect("JSON")
}

fn snapshot(name: &str, output: &Output) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    settings.bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn the_main_job_reports_what_is_wrong_and_exits_1() {
    let output = done(&["--rules", "rules/", "reports/"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    snapshot("cli-desk", &output);
}

#[test]
fn the_sub_command_check_is_the_same() {
    assert_eq!(
        done(&["check", "reports"]).stdout,
        done(&["reports"]).stdout
    );
}

#[test]
fn one_file_is_a_draft_without_outlets() {
    let output = done(&["reports/two.txt"]);
    snapshot("cli-draft", &output);
    let report: serde_json::Value =
        serde_json::from_slice(&done(&["--format", "json", "reports/two.txt"]).stdout)
            .expect("JSON");
    assert_eq!(report["outlets"], serde_json::json!([]));
}

#[test]
fn standard_input_is_read() {
    let file = std::fs::File::open(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/desk/reports/two.txt"),
    );
    let output = factcheck(&["-"])
        .stdin(file.expect("the desk"))
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).contains("--> -:7:"));
}

#[test]
fn every_mistake_of_a_rule_file_is_shown_and_nothing_is_checked() {
    assert_cmd_snapshot!(factcheck(&["--rules", "bad-rules", "reports"]), @r#"
    success: false
    exit_code: 2
    ----- stdout -----

    ----- stderr -----
    error[rule-unknown-timezone]: unknown time zone `Europe/Osslo`
     --> bad-rules/orla.toml:3:12
      |
    3 | timezone = "Europe/Osslo"
      |            ^^^^^^^^^^^^^^ not a time zone
      |
      = help: did you mean `Europe/Oslo`?

    error[rule-unknown-key]: unknown key `wher`
     --> bad-rules/orla.toml:7:1
      |
    7 | wher = "port-maren"
      | ^^^^ not a key of an event
      |
      = help: did you mean `where`?

    error: there is no rule to check against
    "#);
}

#[test]
fn a_path_that_is_not_there_is_told_and_exits_2() {
    assert_eq!(code(&["reports", "nowhere.txt"]), Some(2));
    assert_eq!(
        code(&["reports", "nowhere.txt", "--max-problems", "1"]),
        Some(1)
    );
}

#[test]
fn what_fails_a_run_can_be_chosen() {
    assert_eq!(code(&["reports", "--fail-on", "none"]), Some(0));
    assert_eq!(code(&["reports", "--fail-on", "outdated,mixed"]), Some(0));
    assert_eq!(code(&["reports", "--min-severity", "critical"]), Some(1));
    assert_eq!(
        code(&["reports", "--fail-on", "none,contradicted"]),
        Some(2)
    );
    assert_eq!(code(&["reports/one.txt"]), Some(0));
}

#[test]
fn a_run_is_the_same_on_any_number_of_threads() {
    let one = done(&["--format", "json", "--threads", "1", "reports"]).stdout;
    let four = done(&["--format", "json", "--threads", "4", "reports"]).stdout;
    assert_eq!(one, four);
}

#[test]
fn a_saved_report_has_no_colours_and_is_what_the_terminal_gets() {
    let folder = tempfile::tempdir().expect("a place");
    let file = folder.path().join("report.txt");
    let file_name = file.to_string_lossy();
    assert_eq!(code(&["reports", "--output", &file_name]), Some(1));
    let saved = std::fs::read(&file).expect("written");
    assert_eq!(saved, done(&["reports"]).stdout);
    assert!(!saved.contains(&0x1b));
}

#[test]
fn json_has_the_fields_of_its_contract() {
    let report = json(&[]);
    assert_eq!(report["schema"], "factcheck-report/1");
    let has = |value: &serde_json::Value, keys: &[&str]| {
        for key in keys {
            assert!(value.get(key).is_some(), "`{key}` in {value}");
        }
    };
    has(&report["run"], &["tool", "options", "as-of"]);
    has(&report["rules"][0], &["path", "sha256", "claims"]);
    has(
        &report["rules"][0]["claims"][0],
        &["id", "kind", "severity", "expected", "line", "because"],
    );
    has(
        &report["sources"][0],
        &[
            "id",
            "path",
            "record",
            "offset",
            "sha256",
            "outlet",
            "published",
            "copy_group",
            "checked",
            "unchecked",
        ],
    );
    let finding = &report["findings"][0];
    has(
        finding,
        &[
            "claim", "source", "outlet", "verdict", "fault", "stated", "expected", "evidence",
        ],
    );
    has(
        &finding["evidence"][0],
        &[
            "path", "line", "column", "start", "end", "sentence", "text", "value", "hedge",
            "stance", "part",
        ],
    );
    has(&report, &["outlets", "truths", "problems"]);
}

#[test]
fn evidence_stands_where_it_says() {
    let report = json(&[]);
    for finding in report["findings"].as_array().expect("findings") {
        for one in finding["evidence"].as_array().expect("evidence") {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/desk");
            let path = path.join(one["path"].as_str().expect("a path"));
            let body = std::fs::read_to_string(path).expect("a report");
            let number =
                |key: &str| usize::try_from(one[key].as_u64().expect("a number")).expect("small");
            let words = one["text"].as_str().expect("words");
            assert_eq!(&body[number("start")..number("end")], words);
            let line = body.lines().nth(number("line") - 1).expect("the line");
            let from: String = line.chars().skip(number("column") - 1).collect();
            assert!(from.starts_with(words), "{from}");
            let sentence = one["sentence"].as_str().expect("a sentence");
            assert!(sentence[number("sentence_offset")..].starts_with(words));
        }
    }
}

#[test]
fn two_saved_runs_can_be_compared() {
    let folder = tempfile::tempdir().expect("a place");
    let save = |name: &str, source: &str| {
        let path = folder.path().join(name).to_string_lossy().into_owned();
        done(&["--format", "json", "--output", &path, source]);
        path
    };
    let (one, both) = (
        save("one.json", "reports/one.txt"),
        save("both.json", "reports"),
    );
    assert_eq!(code(&["diff", &one, &one]), Some(0));
    let changed = done(&["diff", &one, &both]);
    assert_eq!(changed.status.code(), Some(1));
    let changed = String::from_utf8_lossy(&changed.stdout).into_owned();
    assert!(changed.contains("silent → contradicted"), "{changed}");
    assert_eq!(code(&["diff", &one, "reports/one.txt"]), Some(2));
}

#[test]
fn a_saved_run_gives_its_outlets_again() {
    let folder = tempfile::tempdir().expect("a place");
    let path = folder.path().join("run.json");
    let saved = path.to_string_lossy();
    done(&["--format", "json", "--output", &saved, "reports"]);
    let report: serde_json::Value =
        serde_json::from_slice(&std::fs::read(&path).expect("written")).expect("JSON");
    let outlets = serde_json::to_vec_pretty(&report["outlets"]).expect("data");
    let again = done(&["score", "--format", "json", &saved]);
    let again: serde_json::Value = serde_json::from_slice(&again.stdout).expect("JSON");
    assert_eq!(serde_json::to_vec_pretty(&again).expect("data"), outlets);
    assert_eq!(again.as_array().map(Vec::len), Some(2));
    // Two runs with one source in both would count it twice.
    assert_eq!(code(&["score", &saved, &saved]), Some(2));
}

#[test]
fn a_claim_that_is_none_gets_the_nearest() {
    assert_cmd_snapshot!(factcheck(&["explain", "orla-fire-2024/pasengers", "reports/two.txt"]), @"
    success: false
    exit_code: 2
    ----- stdout -----

    ----- stderr -----
    error: no claim, verdict or code `orla-fire-2024/pasengers`; the nearest is `orla-fire-2024/passengers`
    ");
}

#[test]
fn an_unknown_option_exits_2() {
    assert_eq!(code(&["--nonsense"]), Some(2));
    assert_eq!(code(&["--help"]), Some(0));
    assert_eq!(code(&["--version"]), Some(0));
}

#[test]
fn the_shipped_corpus_gives_the_report_that_is_kept() {
    let output = factcheck(&["--rules", "rules", "corpus"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("it runs");
    // Its faults are planted, so it is not clean.
    assert_eq!(output.status.code(), Some(1));
    snapshot("cli-corpus", &output);
}

/// A folder with `files`, where the rules of the desk are.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a place");
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/desk/rules/orla-fire-2024.toml");
    std::fs::create_dir(folder.path().join("rules")).expect("made");
    std::fs::copy(rules, folder.path().join("rules/orla.toml")).expect("copied");
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("in the folder")).expect("made");
        std::fs::write(path, text).expect("written");
    }
    folder
}

/// What the command prints in `folder`, with its exit code on the last line.
fn printed(folder: &tempfile::TempDir, args: &[&str], input: &str) -> String {
    use std::io::Write as _;
    let mut command = factcheck(args);
    command
        .current_dir(folder.path())
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped());
    let mut child = command.spawn().expect("it runs");
    let mut stdin = child.stdin.take().expect("piped");
    // A command that reads none of it closes it.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    let output = child.wait_with_output().expect("it ends");
    format!(
        "{}{}exit code {:?}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
        output.status.code().unwrap_or(-1)
    )
}

const ARABIC: &str = "وصل المبعوث إلى العاصمة مساء الأحد";
const RIGHT: &str = "The ferry Orla caught fire with 214 passengers on board.";
const WRONG: &str = "The ferry Orla caught fire with 412 passengers on board.";

#[test]
fn a_report_that_holds_nothing_to_read_is_no_success() {
    let folder = folder(&[
        ("empty.txt", ""),
        ("arabic.txt", ARABIC),
        ("reports/blank.md", " \n\n"),
        ("reports/arabic.txt", ARABIC),
        ("reports/right.txt", RIGHT),
        ("reports/notes.docx", "x"),
    ]);
    insta::assert_snapshot!(printed(&folder, &["empty.txt"], ""), @"
    Not read
      empty.txt: no text

    error[source-empty]: `empty.txt` is empty
    --> empty.txt

    1 source against 4 claims: 0 contradicted. Checked 0 values, not checked 0. 1
    source not read. 1 thing could not be checked.
    Exit code 2: 1 thing could not be checked.
    exit code 2
    ");
    let foreign = printed(&folder, &["arabic.txt"], "");
    assert!(
        foreign.contains("error[source-foreign]: `arabic.txt` is not English: Arabic script"),
        "{foreign}"
    );
    assert!(foreign.ends_with("exit code 2"), "{foreign}");
    let stdin = printed(&folder, &["-"], "");
    assert!(stdin.contains("`-` is empty"), "{stdin}");
    assert!(stdin.ends_with("exit code 2"), "{stdin}");
    // In a folder it is told, and the others are checked.
    let all = printed(&folder, &["reports"], "");
    insta::assert_snapshot!(all.split_once("Not read").expect("listed").1, @"

      reports/arabic.txt: not English: Arabic script
      reports/blank.md: no text

    For the record
      `reports/right.txt` has no outlet and no time of publication; no outlet is
        scored by it, and no claim that hangs on the time is held against it
      files passed over: 1 `.docx` in `reports`

    warning[source-empty]: `reports/blank.md` is empty
    --> reports/blank.md

    3 sources against 4 claims: 0 contradicted, 1 supported. Checked 1 value, not
    checked 0. 2 sources not read.
    exit code 0
    ");
}

#[test]
fn a_folder_without_a_report_exits_2_and_says_what_was_passed_over() {
    let folder = folder(&[
        ("notes/a.docx", "x"),
        ("notes/b.docx", "x"),
        ("notes/README.md", "x"),
    ]);
    insta::assert_snapshot!(printed(&folder, &["notes"], ""), @"
    error[source-none]: no report in `notes`
    --> notes
     = help: `.txt`, `.md`, `.html`, `.htm`, `.jsonl`, `.ndjson` are read; name another file to have it read
     = note: files passed over: 2 `.docx`

    0 sources against 4 claims: 0 contradicted. Checked 0 values, not checked 0. 1
    thing could not be checked.
    Exit code 2: 1 thing could not be checked.
    exit code 2
    ");
}

#[test]
fn a_pdf_is_named_as_such() {
    let folder = folder(&[("a.pdf", "%PDF-1.7\nThe report is in here, packed.")]);
    let told = printed(&folder, &["a.pdf"], "");
    assert!(told.contains("this is a PDF"), "{told}");
    assert!(told.ends_with("exit code 2"), "{told}");
}

#[test]
fn a_file_given_twice_is_read_once() {
    let folder = folder(&[("reports/a.txt", WRONG)]);
    let told = printed(&folder, &["reports", "reports/../reports/a.txt"], "");
    assert!(told.contains("1 source against"), "{told}");
    assert!(told.contains("given twice"), "{told}");
}

#[test]
fn a_finding_in_json_lines_names_its_record() {
    let lines = format!(
        "{{\"id\": \"w1\", \"text\": \"{RIGHT}\"}}\n\n{{\"id\": \"w2\", \"text\": \"{WRONG}\"}}\n{{\"text\": \"{WRONG}\"}}\n"
    );
    let folder = folder(&[("wire.ndjson", &lines)]);
    let told = printed(&folder, &["wire.ndjson"], "");
    assert!(told.contains("--> wire.ndjson#w2:1:33"), "{told}");
    let report = factcheck(&["--format", "json", "wire.ndjson"])
        .current_dir(folder.path())
        .output()
        .expect("it runs");
    let report: serde_json::Value = serde_json::from_slice(&report.stdout).expect("JSON");
    let lines: Vec<&serde_json::Value> = report["sources"]
        .as_array()
        .expect("sources")
        .iter()
        .map(|source| &source["line"])
        .collect();
    assert_eq!(lines, [1, 3, 4]);
    // `explain` takes what the report shows, or a number, and asks which.
    for record in ["wire.ndjson#w2", "wire.ndjson#1", "wire.ndjson#2"] {
        let told = printed(&folder, &["explain", "passengers", record], "");
        assert!(told.contains("contradicted"), "{told}");
    }
    insta::assert_snapshot!(printed(&folder, &["explain", "passengers", "wire.ndjson"], ""), @"
    error: `wire.ndjson` holds 3 records; give one: `wire.ndjson#w1`, `wire.ndjson#w2`, `wire.ndjson#2`
    exit code 2
    ");
}

#[test]
fn several_records_on_standard_input_are_no_draft() {
    let folder = folder(&[]);
    let line = |id: &str, text: &str| {
        format!("{{\"id\": \"{id}\", \"outlet\": \"{id}\", \"text\": \"{text}\"}}\n")
    };
    let told = printed(&folder, &["-"], &(line("w1", RIGHT) + &line("w2", WRONG)));
    assert!(told.contains("--> -#w2:1:33"), "{told}");
    assert!(told.contains("Claims and sources"), "{told}");
    assert!(!told.contains("What it says"), "{told}");
    let one = printed(&folder, &["-"], &line("w1", RIGHT));
    assert!(one.contains("What it says"), "{one}");
}

#[test]
fn the_exit_code_is_explained_and_a_misspelt_name_is_no_wrong_fact() {
    let folder = folder(&[("a.txt", "The Orla burned for days, and the Oria sank.")]);
    let rules = folder.path().join("rules/orla.toml");
    let known = std::fs::read_to_string(&rules).expect("the rules");
    let listed = known.replacen(
        "name = \"Orla\"",
        "name = \"Orla\"\nmisspelt = [\"Oria\"]",
        1,
    );
    std::fs::write(rules, listed).expect("written");
    let told = printed(&folder, &["a.txt"], "");
    assert!(told.contains("0 contradicted"), "{told}");
    assert!(told.contains("Exit code 1: 1 misspelt"), "{told}");
    let facts = printed(&folder, &["a.txt", "--fail-on", "contradicted"], "");
    assert!(facts.ends_with("exit code 0"), "{facts}");
    let none = printed(&folder, &["a.txt", "--fail-on", "none,misspelt"], "");
    assert!(none.contains("stands alone"), "{none}");
}

#[test]
fn a_time_without_a_zone_is_one_at_the_outlet() {
    let text = format!("+++\noutlet = \"Dawn\"\npublished = 2024-03-05T08:00:00\n+++\n{RIGHT}\n");
    let outlets = "[outlet.dawn]\nname = \"Dawn\"\ntimezone = \"Asia/Tokyo\"\n";
    let folder = folder(&[("a.txt", &text), ("rules/outlets.toml", outlets)]);
    let told = printed(&folder, &["--format", "json", "a.txt"], "");
    assert!(told.contains("\"2024-03-04T23:00:00Z\""), "{told}");
}

#[test]
fn whoever_has_no_corpus_is_told_what_to_do() {
    insta::assert_snapshot!(printed(&folder(&[]), &[], ""), @"
    error: there is no folder `corpus` here: give your reports, `factcheck reports/`, `factcheck draft.md`, or `-` for standard input
    exit code 2
    ");
}

#[test]
fn colours_can_be_asked_for_and_forbidden() {
    let coloured = done(&["reports", "--color", "always"]).stdout;
    assert!(coloured.contains(&0x1b));
    assert!(
        !done(&["reports", "--color", "never"])
            .stdout
            .contains(&0x1b)
    );
    for args in [
        ["test", "rules", "--color", "never"],
        ["--color", "never", "test", "rules"],
    ] {
        assert_eq!(code(&args), Some(0), "{args:?}");
    }
    assert_eq!(
        code(&["--color=never", "values", "reports/one.txt"]),
        Some(0)
    );
}

#[test]
fn an_ignore_of_a_source_that_is_none_gets_the_nearest() {
    let ignores =
        "[[ignore]]\nclaim = \"orla-fire-2024/passengers\"\nsource = \"a.txt\"\nreason = \"r\"\n";
    let folder = folder(&[("reports/a.txt", WRONG), ("rules/rulings.toml", ignores)]);
    let told = printed(&folder, &["reports"], "");
    assert!(told.contains("did you mean `reports/a.txt`?"), "{told}");
    assert!(told.contains("--> rules/rulings.toml:2:9"), "{told}");
}
