//! One source as one story sees it: words, names and the events they speak of.
//!
//! In: a source, its reading and the prepared story. Out: a [`Scene`], which all kinds of claims are looked up in.

use std::cell::OnceCell;
use std::ops::Range;

use super::background;
use super::events;
use super::events::Instance;
use super::incident::Incident;
use super::names::EntityMention;
use super::names::How;
use super::people::People;
use super::plan::StoryPlan;
use super::spelling;
use super::syntax;
use super::syntax::Atom;
use super::syntax::Known;
use super::syntax::Sentence;
use super::words::Gap;
use super::words::Words;
use crate::rule::Claim;
use crate::rule::EntityIndex;
use crate::rule::EntityKind;
use crate::rule::EventIndex;
use crate::rule::Expected;
use crate::rule::Right;
use crate::rule::Story;
use crate::span::Part;
use crate::span::Span;
use crate::text::Mention;
use crate::text::Published;
use crate::text::Reading;
use crate::text::Stance;
use crate::value::Value;

/// The right values of a claim, whatever its form.
pub(crate) fn rights(claim: &Claim) -> impl Iterator<Item = &Right> {
    let rights: &[Right] = match &claim.expected {
        Expected::AnyOf(rights) | Expected::Total { rights, .. } => rights,
        Expected::Timeline(timeline) => &timeline.steps,
        _ => &[],
    };
    rights.iter()
}

/// A source, read for a story.
pub(crate) struct Scene<'a> {
    /// The story.
    pub(crate) story: &'a Story,
    /// The story, prepared.
    pub(crate) plan: &'a StoryPlan,
    /// The source's text.
    pub(crate) text: &'a str,
    /// Its reading.
    pub(crate) reading: &'a Reading,
    /// Its words.
    pub(crate) words: &'a Words,
    /// When it was published.
    pub(crate) published: Option<&'a Published>,
    /// Names, in order.
    pub(crate) entities: Vec<EntityMention>,
    /// Mentions of events, in order.
    pub(crate) instances: Vec<Instance>,
    /// The event the source is mainly about.
    pub(crate) main: Option<EventIndex>,
    /// Of each event without people: whether its place, or any place, is named, found out when it is first asked for.
    pub(crate) placed: Vec<OnceCell<bool>>,
    /// Everybody whom it tells of, and its own incident, read when they are first asked for; see [`super::people`] and
    /// [`super::incident`].
    pub(crate) people: OnceCell<People>,
    pub(crate) incident: OnceCell<Incident>,
    /// The syntax of each sentence, read when it is first asked for.
    syntax: Vec<OnceCell<Sentence>>,
}

/// What a value is to syntax; `None` where its words are best read one by one.
pub(crate) fn known(value: &Value) -> Option<Known> {
    match value {
        Value::Date(_) | Value::TimeOfDay(_) => Some(Known::Time),
        Value::Duration { .. } => Some(Known::Length),
        Value::Money { .. } | Value::Percent { .. } | Value::Quantity { .. } => Some(Known::Amount),
        Value::Number(_) | Value::Count { .. } => Some(Known::Number),
        Value::Age(_)
        | Value::Ordinal(_)
        | Value::Frequency(_)
        | Value::Since(_)
        | Value::Quote => None,
    }
}

impl<'a> Scene<'a> {
    /// Reads a source for a story.
    pub(crate) fn new(
        story: &'a Story,
        plan: &'a StoryPlan,
        text: &'a str,
        reading: &'a Reading,
        words: &'a Words,
        published: Option<&'a Published>,
    ) -> Self {
        let mut entities = plan.names.find(&story.entities, text, words);
        spelling::find(&story.entities, &plan.names, words, &mut entities);
        let mut scene = Self {
            story,
            plan,
            text,
            reading,
            words,
            published,
            entities,
            instances: Vec::new(),
            main: None,
            placed: vec![OnceCell::new(); story.events.len()],
            people: OnceCell::new(),
            incident: OnceCell::new(),
            syntax: vec![OnceCell::new(); reading.sentences.len()],
        };
        events::read(&mut scene);
        scene
    }

