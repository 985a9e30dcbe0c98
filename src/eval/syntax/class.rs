//! Closed classes of verbs, by what they mean; those of nouns are in [`noun`].
//!
//! In: a folded word. Out: whether it is light, of saying, of happening, of ending, only wished … What form it has is for
//! [`super::verb`].

pub(crate) mod noun;

use std::borrow::Cow;
use std::sync::OnceLock;

use super::verb::is_be;
use crate::eval::stem::stem;
use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;

/// Verbs in their plain form, known in any form.
struct Verbs {
    plain: &'static [&'static str],
    /// Their stems in order, once somebody has asked.
    stems: OnceLock<Vec<Cow<'static, str>>>,
}

impl Verbs {
    const fn new(plain: &'static [&'static str]) -> Self {
        let stems = OnceLock::new();
        Self { plain, stems }
    }

    /// Whether a folded word is a form of one of them.
    fn have(&self, word: &str) -> bool {
        let stems = self.stems.get_or_init(|| {
            let mut stems: Vec<_> = self.plain.iter().map(|verb| stem(verb)).collect();
            stems.sort_unstable();
            stems
        });
        stems.binary_search(&stem(plain(word))).is_ok()
    }
}

/// The plain form of a form that no stem tells.
fn plain(word: &str) -> &str {
    match word {
        "has" | "had" | "having" => "have",
        "made" => "make",
        "got" => "get",
        "did" | "does" => "do",
        "gave" | "given" => "give",
        "broke" | "broken" => "break",
        "tore" | "torn" => "tear",
        "drew" | "drawn" => "draw",
        "undertook" | "undertaken" => "undertake",
        other => other,
    }
}

/// Verbs whose subject makes what their object names by saying so: «declared three days of mourning».
pub(crate) fn is_decreeing(word: &str) -> bool {
    static VERBS: Verbs = Verbs::new(&["declare", "proclaim", "decree", "impose"]);
    VERBS.have(word)
}

/// Light verbs: what their subject does is told by their object: «held talks», «paid a visit», «spent an hour in talks».
pub(crate) fn is_light(word: &str) -> bool {
    static VERBS: Verbs = Verbs::new(&[
        "hold",
        "have",
        "make",
        "pay",
        "take",
        "give",
        "conduct",
        "stage",
        "host",
        "open",
        "begin",
        "start",
        "launch",
        "spend",
        "sit",
        "meet",
        "gather",
        "go",
        "convene",
        "complete",
        "announce",
        "tender",
        "submit",
        "kick",
        "engage",
        "enjoy",
        "join",
        "do",
        "resume",
        "mount",
        "deliver",
        "enter",
        "finish",
        "conclude",
        "end",
        "wrap",
        "close",
        "carry",
        "perform",
        "seal",
        "receive",
        "welcome",
        "greet",
        "sign",
        "strike",
        "agree",
        "get",
        "undertake",
        "continue",
        "come",
        "hand",
        "pronounce",
        "impose",
    ]);
    VERBS.have(word)
}

/// Verbs that bring people and an occasion together: «40,000 joined the march», «the rally drew 40,000».
pub(crate) fn is_attending(word: &str) -> bool {
    static VERBS: Verbs = Verbs::new(&[
        "attend",
        "join",
        "take",
        "participate",
        "gather",
        "rally",
        "march",
        "turn",
        "draw",
        "attract",
        "bring",
        "hold",
        "stage",
        "have",
        "come",
        "demonstrate",
        "protest",
        "assemble",
        "flock",
        "pour",
        "fill",
        "pack",
        "throng",
        "swell",
        "reach",
        "see",
        "be",
        "converge",
        "show",
        "mass",
        "parade",
        "crowd",
        "descend",
        "stream",
        "estimate",
        "put",
        "count",
        "say",
        "grow",
        "watch",
        "meet",
        "involve",
        "include",
        "mobilise",
        "mobilize",
        "number",
        "walk",
        "chant",
        "cheer",
        "line",
        "queue",
        "go",
        "get",
        "report",
        "claim",
    ]);
    matches!(
        word,
        "drew"
            | "drawn"
            | "brought"
            | "held"
            | "came"
            | "saw"
            | "seen"
            | "was"
            | "were"
            | "been"
            | "swelled"
            | "swollen"
            | "grew"
            | "met"
            | "went"
            | "said"
            | "took"
            | "taken"
    ) || VERBS.have(word)
}

/// Verbs of what a court or the police hold against somebody: «convicted of murder», «jailed for fraud».
pub(crate) fn is_judging(word: &str) -> bool {
    static VERBS: Verbs = Verbs::new(&[
        "convict", "accuse", "charge", "acquit", "clear", "suspect", "try", "jail", "sentence",
        "imprison", "arrest", "indict", "fine", "want",
    ]);
    VERBS.have(word)
}

