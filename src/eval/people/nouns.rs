//! Words for people, and for what befalls them: tables alone.
//!
//! In: a folded word. Out: what it says of somebody's sex, number, age and part in an incident, or of their fate.

/// Somebody's sex, as far as the words tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sex {
    Male,
    Female,
}

/// What a noun alone says of somebody's part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hint {
    /// «victim», «decedent».
    Victim,
    /// «suspect», «gunman».
    Culprit,
    /// «officer», «paramedics»: there because of the incident.
    Duty,
    /// «spokesman», «neighbor»: speaks of it.
    Beside,
}

/// A noun that means a person, or several.
#[derive(Clone, Copy, Debug)]
pub(super) struct Noun {
    pub(super) sex: Option<Sex>,
    pub(super) plural: bool,
    pub(super) hint: Option<Hint>,
    /// «teen», «girl», «infant».
    pub(super) young: bool,
}

const MALE: &[&str] = &[
    "man", "male", "boy", "husband", "father", "son", "brother", "boyfriend", "nephew", "uncle", "grandfather",
    "stepfather", "stepson", "gentleman", "fisherman", "fireman", "policeman", "businessman", "dad", "groom", "actor",
    "grandson", "waiter", "fiance", "men", "males", "boys", "sons", "brothers", "fathers", "husbands", "brother-in-law",
];
const FEMALE: &[&str] = &[
    "woman", "female", "girl", "wife", "mother", "daughter", "sister", "girlfriend", "niece", "aunt", "grandmother",
    "stepmother", "stepdaughter", "lady", "policewoman", "businesswoman", "mom", "bride", "actress", "granddaughter",
    "waitress", "fiancee", "latina", "women", "females", "girls", "daughters", "sisters", "mothers", "wives", "widow",
];
const YOUNG: &[&str] = &[
    "boy", "girl", "teen", "teenager", "child", "infant", "toddler", "baby", "juvenile", "youth", "kid", "boys", "girls",
    "teens", "teenagers", "children", "infants", "toddlers", "babies", "juveniles", "youths", "kids", "pupil", "pupils",
    "schoolboy", "schoolgirl", "newborn",
];
const ANY: &[&str] = &[
    "teen", "teenager", "child", "infant", "toddler", "baby", "juvenile", "youth", "kid", "newborn", "person",
    "individual", "student", "resident", "driver", "passenger", "motorist", "motorcyclist", "cyclist", "bicyclist",
    "pedestrian", "rider", "soldier", "clerk", "employee", "worker", "owner", "homeowner", "tenant", "renter",
    "customer", "patron", "guest", "shopper", "bystander", "friend", "cousin", "sibling", "parent", "partner", "spouse",
    "relative", "roommate", "housemate", "classmate", "veteran", "rapper", "player", "coach", "teacher", "doctor",
    "nurse", "manager", "cook", "bartender", "bouncer", "guard", "hunter", "hiker", "farmer", "pastor", "priest",
    "barber", "salesman", "engineer", "mechanic", "pilot", "trucker", "occupant", "inmate", "prisoner", "protester",
    "tourist", "visitor", "miner", "artist", "musician", "singer", "athlete", "graduate", "senior", "freshman", "adult",
    "latino", "hispanic", "native", "survivor", "samaritan", "dealer", "carpenter", "cashier", "dispatcher", "skier",
    "swimmer", "climber", "sailor", "firefighter", "lifeguard", "conductor", "pupil", "schoolboy", "schoolgirl",
];
const SEVERAL: &[&str] = &[
    "people", "persons", "individuals", "students", "residents", "drivers", "passengers", "motorists", "motorcyclists",
    "cyclists", "bicyclists", "pedestrians", "riders", "soldiers", "clerks", "employees", "workers", "owners", "tenants",
    "customers", "patrons", "guests", "shoppers", "bystanders", "friends", "cousins", "siblings", "parents", "relatives",
    "roommates", "classmates", "teachers", "occupants", "inmates", "protesters", "tourists", "visitors", "miners",
    "adults", "civilians", "teens", "teenagers", "children", "infants", "toddlers", "babies", "juveniles", "youths",
    "kids", "others", "survivors", "villagers", "worshippers", "pupils", "firefighters", "hikers", "climbers", "skiers",
    "swimmers", "sailors", "relatives", "neighbors", "neighbours",
];
const VICTIM: &[&str] = &["victim", "deceased", "decedent", "victims", "fatality", "fatalities", "casualty", "casualties"];
const CULPRIT: &[&str] = &[
    "suspect", "gunman", "shooter", "assailant", "attacker", "robber", "intruder", "burglar", "killer", "accused",
    "defendant", "perpetrator", "carjacker", "murderer", "fugitive", "offender", "bomber", "arsonist", "suspects",
    "gunmen", "shooters", "assailants", "attackers", "robbers", "intruders", "burglars", "killers", "defendants",
    "perpetrators", "carjackers", "fugitives", "offenders", "bombers",
];
const DUTY: &[&str] = &[
    "officer", "deputy", "trooper", "police", "detective", "agent", "cop", "sheriff", "policeman", "policewoman",
    "paramedic", "marshal", "ranger", "constable", "officers", "deputies", "troopers", "detectives", "agents", "cops",
    "paramedics", "marshals", "rangers", "medics", "authorities", "investigators", "officials", "constables",
];
const BESIDE: &[&str] = &[
    "spokesman", "spokeswoman", "spokesperson", "chief", "captain", "lieutenant", "sergeant", "sgt", "lt", "det", "capt",
    "cpl", "mayor", "prosecutor", "attorney", "lawyer", "judge", "coroner", "neighbor", "neighbour", "witness",
    "witnesses", "examiner", "investigator", "official", "director", "commissioner", "superintendent", "councilman",
    "prosecutors", "attorneys", "doctors", "activist", "professor", "governor", "president", "senator", "commander",
    "reporter", "caller", "pathologist", "administrator", "principal",
];

