use super::LettersLink;
use super::drafting::{Drafting, logo};
use super::editor::Editor;
use super::issue::Issue;
use super::tabs::{Side, SideTabs};
use crate::ui::page::letters::{case_link, customer_link};
use crate::ui::print::Sheets;
use crate::ui::route::Route;
use leptos::prelude::*;

/// A draft: what it says on the left, how it prints on the right.
#[component]
pub(super) fn DraftView(drafting: Drafting) -> impl IntoView {
    let desk = drafting.desk;
    let shown = RwSignal::new(Side::Edit);
    let document = drafting.preview();
    let title = move || {
        let frame = &crate::catalog::clause_library(desk.lang.get()).frame;
        if drafting.case().is_some() { &frame.case_title } else { &frame.standing_title }.clone()
    };
    let about = move || match (drafting.case(), drafting.customer()) {
        (Some(case), _) => case_link(desk, &case),
        (None, Some(customer)) => customer_link(desk, &customer),
        (None, None) => view! { <span class="muted">{desk.t().letter().standing}</span> }.into_any(),
    };
    let side = move || match shown.get() {
        Side::Edit => "edit",
        Side::Preview => "preview",
    };
    view! {
        <div class="page letter-page">
            <div class="page-head no-print">
                <LettersLink/>
                <h1>{title}</h1>
                <span class="tag">{move || desk.t().letter().draft}</span>
                {about}
                <Issue drafting=drafting shown=shown/>
            </div>
            <Replaces drafting=drafting/>
            <SideTabs shown=shown/>
            <div class="letter-desk" data-shown=side>
                <div class="letter-edit no-print" id=Side::Edit.panel() role="tabpanel" aria-labelledby=Side::Edit.tab()>
                    <Editor drafting=drafting/>
                </div>
                <div class="letter-preview" id=Side::Preview.panel() role="tabpanel" aria-labelledby=Side::Preview.tab()>
                    <h2 class="visually-hidden">{move || desk.t().letter().preview_tab}</h2>
                    <Sheets document=document logo=logo(desk, document)/>
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// Which issued letter the draft will replace.
#[component]
fn Replaces(drafting: Drafting) -> impl IntoView {
    let desk = drafting.desk;
    move || {
        let numbering =
            drafting.setting.with(|setting| setting.as_ref().map(|setting| setting.numbering.clone()))?;
        let (previous, _) = numbering.replaces?;
        let old = drafting.read(|letter| letter.revises().map(ToString::to_string))?;
        Some(view! {
            <p class="letter-note no-print">
                {desk.t().letter().draft_replaces(&previous, &numbering.number)}" "
                <a href=Route::Letter(old).href()>{desk.t().letter().show_replaced}</a>
            </p>
        })
    }
}
