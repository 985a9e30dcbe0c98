//! Words for people: tables alone.
//!
//! In: a folded word. Out: what it says of somebody's sex, number, age and part in an incident.

use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;

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

/// Men and boys.
static MALE: &Table = table![
    "man male boy husband father son brother boyfriend nephew uncle grandfather stepfather stepson gentleman \
     fisherman fireman policeman businessman dad groom actor grandson waiter fiance men males boys sons grandsons \
     brothers fathers husbands brother-in-law gunman spokesman"
];
/// Women and girls.
static FEMALE: &Table = table![
    "woman female girl wife mother daughter sister girlfriend niece aunt grandmother stepmother stepdaughter \
     lady policewoman businesswoman mom bride actress granddaughter waitress fiancee latina women females granddaughters nieces \
     girls daughters sisters mothers wives widow spokeswoman"
];
/// Children and teenagers.
static YOUNG: &Table = table![
    "boy girl teen teenager child infant toddler baby juvenile youth kid boys girls teens teenagers children \
     infants toddlers babies juveniles youths kids grandchildren grandchild pupil pupils schoolboy schoolgirl newborn"
];
/// Anybody, by age, work or tie.
static ANY: &Table = table![
    "teen teenager child infant toddler baby juvenile youth kid newborn person individual student resident \
     driver passenger motorist motorcyclist cyclist bicyclist pedestrian rider soldier clerk employee worker \
     owner homeowner tenant renter customer patron guest shopper bystander friend cousin sibling parent \
     partner spouse relative roommate housemate classmate veteran rapper player coach teacher doctor nurse \
     manager cook bartender bouncer guard hunter hiker farmer pastor priest barber salesman engineer mechanic \
     pilot trucker occupant inmate prisoner protester tourist visitor miner artist musician singer athlete \
     grandchild graduate senior freshman adult latino hispanic native survivor samaritan dealer carpenter cashier \
     dispatcher keeper caretaker janitor landlord lodger nanny babysitter shopkeeper jogger skier swimmer climber sailor kayaker canoeist boater angler surfer passer \
     passerby firefighter lifeguard conductor pupil schoolboy schoolgirl"
];
/// Several people.
static SEVERAL: &Table = table![
    "couple pair duo trio twins spouses newlyweds passersby people persons individuals students residents drivers passengers motorists motorcyclists cyclists \
     bicyclists pedestrians riders soldiers clerks employees workers owners tenants customers patrons guests \
     shoppers bystanders friends cousins siblings parents relatives roommates classmates teachers occupants \
     inmates protesters tourists visitors miners adults civilians teens teenagers children infants toddlers \
     babies juveniles youths kids grandchildren grandsons granddaughters grandparents nieces nephews others survivors villagers worshippers pupils firefighters hikers climbers \
     skiers swimmers sailors kayakers canoeists boaters anglers surfers neighbors neighbours men women males females boys girls sons brothers fathers \
     husbands daughters sisters mothers wives victims fatalities casualties suspects gunmen shooters \
     assailants attackers robbers intruders burglars killers defendants perpetrators carjackers fugitives \
     offenders bombers police officers deputies troopers detectives agents cops paramedics marshals rangers \
     medics authorities investigators officials constables witnesses prosecutors attorneys doctors"
];
/// Who was hit.
static VICTIM: &Table =
    table!["victim deceased decedent victims fatality fatalities casualty casualties"];
/// Who is held to have done it.
static CULPRIT: &Table = table![
    "suspect gunman shooter assailant attacker robber intruder burglar killer accused defendant perpetrator \
     carjacker murderer fugitive offender bomber arsonist suspects gunmen shooters assailants attackers \
     robbers intruders burglars killers defendants perpetrators carjackers fugitives offenders bombers"
];
/// Who comes on duty.
static DUTY: &Table = table![
    "officer deputy trooper police detective agent cop sheriff policeman policewoman paramedic marshal ranger \
     constable officers deputies troopers detectives agents cops paramedics marshals rangers medics \
     authorities investigators officials constables"
];
/// Who speaks of it.
static BESIDE: &Table = table![
    "spokesman spokeswoman spokesperson chief captain lieutenant sergeant sgt lt det capt cpl mayor \
     prosecutor attorney lawyer judge coroner neighbor neighbour witness witnesses examiner investigator \
     official director commissioner superintendent councilman prosecutors attorneys doctors activist \
     professor governor president senator commander reporter caller pathologist administrator principal"
];

/// What a folded word says as a noun for people.
pub(super) fn noun(word: &str) -> Option<Noun> {
    let hint = [
        (VICTIM, Hint::Victim),
        (CULPRIT, Hint::Culprit),
        (DUTY, Hint::Duty),
        (BESIDE, Hint::Beside),
    ]
    .into_iter()
    .find(|(table, _)| table.has(word))
    .map(|(_, hint)| hint);
    let sex = if MALE.has(word) {
        Some(Sex::Male)
    } else {
        FEMALE.has(word).then_some(Sex::Female)
    };
    let plural = SEVERAL.has(word);
    let known = hint.is_some() || sex.is_some() || plural || ANY.has(word);
    known.then(|| Noun {
        sex,
        plural,
        hint,
        young: YOUNG.has(word),
    })
}

/// How many a noun means by itself: «the couple», «the trio».
pub(super) fn how_many(noun: &str) -> Option<usize> {
    match noun {
        "couple" | "pair" | "duo" | "twins" | "newlyweds" => Some(2),
        "trio" => Some(3),
        _ => None,
    }
}