/// What a folded word says as a noun for people.
pub(super) fn noun(word: &str) -> Option<Noun> {
    let has = |list: &[&str]| list.contains(&word);
    let hint = if has(VICTIM) {
        Some(Hint::Victim)
    } else if has(CULPRIT) {
        Some(Hint::Culprit)
    } else if has(DUTY) {
        Some(Hint::Duty)
    } else if has(BESIDE) {
        Some(Hint::Beside)
    } else {
        None
    };
    let sex = if has(MALE) || word == "gunman" || word == "spokesman" {
        Some(Sex::Male)
    } else if has(FEMALE) || word == "spokeswoman" {
        Some(Sex::Female)
    } else {
        None
    };
    let known = hint.is_some() || sex.is_some() || has(ANY) || has(SEVERAL);
    let plural = has(SEVERAL)
        || matches!(
            word,
            "men" | "women" | "males" | "females" | "boys" | "girls" | "sons" | "brothers" | "fathers" | "husbands"
                | "daughters" | "sisters" | "mothers" | "wives" | "victims" | "fatalities" | "casualties" | "suspects"
                | "gunmen" | "shooters" | "assailants" | "attackers" | "robbers" | "intruders" | "burglars" | "killers"
                | "defendants" | "perpetrators" | "carjackers" | "fugitives" | "offenders" | "bombers" | "police"
                | "officers" | "deputies" | "troopers" | "detectives" | "agents" | "cops" | "paramedics" | "marshals"
                | "rangers" | "medics" | "authorities" | "investigators" | "officials" | "constables" | "witnesses"
                | "prosecutors" | "attorneys" | "doctors"
        );
    known.then(|| Noun {
        sex,
        plural,
        hint,
        young: has(YOUNG),
    })
}

/// Kin: «his brother» is somebody else than he.
pub(super) fn kin(word: &str) -> bool {
    matches!(
        word,
        "husband" | "wife" | "father" | "mother" | "son" | "daughter" | "brother" | "sister" | "boyfriend"
            | "girlfriend" | "nephew" | "niece" | "uncle" | "aunt" | "grandfather" | "grandmother" | "stepfather"
            | "stepmother" | "stepson" | "stepdaughter" | "cousin" | "friend" | "neighbor" | "neighbour" | "parent"
            | "parents" | "children" | "sons" | "daughters" | "sibling" | "partner" | "roommate" | "attacker"
            | "attorney" | "lawyer" | "fiance" | "fiancee" | "grandson" | "granddaughter" | "spouse" | "child"
    )
}

