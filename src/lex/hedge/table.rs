//! The wordings of hedges, and what each means.

use crate::lex::wordset::Set;
use crate::lex::wordset::set;
use crate::value::Hedge;

use Hedge::{About, AtLeast, AtMost, LessThan, MoreThan, Nearly};

/// What may stand before the last word of a hedge: the phrases that end in it, longest first, and what each means.
pub(crate) type Phrases = &'static [(&'static Set, Hedge)];

/// How a word can end a hedge before a number: in which phrases.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Last(pub(super) Phrases);

const ALONE_ABOUT: Last = Last(&[
    (set!["just"], About),
    (set!["only"], About),
    (set![], About),
]);

const ALONE_NEARLY: Last = Last(&[(set!["very"], Nearly), (set![], Nearly)]);

/// Last words of hedges before a number, with the words that stand before them (last one last).
pub(in crate::lex) const LAST_WORDS: &[(&str, Last)] = &[
    ("about", ALONE_ABOUT),
    ("around", ALONE_ABOUT),
    ("approximately", Last(&[(set![], About)])),
    ("approx", Last(&[(set![], About)])),
    ("roughly", Last(&[(set![], About)])),
    ("some", Last(&[(set![], About)])),
    ("circa", Last(&[(set![], About)])),
    ("perhaps", Last(&[(set![], About)])),
    ("maybe", Last(&[(set![], About)])),
    (
        "estimated",
        Last(&[(set!["an"], About), (set!["the"], About), (set![], About)]),
    ),
    ("exactly", Last(&[])),
    ("nearly", ALONE_NEARLY),
    ("almost", ALONE_NEARLY),
    ("approaching", ALONE_NEARLY),
    (
        "under",
        Last(&[
            (set!["not"], AtLeast),
            (set!["just"], Nearly),
            (set!["a", "little"], Nearly),
            (set!["little"], Nearly),
            (set!["slightly"], Nearly),
            (set!["well"], LessThan),
            (set![], LessThan),
        ]),
    ),
    (
        "below",
        Last(&[
            (set!["not"], AtLeast),
            (set!["just"], Nearly),
            (set!["slightly"], Nearly),
            (set!["well"], LessThan),
            (set![], LessThan),
        ]),
    ),
    ("beyond", Last(&[(set![], MoreThan)])),
    ("beneath", Last(&[(set![], LessThan)])),
    (
        "over",
        Last(&[
            (set!["not"], AtMost),
            (set!["just"], MoreThan),
            (set!["a", "little"], MoreThan),
            (set!["little"], MoreThan),
            (set!["slightly"], MoreThan),
            (set!["well"], MoreThan),
            (set![], MoreThan),
        ]),
    ),
    (
        "above",
        Last(&[
            (set!["not"], AtMost),
            (set!["just"], MoreThan),
            (set!["well"], MoreThan),
            (set![], MoreThan),
        ]),
    ),
    ("exceeding", Last(&[(set![], MoreThan)])),
    ("exceeded", Last(&[(set![], MoreThan)])),
    ("exceeds", Last(&[(set![], MoreThan)])),
    ("exceed", Last(&[(set![], MoreThan)])),
    ("surpassing", Last(&[(set![], MoreThan)])),
    ("surpassed", Last(&[(set![], MoreThan)])),
    ("topping", Last(&[(set![], MoreThan)])),
    (
        "than",
        Last(&[
            (set!["slightly", "more"], MoreThan),
            (set!["little", "more"], MoreThan),
            (set!["not", "more"], AtMost),
            (set!["no", "more"], AtMost),
            (set!["no", "greater"], AtMost),
            (set!["no", "larger"], AtMost),
            (set!["no", "higher"], AtMost),
            (set!["no", "longer"], AtMost),
            (set!["no", "later"], AtMost),
            (set!["not", "less"], AtLeast),
            (set!["no", "less"], AtLeast),
            (set!["no", "fewer"], AtLeast),
            (set!["not", "fewer"], AtLeast),
            (set!["no", "lower"], AtLeast),
            (set!["no", "shorter"], AtLeast),
            (set!["no", "smaller"], AtLeast),
            (set!["far", "more"], MoreThan),
            (set!["much", "more"], MoreThan),
            (set!["well", "more"], MoreThan),
            (set!["more"], MoreThan),
            (set!["greater"], MoreThan),
            (set!["larger"], MoreThan),
            (set!["higher"], MoreThan),
            (set!["bigger"], MoreThan),
            (set!["longer"], MoreThan),
            (set!["older"], MoreThan),
            (set!["taller"], MoreThan),
            (set!["heavier"], MoreThan),
            (set!["hotter"], MoreThan),
            (set!["warmer"], MoreThan),
            (set!["deeper"], MoreThan),
            (set!["wider"], MoreThan),
            (set!["faster"], MoreThan),
            (set!["further"], MoreThan),
            (set!["farther"], MoreThan),
            (set!["little", "less"], Nearly),
            (set!["slightly", "less"], Nearly),
            (set!["less"], LessThan),
            (set!["fewer"], LessThan),
            (set!["lower"], LessThan),
            (set!["smaller"], LessThan),
            (set!["shorter"], LessThan),
            (set!["younger"], LessThan),
            (set!["lighter"], LessThan),
            (set!["colder"], LessThan),
            (set!["cooler"], LessThan),
            (set!["cheaper"], LessThan),
            (set!["slower"], LessThan),
        ]),
    ),
    ("upwards", Last(&[])),
    (
        "of",
        Last(&[
            (set!["the", "best", "part"], Nearly),
            (set!["the", "better", "part"], Nearly),
            (set!["upwards"], MoreThan),
            (set!["upward"], MoreThan),
            (set!["in", "excess"], MoreThan),
            (set!["north"], MoreThan),
            (set!["south"], LessThan),
            (set!["a", "minimum"], AtLeast),
            (set!["a", "maximum"], AtMost),
            (set!["minimum"], AtLeast),
            (set!["maximum"], AtMost),
            (set!["in", "the", "region"], About),
            (set!["the", "order"], About),
        ]),
    ),
    (
        "least",
        Last(&[
            (set!["at", "the", "very"], AtLeast),
            (set!["at", "the"], AtLeast),
            (set!["at", "very"], AtLeast),
            (set!["at"], AtLeast),
        ]),
    ),
    (
        "most",
        Last(&[
            (set!["at", "the", "very"], AtMost),
            (set!["at", "the"], AtMost),
            (set!["at"], AtMost),
        ]),
    ),
    (
        "minimum",
        Last(&[
            (set!["a"], AtLeast),
            (set!["at"], AtLeast),
            (set![], AtLeast),
        ]),
    ),
    (
        "maximum",
        Last(&[(set!["a"], AtMost), (set!["at"], AtMost), (set![], AtMost)]),
    ),
    (
        "to",
        Last(&[
            (set!["anything", "up"], AtMost),
            (set!["up"], AtMost),
            (set!["close"], Nearly),
            (set!["equal"], AtLeast),
        ]),
    ),
    (
        "as",
        Last(&[
            (set!["as", "many"], AtMost),
            (set!["as", "much"], AtMost),
            (set!["as", "long"], AtMost),
            (set!["as", "high"], AtMost),
            (set!["as", "few"], AtLeast),
            (set!["as", "little"], AtLeast),
            (set!["as", "old"], AtMost),
            (set!["as", "far"], AtMost),
        ]),
    ),
    ("on", Last(&[(set!["close"], Nearly)])),
    ("equal", Last(&[])),
    ("plus", Last(&[])),
];

