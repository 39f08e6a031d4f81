//! What happened while a case was worked, in words.

use super::change::Said;
use super::item::Facts;
use super::{LineKind, Teller};
use crate::domain::case::{CaseEvent, CaseItemKey};
use crate::domain::paper_kind::PaperKind;
use crate::domain::payment::Payment;
use crate::domain::signature::Signature;
use crate::i18n::Named;
use crate::i18n::money::money;
use crate::journal::Change;

impl Teller<'_> {
    pub(super) fn event(&self, event: &CaseEvent) -> Said {
        let t = &self.look.texts().story();
        match event {
            CaseEvent::Opened => Said::new(LineKind::Opened, t.opened),
            CaseEvent::Note(text) => Said::new(LineKind::Note, t.note).with(text),
            CaseEvent::PaperIssued(issued) => {
                let paper = issued.document.paper;
                Said::new(LineKind::Paper, self.issued(paper, &issued.number, issued.revision))
            }
            CaseEvent::LetterIssued { letter: _, number, revision } => {
                Said::new(LineKind::Letter, self.issued(PaperKind::CommitmentLetter, number, *revision))
            }
            CaseEvent::PaymentReceived(payment) => self.payment(payment),
            CaseEvent::Signed(signature) => self.signed(signature),
        }
    }

    fn issued(&self, paper: PaperKind, number: &str, revision: u32) -> String {
        let t = &self.look.texts().story();
        match revision {
            0 | 1 => t.issued(&self.look.paper(paper), &number),
            _ => t.issued_revision(&self.look.paper(paper), &number, &revision),
        }
    }

    fn signed(&self, signature: &Signature) -> Said {
        let t = self.look.texts();
        let papers = self.entries.iter().flat_map(|entry| &entry.changes);
        let mut papers = papers.filter_map(|change| match change {
            Change::Event(CaseEvent::PaperIssued(issued)) if issued.hash == signature.document => {
                Some(issued)
            }
            _ => None,
        });
        let paper = papers.next().map_or_else(
            || t.story().a_paper.to_owned(),
            |issued| t.story().paper_number(&self.look.paper(issued.document.paper), &issued.number),
        );
        Said::new(LineKind::Signed, t.story().signed(&signature.name, &signature.role.name(t), &paper))
    }

    fn payment(&self, payment: &Payment) -> Said {
        let t = self.look.texts();
        let amount = money(self.look.lang, payment.amount);
        let term = payment.term.clone().and_then(|term| self.title_of(&CaseItemKey::PaymentTerm(term)));
        let facts = Facts::new(self.look)
            .and(t.work().payment_term, term.unwrap_or_default())
            .and(t.work().payment_note, &payment.note);
        let text = t.story().payment_received(&amount, &payment.method.name(t));
        Said { detail: facts.rows, ..Said::new(LineKind::Payment, text) }
    }
}