/// Adjectives and nouns that stand before a noun for people.
pub(super) fn modifier(word: &str) -> bool {
    matches!(
        word,
        "black" | "white" | "hispanic" | "latino" | "latina" | "asian" | "young" | "younger" | "older" | "elderly"
            | "unidentified" | "unknown" | "unnamed" | "other" | "second" | "third" | "fourth" | "first" | "injured"
            | "wounded" | "armed" | "unarmed" | "masked" | "female" | "male" | "off" | "duty" | "college" | "high"
            | "school" | "university" | "police" | "gunshot" | "shooting" | "robbery" | "murder" | "homicide" | "gang"
            | "gunned" | "local" | "area" | "store" | "shop" | "restaurant" | "security" | "pizza" | "delivery" | "taxi"
            | "cab" | "bus" | "truck" | "teenage" | "teen" | "pregnant" | "homeless" | "single" | "married" | "estranged"
            | "former" | "ex" | "own" | "twin" | "adult" | "juvenile" | "infant" | "baby" | "innocent" | "alleged"
            | "suspected" | "accused" | "drunk" | "intoxicated" | "wanted" | "dead" | "deceased" | "step" | "half"
            | "stab" | "burn" | "crash" | "fire" | "accident" | "state" | "county" | "city" | "sheriff" | "next" | "door"
            | "fellow" | "possible" | "combative" | "mentally" | "ill" | "suicidal" | "slain" | "late" | "retired"
            | "veteran" | "student" | "toddler" | "little" | "tribal" | "active" | "crossing" | "front" | "rear" | "seat"
            | "construction" | "factory" | "farm" | "office" | "good" | "lone" | "only" | "same" | "surviving" | "football"
            | "basketball" | "best" | "longtime" | "live" | "in" | "unlicensed" | "licensed"
    )
}

/// Words that no name holds.
pub(super) fn no_name(word: &str) -> bool {
    matches!(
        word,
        "street" | "avenue" | "road" | "drive" | "lane" | "boulevard" | "highway" | "freeway" | "court" | "place"
            | "parkway" | "block" | "interstate" | "route" | "county" | "city" | "town" | "township" | "village" | "state"
            | "police" | "department" | "sheriff" | "office" | "hospital" | "center" | "centre" | "medical" | "clinic"
            | "university" | "college" | "school" | "church" | "park" | "club" | "bar" | "store" | "hotel" | "motel"
            | "apartments" | "apartment" | "mall" | "station" | "bureau" | "division" | "unit" | "team" | "district"
            | "north" | "south" | "east" | "west" | "northwest" | "northeast" | "southwest" | "southeast" | "monday"
            | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday" | "january" | "february" | "march"
            | "april" | "may" | "june" | "july" | "august" | "september" | "october" | "november" | "december" | "jan"
            | "feb" | "mar" | "apr" | "jun" | "jul" | "aug" | "sept" | "sep" | "oct" | "nov" | "dec" | "st" | "ave" | "rd"
            | "blvd" | "hwy" | "news" | "times" | "the" | "a" | "an" | "in" | "on" | "at" | "of" | "and" | "but" | "or"
            | "when" | "after" | "before" | "while" | "as" | "if" | "it" | "he" | "she" | "they" | "his" | "her" | "their"
            | "this" | "that" | "these" | "those" | "there" | "here" | "who" | "what" | "where" | "why" | "how" | "one"
            | "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine" | "ten" | "both" | "all" | "no"
            | "not" | "for" | "from" | "with" | "by" | "to" | "is" | "was" | "were" | "are" | "has" | "have" | "had"
            | "according" | "anyone" | "someone" | "everyone" | "another" | "some" | "during" | "since" | "then" | "also"
            | "updated" | "update" | "photo" | "video" | "new" | "years" | "year" | "christmas" | "eve" | "day" | "am"
            | "pm" | "ap" | "we" | "you" | "i" | "our" | "my" | "your" | "its" | "just" | "meanwhile" | "however"
            | "upon" | "about" | "around" | "near" | "later" | "shortly" | "earlier" | "until" | "despite" | "although"
            | "because" | "so" | "still" | "now" | "once" | "that's" | "crime" | "stoppers" | "crimestoppers" | "lapd"
            | "nypd" | "fbi" | "atf" | "homicide" | "fire" | "rescue" | "ems" | "bridge" | "river" | "lake" | "airport"
            | "federal" | "national" | "american" | "united" | "states" | "us" | "company" | "inc" | "corp" | "court's"
    ) || word.chars().any(|c| c.is_ascii_digit())
}

/// Months, long and short.
pub(super) fn month(word: &str) -> bool {
    matches!(
        word,
        "january" | "february" | "march" | "april" | "may" | "june" | "july" | "august" | "september" | "october"
            | "november" | "december" | "jan" | "feb" | "mar" | "apr" | "jun" | "jul" | "aug" | "sept" | "sep" | "oct"
            | "nov" | "dec"
    )
}

