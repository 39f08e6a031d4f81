//! A paper of a case: a preview of what it would say, and what was given out.

mod known;

use super::case::{Missing, Shown};
use crate::app::command::{PaperError, issue_document};
use crate::app::desk::{Desk, use_desk};
use crate::app::papers::Numbered;
use crate::domain::date::Date;
use crate::domain::document::{Document, Issued};
use crate::domain::lang::Lang;
use crate::domain::paper_kind::{Format, PaperKind};
use crate::domain::record_part::RecordPart;
use crate::i18n::Named;
use crate::paper::Proof;
use crate::platform;
use crate::platform::clock::{now_ms, zone_offset_minutes};
use crate::store::Durability;
use crate::ui::part::{Button, Choice, ChoiceOption, Glyph, Icon, Select, label, live, said};
use crate::ui::print::Sheets;
use crate::ui::route::{Part, Route};
use known::Known;
use leptos::prelude::*;

/// A paper of a kind: what was issued last, or what it would say now.
#[component]
pub(crate) fn Paper(id: String, kind: PaperKind) -> impl IntoView {
    let desk = use_desk();
    let Some(shown) = Shown::open(desk, &id) else { return view! { <Missing/> }.into_any() };
    let known = Known::new(desk, &shown);
    let usual = untrack(|| desk.shop()).language().copied();
    let lang = RwSignal::new(usual.unwrap_or_else(|| desk.lang.get_untracked()));
    let format = RwSignal::new(kind.format());
    // The paper that is looked at: one that was given out, or a new one.
    let anew = RwSignal::new(false);
    let issued = Memo::new({
        let shown = shown.clone();
        move |_| shown.case().paper_at_hand(kind).map(|held| held.value.clone())
    });
    let looked_at = Memo::new(move |_| issued.get().filter(|_| !anew.get()));
    let draft = Memo::new(move |_| {
        let last = issued.get();
        let revision = last.as_ref().map_or(1, |last| last.revision + 1);
        let number = match last {
            Some(last) => last.number,
            None => known.case().map(|case| case.next_paper_number(kind)).unwrap_or_default(),
        };
        let date = today(desk.now.get())?;
        known.compose(kind, lang.get(), &Numbered { number, revision, date })
    });
    let issue = Callback::new({
        let shown = shown.clone();
        move |()| {
            let Some(Ok(document)) = draft.get_untracked() else { return };
            let shown = shown.clone();
            leptos::task::spawn_local(async move {
                if give_out(desk, &shown, kind, document).await.is_ok() {
                    anew.set(false);
                    request_animation_frame(platform::print::print);
                }
            });
        }
    });
    let name = move || capital(Named::name(&kind, desk.t()));
    let body = live(move || match (looked_at.get(), draft.get()) {
        (Some(issued), _) => issued_view(desk, issued, format, anew),
        (None, Some(Ok(document))) => draft_view(desk, document, lang, format, kind, issue),
        (None, Some(Err(lacking))) => lacking_view(&id, lacking),
        (None, None) => ().into_any(),
    });
    let back = Route::Case(shown.id.to_string()).href();
    view! {
        <div class="page paper-page">
            <div class="page-head no-print">
                <a class="btn btn-quiet" href=back><Icon glyph=Glyph::Back/>{said(|t| t.common().back)}</a>
                <h1>{name}</h1>
            </div>
            {body}
        </div>
    }
    .into_any()
}

fn today(now: u64) -> Option<Date> {
    Date::of_moment(now, zone_offset_minutes(now))
}

/// Gives a paper out under its number, frozen.
async fn give_out(desk: Desk, shown: &Shown, kind: PaperKind, document: Document) -> Result<(), PaperError> {
    let case = shown.case_untracked();
    let last = case.paper_at_hand(kind).map(|held| held.value.number.clone());
    let number = last.unwrap_or_else(|| case.next_paper_number(kind));
    let Some(date) = today(now_ms()) else { return Ok(()) };
    let records = issue_document(&desk.pen(), &shown.id, &case, &number, date, document)?;
    desk.commit(records, Durability::Strict).await;
    Ok(())
}

