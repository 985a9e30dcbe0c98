//! Closed classes of nouns, by what they mean.
//!
//! In: a folded word. Out: whether it names what is measured, what holds because it is agreed, or where one goes without an
//! article.

/// Nouns of what holds because it is agreed or ordered, and as long as that says: «a 60-day ceasefire».
pub(crate) fn is_agreed(word: &str) -> bool {
    matches!(
        word,
        "ceasefire"
            | "truce"
            | "fire"
            | "pause"
            | "moratorium"
            | "ban"
            | "suspension"
            | "contract"
            | "lease"
            | "curfew"
            | "lockdown"
            | "mourning"
            | "embargo"
            | "deal"
            | "agreement"
    )
}

/// Nouns that name what is measured of a thing: «the date of», «the length of», «the scene of». Their complement is its value.
pub(crate) fn is_dimension(word: &str) -> bool {
    matches!(
        word,
        "date"
            | "day"
            | "time"
            | "hour"
            | "moment"
            | "length"
            | "duration"
            | "price"
            | "cost"
            | "value"
            | "sum"
            | "amount"
            | "bill"
            | "number"
            | "total"
            | "toll"
            | "size"
            | "magnitude"
            | "strength"
            | "depth"
            | "height"
            | "age"
            | "term"
            | "scene"
            | "site"
            | "venue"
            | "place"
            | "location"
            | "setting"
    )
}

/// Places that are gone to without an article: «to hospital», «to sea».
pub(crate) fn is_bare_goal(word: &str) -> bool {
    matches!(
        word,
        "hospital"
            | "prison"
            | "jail"
            | "court"
            | "school"
            | "church"
            | "work"
            | "bed"
            | "sea"
            | "town"
            | "land"
            | "safety"
            | "power"
            | "freedom"
            | "victory"
            | "death"
            | "trial"
    )
}
