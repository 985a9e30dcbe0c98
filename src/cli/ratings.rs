//! `--ratings`: what others think of outlets, as a belief to start from.
//!
//! In: a CSV file, first column a domain or name, second a number from 0 to 1. Out: ratings by outlet.

use std::path::Path;

use anyhow::Context;
use anyhow::bail;

use crate::rule::Outlet;
use crate::score::Ratings;

/// Reads the ratings. An outlet of `outlets.toml` is found by any of its spellings.
#[expect(
    clippy::disallowed_methods,
    reason = "the table is this option's own input"
)]
pub(super) fn read(path: &Path, outlets: &[Outlet]) -> anyhow::Result<Ratings> {
    let shown = path.display();
    let file = std::fs::File::open(path).with_context(|| format!("cannot read `{shown}`"))?;
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .from_reader(std::io::BufReader::new(file));
    let mut ratings = Ratings::new();
    for row in reader.records() {
        let row = row.with_context(|| format!("`{shown}`"))?;
        let rating: Option<f64> = row.get(1).and_then(|text| text.parse().ok());
        let (Some(name), Some(rating)) = (row.get(0), rating) else {
            bail!("`{shown}` has a row without a name and a number: `{row:?}`");
        };
        if !(0.0..=1.0).contains(&rating) {
            bail!("`{shown}` rates `{name}` with {rating}; ratings are from 0 to 1");
        }
        let same = |known: &String| known.eq_ignore_ascii_case(name);
        let outlet = outlets
            .iter()
            .find(|outlet| same(&outlet.name) || outlet.also.iter().any(same));
        let name = outlet.map_or(name, |outlet| outlet.name.as_str());
        ratings.insert(name.to_owned(), rating);
    }
    Ok(ratings)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;
    use crate::rule::Place;

    fn ratings(text: &str) -> anyhow::Result<Ratings> {
        let mut file = tempfile::NamedTempFile::new()?;
        file.write_all(text.as_bytes())?;
        let outlet = Outlet {
            id: "post".to_owned(),
            name: "Harbour Post".to_owned(),
            also: vec!["harbourpost.example".to_owned()],
            zone: None,
            place: Place::default(),
        };
        read(file.path(), &[outlet])
    }

    #[test]
    fn a_domain_rates_the_outlet_it_belongs_to() {
        let read = ratings("domain,pc1\nharbourpost.example,0.7\nother.example,0.2\n");
        let expected = Ratings::from([
            ("Harbour Post".to_owned(), 0.7),
            ("other.example".to_owned(), 0.2),
        ]);
        assert_eq!(read.ok(), Some(expected));
    }

    #[test]
    fn a_rating_beyond_one_is_refused() {
        let refused = ratings("domain,pc1\nother.example,7\n").map_err(|e| e.to_string());
        assert!(refused.is_err_and(|words| words.contains("from 0 to 1")));
    }
}