/// Verbs of doing better than somebody or something: «beat the record by 34 seconds».
pub(crate) fn is_surpassing(word: &str) -> bool {
    static VERBS: Verbs = Verbs::new(&[
        "beat", "better", "shatter", "smash", "surpass", "improve", "exceed", "miss", "lower",
        "eclipse", "outrun", "trail", "lead",
    ]);
    matches!(word, "broke" | "broken" | "led" | "breaking" | "breaks") || VERBS.have(word)
}

/// Verbs that lay a fine, a tax or a ban on somebody.
pub(crate) fn is_imposing(word: &str) -> bool {
    static VERBS: Verbs = Verbs::new(&["levy", "impose", "slap", "issue"]);
    VERBS.have(word) || matches!(word, "levied" | "levies" | "slapped" | "slapping")
}

/// Verbs of a court's word: «handed down», «passed», «pronounced».
pub(crate) fn is_passing(word: &str) -> bool {
    static VERBS: Verbs = Verbs::new(&["hand", "pass", "pronounce", "impose", "deliver"]);
    VERBS.have(word)
}

/// Verbs of what is done in a contest: who wins a final on Sunday wins it when it is played.
pub(crate) fn is_contesting(word: &str) -> bool {
    static VERBS: Verbs = Verbs::new(&[
        "win", "lose", "play", "contest", "shatter", "smash", "clinch", "capture", "retain",
        "suffer", "fight", "referee", "face", "survive", "witness",
    ]);
    matches!(word, "won" | "lost" | "fought") || VERBS.have(word)
}

/// Verbs whose participle tells what became of somebody: «the 12 killed», «40 injured».
pub(crate) fn is_undergone(word: &str) -> bool {
    matches!(
        word,
        "killed"
            | "injured"
            | "wounded"
            | "hurt"
            | "slain"
            | "murdered"
            | "arrested"
            | "detained"
            | "hospitalised"
            | "hospitalized"
            | "rescued"
            | "evacuated"
            | "displaced"
            | "drowned"
            | "maimed"
    )
}

/// Verbs that say how long their subject stays or lives through something.
pub(crate) fn is_lasting(word: &str) -> bool {
    static VERBS: Verbs = Verbs::new(&[
        "last", "spend", "serve", "survive", "reign", "rule", "run", "stay", "remain", "talk",
    ]);
    VERBS.have(word)
}

/// Verbs whose object is the price.
pub(crate) fn is_paying(word: &str) -> bool {
    static VERBS: Verbs = Verbs::new(&["pay", "spend", "shell", "splash", "fork"]);
    VERBS.have(word)
}

/// Verbs whose object becomes the subject's own, for a price.
pub(crate) fn is_buying(word: &str) -> bool {
    static VERBS: Verbs = Verbs::new(&[
        "buy", "acquire", "purchase", "snap", "scoop", "pick", "grab", "take", "swallow", "gobble",
        "secure", "land",
    ]);
    VERBS.have(word)
}

/// Verbs whose object is what comes of something, and no price.
pub(crate) fn is_yielding(word: &str) -> bool {
    static VERBS: Verbs = Verbs::new(&[
        "earn", "save", "yield", "generate", "raise", "net", "fetch", "save", "lose", "win",
    ]);
    VERBS.have(word)
}

/// Verbs that say that something waits: a length beside them is the wait's.
pub(crate) fn is_delaying(word: &str) -> bool {
    static VERBS: Verbs = Verbs::new(&[
        "delay",
        "postpone",
        "interrupt",
        "pause",
        "stall",
        "halt",
        "suspend",
        "overshadow",
        "hang",
    ]);
    VERBS.have(word)
}

/// Verbs whose object is only wanted, asked for or foreseen.
pub(crate) fn is_wishing(word: &str) -> bool {
    static VERBS: Verbs = Verbs::new(&[
        "need",
        "require",
        "want",
        "seek",
        "expect",
        "predict",
        "forecast",
        "project",
        "hope",
        "fear",
        "aim",
        "target",
        "demand",
        "ask",
        "urge",
        "propose",
        "recommend",
        "request",
        "risk",
        "face",
        "threaten",
        "allow",
        "permit",
        "await",
    ]);
    VERBS.have(word) || word == "sought"
}

/// Verbs of moving, or of being moved: «sailed to», «was towed to».
pub(crate) fn is_moving(word: &str) -> bool {
    static VERBS: Verbs = Verbs::new(&[
        "sail",
        "fly",
        "tow",
        "travel",
        "move",
        "transfer",
        "ship",
        "deport",
        "extradite",
        "drive",
        "march",
        "walk",
        "drift",
        "divert",
        "evacuate",
        "relocate",
        "escape",
        "flee",
        "tug",
        "haul",
        "bring",
        "take",
        "carry",
        "send",
    ]);
    VERBS.have(word)
        || matches!(
            word,
            "flew" | "flown" | "brought" | "took" | "taken" | "sent" | "fled" | "driven" | "drove"
        )
}

