//! Who signs where: the places to sign on a paper, and the signatures that stand on them.

use super::case::Case;
use super::document::{Block, Document, Issued};
use super::paper_kind::PaperKind;
use super::process::{EvidenceKind, Lane, Process, Role, Task};
use super::signature::{Signature, SignerRole};
use crate::journal::Held;

impl Document {
    /// For whom each of its places to sign is, in order; nothing where it has none.
    #[must_use]
    pub fn places(&self) -> Vec<SignerRole> {
        let parties = |block: &Block| match block {
            Block::Parties(parties) => parties.len(),
            _ => 0,
        };
        let places = self.blocks.iter().map(parties).sum();
        self.paper.signers().iter().copied().take(places).collect()
    }
}

/// On which place each signature stands, counted from 0: the first for the role that is still
/// free. Those beyond stand on none.
#[must_use]
pub fn seated(places: &[SignerRole], signed: impl IntoIterator<Item = SignerRole>) -> Vec<Option<usize>> {
    let mut taken = vec![false; places.len()];
    let seat = |role| {
        let free = (0..places.len()).find(|place| places[*place] == role && !taken[*place])?;
        taken[free] = true;
        Some(free)
    };
    signed.into_iter().map(seat).collect()
}

impl Case {
    /// The signatures on a paper, each with the place it stands on.
    #[must_use]
    pub fn seats(&self, paper: &Issued) -> Vec<(Option<usize>, Held<&Signature>)> {
        let signatures: Vec<_> = self.signatures(&paper.hash).collect();
        let seats = seated(&paper.document.places(), signatures.iter().map(|held| held.value.role));
        seats.into_iter().zip(signatures).collect()
    }

    /// For whom a paper can still be signed, who is asked first in front. A paper without
    /// places of its own can be signed for everybody, those first who did not sign.
    #[must_use]
    pub fn roles_to_sign(&self, paper: &Issued) -> Vec<SignerRole> {
        let places = paper.document.places();
        if places.is_empty() {
            let mut roles = SignerRole::ALL.to_vec();
            roles.sort_by_key(|role| self.is_signed(&paper.hash, *role));
            return roles;
        }
        let taken: Vec<_> = self.seats(paper).into_iter().filter_map(|(seat, _)| seat).collect();
        let mut roles = Vec::new();
        for (place, role) in places.into_iter().enumerate() {
            if !taken.contains(&place) && !roles.contains(&role) {
                roles.push(role);
            }
        }
        roles
    }

    /// Whether every place to sign of a paper has its signature.
    #[must_use]
    pub fn is_fully_signed(&self, paper: &Issued) -> bool {
        !paper.document.places().is_empty() && self.roles_to_sign(paper).is_empty()
    }
}

/// The signature that a task asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AskedSignature {
    /// On which paper; any, where the process has none before it that could be signed so.
    pub paper: Option<PaperKind>,
    /// For whom.
    pub role: SignerRole,
}

impl AskedSignature {
    /// What a task of a process asks to be signed: the last paper that the process had printed
    /// before it and that has a place for whom the task is.
    #[must_use]
    pub fn of(process: &Process, task: &Task) -> Option<Self> {
        if task.evidence != EvidenceKind::Signature {
            return None;
        }
        let role = match (task.lane, task.role) {
            (Lane::Customer, _) => SignerRole::Customer,
            (_, Role::Member) => SignerRole::Member,
            _ => SignerRole::Shop,
        };
        let tasks = process.stages.iter().flat_map(|stage| &stage.tasks);
        let before = tasks.take_while(|other| other.id != task.id);
        let paper = before.filter_map(|other| match other.evidence {
            EvidenceKind::Paper(paper) if paper.signers().contains(&role) => Some(paper),
            _ => None,
        });
        Some(Self { paper: paper.last(), role })
    }

    /// Whether such a paper is signed, as it now holds: an older revision does not count.
    #[must_use]
    pub fn is_given(self, case: &Case) -> bool {
        let fits = |held: &Held<&Issued>| {
            let issued = held.value;
            let holds =
                || case.paper(&issued.number).is_some_and(|last| last.value.revision == issued.revision);
            self.paper.is_none_or(|paper| paper == issued.document.paper)
                && case.is_signed(&issued.hash, self.role)
                && holds()
        };
        case.papers().any(|held| fits(&held))
    }
}
