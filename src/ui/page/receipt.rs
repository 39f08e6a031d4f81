use super::case::{NextLine, Shown};
use crate::app::command;
use crate::app::desk::{Desk, use_desk};
use crate::domain::case::{Case, CaseEvent, CaseKind};
use crate::domain::customer::Customer;
use crate::domain::date::Date;
use crate::domain::document::{Document, Issued};
use crate::domain::id::CaseId;
use crate::domain::paper_kind::PaperKind;
use crate::domain::phone::Phone;
use crate::paper::{Proof, ReceiptFacts, ShopFace, receipt};
use crate::platform;
use crate::platform::clock::{now_ms, zone_offset_minutes};
use crate::store::Durability;
use crate::ui::part::{Glyph, Icon};
use crate::ui::print::Sheets;
use crate::ui::route::Route;
use leptos::prelude::*;

/// The intake receipt of a case: a preview, then the paper as it was issued.
#[component]
pub(crate) fn Receipt(id: String) -> impl IntoView {
    let desk = use_desk();
    let Some(case_id) = CaseId::parse(&id) else {
        return view! { <super::NotFound/> }.into_any();
    };
    let next = Shown::open(desk, &id).map(|shown| view! { <NextLine shown=shown/> });
    let case = desk.folded::<CaseKind>(id);
    let customer = Memo::new(move |_| case.with(|case| case.as_ref()?.customer().map(ToString::to_string)));
    let customer = desk.customer(move || customer.get());
    let back = Route::Case(case_id.to_string()).href();
    let anew = RwSignal::new(false);
    let body = move || {
        let (case, customer) = (case.get()?, customer.get()?);
        let issued = last_receipt(&case).filter(|_| !anew.get());
        let shop = desk.shop();
        let facts = facts(desk, &case, &customer);
        let lang = shop.language().copied().unwrap_or_else(|| desk.lang.get());
        let preview = receipt(&facts, &ShopFace::of(&shop), lang, zone_offset_minutes);
        let issue = {
            let id = case_id.clone();
            let document = preview.clone();
            move |_| {
                let (id, case, document) = (id.clone(), case.clone(), document.clone());
                leptos::task::spawn_local(async move { issue(desk, id, case, document, anew).await });
            }
        };
        let t = desk.t();
        let (document, proof, note, action) = match issued {
            Some(issued) => (
                issued.document.clone(),
                Some(Proof::of(&issued)),
                t.case().receipt_frozen,
                view! {
                    <button type="button" class="btn btn-primary" on:click=|_| platform::print::print()>
                        <Icon glyph=Glyph::Print/>
                        {t.case().receipt_again}
                    </button>
                    <button type="button" class="btn btn-quiet" on:click=move |_| anew.set(true)>
                        {t.case().receipt_anew}
                    </button>
                }
                .into_any(),
            ),
            None => (
                preview,
                None,
                t.case().receipt_preview,
                view! {
                    <button type="button" class="btn btn-primary" on:click=issue>
                        <Icon glyph=Glyph::Print/>
                        {t.case().receipt_issue}
                    </button>
                }
                .into_any(),
            ),
        };
        let logo = desk.logo_of(&document);
        Some(view! {
            <div class="no-print section">
                <div class="btn-row">{action}</div>
                <p class="hint">{note}</p>
            </div>
            <Sheets document=Signal::stored(document) proof=Signal::stored(proof) logo=Signal::stored(logo)/>
        })
    };
    view! {
        <div class="page paper-page">
            <div class="page-head no-print">
                <a class="btn btn-quiet" href=back><Icon glyph=Glyph::Back/>{move || desk.t().common().back}</a>
                <h1>{move || desk.t().case().receipt}</h1>
            </div>
            {next}
            {body}
        </div>
    }
    .into_any()
}

async fn issue(desk: Desk, id: CaseId, case: Case, document: Document, anew: RwSignal<bool>) {
    let now = now_ms();
    let Some(date) = Date::of_moment(now, zone_offset_minutes(now)) else { return };
    let number = case.next_paper_number(PaperKind::IntakeReceipt);
    let issued = command::issue_document(&desk.pen(), &id, &case, &number, date, document, None);
    if desk.commit(issued.unwrap_or_default(), Durability::Strict).await {
        anew.set(false);
        request_animation_frame(platform::print::print);
    }
}

fn last_receipt(case: &Case) -> Option<Issued> {
    case.papers_of(PaperKind::IntakeReceipt).last().map(|held| held.value.clone())
}

fn facts(desk: Desk, case: &Case, customer: &Customer) -> ReceiptFacts {
    let asset = case.asset().map(|id| desk.index.with(|index| index.asset_line(id.as_str()).to_owned()));
    let opened = case.events.iter().find(|held| held.value == CaseEvent::Opened);
    let by = opened.and_then(|held| held.author.clone());
    ReceiptFacts {
        number: case.number().cloned().unwrap_or_default(),
        received: opened.map_or(0, |held| held.stamp.millis),
        received_by: by.map(|id| desk.staff_name(id.as_str())).unwrap_or_default(),
        customer: customer.name().cloned().unwrap_or_default(),
        phone: customer.phone().and_then(Option::as_ref).map(Phone::to_string).unwrap_or_default(),
        item: asset.unwrap_or_default(),
        matter: case.description().cloned().unwrap_or_default(),
        channel: case.channel().copied(),
        urgency: case.urgency().copied(),
        told: case.told().cloned().unwrap_or_default(),
    }
}
