use super::known::Known;
use crate::app::command::issue_document;
use crate::app::desk::Desk;
use crate::app::papers::{Numbered, usual_visit};
use crate::domain::case::Case;
use crate::domain::date::Date;
use crate::domain::document::{Document, Issued};
use crate::domain::id::VisitId;
use crate::domain::lang::Lang;
use crate::domain::paper_kind::{Format, PaperKind};
use crate::domain::record_part::RecordPart;
use crate::journal::{Held, Stamp};
use crate::platform::clock::{now_ms, zone_offset_minutes};
use crate::store::Durability;
use crate::ui::page::case::Shown;
use leptos::prelude::*;

/// Which paper is looked at.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Look {
    /// What holds now, or a draft while there is none.
    Usual,
    /// What was given out then.
    Given(Stamp),
    /// What it would say now.
    Draft,
}

/// A paper that is not given out yet, or the record that must say something first.
pub(super) type Drafted = (Numbered, Result<Document, RecordPart>);

/// What is looked at on the page of a paper, and what is known about it.
#[derive(Clone, Copy)]
pub(super) struct Looking {
    desk: Desk,
    pub(super) kind: PaperKind,
    pub(super) known: Known,
    pub(super) look: RwSignal<Look>,
    /// The language and the sheet of what is printed next.
    pub(super) lang: RwSignal<Lang>,
    pub(super) format: RwSignal<Format>,
    /// All papers of the kind, in order.
    pub(super) all: Memo<Vec<Held<Issued>>>,
    /// The one that is looked at; nothing while that is a draft.
    pub(super) shown: Memo<Option<Held<Issued>>>,
    /// The one that holds: the last about the same visit.
    pub(super) newest: Memo<Option<Held<Issued>>>,
    /// Whether the one that holds would read otherwise now.
    pub(super) changed: Memo<bool>,
    /// Whether two devices gave it out with different words.
    pub(super) rivals: Memo<bool>,
    /// What would be given out next.
    pub(super) draft: Memo<Option<Drafted>>,
    about: Memo<Option<VisitId>>,
}

impl Looking {
    pub(super) fn new(desk: Desk, shown: &Shown, kind: PaperKind, visit: Option<VisitId>) -> Self {
        let known = Known::new(desk, shown);
        let case = known.case;
        let usual = untrack(|| desk.shop()).language().copied();
        let lang = RwSignal::new(usual.unwrap_or_else(|| desk.lang.get_untracked()));
        let look = RwSignal::new(Look::Usual);
        let visit = Memo::new(move |_| {
            let usual = || {
                known
                    .visits
                    .with(|visits| visits.as_ref().and_then(|visits| usual_visit(kind, visits).cloned()))
            };
            visit.clone().or_else(usual)
        });
        let all = Memo::new(move |_| {
            let of_kind = |held: &Held<&Issued>| held.value.document.paper == kind;
            read(case, |case| case.papers().filter(of_kind).map(own).collect::<Vec<_>>())
        });
        let held =
            move |about: Option<VisitId>| read(case, |case| case.paper_about(kind, about.as_ref()).map(own));
        let shown = Memo::new(move |_| match look.get() {
            Look::Usual => held(visit.get()),
            Look::Given(stamp) => all.with(|all| all.iter().find(|held| held.stamp == stamp).cloned()),
            Look::Draft => None,
        });
        let about = Memo::new(move |_| {
            shown.with(|shown| match shown {
                Some(shown) => shown.value.visit.clone(),
                None => visit.get(),
            })
        });
        let newest = Memo::new(move |_| held(about.get()));
        let changed = Memo::new(move |_| {
            // What was given out before papers named their visit may be about any.
            let clear = |held: &Held<Issued>| held.value.visit.is_some() || !kind.is_about_visit();
            newest.get().filter(clear).is_some_and(|held| known.reads_otherwise(&held))
        });
        let rivals = Memo::new(move |_| {
            newest
                .get()
                .is_some_and(|held| read(case, |case| !case.rival_papers(&held.value.number).is_empty()))
        });
        let draft = Memo::new(move |_| next(known, kind, about.get(), lang.get(), desk.now.get()));
        let format = RwSignal::new(kind.format());
        Self { desk, kind, known, look, lang, format, all, shown, newest, changed, rivals, draft, about }
    }

    /// Whether all that a paper needs was read. Follows changes.
    pub(super) fn is_read(self) -> bool {
        self.known.is_read()
    }

    /// Whether a draft would say what was given out already. Follows changes.
    pub(super) fn is_same(self) -> bool {
        let lang = self.lang.get();
        !self.changed.get()
            && !self.rivals.get()
            && self.newest.with(|held| held.as_ref().is_some_and(|held| held.value.document.lang == lang))
    }

    /// Gives the draft out; true once it was kept.
    pub(super) async fn give_out(self, shown: Shown) -> bool {
        match self.draft.get_untracked() {
            Some((numbered, Ok(document))) => self.issue(&shown, numbered, document).await,
            _ => false,
        }
    }

    /// Gives out the next revision of the paper that is looked at, in its language.
    pub(super) async fn revise(self, shown: Shown, lang: Lang) {
        let next = untrack(|| next(self.known, self.kind, self.about.get(), lang, now_ms()));
        if let Some((numbered, Ok(document))) = next {
            self.issue(&shown, numbered, document).await;
        }
    }

    async fn issue(self, shown: &Shown, numbered: Numbered, document: Document) -> bool {
        let (pen, case) = (self.desk.pen(), shown.case_untracked());
        let Numbered { number, date, visit, .. } = numbered;
        let Ok(records) = issue_document(&pen, &shown.id, &case, &number, date, document, visit) else {
            return false;
        };
        let look = if records.0.is_empty() { Look::Usual } else { Look::Given(pen.stamp) };
        let kept = self.desk.commit(records, Durability::Strict).await;
        if kept {
            self.look.set(look);
        }
        kept
    }
}

/// The next paper of a kind about a visit, as it would be now.
fn next(known: Known, kind: PaperKind, visit: Option<VisitId>, lang: Lang, now: u64) -> Option<Drafted> {
    let (number, revision) = read(known.case, |case| case.next_issue(kind, visit.as_ref()));
    let date = Date::of_moment(now, zone_offset_minutes(now))?;
    let numbered = Numbered { number, revision, date, visit };
    let document = known.compose(kind, lang, &numbered, now)?;
    Some((numbered, document))
}

fn read<T: Default>(case: Memo<Option<Case>>, read: impl FnOnce(&Case) -> T) -> T {
    case.with(|case| case.as_ref().map(read)).unwrap_or_default()
}

fn own(held: Held<&Issued>) -> Held<Issued> {
    Held { stamp: held.stamp, author: held.author, value: held.value.clone() }
}
