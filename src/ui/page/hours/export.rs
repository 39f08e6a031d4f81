use super::Page;
use crate::archive::calendar::write;
use crate::platform::file::download;
use crate::ui::part::{Button, Glyph, said};
use leptos::prelude::*;

/// The calendar as a file of its own, which other programs read too (`docs/calendar-format.md`).
#[component]
pub(super) fn Export(page: Page) -> impl IntoView {
    let desk = page.desk;
    let outcome = RwSignal::new(None::<Option<String>>);
    let save = move |()| {
        let today = page.today.get_untracked().map(|today| format!("-{today}")).unwrap_or_default();
        let name = format!("casebook-calendar{today}.json");
        let text = page.calendar.with_untracked(write);
        let handed = download(&name, "application/json", text.as_bytes());
        outcome.set(Some(handed.then_some(name)));
    };
    let said_after = move || {
        let t = desk.t().hours();
        outcome.get().map(|handed| match handed {
            Some(name) => t.export_done(&name),
            None => t.export_failed.to_owned(),
        })
    };
    view! {
        <section class="section card">
            <h2>{said(|t| t.hours().export)}</h2>
            <p class="muted">{said(|t| t.hours().export_text)}</p>
            <div class="btn-row">
                <Button label=|t| t.hours().export_press glyph=Glyph::Data on_press=save/>
            </div>
            <p class="small outcome" role="status">{said_after}</p>
        </section>
    }
    .into_any()
}