    /// Whether the source names somebody who takes part in an event of the story, or a place of one or one that holds it.
    /// A name that the story only mentions in passing is not enough.
    pub(crate) fn relevant(&self) -> bool {
        let story = self.story;
        let whole = self.reading.sentences.len() > 3;
        let part = |entity: EntityIndex| {
            story.events.iter().any(|event| {
                event.who.contains(&entity)
                    || event
                        .at
                        .is_some_and(|at| self.plan.places.holds(entity, at))
            }) || story.claims.iter().any(|claim| {
                // Who only speaks of it speaks of others, too: «the Geological Survey».
                let elsewhere = || whole && claim.event.is_some_and(|event| !self.is_placed(event));
                let placed =
                    matches!(&claim.expected, Expected::Places(places) if places.contains(&entity));
                let speaks = rights(claim).any(|right| right.by.contains(&entity)) && !elsewhere();
                placed || speaks || claim.who.contains(&entity)
            })
        };
        let empty = story
            .events
            .iter()
            .all(|event| event.who.is_empty() && event.at.is_none());
        // A whole report that calls nothing of the story by its name («the driver», «the port»), nor where it took place, is
        // another story's.
        let placed = || {
            let mut places = story.events.iter().filter_map(|event| event.at);
            places.any(|at| self.plan.places.is_called(at, self.words.folded()))
        };
        let called = |mention: &EntityMention| {
            let capital = |at: usize| {
                self.words
                    .get(at)
                    .is_some_and(|word| word.capital && word.gap != Gap::Sentence)
            };
            let nameless = !story.entities[mention.entity]
                .name
                .contains(char::is_uppercase);
            !whole
                || nameless
                || mention.how != How::Also
                // «the Safari Hotel» is called so, and not «the hotel».
                || mention.words.clone().any(|at| {
                        // «the Prime Minister» is that of any country.
                        capital(at) && !super::person::is_office(self.words.at(at))
                    })
                    && !capital(mention.words.end)
                    && !mention.words.start.checked_sub(1).is_some_and(capital)
                // «the capital» is that of any country that the report names.
                || story.entities[mention.entity].kind != EntityKind::Place && placed()
        };
        empty
            || self
                .entities
                .iter()
                .any(|mention| part(mention.entity) && called(mention))
    }

    /// The sentence of a word.
    pub(crate) fn sentence_of(&self, word: usize) -> usize {
        self.words
            .get(word)
            .map_or(0, |word| word.sentence as usize)
    }

    /// The syntax of a sentence.
    pub(crate) fn syntax(&self, sentence: usize) -> &Sentence {
        self.syntax[sentence].get_or_init(|| {
            let range = self.words.of_sentence(sentence);
            let mut atoms: Vec<Atom> = self
                .entities_in(range.clone())
                .map(|mention| Atom {
                    words: mention.words.clone(),
                    known: Known::Name,
                })
                .collect();
            for mention in self.mentions_of(sentence) {
                let words = self.hedged(mention);
                let apart =
                    |atom: &Atom| atom.words.end <= words.start || words.end <= atom.words.start;
                if let Some(known) = known(&mention.value)
                    && !words.is_empty()
                    && atoms.iter().all(apart)
                {
                    atoms.push(Atom { words, known });
                }
            }
            atoms.sort_by_key(|atom| atom.words.start);
            let titled = super::names::title_case(self.words, &range);
            syntax::read(self.words, range, &atoms, titled)
        })
    }

    /// The syntax of the sentence of a word.
    pub(crate) fn syntax_at(&self, word: usize) -> &Sentence {
        self.syntax(self.sentence_of(word))
    }

    /// The words of the sentence of a word.
    pub(crate) fn sentence_at(&self, word: usize) -> Range<usize> {
        self.words.of_sentence(self.sentence_of(word))
    }

    /// The clause that a value ends in, with the syntax of its sentence.
    pub(crate) fn clause_of_value(&self, value: &Range<usize>) -> Option<(&Sentence, usize)> {
        let sentence = self.syntax_at(value.start);
        Some((sentence, sentence.clause_of(value.end - 1)?))
    }

    /// The phrase that a value ends in, with the syntax of its sentence.
    pub(crate) fn phrase_of_value(&self, value: &Range<usize>) -> Option<(&Sentence, usize)> {
        let sentence = self.syntax_at(value.start);
        Some((sentence, sentence.phrase_of(value.end - 1)?))
    }

