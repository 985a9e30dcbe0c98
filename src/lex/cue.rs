//! Cues: words that the stance of a clause, or its bounds, may hang on.
//!
//! In: nothing. Out: which cues a word can be; one word can be several («unless» both bounds a clause and makes it
//! conditional). What a cue does to its clause is for `text`.

use super::wordset::Set;
use super::wordset::set;

/// «said», «told», «announced»: what follows or what stands before is somebody's word.
pub(crate) const SAY: u32 = 1;
/// «described», «called»: whose words the quoted ones are.
pub(crate) const DESCRIBE: u32 = 1 << 1;
/// «according»: who follows.
pub(crate) const ACCORDING: u32 = 1 << 2;
/// «reportedly», «allegedly»: said by somebody unnamed.
pub(crate) const HEARSAY: u32 = 1 << 3;
/// «denied», «rejected», «debunked».
pub(crate) const DENY: u32 = 1 << 4;
/// «not», «never», «didn't».
pub(crate) const NEGATION: u32 = 1 << 5;
/// «will», «shall»: still to come, whatever follows.
pub(crate) const FUTURE: u32 = 1 << 6;
/// «scheduled», «due», «expected»: to come where «to», «for» or «on» follows.
pub(crate) const PLAN: u32 = 1 << 7;
/// «may», «could», «likely».
pub(crate) const MODAL: u32 = 1 << 8;
/// «if», «whether», «unless».
pub(crate) const IF: u32 = 1 << 9;
/// «originally», «initially»: no longer.
pub(crate) const FORMERLY: u32 = 1 << 10;
/// «rose», «revised», «up»: what stands after «from» is no longer.
pub(crate) const CHANGE: u32 = 1 << 11;
/// Starts a clause, with a comma before it or without: «but», «while», «after».
pub(crate) const SPLIT: u32 = 1 << 12;
/// Starts a clause where a comma stands before it: «and», «which», «with».
pub(crate) const SPLIT_AFTER_COMMA: u32 = 1 << 13;
/// Forms of «to be».
pub(crate) const BE: u32 = 1 << 14;
/// «claims», «rumours»: somebody's word where «that» or «of» follows.
pub(crate) const RUMOUR: u32 = 1 << 15;

/// «first», «earlier», «no longer»: what an early figure was, where words of figures stand beside it.
pub(crate) const EARLY: u32 = 1 << 16;
/// «built to», «capable of», «feared»: nothing is told as having happened.
pub(crate) const POSSIBLE: u32 = 1 << 17;

/// Cues that one sentence needs together with [`RUMOUR`].
pub(crate) const FALSEHOODS: &Set = set![
    "false untrue hoax baseless unfounded fake fabricated debunked misleading incorrect wrong inaccurate"
];

/// Cues and their words.
pub(super) const WORDS: &[(u32, &str)] = &[
    (
        SAY,
        "said say says saying told tells telling announced announces reported reports reporting confirmed confirms confirming stated states stating added adds adding tweeted tweets wrote writes posted insisted insists argued argues acknowledged acknowledges estimated estimates estimating alleged alleges suggested suggests warned warns noted notes claimed claims claiming declared declares explained explains maintained maintains testified testifies believed believes thought thinks understood recalled recalls revealed reveals conceded admitted admits remarked observed replied responded disclosed asserted asserts contended contends put puts predicted predicts hailed stressed emphasised emphasized concluded concludes indicated indicates",
    ),
    (
        DESCRIBE,
        "described describes describing called calls calling termed dubbed labelled labeled deemed characterised characterized branded hailed praised condemned denounced referred spoke cited quoted citing quoting",
    ),
    (ACCORDING, "according"),
    (
        HEARSAY,
        "reportedly allegedly supposedly purportedly apparently rumoured rumored",
    ),
    (
        DENY,
        "denied denies deny denying rejected rejects rejecting dismissed dismisses dismissing refuted refutes refuting debunked debunks disputed disputes disputing disproved rebutted",
    ),
    (
        NEGATION,
        "not never n't didn't wasn't weren't isn't aren't hasn't haven't hadn't won't wouldn't couldn't can't cannot don't doesn't shouldn't neither nor without didnt wasnt",
    ),
    (
        FUTURE,
        "will shall 'll he'll she'll they'll we'll it'll i'll won't",
    ),
    (
        PLAN,
        "scheduled planned plans plan planning due set slated expected expects expecting intends intended hopes hoped hoping aims aimed poised booked billed going preparing prepares prepared upcoming forthcoming projected proposed wants ready wanted demanded demands demanding sought seeks seeking requested asked asking asks called calling",
    ),
    (
        MODAL,
        "may might could would should can must likely possibly perhaps unclear possible potential potentially probably wouldn't couldn't hypothetical",
    ),
    (IF, "if unless whether should"),
    (
        FORMERLY,
        "originally initially previously formerly wrongly mistakenly erroneously",
    ),
    (
        EARLY,
        "first early earlier initial previous prior original former longer",
    ),
    (
        POSSIBLE,
        "built designed engineered meant supposed capable limited barred banned prevented prohibited blocked precluded forbidden feared fears fear worried worries thought believed assumed",
    ),
    (
        CHANGE,
        "rose rise rises risen rising raised raise raises raising revised revises revising up down increased increases increase increasing climbed climbs climbing lowered lowers lowering fell fall falls fallen falling dropped drops dropping jumped jumps jumping grew grown grows growing cut cuts reduced reduces reducing doubled upped updated corrected changed upgraded downgraded extended shortened surged soared bringing brought",
    ),
    (
        SPLIT,
        "but while whereas although though after before when because until unless if whether whose despite",
    ),
    (
        SPLIT_AFTER_COMMA,
        "and or nor yet so which who where as with since including whom during followed following compared killing leaving bringing raising adding according then making having ending days hours weeks months",
    ),
    (
        BE,
        "is are was were be been being am 's 're isn't wasn't weren't",
    ),
    (
        RUMOUR,
        "reports report claims claim rumours rumors rumour rumor allegations allegation suggestions suggestion speculation accusations assertions hopes fears warnings prospect possibility",
    ),
];

/// Abbreviations that a full stop does not end a sentence after.
pub(super) const ABBREVIATIONS: &str = "mr mrs ms dr gen gov govs sen sens rep reps lt col sgt capt cmdr cpl pvt st jr sr prof rev hon pres vs inc corp co ltd bros mon tue tues wed thu thur thurs fri jan feb mar apr jun jul aug sep sept oct nov dec approx est dept fla colo calif ariz ala ark conn del ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex vt va wash wis wyo maj adm supt insp det ave blvd rd mt ft messrs eg ie cf ca al fig vol op mme mlle ret asst assn univ atty supt ga";

/// Words that start sentences, not the rest of a name: after «U.S.» they tell that the sentence was over.
pub(super) const OPENERS: &str = "the a an it he she they we i you this that these those but and in on at after before while when his her their its there both as for with according however meanwhile police officials authorities earlier later no some many two three from to by if since what who all another one";
