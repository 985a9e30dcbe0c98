//! A shallow syntax of English: enough to say who does what, when, where and for how long.
//!
//! In: the words of one sentence, with names and values known. Out: noun phrases, verb groups and clauses, and for each
//! word the phrase and clause it stands in. It knows no claim and no event; [`super::role`] asks it questions.

mod ahead;
mod builder;
pub(crate) mod class;
pub(crate) mod clause;
mod group;
mod mend;
pub(crate) mod phrase;
mod predicate;
#[cfg(test)]
pub(crate) mod show;
pub(crate) mod tag;
mod tagger;
pub(crate) mod verb;

use std::ops::Range;

pub(crate) use clause::Link;
pub(crate) use clause::Place;
pub(crate) use clause::Sentence;
pub(crate) use phrase::Article;
pub(crate) use phrase::Noun;
pub(crate) use phrase::Verb;
pub(crate) use tag::Atom;
pub(crate) use tag::Known;
pub(crate) use tag::Tag;

use super::words::Words;

/// Reads the sentence of the words in `range`.
pub(crate) fn read(words: &Words, range: Range<usize>, atoms: &[Atom], titled: bool) -> Sentence {
    let tokens = tag::tag(words, range.clone(), atoms, titled);
    let chunks = phrase::chunk(words, &tokens);
    builder::read(words, range, chunks)
}

impl Sentence {
    /// The phrase that holds a word.
    pub(crate) fn phrase_of(&self, word: usize) -> Option<usize> {
        self.phrases
            .iter()
            .position(|phrase| phrase.words.contains(&word))
    }

    /// The noun of a phrase.
    pub(crate) fn noun(&self, phrase: usize) -> Option<&Noun> {
        self.chunks[self.phrases[phrase].chunk].noun()
    }

    /// The clause that a word stands in.
    pub(crate) fn clause_of(&self, word: usize) -> Option<usize> {
        self.chunks
            .iter()
            .position(|chunk| chunk.words.contains(&word))
            .map(|chunk| self.homes[chunk])
    }

    /// The clause whose verb group holds a word.
    pub(crate) fn verb_clause(&self, word: usize) -> Option<usize> {
        self.clauses.iter().position(|clause| {
            clause
                .verb
                .is_some_and(|verb| self.chunks[verb].words.contains(&word))
        })
    }

    /// The verb group of a clause.
    pub(crate) fn verb(&self, clause: usize) -> Option<&Verb> {
        self.clauses[clause]
            .verb
            .and_then(|chunk| self.chunks[chunk].verb())
    }

    /// The verb group of the clause that a word stands in.
    pub(crate) fn verb_at(&self, word: usize) -> Option<&Verb> {
        self.clause_of(word).and_then(|clause| self.verb(clause))
    }

    /// The phrases of a clause, in order.
    pub(crate) fn phrases_in(&self, clause: usize) -> impl Iterator<Item = usize> {
        (0..self.phrases.len()).filter(move |&phrase| self.phrases[phrase].clause == clause)
    }
}

#[cfg(test)]
mod tests {
    use super::show::brackets;
    use super::*;
    use crate::span::Part;
    use crate::text;
    use crate::value::Value;

    fn parsed(body: &str) -> String {
        let reading = text::read(body, &[], None);
        let words = Words::read(body, reading.sentences.iter().map(|sentence| sentence.span));
        let mut out = String::new();
        for (index, sentence) in reading.sentences.iter().enumerate() {
            assert_eq!(sentence.part, Part::Body);
            let atoms: Vec<Atom> = reading
                .mentions_of(sentence)
                .iter()
                .filter_map(|mention| {
                    let known = of_value(&mention.value)?;
                    Some(Atom {
                        words: words.in_span(mention.span),
                        known,
                    })
                })
                .collect();
            let read = read(&words, words.of_sentence(index), &atoms, false);
            out.push_str(&brackets(&read, &words, body));
        }
        out
    }

    fn of_value(value: &Value) -> Option<Known> {
        crate::eval::scene::known(value)
    }

