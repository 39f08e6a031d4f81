use super::known::Known;
use crate::app::desk::use_desk;
use crate::app::papers::answered;
use crate::domain::paper_kind::PaperKind;
use crate::journal::Stamp;
use crate::platform;
use crate::platform::clock::now_ms;
use crate::ui::page::case::Shown;
use crate::ui::part::{Button, Glyph, Icon, live, said};
use crate::ui::print::Sheets;
use crate::ui::route::{Part, Route};
use leptos::prelude::*;

/// What a customer answered to the survey, as it prints. It is a copy of the record and is not
/// given out under a number.
#[component]
pub(super) fn Answered(shown: Shown, stamp: Stamp) -> impl IntoView {
    let desk = use_desk();
    let back = Route::CasePart(shown.id.to_string(), Part::Survey).href();
    let known = Known::new(desk, &shown);
    let document = Memo::new(move |_| {
        let lang = desk.shop().language().copied().unwrap_or_else(|| desk.lang.get());
        known.ask(PaperKind::SatisfactionForm, lang, now_ms(), |dossier| answered(dossier, &stamp))
    });
    let sheets = live(move || match document.get() {
        None => ().into_any(),
        Some(None) => view! { <p class="empty">{said(|t| t.survey().paper_gone)}</p> }.into_any(),
        Some(Some(document)) => {
            let logo = desk.logo_of(&document);
            view! { <Sheets document=Signal::stored(document) logo=Signal::stored(logo)/> }.into_any()
        }
    });
    view! {
        <div class="page paper-page">
            <div class="page-head no-print">
                <a class="btn btn-quiet" href=back><Icon glyph=Glyph::Back/>{said(|t| t.common().back)}</a>
                <h1>{said(|t| t.survey().paper_answered)}</h1>
            </div>
            <div class="no-print btn-row">
                <Button
                    label=|t| t.survey().paper_print
                    glyph=Glyph::Print
                    class="btn btn-primary"
                    on_press=|()| platform::print::print()
                />
            </div>
            {sheets}
        </div>
    }
    .into_any()
}