/// Hedges after a core.
pub(super) const PHRASES: &[(&Set, Hedge)] = &[
    (set!["or", "so"], About),
    (set!["or", "thereabouts"], About),
    (set!["or", "more"], AtLeast),
    (set!["or", "over"], AtLeast),
    (set!["or", "above"], AtLeast),
    (set!["or", "older"], AtLeast),
    (set!["or", "longer"], AtLeast),
    (set!["or", "greater"], AtLeast),
    (set!["or", "higher"], AtLeast),
    (set!["and", "over"], AtLeast),
    (set!["and", "above"], AtLeast),
    (set!["and", "older"], AtLeast),
    (set!["and", "up"], AtLeast),
    (set!["at", "least"], AtLeast),
    (set!["at", "a", "minimum"], AtLeast),
    (set!["or", "less"], AtMost),
    (set!["or", "fewer"], AtMost),
    (set!["or", "under"], AtMost),
    (set!["or", "below"], AtMost),
    (set!["or", "younger"], AtMost),
    (set!["or", "lower"], AtMost),
    (set!["and", "under"], AtMost),
    (set!["and", "younger"], AtMost),
    (set!["at", "most"], AtMost),
    (set!["at", "the", "most"], AtMost),
    (set!["tops"], AtMost),
    (set!["plus"], AtLeast),
    (set!["more", "or", "less"], About),
    (set!["give", "or", "take"], About),
    (set!["approximately"], About),
];