/// Verbs whose figure is a change, and not what there is: «gained 211 seats», «fell by 3 points».
pub(crate) fn is_changing(word: &str) -> bool {
    static VERBS: Verbs = Verbs::new(&[
        "gain", "lose", "add", "shed", "rise", "fall", "grow", "drop", "climb", "jump", "increase",
        "decrease", "cut", "slip", "swing", "lower", "raise", "reduce", "slash", "trim", "hike",
    ]);
    VERBS.have(word)
}

/// Verbs that say how long their subject goes on, and nothing else.
pub(crate) fn is_enduring(word: &str) -> bool {
    static VERBS: Verbs = Verbs::new(&[
        "last",
        "take",
        "run",
        "deliberate",
        "drag",
        "stretch",
        "continue",
        "wait",
    ]);
    VERBS.have(word)
}

/// Verbs of ending: when they are said, the event is over, not begun.
pub(crate) fn is_ending(word: &str) -> bool {
    static VERBS: Verbs = Verbs::new(&[
        "end", "conclude", "finish", "wrap", "close", "stop", "break", "adjourn", "expire",
        "collapse", "over", "abandon", "suspend", "halt",
    ]);
    VERBS.have(word)
}

/// Verbs that say that their subject takes place, or what it does while it does.
pub(crate) fn is_happening(word: &str) -> bool {
    static VERBS: Verbs = Verbs::new(&[
        "take",
        "happen",
        "occur",
        "strike",
        "hit",
        "hold",
        "begin",
        "start",
        "open",
        "come",
        "fall",
        "shake",
        "rock",
        "jolt",
        "rip",
        "tear",
        "kill",
        "injure",
        "wound",
        "destroy",
        "flatten",
        "leave",
        "damage",
        "claim",
        "convene",
        "kick",
        "get",
        "erupt",
        "break",
        "launch",
        "stage",
        "host",
        "schedule",
        "set",
        "plan",
        "fill",
        "go",
        "run",
        "unfold",
        "bring",
        "crash",
        "explode",
        "devastate",
        "topple",
        "roar",
        "sweep",
        "slam",
        "smash",
        "plough",
        "plow",
        "barrel",
        "batter",
        "ravage",
        "engulf",
        "have",
        "draw",
        "last",
    ]);
    is_be(word) || VERBS.have(word)
}

/// Verbs that tell what a quake, a blast or a storm does to a place.
pub(crate) fn is_striking(word: &str) -> bool {
    static VERBS: Verbs = Verbs::new(&[
        "strike",
        "hit",
        "shake",
        "rock",
        "jolt",
        "rattle",
        "rip",
        "tear",
        "roar",
        "sweep",
        "slam",
        "smash",
        "plough",
        "plow",
        "barrel",
        "batter",
        "lash",
        "pound",
        "ravage",
        "devastate",
        "destroy",
        "flatten",
        "level",
        "engulf",
        "wreck",
        "inundate",
        "flood",
        "target",
    ]);
    VERBS.have(word)
}

/// Verbs that tell an attack or a disaster itself, beside those of striking: what they tell can have an outcome.
pub(crate) fn is_wreaking(word: &str) -> bool {
    static VERBS: Verbs = Verbs::new(&[
        "attack", "storm", "bomb", "bombard", "shell", "explode", "detonate", "blow", "erupt",
        "burst", "collapse", "crash", "derail", "capsize", "overturn", "plunge", "burn", "sink",
        "ram", "raid", "ambush", "fire", "open", "drop", "break", "fall", "rain", "crush",
    ]);
    const PAST: &Table = table!["blew blown burst sank sunk broke fell fallen"];
    is_striking(word) || is_happening(word) || VERBS.have(word) || PAST.has(word)
}

/// Verbs of saying, whose object is somebody's word.
pub(crate) fn is_saying(word: &str) -> bool {
    matches!(
        word,
        "said"
            | "says"
            | "say"
            | "saying"
            | "told"
            | "tells"
            | "added"
            | "adds"
            | "claimed"
            | "claims"
            | "reported"
            | "reports"
            | "confirmed"
            | "confirms"
            | "announced"
            | "announces"
            | "estimated"
            | "estimates"
            | "insisted"
            | "insists"
            | "argued"
            | "denied"
            | "denies"
            | "stated"
            | "states"
            | "wrote"
            | "writes"
            | "noted"
            | "notes"
            | "believed"
            | "believes"
            | "thought"
            | "thinks"
            | "know"
            | "knows"
            | "knew"
            | "show"
            | "shows"
            | "showed"
            | "found"
            | "warned"
            | "warns"
            | "recalled"
            | "acknowledged"
            | "suggested"
            | "suggests"
            | "declared"
            | "maintained"
            | "explained"
            | "predicted"
            | "hoped"
            | "hopes"
            | "feared"
            | "fears"
            | "learned"
            | "learnt"
            | "reckons"
            | "reckoned"
            | "admitted"
            | "promised"
            | "hear"
            | "heard"
    )
}
