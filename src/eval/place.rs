//! What lies in what.
//!
//! In: the places of a story, and a small gazetteer for names it does not hold. Out: whether one place holds another,
//! and whether two can't be the same. Unknown places are never held against anybody.

use super::words;
use crate::rule::EntityIndex;
use crate::rule::EntityKind;
use crate::rule::Story;

/// The names of a place and of everything that holds it, the place first.
pub(crate) fn chain(story: &Story, place: EntityIndex) -> Vec<String> {
    let mut names = Vec::new();
    let mut todo = vec![place];
    let mut seen = Vec::new();
    while let Some(place) = todo.pop() {
        if seen.contains(&place) {
            continue;
        }
        seen.push(place);
        let entity = &story.entities[place];
        names.push(entity.name.clone());
        names.extend(entity.also.iter().cloned());
        for within in &entity.within {
            match story
                .entities
                .iter()
                .position(|entity| entity.id == *within || entity.name == *within)
            {
                Some(index) => todo.push(index),
                None => names.push(within.clone()),
            }
        }
    }
    // What the gazetteer knows of the last of them.
    let known: Vec<String> = names
        .iter()
        .filter_map(|name| gazetteer_country(name))
        .map(str::to_owned)
        .collect();
    for name in known {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Whether `outer` holds `inner`.
pub(crate) fn holds(story: &Story, outer: EntityIndex, inner: EntityIndex) -> bool {
    if outer == inner {
        return true;
    }
    let name = words::fold(&story.entities[outer].name);
    chain(story, inner)
        .iter()
        .any(|held| words::fold(held) == name)
}

/// Whether two places of the story can't be the same: both are places and neither holds the other.
pub(crate) fn apart(story: &Story, one: EntityIndex, other: EntityIndex) -> bool {
    story.entities[one].kind == EntityKind::Place
        && story.entities[other].kind == EntityKind::Place
        && !holds(story, one, other)
        && !holds(story, other, one)
}

/// Whether a place that the story does not name can't be `expected`: it is a known city or country, and `expected`
/// lies, by its own chain, in another known one.
pub(crate) fn strange(story: &Story, name: &str, expected: EntityIndex) -> Option<bool> {
    let folded = words::fold(name).join(" ");
    let chain: Vec<String> = chain(story, expected)
        .iter()
        .map(|name| words::fold(name).join(" "))
        .collect();
    if chain.contains(&folded) {
        return Some(false);
    }
    let cities: Vec<&(&str, &str)> = CITIES
        .iter()
        .filter(|(city, _)| chain.iter().any(|held| held == city))
        .collect();
    let countries: Vec<&str> = CITIES
        .iter()
        .map(|&(_, country)| country)
        .filter(|country| chain.iter().any(|held| held == country))
        .collect();
    if let Some(&(_, country)) = CITIES.iter().find(|(city, _)| *city == folded) {
        // Another city: certain if the expected one is a known city, or lies in another country. A site of the same
        // country may lie in that city or not.
        let certain =
            !cities.is_empty() || (!countries.is_empty() && !countries.contains(&country));
        return certain.then_some(true);
    }
    if CITIES.iter().any(|&(_, country)| country == folded) {
        return (!countries.is_empty()).then(|| !countries.contains(&folded.as_str()));
    }
    None
}

/// Whether the gazetteer knows a folded name.
pub(crate) fn known(folded: &str) -> bool {
    CITIES
        .iter()
        .any(|&(city, country)| city == folded || country == folded)
}

fn gazetteer_country(name: &str) -> Option<&'static str> {
    let folded = words::fold(name).join(" ");
    CITIES
        .iter()
        .find(|(city, _)| *city == folded)
        .map(|&(_, country)| country)
}

/// Large and much-named cities with their countries, folded. Names that are also those of several large cities, of
/// people or of ordinary words are left out.
const CITIES: &[(&str, &str)] = &[
    ("abu dhabi", "united arab emirates"),
    ("abuja", "nigeria"),
    ("accra", "ghana"),
    ("addis ababa", "ethiopia"),
    ("aleppo", "syria"),
    ("algiers", "algeria"),
    ("almaty", "kazakhstan"),
    ("amman", "jordan"),
    ("amsterdam", "netherlands"),
    ("ankara", "turkey"),
    ("antwerp", "belgium"),
    ("astana", "kazakhstan"),
    ("athens", "greece"),
    ("atlanta", "united states"),
    ("baghdad", "iraq"),
    ("baku", "azerbaijan"),
    ("bangkok", "thailand"),
    ("barcelona", "spain"),
    ("basra", "iraq"),
    ("beijing", "china"),
    ("beirut", "lebanon"),
    ("belgrade", "serbia"),
    ("berlin", "germany"),
    ("bern", "switzerland"),
    ("bogota", "colombia"),
    ("boston", "united states"),
    ("brasilia", "brazil"),
    ("bratislava", "slovakia"),
    ("brussels", "belgium"),
    ("bucharest", "romania"),
    ("budapest", "hungary"),
    ("buenos aires", "argentina"),
    ("cairo", "egypt"),
    ("canberra", "australia"),
    ("caracas", "venezuela"),
    ("casablanca", "morocco"),
    ("chicago", "united states"),
    ("chisinau", "moldova"),
    ("colombo", "sri lanka"),
    ("copenhagen", "denmark"),
    ("dakar", "senegal"),
    ("dallas", "united states"),
    ("damascus", "syria"),
    ("delhi", "india"),
    ("denver", "united states"),
    ("dhaka", "bangladesh"),
    ("doha", "qatar"),
    ("dubai", "united arab emirates"),
    ("dublin", "ireland"),
    ("edinburgh", "united kingdom"),
    ("frankfurt", "germany"),
    ("geneva", "switzerland"),
    ("glasgow", "united kingdom"),
    ("guangzhou", "china"),
    ("hamburg", "germany"),
    ("hanoi", "vietnam"),
    ("harare", "zimbabwe"),
    ("havana", "cuba"),
    ("helsinki", "finland"),
    ("ho chi minh city", "vietnam"),
    ("hong kong", "china"),
    ("houston", "united states"),
    ("islamabad", "pakistan"),
    ("istanbul", "turkey"),
    ("jakarta", "indonesia"),
    ("jeddah", "saudi arabia"),
    ("jerusalem", "israel"),
    ("johannesburg", "south africa"),
    ("kabul", "afghanistan"),
    ("kampala", "uganda"),
    ("karachi", "pakistan"),
    ("kathmandu", "nepal"),
    ("kharkiv", "ukraine"),
    ("khartoum", "sudan"),
    ("kiev", "ukraine"),
    ("kigali", "rwanda"),
    ("kinshasa", "congo"),
    ("kolkata", "india"),
    ("kuala lumpur", "malaysia"),
    ("kuwait city", "kuwait"),
    ("kyiv", "ukraine"),
    ("lagos", "nigeria"),
    ("lahore", "pakistan"),
    ("lima", "peru"),
    ("lisbon", "portugal"),
    ("ljubljana", "slovenia"),
    ("london", "united kingdom"),
    ("los angeles", "united states"),
    ("lusaka", "zambia"),
    ("lviv", "ukraine"),
    ("madrid", "spain"),
    ("manila", "philippines"),
    ("marrakech", "morocco"),
    ("marrakesh", "morocco"),
    ("marseille", "france"),
    ("mecca", "saudi arabia"),
    ("melbourne", "australia"),
    ("mexico city", "mexico"),
    ("miami", "united states"),
    ("milan", "italy"),
    ("minsk", "belarus"),
    ("mogadishu", "somalia"),
    ("montreal", "canada"),
    ("moscow", "russia"),
    ("mosul", "iraq"),
    ("mumbai", "india"),
    ("munich", "germany"),
    ("nairobi", "kenya"),
    ("new delhi", "india"),
    ("new orleans", "united states"),
    ("new york", "united states"),
    ("nice", "france"),
    ("nicosia", "cyprus"),
    ("nur sultan", "kazakhstan"),
    ("odesa", "ukraine"),
    ("odessa", "ukraine"),
    ("orlando", "united states"),
    ("osaka", "japan"),
    ("oslo", "norway"),
    ("ottawa", "canada"),
    ("paris", "france"),
    ("philadelphia", "united states"),
    ("phnom penh", "cambodia"),
    ("prague", "czech republic"),
    ("pretoria", "south africa"),
    ("pyongyang", "north korea"),
    ("quito", "ecuador"),
    ("rabat", "morocco"),
    ("ramallah", "palestine"),
    ("reykjavik", "iceland"),
    ("riga", "latvia"),
    ("rio de janeiro", "brazil"),
    ("riyadh", "saudi arabia"),
    ("rome", "italy"),
    ("rotterdam", "netherlands"),
    ("san francisco", "united states"),
    ("sanaa", "yemen"),
    ("santiago", "chile"),
    ("sao paulo", "brazil"),
    ("sarajevo", "bosnia"),
    ("seattle", "united states"),
    ("seoul", "south korea"),
    ("shanghai", "china"),
    ("shenzhen", "china"),
    ("singapore", "singapore"),
    ("skopje", "north macedonia"),
    ("sofia", "bulgaria"),
    ("stockholm", "sweden"),
    ("sydney", "australia"),
    ("taipei", "taiwan"),
    ("tallinn", "estonia"),
    ("tashkent", "uzbekistan"),
    ("tbilisi", "georgia"),
    ("tehran", "iran"),
    ("tel aviv", "israel"),
    ("the hague", "netherlands"),
    ("tirana", "albania"),
    ("tokyo", "japan"),
    ("toronto", "canada"),
    ("tripoli", "libya"),
    ("tunis", "tunisia"),
    ("ulaanbaatar", "mongolia"),
    ("vancouver", "canada"),
    ("vienna", "austria"),
    ("vilnius", "lithuania"),
    ("warsaw", "poland"),
    ("wellington", "new zealand"),
    ("wuhan", "china"),
    ("yangon", "myanmar"),
    ("yerevan", "armenia"),
    ("zagreb", "croatia"),
    ("zurich", "switzerland"),
    ("phoenix", "united states"),
    ("detroit", "united states"),
    ("san diego", "united states"),
    ("minneapolis", "united states"),
    ("baltimore", "united states"),
    ("cleveland", "united states"),
    ("pittsburgh", "united states"),
    ("nashville", "united states"),
    ("memphis", "united states"),
    ("san antonio", "united states"),
    ("salt lake city", "united states"),
    ("sacramento", "united states"),
    ("oakland", "united states"),
    ("tampa", "united states"),
    ("st louis", "united states"),
    ("kansas city", "united states"),
    ("milwaukee", "united states"),
    ("anchorage", "united states"),
    ("san jose", "united states"),
    ("indianapolis", "united states"),
    ("cincinnati", "united states"),
    ("charlotte", "united states"),
    ("raleigh", "united states"),
    ("tucson", "united states"),
    ("albuquerque", "united states"),
    ("el paso", "united states"),
    ("fort worth", "united states"),
    ("austin", "united states"),
    ("portland", "united states"),
    ("oklahoma city", "united states"),
    ("louisville", "united states"),
    ("jacksonville", "united states"),
    ("fort lauderdale", "united states"),
    ("buffalo", "united states"),
    ("honolulu", "united states"),
    ("las vegas", "united states"),
    ("calgary", "canada"),
    ("edmonton", "canada"),
    ("winnipeg", "canada"),
    ("quebec city", "canada"),
    ("birmingham", "united kingdom"),
    ("manchester", "united kingdom"),
    ("liverpool", "united kingdom"),
    ("leeds", "united kingdom"),
    ("cardiff", "united kingdom"),
    ("belfast", "united kingdom"),
    ("bristol", "united kingdom"),
    ("cologne", "germany"),
    ("stuttgart", "germany"),
    ("dresden", "germany"),
    ("leipzig", "germany"),
    ("bonn", "germany"),
    ("lyon", "france"),
    ("toulouse", "france"),
    ("strasbourg", "france"),
    ("bordeaux", "france"),
    ("naples", "italy"),
    ("turin", "italy"),
    ("florence", "italy"),
    ("venice", "italy"),
    ("seville", "spain"),
    ("valencia", "spain"),
    ("malaga", "spain"),
    ("chongqing", "china"),
    ("chengdu", "china"),
    ("tianjin", "china"),
    ("nanjing", "china"),
    ("hangzhou", "china"),
    ("xi an", "china"),
    ("hiroshima", "japan"),
    ("kyoto", "japan"),
    ("nagoya", "japan"),
    ("sapporo", "japan"),
    ("fukuoka", "japan"),
    ("chennai", "india"),
    ("bangalore", "india"),
    ("bengaluru", "india"),
    ("hyderabad", "india"),
    ("ahmedabad", "india"),
    ("pune", "india"),
    ("tabriz", "iran"),
    ("isfahan", "iran"),
    ("shiraz", "iran"),
    ("bam", "iran"),
    ("kerman", "iran"),
    ("homs", "syria"),
    ("raqqa", "syria"),
    ("latakia", "syria"),
    ("hasaka", "syria"),
    ("manbij", "syria"),
    ("kobani", "syria"),
    ("gaziantep", "turkey"),
    ("izmir", "turkey"),
    ("erbil", "iraq"),
    ("kirkuk", "iraq"),
    ("kandahar", "afghanistan"),
    ("herat", "afghanistan"),
    ("peshawar", "pakistan"),
    ("quetta", "pakistan"),
    ("st petersburg", "russia"),
    ("kazan", "russia"),
    ("sochi", "russia"),
    ("vladivostok", "russia"),
    ("busan", "south korea"),
    ("agadir", "morocco"),
    ("fes", "morocco"),
    ("tangier", "morocco"),
    ("benghazi", "libya"),
    ("alexandria", "egypt"),
    ("luxor", "egypt"),
    ("cape town", "south africa"),
    ("durban", "south africa"),
    ("medellin", "colombia"),
    ("guadalajara", "mexico"),
    ("monterrey", "mexico"),
    ("cancun", "mexico"),
    ("brisbane", "australia"),
    ("perth", "australia"),
    ("adelaide", "australia"),
    ("auckland", "new zealand"),
    ("christchurch", "new zealand"),
    ("surabaya", "indonesia"),
    ("denpasar", "indonesia"),
    ("cebu", "philippines"),
    ("da nang", "vietnam"),
    ("mandalay", "myanmar"),
    ("chiang mai", "thailand"),
    ("phuket", "thailand"),
    ("gdansk", "poland"),
    ("krakow", "poland"),
    ("gothenburg", "sweden"),
    ("bergen", "norway"),
    ("basel", "switzerland"),
    ("lausanne", "switzerland"),
    ("davos", "switzerland"),
    ("salzburg", "austria"),
    ("thessaloniki", "greece"),
    ("porto", "portugal"),
    ("mariupol", "ukraine"),
    ("donetsk", "ukraine"),
    ("zaporizhzhia", "ukraine"),
    ("dnipro", "ukraine"),
    ("haifa", "israel"),
    ("gaza city", "gaza"),
    ("aden", "yemen"),
    ("hodeidah", "yemen"),
    ("mombasa", "kenya"),
    ("kano", "nigeria"),
    ("douala", "cameroon"),
    ("abidjan", "ivory coast"),
    ("bamako", "mali"),
    ("niamey", "niger"),
    ("ouagadougou", "burkina faso"),
    ("maputo", "mozambique"),
    ("luanda", "angola"),
    ("windhoek", "namibia"),
    ("santo domingo", "dominican republic"),
    ("port au prince", "haiti"),
    ("san juan", "puerto rico"),
    ("montevideo", "uruguay"),
    ("asuncion", "paraguay"),
    ("la paz", "bolivia"),
    ("guayaquil", "ecuador"),
    ("panama city", "panama"),
    ("managua", "nicaragua"),
    ("san salvador", "el salvador"),
    ("tegucigalpa", "honduras"),
    ("guatemala city", "guatemala"),
];
