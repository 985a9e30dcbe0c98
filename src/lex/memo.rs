//! Numbers that have been read at a place, so that the next reader need not read them again.
//!
//! In: what a reader found at a token. Out: the same, for as long as the place is near. A few slots are kept, so nothing is
//! allocated and a place far back is simply read anew.

use std::cell::Cell;

use super::amount::Amount;
use super::number::Numeral;

const SLOTS: usize = 8;

/// One kind of number by place.
pub(crate) struct Slots<T> {
    places: [Cell<usize>; SLOTS],
    found: [Cell<Option<T>>; SLOTS],
}

impl<T: Copy> Slots<T> {
    fn new() -> Self {
        Self {
            places: [const { Cell::new(usize::MAX) }; SLOTS],
            found: [const { Cell::new(None) }; SLOTS],
        }
    }

    fn forget(&self) {
        for place in &self.places {
            place.set(usize::MAX);
        }
    }

    /// What is kept for place `i`, or what `read` finds there.
    #[inline]
    pub(crate) fn at(&self, i: usize, read: impl FnOnce() -> Option<T>) -> Option<T> {
        let slot = i % SLOTS;
        if self.places[slot].get() == i {
            return self.found[slot].get();
        }
        let found = read();
        self.places[slot].set(i);
        self.found[slot].set(found);
        found
    }
}

/// The numbers of one sentence.
pub(crate) struct Memo {
    /// By `amount::read`.
    pub(crate) amounts: Slots<Amount>,
    /// By `number::number`.
    pub(crate) numbers: Slots<Numeral>,
    /// By `cardinal::read`.
    pub(crate) cardinals: Slots<Numeral>,
}

impl Memo {
    /// Forgets all, for another sentence.
    pub(crate) fn forget(&self) {
        self.amounts.forget();
        self.numbers.forget();
        self.cardinals.forget();
    }

    /// Nothing read yet.
    pub(crate) fn new() -> Self {
        Self {
            amounts: Slots::new(),
            numbers: Slots::new(),
            cardinals: Slots::new(),
        }
    }
}
