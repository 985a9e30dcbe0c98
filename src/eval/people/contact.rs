//! Clauses that lean on the noun before them without a relative pronoun: «the man he shot», «a teenager she is accused of
//! killing», «the boy police say he shot».
//!
//! In: a verb of harm that has no object. Out: the person whom the clause describes, and the one who acts in it. What
//! becomes of them is told by `deeds`.

use super::line::Line;
use super::nouns::Hint;
use super::phrase::Shape;
use super::verbs;
use super::verbs::Form;
use crate::eval::words::Gap;

impl Line<'_> {
    /// The items of whom the clause of the verb at `at` describes, and of who acts in it.
    pub(super) fn contact(&self, at: usize) -> Option<(usize, usize)> {
        let (_, form) = verbs::harm(self.word(at))?;
        let object = self.object(at);
        let gone = self.person(object).is_none() || self.gap(object) >= Gap::Comma;
        let answers = |back: usize| verbs::accused(self.word(back));
        let mut held = false;
        let subject = (0..at)
            .rev()
            .take_while(|&back| self.gap(back + 1) < Gap::Comma)
            .find(|&back| {
                held |= answers(back);
                let word = self.word(back);
                let between = verbs::be(word)
                    || verbs::adverb(word)
                    || answers(back)
                    || matches!(
                        word,
                        "had" | "has" | "have" | "of" | "with" | "for" | "allegedly"
                    );
                !between
            })
            .filter(|&back| back + 6 > at)?;
        let phrase = &self.phrases[self.person(subject)?];
        let first = self.scene.words.at(phrase.words.start);
        let acts = matches!(first, "he" | "she" | "they")
            || phrase.hint == Some(Hint::Duty) && phrase.plural && !phrase.definite;
        // «told the woman he was shot» has a clause of its own; «is accused of shooting» lacks an object.
        let passive = (subject + 1..at).any(|back| verbs::be(self.word(back)));
        let fits = match form {
            Form::Past => !passive,
            Form::Gerund => held,
            Form::Present | Form::Base => false,
        };
        if !gone || !acts || !fits || subject < 1 || self.gap(subject) != Gap::Space {
            return None;
        }
        let said = subject >= 3
            && verbs::says(self.word(subject - 1))
            && self.person(subject - 2).is_some()
            && self.gap(subject - 2) == Gap::Space;
        let head = if said { subject - 3 } else { subject - 1 };
        let whom = &self.phrases[self.person(head)?];
        let verb = self.back(head, 1);
        let told = verbs::says(verb) || matches!(verb, "called" | "texted" | "asked" | "informed");
        (whom.shape == Shape::Full && !told && !whom.none).then_some((head, subject))
    }

    /// Whom a clause before the verb at `at` describes, if what seems its subject only acts in that clause: «the man he shot
    /// died».
    pub(super) fn described_by(&self, subject: usize, at: usize) -> Option<usize> {
        (subject + 1..at)
            .filter_map(|verb| self.contact(verb))
            .find(|&(_, acting)| acting == subject)
            .and_then(|(head, _)| self.person(head))
    }
}