    /// The head noun of a phrase; empty if it has none.
    pub(crate) fn head_of(&self, sentence: &Sentence, phrase: usize) -> &str {
        sentence
            .noun(phrase)
            .map_or("", |noun| self.words.at(noun.head))
    }

    /// The main verb of a clause; empty if it has none.
    pub(crate) fn verb_of(&self, sentence: &Sentence, clause: usize) -> &str {
        sentence
            .verb(clause)
            .map_or("", |verb| self.words.at(verb.main))
    }

    /// The clause of a word.
    pub(crate) fn clause_of(&self, word: usize) -> usize {
        self.words
            .get(word)
            .and_then(|word| self.reading.clause_at(word.span.start))
            .unwrap_or(usize::MAX)
    }

    /// The part of the page a sentence stands in.
    pub(crate) fn part(&self, sentence: usize) -> Part {
        self.reading
            .sentences
            .get(sentence)
            .map_or(Part::Body, |sentence| sentence.part)
    }

    /// How the text stands to what a word says, and who says so.
    pub(crate) fn stance(&self, word: usize) -> (Stance, Option<Span>) {
        self.reading
            .clauses
            .get(self.clause_of(word))
            .map_or((Stance::Asserted, None), |clause| {
                (clause.stance, clause.speaker)
            })
    }

    /// The names in a range of words.
    pub(crate) fn entities_in(&self, range: Range<usize>) -> impl Iterator<Item = &EntityMention> {
        let from = self
            .entities
            .partition_point(|mention| mention.words.end <= range.start);
        self.entities[from..]
            .iter()
            .take_while(move |mention| mention.words.start < range.end)
    }

    /// The events spoken of in a range of words.
    pub(crate) fn instances_in(&self, range: Range<usize>) -> &[Instance] {
        let from = self
            .instances
            .partition_point(|instance| instance.words.end <= range.start);
        let to = self
            .instances
            .partition_point(|instance| instance.words.start < range.end);
        &self.instances[from..to.max(from)]
    }

    /// Whether the source names the place of an event, or another of the story's: nothing else tells an event in which
    /// nobody takes part from others of its kind.
    pub(crate) fn is_placed(&self, event: EventIndex) -> bool {
        *self.placed[event].get_or_init(|| {
            // It, or a place that holds it: «Morocco's Interior Ministry» names Morocco.
            let named = |at: EntityIndex| self.plan.places.is_named(at, self.words.folded());
            let known = &self.story.events[event];
            let place = |who: &&EntityIndex| self.story.entities[**who].kind == EntityKind::Place;
            let mut places = known
                .at
                .iter()
                .chain(known.who.iter().filter(place))
                .peekable();
            places.peek().is_none()
                || places.any(|&at| named(at))
                || self
                    .entities
                    .iter()
                    .any(|mention| self.story.entities[mention.entity].kind == EntityKind::Place)
        })
    }

    /// Whether the source is about `event`, which alone has victims in the story or alone is named by its people or place, and
    /// has spoken of no other of its kind up to the end of `sentence`.
    pub(crate) fn speaks_of_one(&self, event: EventIndex, sentence: usize) -> bool {
        let told = self.instances_in(0..self.words.of_sentence(sentence).end);
        let victims = |claim: &Claim| {
            claim.tally.is_none()
                || claim.event == Some(event)
                || claim
                    .event
                    .is_some_and(|other| self.is_unnamed(other, event, sentence))
        };
        self.main == Some(event)
            && self.is_placed(event)
            && self.story.claims.iter().all(victims)
            && told.iter().any(|instance| instance.sure)
            && told.iter().all(|instance| {
                instance.event == Some(event) && instance.other.is_none()
                    || background::is_one_of_many(self, instance.words.start)
            })
    }

