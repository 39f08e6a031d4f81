use super::looking::Looking;
use super::wishes::{formats, language};
use crate::app::desk::use_desk;
use crate::domain::record_part::RecordPart;
use crate::platform;
use crate::ui::page::case::Shown;
use crate::ui::part::{Button, Glyph, live, said};
use crate::ui::print::Sheets;
use crate::ui::route::{Part, Route};
use leptos::prelude::*;

/// What a paper would say now, and the way to give it out.
#[component]
pub(super) fn Draft(looking: Looking, shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let can_be = Memo::new(move |_| looking.draft.with(|draft| matches!(draft, Some((_, Ok(_))))));
    let id = shown.id.to_string();
    let issue = Callback::new(move |()| {
        let shown = shown.clone();
        leptos::task::spawn_local(async move {
            if looking.give_out(shown).await {
                request_animation_frame(platform::print::print);
            }
        });
    });
    let same = Memo::new(move |_| looking.is_same());
    let way = live(move || {
        (!same.get()).then(|| {
            view! {
                <Button
                    label=|t| t.case().receipt_issue
                    glyph=Glyph::Print
                    class="btn btn-primary"
                    on_press=issue
                />
            }
        })
    });
    let hint = move || {
        let t = desk.t();
        if same.get() { t.paper_page().nothing_new } else { t.case().receipt_preview }
    };
    // The choices stand still while the preview changes with them.
    let wishes = live(move || {
        can_be.get().then(|| {
            view! {
                <div class="no-print section">
                    <div class="btn-row paper-wishes">
                        {way.clone()}
                        {language(looking.lang)}
                        {formats(looking.kind, looking.format)}
                    </div>
                    <p class="hint">{hint}</p>
                </div>
            }
        })
    });
    let sheets = live(move || match looking.draft.get() {
        Some((_, Ok(document))) => {
            let logo = desk.logo_of(&document);
            view! {
                <Sheets
                    document=Signal::stored(document)
                    logo=Signal::stored(logo)
                    format=Signal::derive(move || Some(looking.format.get()))
                />
            }
            .into_any()
        }
        Some((_, Err(lacking))) => lacking_view(&id, lacking),
        None => ().into_any(),
    });
    view! { {wishes} {sheets} }.into_any()
}

/// What must be written down first, and the way there.
fn lacking_view(id: &str, lacking: RecordPart) -> AnyView {
    let way = Part::of_record(lacking).map(|part| {
        let name = crate::ui::page::case_part::name(part);
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
