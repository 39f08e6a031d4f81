use super::Missing;
use crate::app::desk::use_desk;
use crate::app::process_paper::{blank_checklist, poster};
use crate::platform;
use crate::ui::part::{Button, Glyph, Icon, live, said};
use crate::ui::print::Sheets;
use crate::ui::route::{ProcessPaper, Route};
use leptos::prelude::*;

/// A paper of a process as it prints: the poster, or the checklist to be ticked by hand.
#[component]
pub(crate) fn ProcessPaperPage(id: String, paper: ProcessPaper) -> impl IntoView {
    let desk = use_desk();
    let back = Route::Process(id.clone()).href();
    let document = Memo::new(move |_| {
        let shop = desk.shop();
        let lang = shop.language().copied().unwrap_or_else(|| desk.lang.get());
        let process = desk.newest_process(lang, &id)?;
        Some(match paper {
            ProcessPaper::Poster => poster(process, None, &shop, lang),
            ProcessPaper::Checklist => blank_checklist(process, &shop, lang),
        })
    });
    let title = match paper {
        ProcessPaper::Poster => said(|t| t.process().poster),
        ProcessPaper::Checklist => said(|t| t.process().checklist),
    };
    let sheets = live(move || {
        let document = document.get()?;
        let logo = desk.logo_of(&document);
        Some(view! { <Sheets document=Signal::stored(document) logo=Signal::stored(logo)/> })
    });
    live(move || {
        if document.with(Option::is_none) {
            return view! { <Missing/> }.into_any();
        }
        view! {
            <div class="page paper-page">
                <div class="page-head no-print">
                    <a class="btn btn-quiet" href=back.clone()><Icon glyph=Glyph::Back/>{said(|t| t.common().back)}</a>
                    <h1>{title}</h1>
                </div>
                <div class="no-print section">
                    <div class="btn-row">
                        <Button
                            label=|t| t.process().print
                            glyph=Glyph::Print
                            class="btn btn-primary"
                            on_press=|()| platform::print::print()
                        />
                    </div>
                    <p class="hint">{said(|t| t.process().paper_hint)}</p>
                </div>
                {sheets.clone()}
            </div>
        }
        .into_any()
    })
}