/// Verbs and adjectives of being hurt, killed, or made to answer: no part of anybody's description.
pub(super) fn befalls(word: &str) -> bool {
    harm(word).is_some() || accused(word) || dying(word)
}

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

/// A verb of harm.
pub(super) fn harm(word: &str) -> Option<(Harm, Form)> {
    use Form::Base;
    use Form::Gerund;
    use Form::Past;
    use Form::Present;
    use Harm::Hurt;
    use Harm::Killed;
    Some(match word {
        "shot" | "wounded" | "injured" | "struck" | "stabbed" | "grazed" | "hurt" | "beaten" | "burned" | "burnt"
        | "crushed" | "hospitalized" | "hospitalised" | "trampled" | "bitten" | "scalded" | "maimed" => (Hurt, Past),
        "hit" => (Hurt, Past),
        "shoots" | "wounds" | "injures" | "strikes" | "hits" | "stabs" | "grazes" | "hurts" => (Hurt, Present),
        "shooting" | "wounding" | "injuring" | "striking" | "hitting" | "stabbing" | "grazing" | "hurting" => {
            (Hurt, Gerund)
        }
        "shoot" | "wound" | "injure" | "strike" | "stab" => (Hurt, Base),
        "killed" | "slain" | "murdered" | "gunned" | "electrocuted" | "slew" | "executed" | "drowned" => (Killed, Past),
        "kills" | "murders" | "guns" => (Killed, Present),
        "killing" | "murdering" | "gunning" => (Killed, Gerund),
        "kill" | "murder" => (Killed, Base),
        _ => return None,
    })
}

/// Words of dying, without anybody who does it.
pub(super) fn dying(word: &str) -> bool {
    matches!(
        word,
        "died" | "dies" | "dying" | "dead" | "deceased" | "succumbed" | "succumbs" | "perished" | "fatally" | "lifeless"
    )
}

/// Words for what befalls a suspect.
pub(super) fn accused(word: &str) -> bool {
    matches!(
        word,
        "arrested" | "charged" | "accused" | "convicted" | "sentenced" | "booked" | "indicted" | "wanted" | "jailed"
            | "suspected" | "apprehended" | "detained" | "extradited" | "arraigned" | "acquitted" | "imprisoned"
            | "handcuffed" | "cited" | "exonerated"
    )
}

/// Words for what a suspect does.
pub(super) fn answers(word: &str) -> bool {
    matches!(
        word,
        "facing" | "faces" | "faced" | "pleaded" | "pled" | "surrendered" | "confessed" | "admitted" | "admits" | "fired"
            | "allegedly" | "fled" | "flees" | "opened" | "jail" | "custody" | "bond" | "bail" | "prison" | "manslaughter"
    )
}

/// Verbs of saying: their subject speaks, and does nothing else.
pub(super) fn says(word: &str) -> bool {
    matches!(
        word,
        "said" | "say" | "says" | "told" | "tell" | "tells" | "believe" | "believes" | "added" | "reported" | "reports"
            | "confirmed" | "allege" | "alleges" | "alleged" | "wrote" | "stated" | "explained" | "announced" | "think"
            | "thinks" | "suspect" | "noted" | "recalled"
    )
}

/// Prepositions: what they govern is no subject.
pub(super) fn preposition(word: &str) -> bool {
    matches!(
        word,
        "of" | "by" | "with" | "to" | "from" | "in" | "at" | "near" | "against" | "for" | "on" | "behind" | "into"
            | "outside" | "inside" | "between" | "toward" | "towards" | "than" | "like" | "about" | "beside" | "upon"
            | "through" | "over" | "under" | "among" | "without" | "onto" | "alongside" | "including" | "named" | "called"
    )
}

/// Forms of «be» and «get».
pub(super) fn be(word: &str) -> bool {
    matches!(
        word,
        "was" | "were" | "is" | "are" | "been" | "being" | "be" | "got" | "gets" | "get" | "wasnt" | "werent"
    )
}

/// Adverbs between «be» and a participle, or between somebody and a verb.
pub(super) fn adverb(word: &str) -> bool {
    word.ends_with("ly") && word != "family" && word != "only"
        || matches!(word, "also" | "later" | "then" | "just" | "soon" | "each" | "both" | "all" | "already" | "since" | "still" | "only" | "himself" | "now" | "once" | "twice")
}