/// The name of a paper where it stands alone.
pub(crate) fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn issued_view(desk: Desk, issued: Issued, format: RwSignal<Format>, anew: RwSignal<bool>) -> AnyView {
    let proof = Proof::of(&issued);
    let logo = desk.logo_of(&issued.document);
    let kind = issued.document.paper;
    view! {
        <div class="no-print section">
            <div class="btn-row">
                <Button
                    label=|t| t.case().receipt_again
                    glyph=Glyph::Print
                    class="btn btn-primary"
                    on_press=|()| platform::print::print()
                />
                <Button label=|t| t.paper_page().anew class="btn btn-quiet" on_press=move |()| anew.set(true)/>
                {formats(kind, format)}
            </div>
            <p class="hint">{said(|t| t.case().receipt_frozen)}</p>
        </div>
        <Sheets
            document=Signal::stored(issued.document)
            proof=Signal::stored(Some(proof))
            logo=Signal::stored(logo)
            format=Signal::derive(move || Some(format.get()))
        />
    }
    .into_any()
}

fn draft_view(
    desk: Desk,
    document: Document,
    lang: RwSignal<Lang>,
    format: RwSignal<Format>,
    kind: PaperKind,
    issue: Callback<()>,
) -> AnyView {
    let logo = desk.logo_of(&document);
    let langs = move || Lang::ALL.map(|lang| ChoiceOption::new(lang.tag(), lang.own_name())).to_vec();
    view! {
        <div class="no-print section">
            <div class="btn-row paper-wishes">
                <Button
                    label=|t| t.case().receipt_issue
                    glyph=Glyph::Print
                    class="btn btn-primary"
                    on_press=move |()| issue.run(())
                />
                <Select
                    label=label(|t| t.paper_page().lang)
                    options=Signal::derive(langs)
                    value=Signal::derive(move || lang.get().tag().to_owned())
                    on_choose=move |tag: String| {
                        if let Some(chosen) = Lang::from_tag(&tag) {
                            lang.set(chosen);
                        }
                    }
                />
                {formats(kind, format)}
            </div>
            <p class="hint">{said(|t| t.case().receipt_preview)}</p>
        </div>
        <Sheets
            document=Signal::stored(document)
            logo=Signal::stored(logo)
            format=Signal::derive(move || Some(format.get()))
        />
    }
    .into_any()
}

/// The sheets to choose from, where there are several.
fn formats(kind: PaperKind, format: RwSignal<Format>) -> Option<AnyView> {
    let desk = use_desk();
    let all = kind.formats();
    (all.len() > 1).then(|| {
        let options = move || {
            let t = desk.t();
            let name = |format: &Format| match format {
                Format::A4 => t.paper_page().a4,
                Format::A5 => t.paper_page().a5,
                Format::Slip80 => t.paper_page().slip,
                Format::A4Landscape => t.paper_page().landscape,
            };
            all.iter().enumerate().map(|(at, each)| ChoiceOption::new(at.to_string(), name(each))).collect()
        };
        let place = move || all.iter().position(|each| *each == format.get()).unwrap_or(0).to_string();
        view! {
            <Choice
                label=label(|t| t.paper_page().format)
                quiet=true
                options=Signal::derive(options)
                value=Signal::derive(place)
                on_choose=move |at: String| {
                    if let Some(chosen) = at.parse::<usize>().ok().and_then(|at| all.get(at)) {
                        format.set(*chosen);
                    }
                }
            />
        }
        .into_any()
    })
}

/// What must be written down first, and the way there.
fn lacking_view(id: &str, lacking: RecordPart) -> AnyView {
    let way = Part::of_record(lacking).map(|part| {
        let name = super::case_part::name(part);
        view! {
            <a class="btn btn-primary" href=Route::CasePart(id.to_owned(), part).href()>{said(name)}</a>
        }
    });
    view! {
        <div class="empty">
            <p>{said(|t| t.paper_page().lacking)}</p>
            {way}
        </div>
    }
    .into_any()
}
