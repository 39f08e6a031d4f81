mod facts;
mod go_on_in;
mod left_open;
mod look;
mod message;
mod next;
mod papers;
mod parts;
mod promises;
mod review;
mod stage;
mod stepper;
mod task;
mod timeline;
mod twins;
mod waiting;

pub(super) use left_open::left_open;
pub(super) use look::with_look;
pub(super) use next::NextLine;
pub(super) use stepper::step_view;
pub(super) use timeline::line_row;

use crate::app::desk::{Desk, use_desk};
use crate::app::overview::Due;
use crate::catalog;
use crate::domain::case::{CaseKind, Progress, Status, Urgency};
use crate::domain::id::CaseId;
use crate::domain::process::Process;
use crate::i18n::Named;
use crate::journal::{Folded, Journal};
use crate::ui::page::case_part::care::{Arisen, Offer};
use crate::ui::part::{Empty, Glyph, Icon};
use crate::ui::route::Route;
use leptos::prelude::*;

/// What the parts of the case page share.
#[derive(Clone)]
pub(crate) struct Shown {
    pub(super) id: CaseId,
    pub(super) journal: Memo<Option<Journal<CaseKind>>>,
    pub(super) case: Memo<Option<crate::domain::case::Case>>,
    /// The process, where it is the shop's own: read once, not at each change of a record.
    own: Memo<Option<&'static Process>>,
}

impl Shown {
    /// The case with this id; `None` when there is none here.
    pub(super) fn open(desk: Desk, id: &str) -> Option<Self> {
        let case_id = CaseId::parse(id)?;
        let known = desk.index.with_untracked(|index| index.cases.contains_key(id));
        let journal = desk.journal::<CaseKind>(id.to_owned());
        if !known && journal.with_untracked(Option::is_none) {
            return None;
        }
        let case = Memo::new(move |_| journal.with(|journal| journal.as_ref().map(Folded::of)));
        let at = Memo::new(move |_| case.with(|case| case.as_ref()?.process().cloned()));
        let own = Memo::new(move |_| desk.process(desk.lang.get(), &at.get()?));
        Some(Self { id: case_id, journal, case, own })
    }

    /// Whether the case was read. Follows changes.
    pub(super) fn is_read(&self) -> bool {
        self.case.with(Option::is_some)
    }

    /// The case as it is now; an empty one while it is read.
    pub(super) fn case(&self) -> crate::domain::case::Case {
        self.case.get().unwrap_or_else(|| Folded::of(&Journal::<CaseKind>::new()))
    }

    /// Reads something of the case as it is now, without a copy of all of it. Follows changes.
    pub(super) fn read<T>(&self, read: impl FnOnce(&crate::domain::case::Case) -> T) -> T {
        self.case.with(|case| match case {
            Some(case) => read(case),
            None => read(&Folded::of(&Journal::<CaseKind>::new())),
        })
    }

    pub(super) fn case_untracked(&self) -> crate::domain::case::Case {
        self.case.get_untracked().unwrap_or_else(|| Folded::of(&Journal::<CaseKind>::new()))
    }

    /// How many visits were agreed for the case and not called off. Follows changes.
    pub(super) fn visits(&self, desk: Desk) -> usize {
        desk.index.with(|index| index.visits_agreed(self.id.as_str()))
    }

    /// The process the case follows, in a language if it is built in.
    pub(super) fn process(&self, lang: crate::domain::lang::Lang) -> Option<&'static Process> {
        let built_in = self.case.with(|case| catalog::process(lang, case.as_ref()?.process()?));
        built_in.or_else(|| self.own.get())
    }

    /// Reads something of where the case stands in its process. Follows changes.
    pub(super) fn with_progress<T>(
        &self,
        desk: Desk,
        read: impl FnOnce(&Progress<'_, 'static>) -> T,
    ) -> Option<T> {
        let process = self.process(desk.lang.get())?;
        let visits = self.visits(desk);
        Some(self.read(|case| read(&Progress::of(case, process).with_visits(visits))))
    }

    /// What the process wants of the case by now. Follows changes.
    pub(super) fn due(&self, desk: Desk) -> Due<'static> {
        self.with_progress(desk, Due::of).unwrap_or_default()
    }
}

/// One case: where it stands, what is next, what happened.
#[component]
pub(crate) fn Case(id: String) -> impl IntoView {
    let desk = use_desk();
    let Some(shown) = Shown::open(desk, &id) else { return view! { <Missing/> }.into_any() };
    let viewing = RwSignal::new(None::<usize>);
    let ready = {
        let shown = shown.clone();
        Memo::new(move |_| shown.is_read())
    };
    let body = {
        let shown = shown.clone();
        move || {
            ready.get().then(|| {
                let s = shown.clone();
                view! {
                    <Head shown=s.clone()/>
                    <facts::Conflicts shown=s.clone()/>
                    <twins::Twins shown=s.clone()/>
                    <stepper::Stepper shown=s.clone() viewing=viewing/>
                    <div class="case-grid">
                        <div class="case-stage">
                            <waiting::WaitingNote shown=s.clone()/>
                            <Arisen shown=s.clone()/>
                            <Offer shown=s.clone()/>
                            <stage::StagePart shown=s.clone() viewing=viewing/>
                        </div>
                        <div class="case-side">
                            <promises::Promises shown=s.clone()/>
                            <parts::OnThisCase shown=s.clone()/>
                            <message::MessagePart shown=s.clone()/>
                            <facts::Facts shown=s.clone()/>
                        </div>
                        <div class="case-story"><timeline::Timeline shown=s/></div>
                    </div>
                }
            })
        }
    };
    view! { <div class="page case-page">{body}</div> }.into_any()
}

#[component]
pub(super) fn Missing() -> impl IntoView {
    let desk = use_desk();
    view! {
        <div class="page">
            <h1>{move || desk.t().case().missing_title}</h1>
            <Empty
                text=Signal::derive(move || desk.t().case().missing.to_owned())
                action=(Route::Cases.href(), Signal::derive(move || desk.t().common().cases.to_owned()))
            />
        </div>
    }
}

/// Number, customer, thing, and what is next.
#[component]
fn Head(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let case = move || s.with_value(Shown::case);
    let number = move || case().number().cloned().unwrap_or_default();
    let customer = move || {
        let id = case().customer().map(ToString::to_string).unwrap_or_default();
        let name = desk.index.with(|index| index.customer_name(&id).to_owned());
        view! { <a href=Route::Customer(id).href()>{name}</a> }
    };
    let thing = move || {
        let id = case().asset()?.to_string();
        let line = desk.index.with(|index| index.asset_line(&id).to_owned());
        Some(view! { <a class="muted" href=Route::Asset(id).href()>{line}</a> })
    };
    let tags = move || {
        let (case, t) = (case(), desk.t());
        let urgent = case.urgency().copied().filter(|urgency| *urgency >= Urgency::High);
        let urgent = urgent.map(|urgency| {
            view! { <span class="tag tag-accent"><Icon glyph=Glyph::Flag/>{urgency.name(t)}</span> }
        });
        let status = case.status();
        let over = (status != Status::Open).then(|| view! { <span class="tag">{status.name(t)}</span> });
        view! { {urgent} {over} }
    };
    let next = Memo::new(move |_| s.with_value(|shown| next::next_words(desk, shown)));
    view! {
        <header class="case-head">
            <div class="case-title">
                <h1 class="figure">{number}</h1>
                {tags}
                <p class="case-who">{customer} {thing}</p>
            </div>
            <p class="case-next"><Icon glyph=Glyph::Forward/>{next}</p>
        </header>
    }
    .into_any()
}
