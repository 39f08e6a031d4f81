//! What a case has several of, each under an id of its own: options, lines, terms.

use super::{Case, CaseField};
use crate::domain::acceptance::{Correction, Handover, Test};
use crate::domain::asset::ReplacedPart;
use crate::domain::execution::ChangeRequest;
use crate::domain::follow_up::FollowUp;
use crate::domain::id::{
    ChangeId, CorrectionId, ExpectationId, FollowUpId, HandoverId, PhotoId, QuoteLineId, ReplacedPartId,
    SolutionId, TermId, TestId,
};
use crate::domain::needs::Expectation;
use crate::domain::payment::PaymentTerm;
use crate::domain::photo::Photo;
use crate::domain::quote::{QuoteLine, Solution};
use crate::journal::Field;

/// One of several, with its place among the others.
pub trait Ranked {
    /// The place: smaller ones come first; equal ones by their ids.
    fn rank(&self) -> u32;

    /// Puts it at a place.
    fn set_rank(&mut self, rank: u32);
}

/// Declares what a case has several of: the fields, their keys, and a reader for each list.
macro_rules! items {
    ($($(#[$doc:meta])* $variant:ident($id:ty, $item:ty) => $reader:ident,)*) => {
        /// One of several things of a case, or nothing once it was taken out.
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
        pub enum CaseItem {
            $($(#[$doc])* $variant($id, Option<Box<$item>>),)*
        }

        /// Names one of several things of a case.
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum CaseItemKey {
            $($(#[$doc])* $variant($id),)*
        }

        impl Field for CaseItem {
            type Key = CaseItemKey;

            fn key(&self) -> CaseItemKey {
                match self {
                    $(Self::$variant(id, _) => CaseItemKey::$variant(id.clone()),)*
                }
            }
        }

        impl CaseItem {
            /// It at another place among the others.
            #[must_use]
            pub fn at_rank(mut self, rank: u32) -> Self {
                match &mut self {
                    $(Self::$variant(_, Some(item)) => item.set_rank(rank),)*
                    $(Self::$variant(_, None) => {})*
                }
                self
            }

            /// Whether it was taken out.
            #[must_use]
            pub fn is_removed(&self) -> bool {
                match self {
                    $(Self::$variant(_, item) => item.is_none(),)*
                }
            }
        }

        impl CaseItemKey {
            /// The field that takes it out.
            #[must_use]
            pub fn removed(self) -> CaseItem {
                match self {
                    $(Self::$variant(id) => CaseItem::$variant(id, None),)*
                }
            }
        }

        impl Case {$(
            $(#[$doc])*
            /// In their order.
            #[must_use]
            pub fn $reader(&self) -> Vec<(&$id, &$item)> {
                let mut items: Vec<(&$id, &$item)> = self
                    .fields
                    .iter()
                    .filter_map(|held| match &held.value {
                        CaseField::Item(CaseItem::$variant(id, Some(item))) => Some((id, &**item)),
                        _ => None,
                    })
                    .collect();
                items.sort_by_key(|(id, item)| (item.rank(), *id));
                items
            }
        )*}

        $(impl Ranked for $item {
            fn rank(&self) -> u32 {
                self.rank
            }

            fn set_rank(&mut self, rank: u32) {
                self.rank = rank;
            }
        })*
    };
}

items! {
    /// What the customer expects, what matters most first.
    Expectation(ExpectationId, Expectation) => expectations,
    /// The options that the customer can choose from.
    Solution(SolutionId, Solution) => solutions,
    /// The lines of all options' quotes.
    QuoteLine(QuoteLineId, QuoteLine) => quote_lines,
    /// What is to be paid when.
    PaymentTerm(TermId, PaymentTerm) => payment_terms,
    /// What the customer wanted changed after the agreement.
    ChangeRequest(ChangeId, ChangeRequest) => change_requests,
    /// What is handed over with the result.
    Handover(HandoverId, Handover) => handovers,
    /// The parts of the thing that others took the place of.
    ReplacedPart(ReplacedPartId, ReplacedPart) => replaced_parts,
    /// The tests of the result, of all rounds.
    Test(TestId, Test) => tests,
    /// What must be made right before the result is accepted.
    Correction(CorrectionId, Correction) => corrections,
    /// When the customer is to be asked again.
    FollowUp(FollowUpId, FollowUp) => follow_ups,
    /// Photos and files.
    Photo(PhotoId, Photo) => photos,
}