    /// Whether `other` has people or a place that `event` has not, and none of them was named up to the end of `sentence`.
    fn is_unnamed(&self, other: EventIndex, event: EventIndex, sentence: usize) -> bool {
        let (known, own) = (&self.story.events[other], &self.story.events[event]);
        let mut apart = known
            .who
            .iter()
            .chain(known.at.iter())
            .filter(|entity| !own.who.contains(entity) && own.at != Some(**entity))
            .peekable();
        let so_far = 0..self.words.of_sentence(sentence).end;
        apart.peek().is_some()
            && apart.all(|&entity| {
                self.entities_in(so_far.clone())
                    .all(|mention| mention.entity != entity)
            })
    }

    /// The values that a sentence states; none outside.
    pub(crate) fn mentions_of(&self, sentence: usize) -> &'a [Mention] {
        let sentences = &self.reading.sentences;
        sentences
            .get(sentence)
            .map_or(&[], |sentence| self.reading.mentions_of(sentence))
    }

    /// The values that the sentence of a word states.
    pub(crate) fn mentions_at(&self, word: usize) -> &'a [Mention] {
        self.mentions_of(self.sentence_of(word))
    }

    /// A range of words as they are written.
    pub(crate) fn written(&self, range: Range<usize>) -> &'a str {
        self.words.span(range).of(self.text)
    }

    /// The words of a mention's core.
    pub(crate) fn words_of(&self, mention: &Mention) -> Range<usize> {
        self.words.in_span(mention.span)
    }

    /// The words of a mention with its hedge.
    pub(crate) fn hedged(&self, mention: &Mention) -> Range<usize> {
        let span = mention
            .hedge
            .map_or(mention.span, |hedge| hedge.hull(mention.span));
        self.words.in_span(span)
    }

    /// Whether an entity is a person or a body: who can take part and speak.
    pub(crate) fn acts(&self, entity: EntityIndex) -> bool {
        matches!(
            self.story.entities[entity].kind,
            EntityKind::Person | EntityKind::Body
        )
    }

    /// Whether one of `phrases` (folded stems) stands in a range of words.
    pub(crate) fn has_phrase(
        &self,
        range: Range<usize>,
        phrases: &[Vec<String>],
    ) -> Option<Range<usize>> {
        phrases
            .iter()
            .filter_map(|phrase| self.find_phrase(range.clone(), phrase))
            .min_by_key(|found| found.start)
    }

    /// Where the stems of `phrase` first stand in a range of words.
    pub(crate) fn find_phrase(
        &self,
        range: Range<usize>,
        phrase: &[String],
    ) -> Option<Range<usize>> {
        self.find_phrases(range, phrase).next()
    }

    /// Every place at which the stems of `phrase` stand in a range of words, in order.
    pub(crate) fn find_phrases<'p>(
        &'p self,
        range: Range<usize>,
        phrase: &'p [String],
    ) -> impl Iterator<Item = Range<usize>> + 'p {
        let last = (range.end + 1).saturating_sub(phrase.len().max(1));
        let starts = if phrase.is_empty() {
            0..0
        } else {
            range.start..last
        };
        starts
            .filter(|&at| {
                phrase
                    .iter()
                    .enumerate()
                    .all(|(k, stem)| self.words.stem(at + k) == stem)
            })
            .map(|at| at..at + phrase.len())
    }

    /// The entity that a speaker's words name.
    pub(crate) fn speaker(&self, span: Span) -> Vec<EntityIndex> {
        let range = self.words.in_span(span);
        let mut found: Vec<_> = self
            .entities_in(range)
            .map(|mention| mention.entity)
            .collect();
        found.dedup();
        found
    }

    /// Whether a speaker's words join two names by «and», with no more than what they are between.
    pub(crate) fn several_speak(&self, span: Span) -> bool {
        let range = self.words.in_span(span);
        let names: Vec<_> = self
            .entities_in(range)
            .map(|mention| &mention.words)
            .collect();
        names.len() > 1
            && names.windows(2).all(|pair| {
                let between = pair[0].end..pair[1].start;
                between.len() <= 6
                    && between
                        .clone()
                        .filter(|&i| self.words.at(i) == "and")
                        .count()
                        == 1
                    && between.into_iter().all(|i| {
                        !matches!(
                            self.words.at(i),
                            "of" | "for"
                                | "with"
                                | "by"
                                | "at"
                                | "in"
                                | "from"
                                | "to"
                                | "citing"
                                | "quoting"
                                | "who"
                                | "which"
                        )
                    })
            })
    }
}
