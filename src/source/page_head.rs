//! What a saved web page says of itself: who published it and when.
//!
//! In: the page as it was saved. Out: the words of its `OpenGraph` tags and of its JSON-LD, as far as they agree. Nothing is
//! guessed from the text: where a page describes several articles, their times are left out.

use std::collections::BTreeSet;

use serde_json::Map;
use serde_json::Value;

use crate::source::markup;
use crate::source::markup::Tag;

/// What a page says of itself; times as written.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Said {
    pub(super) outlet: Option<String>,
    pub(super) url: Option<String>,
    pub(super) genre: Option<&'static str>,
    pub(super) published: Vec<String>,
    pub(super) modified: Vec<String>,
}

/// What schema.org calls articles that are no news reports.
const GENRES: [(&str, &str); 3] = [
    ("OpinionNewsArticle", "opinion"),
    ("SatiricalArticle", "satire"),
    ("AdvertiserContentArticle", "advertisement"),
];

/// Reads what the page in `source` says of itself.
pub(super) fn said(source: &str) -> Said {
    let Scripts { metas, nodes } = Scripts::read(source);
    let meta = |property: &str| -> BTreeSet<String> {
        let of = metas.iter().filter(|(name, _)| name == property);
        of.map(|(_, content)| content.clone()).collect()
    };
    let mut said = Said {
        outlet: only(meta("og:site_name")),
        url: only(meta("og:url")),
        genre: None,
        published: meta("article:published_time").into_iter().collect(),
        modified: meta("article:modified_time").into_iter().collect(),
    };
    let articles: Vec<&Map<String, Value>> = nodes.iter().filter(|node| is_article(node)).collect();
    let text = |node: &Map<String, Value>, key: &str| {
        let text = node.get(key).and_then(Value::as_str).map(str::trim);
        text.filter(|text| !text.is_empty()).map(str::to_owned)
    };
    let all = |key: &str| -> BTreeSet<Option<String>> {
        articles.iter().map(|article| text(article, key)).collect()
    };
    // Several articles on one page: whose time it is, is open, unless they have one.
    let published = all("datePublished");
    if published.len() == 1 {
        said.published.extend(published.into_iter().flatten());
        said.modified
            .extend(all("dateModified").into_iter().flatten());
    }
    let publishers = articles
        .iter()
        .filter_map(|article| publisher(article.get("publisher")?, &nodes));
    said.outlet = said.outlet.or(only(publishers.collect()));
    if let [article] = *articles {
        let genre = GENRES
            .iter()
            .find(|(kind, _)| is_a(article, |own| own == *kind));
        said.genre = genre.map(|&(_, genre)| genre);
    }
    said
}

/// The one of a set that has no other.
fn only(mut of: BTreeSet<String>) -> Option<String> {
    if of.len() == 1 { of.pop_first() } else { None }
}

fn is_a(node: &Map<String, Value>, kind: impl Fn(&str) -> bool) -> bool {
    match node.get("@type") {
        Some(Value::String(own)) => kind(own),
        Some(Value::Array(own)) => own.iter().filter_map(Value::as_str).any(kind),
        _ => false,
    }
}

fn is_article(node: &Map<String, Value>) -> bool {
    is_a(node, |kind| {
        kind.ends_with("Article") || kind.ends_with("BlogPosting") || kind == "Report"
    })
}

/// The name of a publisher, who may stand elsewhere on the page under an `@id`.
fn publisher(named: &Value, nodes: &[Map<String, Value>]) -> Option<String> {
    let node = match named {
        Value::String(name) => return Some(name.trim().to_owned()),
        Value::Array(several) => return publisher(several.first()?, nodes),
        Value::Object(node) => node,
        _ => return None,
    };
    let name = node.get("name").or_else(|| {
        let id = node.get("@id")?;
        let mut nodes = nodes.iter().filter(|node| node.get("@id") == Some(id));
        nodes.find_map(|node| node.get("name"))
    });
    let name = name?.as_str()?.trim();
    (!name.is_empty()).then(|| markup::unescape(name))
}

/// The tags and scripts of a page that describe it.
#[derive(Default)]
struct Scripts {
    /// Property and content of the `meta` tags in its head.
    metas: Vec<(String, String)>,
    /// The things that its JSON-LD describes.
    nodes: Vec<Map<String, Value>>,
}