/// Kin, and others whom «his» makes somebody else.
static KIN: &Table = table![
    "husband wife father mother son daughter brother sister boyfriend girlfriend nephew niece uncle aunt \
     grandfather grandmother stepfather stepmother stepson stepdaughter cousin friend neighbor neighbour \
     parent parents children sons daughters sibling partner roommate attacker attorney lawyer fiance fiancee \
     grandson granddaughter spouse child grandchildren grandsons granddaughters grandchild"
];

/// Kin: «his brother» is somebody else than he.
pub(super) fn kin(word: &str) -> bool {
    KIN.has(word)
}

/// Adjectives and nouns that stand before a noun for people.
static MODIFIERS: &Table = table![
    "black white hispanic latino latina asian young younger older youngest oldest elderly unidentified unknown unnamed other \
     second third fourth first injured wounded armed unarmed masked female male off duty college high school \
     university police gunshot shooting robbery murder homicide gang gunned local area store shop restaurant \
     security pizza delivery taxi cab bus truck teenage teen pregnant homeless single married estranged \
     former ex own twin adult juvenile infant baby innocent alleged suspected accused drunk intoxicated \
     wanted dead deceased step half stab burn crash fire accident state county city sheriff next door fellow \
     possible combative mentally ill suicidal slain late retired veteran student toddler little tribal active \
     crossing front rear seat construction factory farm office good lone only same surviving football \
     basketball best longtime live in unlicensed licensed"
];

/// Whether a word may stand before a noun for people.
pub(super) fn modifier(word: &str) -> bool {
    MODIFIERS.has(word)
}

/// Months, cut short.
static MONTHS: &Table = table!["jan feb mar apr jun jul aug sept sep oct nov dec"];

/// Whether a word is a month.
fn month(word: &str) -> bool {
    crate::value::month(word).is_some() || MONTHS.has(word)
}

/// Kinds of places and bodies, which no name of a person holds but as a family name.
static PLACES: &Table = table![
    "street avenue road drive lane boulevard highway freeway court place parkway block interstate route \
     county city town township village state police department sheriff office hospital center centre medical \
     clinic university college school church park club bar store hotel motel apartments apartment mall \
     station bureau division unit team district bridge river lake airport north south east west northwest northeast southwest southeast"
];

/// Other words that no name holds.
static NO_NAMES: &Table = table![
    "monday tuesday wednesday thursday friday saturday sunday st ave rd blvd hwy news times the a an in on at \
     of and but or when after before while as if it he she they his her their this that these those there \
     here who what where why how one two three four five six seven eight nine ten both all no not for from \
     with by to is was were are has have had according anyone someone everyone another some during since then \
     also updated update photo video new years year christmas eve day am pm ap we you i our my your its just \
     meanwhile however upon about around near later shortly earlier until despite although because so still \
     now once crime stoppers crimestoppers lapd nypd fbi atf homicide fire rescue ems criminal investigation investigations federal national american united states us company inc corp"
];

/// Whether no name holds a word.
pub(super) fn no_name(word: &str) -> bool {
    NO_NAMES.has(word) || place_or_month(word) || word.chars().any(|c| c.is_ascii_digit())
}

/// Whether a word is a kind of place or a month: it may be a family name all the same.
pub(super) fn place_or_month(word: &str) -> bool {
    PLACES.has(word) || month(word)
}

/// Kinds of bodies that people serve in.
static BODIES: &Table = table![
    "department bureau division unit office force academy corps service services patrol team district company"
];

/// Whether a word is a kind of body that people serve in.
pub(super) fn body(word: &str) -> bool {
    BODIES.has(word)
}

/// Things named after who uses them: «guard rail», «driver side», «student union».
static OWNED: &Table = table![
    "rail rails side door doors seat seats window windows airbag compartment car cars cruiser cruisers vehicle \
     vehicles station headquarters union dog dogs booth tower house lounge quarters parking room care custody \
     training uniform badge bench boat helicopter abuse support services service center centre hotline hospital \
     van truck train plane jet ferry ship bus"
];

/// Whether a word is a thing that a noun for people before it only describes.
pub(super) fn owned(word: &str) -> bool {
    OWNED.has(word)
}

/// Nouns that tell nobody's work or part.
static GENERAL: &Table = table![
    "man woman male female boy girl teen teenager child person individual adult youth juvenile kid toddler \
     infant baby newborn victim deceased decedent resident mother father parent latino latina hispanic native \
     gentleman lady survivor fatality son daughter husband wife brother sister grandmother grandfather student"
];

/// Whether a noun may be anybody's.
pub(super) fn general(noun: &str) -> bool {
    GENERAL.has(noun)
}

/// Whether a noun for several may be anybody's.
pub(super) fn general_plural(noun: &str) -> bool {
    matches!(
        noun,
        "people"
            | "men"
            | "women"
            | "boys"
            | "girls"
            | "children"
            | "teens"
            | "teenagers"
            | "brothers"
            | "sisters"
            | "friends"
            | "males"
            | "females"
            | "kids"
            | "juveniles"
            | "youths"
    )
}

/// Whether a noun is of who comes to help.
pub(super) fn rescuer(noun: &str) -> bool {
    matches!(
        noun,
        "firefighter"
            | "firefighters"
            | "fireman"
            | "paramedic"
            | "paramedics"
            | "rescuer"
            | "rescuers"
    ) || DUTY.has(noun)
}
