//! The README's promises: its rule file loads without a remark, and the files it sends the reader to are there.

#![expect(
    clippy::disallowed_methods,
    reason = "this test reads the documents themselves"
)]

use std::fs;
use std::path::Path;

use factcheck::rule::load_text;

/// The fenced blocks of `language` in a Markdown text.
fn blocks<'a>(text: &'a str, language: &str) -> Vec<&'a str> {
    let fence = format!("```{language}\n");
    text.split(fence.as_str())
        .skip(1)
        .map(|rest| rest.split("```").next().expect("split gives at least one"))
        .collect()
}

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

#[test]
fn links_in_the_documents_lead_to_files_that_are_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for name in [
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "corpus/README.md",
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
            if !target.contains("://") {
                assert!(folder.join(target).exists(), "{name} links to {target}");
            }
        }
    }
}