impl Scripts {
    fn read(source: &str) -> Self {
        let mut read = Self::default();
        let mut in_head = true;
        let mut at = 0;
        while let Some(next) = source[at..].find('<').map(|next| at + next) {
            let Some((tag, end)) = Tag::read(source, next) else {
                at = next + 1;
                continue;
            };
            at = end;
            match tag.name.as_str() {
                "body" => in_head = false,
                "meta" if in_head => {
                    let attributes = attributes(&source[next..end]);
                    let of = |name: &str| {
                        let mut all = attributes.iter();
                        all.find(|(own, _)| own == name).map(|(_, value)| value)
                    };
                    if let (Some(name), Some(content)) =
                        (of("property").or_else(|| of("name")), of("content"))
                    {
                        let content = markup::unescape(content.trim());
                        if !content.is_empty() {
                            read.metas.push((name.to_ascii_lowercase(), content));
                        }
                    }
                }
                "script" | "style" if tag.opens => {
                    let past = markup::closing(source, end, &tag.name);
                    let attributes = attributes(&source[next..end]);
                    let describes = |(name, value): &(String, String)| {
                        name == "type" && value.trim().eq_ignore_ascii_case("application/ld+json")
                    };
                    if attributes.iter().any(describes) {
                        let content = source[end..past].rsplit_once("</");
                        let content = content.map_or(&source[end..past], |(content, _)| content);
                        if let Ok(value) = serde_json::from_str(content.trim()) {
                            read.take(value);
                        }
                    }
                    at = past;
                }
                _ => {}
            }
        }
        read
    }

    /// Takes the things that stand at the top; what is inside them may be other articles.
    fn take(&mut self, value: Value) {
        match value {
            Value::Array(several) => {
                for one in several {
                    self.take(one);
                }
            }
            Value::Object(mut node) => {
                if let Some(graph) = node.remove("@graph") {
                    self.take(graph);
                }
                self.nodes.push(node);
            }
            _ => {}
        }
    }
}

/// The attributes of a tag, names in small letters.
fn attributes(tag: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut rest = tag.trim_start_matches('<').trim_end_matches('>');
    rest = rest.trim_start_matches(|c: char| !c.is_whitespace());
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let end = rest.find(|c: char| c.is_whitespace() || c == '=' || c == '/');
        let end = end.unwrap_or(rest.len());
        if end == 0 {
            return found;
        }
        let name = rest[..end].to_ascii_lowercase();
        rest = rest[end..].trim_start();
        let Some(value) = rest.strip_prefix('=').map(str::trim_start) else {
            continue;
        };
        let quoted = value.strip_prefix(['"', '\'']);
        let (value, past) = if let Some(inside) = quoted {
            inside.split_once(&value[..1]).unwrap_or((inside, ""))
        } else {
            let end = value.find(char::is_whitespace).unwrap_or(value.len());
            value.split_at(end)
        };
        found.push((name, value.to_owned()));
        rest = past;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(head: &str) -> Said {
        said(&format!(
            "<!doctype html><html><head>{head}</head><body><p>Text.</p></body></html>"
        ))
    }

    #[test]
    fn open_graph_gives_outlet_and_times() {
        let said = page(
            "<META property='og:site_name' content='Harbour &amp; Coast'>\n<meta content=\"2024-01-03T09:00:00+09:00\" property=\"article:published_time\" /><meta property=article:modified_time content=2024-01-03T11:30:00+09:00>",
        );
        assert_eq!(said.outlet.as_deref(), Some("Harbour & Coast"));
        assert_eq!(said.published, ["2024-01-03T09:00:00+09:00"]);
        assert_eq!(said.modified, ["2024-01-03T11:30:00+09:00"]);
    }

    #[test]
    fn json_ld_gives_them_too_and_finds_the_publisher_by_its_id() {
        let said = page(
            r##"<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
            {"@type": "Organization", "@id": "#org", "name": "The Harbour Herald"},
            {"@type": ["OpinionNewsArticle"], "datePublished": "2024-01-03", "publisher": {"@id": "#org"}}]}</script>"##,
        );
        assert_eq!(said.outlet.as_deref(), Some("The Harbour Herald"));
        assert_eq!(said.published, ["2024-01-03"]);
        assert_eq!(said.genre, Some("opinion"));
    }

    #[test]
    fn a_page_on_several_articles_has_no_time() {
        let said = page(
            r#"<script type="application/ld+json">[{"@type": "NewsArticle", "datePublished": "2024-01-03", "publisher": "A"},
            {"@type": "NewsArticle", "datePublished": "2024-01-05", "publisher": "A"}]</script>"#,
        );
        assert_eq!(said.published, [""; 0]);
        assert_eq!(said.outlet.as_deref(), Some("A"));
    }

    #[test]
    fn what_is_commented_out_contradicts_itself_or_is_broken_counts_for_nothing() {
        let said = page(
            r#"<!-- <meta property="og:site_name" content="Gone"> --><meta property="og:site_name" content="A"><meta property="og:site_name" content="B">
            <script type="application/ld+json">{"@type": "NewsArticle", </script><script>var x = '<meta property="article:published_time" content="2024-01-03">';</script>"#,
        );
        assert_eq!(said, Said::default());
    }

    #[test]
    fn tags_of_the_body_are_of_other_articles() {
        let said = said(
            "<html><body><meta property=\"article:published_time\" content=\"2024-01-03\"></body></html>",
        );
        assert_eq!(said, Said::default());
    }
}