    #[test]
    fn coordinated_verbs_share_their_subject() {
        insta::assert_snapshot!(parsed("Orla Venn and Idris Kao met in Tallin for two hours and left without a deal on Monday."), @"
        0 Main [Orla Venn + Idris Kao] <met> a(in Tallin) a(for two hours)
        1 Coordinated of 0 «and» [Orla Venn + Idris Kao] <left> a(without a deal) a(on Monday)
        ");
    }

    #[test]
    fn prepositions_lead_from_noun_to_noun() {
        insta::assert_snapshot!(parsed("The 40-minute harbour meeting between Venn and Kao ended on Monday, aides said."), @"
        0 Main [The 40-minute harbour meeting] <ended> a(between Venn) a(between Kao) a(on Monday)
        1 Reporting of 0 [aides] <said>
        ");
    }

    #[test]
    fn a_gerund_after_a_preposition_takes_the_subject() {
        insta::assert_snapshot!(parsed("Venn left after meeting Kao for 90 minutes on Sunday."), @"
        0 Main [Venn] <left>
        1 Participle of 0 «after» [Venn] <meeting> o(Kao) a(for 90 minutes) a(on Sunday)
        ");
    }

    #[test]
    fn a_relative_clause_speaks_of_the_noun_before() {
        insta::assert_snapshot!(parsed("The talks, which lasted two hours, were the first since 2019."), @"
        0 Main [The talks] <were> o(the first) a(since 2019)
        1 Relative of 0 «which» [The talks] <lasted> o(two hours)
        ");
        insta::assert_snapshot!(parsed("The storm that hit the island on 3 May was the worst of the year."), @"
        0 Main [The storm] <was> o(the worst) a(of the year)
        1 Relative of 0 «that» [The storm] <hit> o(the island) a(on 3 May)
        ");
        insta::assert_snapshot!(parsed("The quake, which the institute put at 6.1, struck a province in the north."), @"
        0 Main [The quake] <struck> o(a province) a(in the north)
        1 Relative of 0 «which» [the institute] <put> a(at 6.1)
        ");
    }

    #[test]
    fn a_participle_waits_for_no_subject() {
        insta::assert_snapshot!(parsed("A blast tore through a market on Monday, killing 12 people and wounding 40."), @"
        0 Main [A blast] <tore> a(through a market) a(on Monday)
        1 Participle of 0 [A blast] <killing> o(12 people)
        2 Participle of 1 [A blast] <wounding> o(40)
        ");
        insta::assert_snapshot!(parsed("A blast tore through a market packed with traders in Lund on Monday killing 12 people and wounding 40."), @"
        0 Main [A blast] <tore> a(through a market)
        1 Participle of 0 [a market] <packed> a(with traders) a(in Lund) a(on Monday)
        2 Participle of 0 [A blast] <killing> o(12 people)
        3 Participle of 2 [A blast] <wounding> o(40)
        ");
        insta::assert_snapshot!(parsed("The cuts promised by the minister scared off lenders."), @"
        0 Main [The cuts] <scared> o(lenders)
        1 Participle of 0 [The cuts] <promised> a(by the minister)
        ");
        insta::assert_snapshot!(parsed("The strike, described as the longest ever, ended on Friday after 118 days."), @"
        0 Main [The strike] <ended> a(on Friday) a(after 118 days)
        1 Participle of 0 [The strike] <described> a(as the longest)
        ");
    }

    #[test]
    fn subordinate_clauses_lead_or_follow() {
        insta::assert_snapshot!(parsed("When the two leaders sat down on Tuesday, they talked for 50 minutes."), @"
        0 Main [they] <talked> a(for 50 minutes)
        1 Subordinate of 0 «when» [the two leaders] <sat> a(on Tuesday)
        ");
        insta::assert_snapshot!(parsed("Twelve people died when a bridge fell in March 2018."), @"
        0 Main [Twelve people] <died>
        1 Subordinate of 0 «when» [a bridge] <fell> a(in March 2018)
        ");
        insta::assert_snapshot!(parsed("After the storm in Corsa, the games were held in Lund."), @"0 Main [the games] <were held> passive a(after the storm) a(in Corsa) a(in Lund)");
    }

    #[test]
    fn what_is_said_has_a_clause_of_its_own() {
        insta::assert_snapshot!(parsed("The union said that five million people had marched through the city on Sunday."), @"
        0 Main [The union] <said>
        1 Reported of 0 «that» [five million people] <had marched> a(through the city) a(on Sunday)
        ");
        insta::assert_snapshot!(parsed("He said Venn and Kao met on Monday."), @"
        0 Main [He] <said>
        1 Reported of 0 [Venn + Kao] <met> a(on Monday)
        ");
    }

    #[test]
    fn nouns_that_look_like_verbs_stay_nouns() {
        insta::assert_snapshot!(parsed("Venn ended a four-day visit to Lund with a week of mourning."), @"0 Main [Venn] <ended> o(a four-day visit) a(to Lund) a(with a week) a(of mourning)");
        insta::assert_snapshot!(parsed("The mission cost 61 million crowns and lasts two days."), @"
        0 Main [The mission] <cost> o(61 million crowns)
        1 Coordinated of 0 «and» [The mission] <lasts> o(two days)
        ");
    }

    #[test]
    fn an_adverb_leads_to_an_attribute_behind_an_article() {
        insta::assert_snapshot!(parsed("Crews combed the partially collapsed tower Monday, and its newly opened annexe on Tuesday."), @"0 Main [Crews] <combed> o(the partially collapsed tower) a(Monday) a(its newly opened annexe) a(on Tuesday)");
        insta::assert_snapshot!(parsed("This quickly turned heads."), @"0 Main [This] <turned> o(heads)");
    }

    #[test]
    fn modal_and_passive_verbs_are_marked() {
        insta::assert_snapshot!(parsed("They are to meet again in Lund, but the deal was not signed by Kao."), @"
        0 Main [They] <are to meet> modal a(in Lund)
        1 Main of 0 «but» [the deal] <was not signed> passive not a(by Kao)
        ");
    }
}
