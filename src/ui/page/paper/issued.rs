use super::looking::{Look, Looking};
use super::signing::{SignButton, Signatures};
use super::wishes::formats;
use crate::app::desk::use_desk;
use crate::app::papers::drawn;
use crate::domain::document::Issued;
use crate::journal::Held;
use crate::paper::Proof;
use crate::platform;
use crate::platform::clock::zone_offset_minutes;
use crate::ui::page::case::Shown;
use crate::ui::part::{Button, Glyph, Icon, live, said};
use crate::ui::print::Sheets;
use leptos::prelude::*;

/// A paper that was given out: printed again, signed, and what became of it since.
#[component]
pub(super) fn Issue(looking: Looking, shown: Shown, held: Held<Issued>) -> impl IntoView {
    let desk = use_desk();
    let paper = held.value.clone();
    let logo = desk.logo_of(&paper.document);
    let signatures = Memo::new({
        let (shown, paper) = (shown.clone(), paper.clone());
        move |_| shown.read(|case| drawn(case, &paper, zone_offset_minutes))
    });
    let holds = {
        let stamp = held.stamp.clone();
        Memo::new(move |_| looking.newest.with(|newest| newest.as_ref().is_some_and(|it| it.stamp == stamp)))
    };
    let sign = {
        let (shown, paper) = (shown.clone(), paper.clone());
        live(move || {
            let signable = holds.get() && !paper.document.places().is_empty();
            signable.then(|| view! { <SignButton shown=shown.clone() paper=paper.clone()/> })
        })
    };
    let given = {
        let (shown, paper) = (shown.clone(), paper.clone());
        let has_places = !paper.document.places().is_empty();
        has_places.then(|| view! { <Signatures shown=shown paper=paper asks=holds/> })
    };
    view! {
        <div class="no-print section">
            <div class="btn-row">
                <Button
                    label=|t| t.case().receipt_again
                    glyph=Glyph::Print
                    class="btn btn-primary"
                    on_press=|()| platform::print::print()
                />
                {sign}
                <Button
                    label=|t| t.paper_page().other_lang
                    class="btn btn-quiet"
                    on_press=move |()| looking.look.set(Look::Draft)
                />
                {formats(looking.kind, looking.format)}
            </div>
            <p class="hint">{said(|t| t.case().receipt_frozen)}</p>
            <Since looking=looking shown=shown paper=paper.clone() holds=holds/>
            {given}
        </div>
        <Sheets
            document=Signal::stored(paper.document.clone())
            proof=Signal::stored(Some(Proof::of(&paper)))
            logo=Signal::stored(logo)
            format=Signal::derive(move || Some(looking.format.get()))
            signatures=signatures
        />
    }
    .into_any()
}

/// What became of the paper since it was given out, if anything did.
#[component]
fn Since(looking: Looking, shown: Shown, paper: Issued, holds: Memo<bool>) -> impl IntoView {
    let desk = use_desk();
    let next = paper.revision.saturating_add(1);
    let revise = {
        let (shown, lang) = (shown.clone(), paper.document.lang);
        Callback::new(move |()| {
            let shown = shown.clone();
            leptos::task::spawn_local(looking.revise(shown, lang));
        })
    };
    let words = Memo::new(move |_| {
        let t = desk.t().paper_page();
        if !holds.get() {
            let newest = looking.newest.with(|newest| newest.as_ref().map(|held| held.value.revision))?;
            return (newest > paper.revision).then(|| t.replaced(&newest));
        }
        if looking.rivals.get() {
            return Some(t.rivals(&next));
        }
        if !looking.changed.get() {
            return None;
        }
        let signed = shown.read(|case| case.signatures(&paper.hash).next().is_some());
        Some(if signed { t.changed_signed(&next) } else { t.changed.to_owned() })
    });
    live(move || {
        let words = words.get()?;
        let way = if holds.get() {
            view! {
                <button type="button" class="btn" on:click=move |_| revise.run(())>
                    {move || desk.t().paper_page().give_revision(&next)}
                </button>
            }
            .into_any()
        } else {
            let newest = move |_| {
                let newest = looking.newest.get_untracked();
                looking.look.set(newest.map_or(Look::Usual, |held| Look::Given(held.stamp)));
            };
            view! {
                <button type="button" class="btn" on:click=newest>{said(|t| t.paper_page().see_newest)}</button>
            }
            .into_any()
        };
        Some(view! {
            <div class="paper-since" role="status">
                <p><Icon glyph=Glyph::Warning/>{words}</p>
                {way}
            </div>
        })
    })
}
