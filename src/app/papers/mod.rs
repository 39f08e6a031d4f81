//! Papers of a case from what the case knows: nothing is typed twice.

mod agreed;
mod apology;
mod care;
mod complaint;
mod course;
mod finish;
mod priced;
mod signed;
mod standing;
mod survey;
mod visiting;

pub use apology::Promised;
pub use signed::drawn;
pub use standing::reads_otherwise;
pub use survey::answered;
pub use visiting::usual_visit;

use crate::domain::asset::Asset;
use crate::domain::case::{Case, CaseDay, CaseKind};
use crate::domain::customer::Customer;
use crate::domain::date::Date;
use crate::domain::document::{Document, Picture};
use crate::domain::id::{StaffId, VisitId};
use crate::domain::lang::Lang;
use crate::domain::money::Money;
use crate::domain::paper_kind::PaperKind;
use crate::domain::phone::Phone;
use crate::domain::process::Process;
use crate::domain::record_part::RecordPart;
use crate::domain::shop::Shop;
use crate::domain::visit::Visit;
use crate::i18n::money::money;
use crate::i18n::when::{Zone, date_in_words, exact, window_in_words};
use crate::i18n::{Texts, texts};
use crate::journal::Journal;
use crate::paper::{self, PaperHead, ShopFace, Subject, amount_in_capitals};

/// What is known of a case and around it, when a paper is made.
#[derive(Clone, Copy)]
pub struct Dossier<'a> {
    /// The case.
    pub case: &'a Case,
    /// Its journal: how it was before.
    pub journal: &'a Journal<CaseKind>,
    /// Whose matter it is.
    pub customer: &'a Customer,
    /// The thing it is about.
    pub asset: Option<&'a Asset>,
    /// The shop.
    pub shop: &'a Shop,
    /// The visits of the case, in the order they start.
    pub visits: &'a [(VisitId, Visit)],
    /// Its promises.
    pub promised: Promised<'a>,
    /// The process that the case follows, in the paper's language if there is one.
    pub process: Option<&'a Process>,
    /// The name of a member of staff; empty when not known.
    pub staff: &'a dyn Fn(&StaffId) -> String,
    /// Who makes the paper, or nothing.
    pub by: &'a str,
    /// Now, in milliseconds since 1970.
    pub now: u64,
    /// The shop's zone.
    pub zone: Zone,
    /// The language of the paper.
    pub lang: Lang,
}

/// The number and the day of a paper, and the visit it is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Numbered {
    /// Its number.
    pub number: String,
    /// Its revision, from 1.
    pub revision: u32,
    /// The day on it.
    pub date: Date,
    /// The visit it is about, if it is about one alone; else the usual one is taken.
    pub visit: Option<VisitId>,
}

/// The papers that are made here, in the order in which a case mostly needs them.
pub const MADE: [PaperKind; 16] = [
    PaperKind::NeedsRecord,
    PaperKind::Quote,
    PaperKind::Agreement,
    PaperKind::WorkOrder,
    PaperKind::Appointment,
    PaperKind::MissedVisit,
    PaperKind::ProgressReport,
    PaperKind::ChangeRequest,
    PaperKind::AcceptanceReport,
    PaperKind::FeeStatement,
    PaperKind::ComplaintReply,
    PaperKind::ComplaintRecord,
    PaperKind::SatisfactionForm,
    PaperKind::FollowUpRecord,
    PaperKind::Apology,
    PaperKind::ThankYou,
];

