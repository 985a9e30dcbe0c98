//! How a name is written.
//!
//! In: the names found in the scene. Out: evidence: the right name in full, a misspelling, a given name taken for the
//! family name. A family name alone settles nothing.

use super::Asked;
use crate::eval::bind::Bound;
use crate::eval::bind::Gathered;
use crate::eval::judge::Judged;
use crate::eval::names::How;
use crate::finding::Fault;
use crate::finding::Verdict;
use crate::rule::EntityKind;
use crate::rule::Expected;

/// Evidence for `name`.
pub(super) fn gather(asked: Asked<'_>, out: &mut Gathered) {
    let scene = asked.scene;
    let Expected::Name(entity) = asked.claim.expected else {
        return;
    };
    for mention in scene
        .entities
        .iter()
        .filter(|mention| mention.entity == entity)
    {
        let span = scene.words.span(mention.words.clone());
        let person = scene.story.entities[entity].kind == EntityKind::Person;
        let single = scene.plan.names.person(entity).is_none();
        let judged = match mention.how {
            How::Full => Judged::new(Verdict::Supported),
            How::Style => Judged::new(Verdict::Supported).noted("right, but not the house's style"),
            How::Misspelt => Judged::wrong(Fault::Spelling),
            How::Near => Judged::wrong(Fault::Spelling)
                .noted("not on the list of misspellings; found by sound and place"),
            How::Given => {
                Judged::wrong(Fault::Spelling).noted("the given name taken for the family name")
            }
            How::Case if person => {
                Judged::wrong(Fault::Spelling).noted("the case makes it another word")
            }
            How::Also if single => Judged::new(Verdict::Supported),
            _ => continue,
        };
        // What somebody else wrote or said is theirs.
        let (stance, speaker) = scene.stance(mention.words.start);
        out.note(span, format!("written as «{}»", span.of(scene.text)));
        out.bound.push(Bound {
            key: Some(span.of(scene.text).to_lowercase()),
            ..Bound::new(scene, span, super::voice(stance), speaker, judged)
        });
    }
}
