use crate::app::command::{SignError, note, sign_paper};
use crate::app::desk::use_desk;
use crate::domain::document::Issued;
use crate::domain::paper_kind::PaperKind;
use crate::domain::signature::{GRID_HEIGHT, GRID_WIDTH, Signature};
use crate::i18n::Named;
use crate::journal::Held;
use crate::ui::page::case::Shown;
use crate::ui::part::{Button, Glyph, SignDialog, Signed, TimeText, label, live, said};
use leptos::prelude::*;

/// The signatures on the acceptance reports that were issued; nothing before that.
#[component]
pub(super) fn Signing(shown: Shown) -> impl IntoView {
    let s = StoredValue::new(shown);
    let papers = Memo::new(move |_| {
        let case = s.with_value(Shown::case);
        let papers = case.papers_of(PaperKind::AcceptanceReport).into_iter();
        papers.map(|held| held.value.clone()).collect::<Vec<Issued>>()
    });
    live(move || {
        let papers = papers.get();
        (!papers.is_empty()).then(|| {
            let row = |paper| view! { <PaperRow shown=s.get_value() paper=paper/> };
            view! {
                <section class="section" aria-label=label(|t| t.acceptance().sign_title)>
                    <h2>{said(|t| t.acceptance().sign_title)}</h2>
                    <ul class="noted-list card">{papers.into_iter().map(row).collect::<Vec<_>>()}</ul>
                </section>
            }
        })
    })
}

/// A report, who signed it, and the way to sign.
#[component]
fn PaperRow(shown: Shown, paper: Issued) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let paper = StoredValue::new(paper);
    let open = RwSignal::new(false);
    let number = paper.with_value(|paper| paper.number.clone());
    let about = {
        let number = number.clone();
        move || desk.t().acceptance().sign_about(&number)
    };
    let signatures = live(move || {
        let case = s.with_value(Shown::case);
        let hash = paper.with_value(|paper| paper.hash.clone());
        let row = |held: Held<&Signature>| {
            let Signature { name, role, strokes, .. } = held.value;
            let who = desk.t().signing().signed_by(name, &role.name(desk.t()));
            view! {
                <li>
                    <svg class="drawn" viewBox=format!("0 0 {GRID_WIDTH} {GRID_HEIGHT}") aria-hidden="true">
                        <path d=strokes.path()></path>
                    </svg>
                    <p>{who} " · " <TimeText at=held.stamp.millis/></p>
                </li>
            }
        };
        let rows: Vec<_> = case.signatures(&hash).map(row).collect();
        (!rows.is_empty()).then(|| view! { <ul class="signatures">{rows}</ul> })
    });
    let customer = s
        .with_value(Shown::case_untracked)
        .customer()
        .map(|id| desk.index.with_untracked(|index| index.customer_name(id.as_str()).to_owned()));
    let sign = move |signed: Signed| -> Result<(), SignError> {
        let (shown, pen) = (s.get_value(), desk.pen());
        let records = match signed {
            Signed::Drawn { role, name, strokes } => paper.with_value(|paper| {
                sign_paper(&pen, &shown.id, &shown.case_untracked(), paper, role, &name, strokes)
            })?,
            Signed::OnPaper(words) => note(&pen, &shown.id, &words),
        };
        desk.save(records);
        desk.say(untrack(|| desk.t()).signing().signed, None);
        Ok(())
    };
    let hash = paper.with_value(|paper| paper.hash.clone());
    view! {
        <li class="noted">
            <p class="noted-words figure">{about}</p>
            {signatures}
            <div class="btn-row">
                <Button label=|t| t.signing().sign glyph=Glyph::Note on_press=move |()| open.set(true)/>
            </div>
            <SignDialog open=open number=number hash=hash name=customer.unwrap_or_default() on_sign=sign/>
        </li>
    }
    .into_any()
}