/// The paper of a kind, from what is known.
///
/// # Errors
/// The record that must say something first, so that the paper says something.
pub fn compose(kind: PaperKind, dossier: &Dossier, numbered: &Numbered) -> Result<Document, RecordPart> {
    let head = dossier.head(numbered);
    match kind {
        PaperKind::NeedsRecord => agreed::needs(dossier, &head),
        PaperKind::Quote => priced::quote(dossier, &head),
        PaperKind::Agreement => agreed::agreement(dossier, &head),
        PaperKind::WorkOrder => Ok(visiting::work_order(dossier, &head)),
        PaperKind::Appointment => visiting::appointment(dossier, &head, numbered.visit.as_ref()),
        PaperKind::MissedVisit => visiting::missed_visit(dossier, &head, numbered.visit.as_ref()),
        PaperKind::ProgressReport => course::progress(dossier, &head),
        PaperKind::ChangeRequest => course::change(dossier, &head),
        PaperKind::AcceptanceReport => finish::acceptance(dossier, &head),
        PaperKind::FeeStatement => priced::fee(dossier, &head),
        PaperKind::ComplaintReply => complaint::reply(dossier, &head),
        PaperKind::ComplaintRecord => complaint::record(dossier, &head),
        PaperKind::SatisfactionForm => Ok(paper::satisfaction_form(&dossier.subject(), &head)),
        PaperKind::FollowUpRecord => care::follow_up(dossier, &head),
        PaperKind::Apology => Ok(apology::apology(dossier, &head)),
        PaperKind::ThankYou => Ok(finish::thank_you(dossier, &head)),
        // These are made elsewhere: letters by `lettering`, the receipt at the counter, the
        // poster and the checklist from the process, the rest from care after the job.
        PaperKind::CommitmentLetter
        | PaperKind::IntakeReceipt
        | PaperKind::Blueprint
        | PaperKind::Checklist => Err(RecordPart::Needs),
    }
}

impl Dossier<'_> {
    fn head(&self, numbered: &Numbered) -> PaperHead {
        PaperHead {
            shop: ShopFace::of(self.shop),
            lang: self.lang,
            number: numbered.number.clone(),
            revision: numbered.revision,
            date: Some(numbered.date),
        }
    }

    fn texts(&self) -> &'static Texts {
        texts(self.lang)
    }

    /// Whose matter it is, and what.
    fn subject(&self) -> Subject {
        Subject {
            case_number: self.case.number().cloned().unwrap_or_default(),
            customer: self.customer.name().cloned().unwrap_or_default(),
            phone: self.customer.phone().and_then(Option::as_ref).map(Phone::to_string).unwrap_or_default(),
            address: self.customer.address().cloned().unwrap_or_default(),
            item: self.asset.map(Asset::line).unwrap_or_default(),
            matter: self.case.description().cloned().unwrap_or_default(),
        }
    }

    fn money(&self, amount: Money) -> String {
        money(self.lang, amount)
    }

    /// An amount in the figures that cannot be altered, where custom wants them.
    fn capitals(&self, amount: Money) -> String {
        let hundredths = u64::try_from(amount.minor()).ok().filter(|_| amount.currency().digits() == 2);
        hundredths.and_then(|hundredths| amount_in_capitals(self.lang, hundredths)).unwrap_or_default()
    }

    fn day(&self, day: CaseDay) -> String {
        self.case.day(day).map(|day| date_in_words(self.lang, day)).unwrap_or_default()
    }

    /// The day of a moment.
    fn day_of(&self, millis: u64) -> String {
        let day = Date::of_moment(millis, (self.zone)(millis));
        day.map(|day| date_in_words(self.lang, day)).unwrap_or_default()
    }

    fn moment(&self, millis: u64) -> String {
        exact(self.lang, millis, self.zone)
    }

    fn names<'s>(&self, staff: impl IntoIterator<Item = &'s StaffId>) -> String {
        let names: Vec<String> =
            staff.into_iter().map(|id| (self.staff)(id)).filter(|name| !name.is_empty()).collect();
        names.join(self.texts().common().comma)
    }

    fn window(&self, visit: &Visit) -> String {
        visit.when().map(|window| window_in_words(self.lang, *window)).unwrap_or_default()
    }

    /// The photos that papers for the customer show, in their order.
    fn pictures(&self) -> Vec<Picture> {
        let photos = self.case.photos().into_iter();
        let shown = photos.filter(|(_, photo)| photo.on_papers && photo.media.is_picture());
        shown.map(|(_, photo)| Picture { caption: photo.caption.clone(), file: photo.file.clone() }).collect()
    }

    /// The number of the latest paper of a kind, or nothing.
    fn number_of(&self, kind: PaperKind) -> String {
        self.case.papers_of(kind).last().map(|held| held.value.number.clone()).unwrap_or_default()
    }
}

/// The lines of a text that was typed, without empty ones.
fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
