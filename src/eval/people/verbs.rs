//! Words for what befalls people, and for who answers for it: tables alone.
//!
//! In: a folded word. Out: which verb of harm it is, and whether it tells of dying, of being accused or of speaking.

use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;

/// What a verb does to its object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Harm {
    Hurt,
    Killed,
}

/// A form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// «shot», «killed»: past or participle.
    Past,
    /// «shoots».
    Present,
    /// «shooting».
    Gerund,
    /// «shoot».
    Base,
}

/// Past forms of verbs of hurting.
static HURT: &Table = table![
    "shot wounded injured struck stabbed grazed hurt beaten burned burnt crushed hospitalized hospitalised \
     trampled bitten scalded maimed hit mauled impaled paralyzed paralysed knifed slashed bludgeoned"
];
/// Present forms of verbs of hurting.
static HURTS: &Table = table!["shoots wounds injures strikes hits stabs grazes hurts"];
/// Forms in «-ing» of verbs of hurting.
static HURTING: &Table =
    table!["shooting wounding injuring striking hitting stabbing grazing hurting knifing slashing"];
/// Bare forms of verbs of hurting.
static TO_HURT: &Table = table!["shoot wound injure strike stab"];
/// Past forms of verbs of killing.
static KILLED: &Table = table!["killed slain murdered gunned electrocuted slew executed drowned"];
/// Present forms of verbs of killing.
static KILLS: &Table = table!["kills murders guns"];
/// Forms in «-ing» of verbs of killing.
static KILLING: &Table = table!["killing murdering gunning"];
/// Bare forms of verbs of killing.
static TO_KILL: &Table = table!["kill murder"];

/// A verb of harm.
pub(super) fn harm(word: &str) -> Option<(Harm, Form)> {
    [
        (HURT, Harm::Hurt, Form::Past),
        (HURTS, Harm::Hurt, Form::Present),
        (HURTING, Harm::Hurt, Form::Gerund),
        (TO_HURT, Harm::Hurt, Form::Base),
        (KILLED, Harm::Killed, Form::Past),
        (KILLS, Harm::Killed, Form::Present),
        (KILLING, Harm::Killed, Form::Gerund),
        (TO_KILL, Harm::Killed, Form::Base),
    ]
    .into_iter()
    .find(|(table, _, _)| table.has(word))
    .map(|(_, harm, form)| (harm, form))
}

/// Verbs and adjectives of being hurt, killed, or made to answer: no part of anybody's description.
pub(super) fn befalls(word: &str) -> bool {
    harm(word).is_some() || accused(word) || dying(word)
}

/// Words of dying, without anybody who does it.
static DYING: &Table =
    table!["died dies dying dead deceased succumbed succumbs perished fatally lifeless"];

/// Whether a word tells that somebody died.
pub(super) fn dying(word: &str) -> bool {
    DYING.has(word)
}

/// Participles of what befalls a suspect.
static ACCUSED: &Table = table![
    "arrested charged accused convicted sentenced booked indicted wanted jailed suspected apprehended \
     detained extradited arraigned acquitted imprisoned handcuffed cited exonerated questioned interrogated \
     remanded sought"
];

/// Whether a word tells that somebody is made to answer.
pub(super) fn accused(word: &str) -> bool {
    ACCUSED.has(word)
}

/// Verbs of saying.
static SAYS: &Table = table![
    "said say says told tell tells believe believes added reported reports confirmed allege alleges alleged \
     wrote stated explained announced think thinks suspect noted recalled"
];

/// Whether the subject of a verb speaks, and does nothing else.
pub(super) fn says(word: &str) -> bool {
    SAYS.has(word)
}

/// Prepositions.
static PREPOSITIONS: &Table = table![
    "of by with to from in at near against for on behind into outside inside between toward towards than like \
     about beside upon through over under among without onto alongside including named called"
];

/// Whether what stands after a word is no subject.
pub(super) fn preposition(word: &str) -> bool {
    PREPOSITIONS.has(word)
}

/// Forms of «be» and «get».
static BE: &Table =
    table!["was were is are been being be got gets get wasnt werent remain remains remained"];

/// Whether a word makes a passive.
pub(super) fn be(word: &str) -> bool {
    BE.has(word)
}

/// Adverbs that do not end in «-ly».
static ADVERBS: &Table =
    table!["only also later then just soon each both all already since still now once twice"];

/// Whether a word may stand between «be» and a participle, or between somebody and a verb.
pub(super) fn adverb(word: &str) -> bool {
    (word.ends_with("ly") && word != "family") || ADVERBS.has(word)
}

/// Words of the closed classes that begin another clause or phrase.
static JOINTS: &Table = table![
    "and or but nor who whom whose which that when while where after before until because since if as than though \
     although so has had have having did does do will would could should may might must can the a an his her its \
     their this these those him them himself herself not no"
];

/// Whether a word begins another clause or phrase.
pub(super) fn joint(word: &str) -> bool {
    JOINTS.has(word)
}

/// Parts of the body that wounds are told of.
static BODY: &Table = table![
    "arm arms leg legs head face neck chest back stomach abdomen torso shoulder shoulders hand hands foot feet \
     thigh hip knee ankle wrist groin buttocks jaw throat eye mouth side calf elbow forearm finger cheek ear \
     rib ribs skull pelvis spine collarbone nose lung lungs vertebra vertebrae bone bones shin fingers knees"
];

/// Whether a word is a part of the body.
pub(super) fn body(word: &str) -> bool {
    BODY.has(word)
}
