use super::super::order::Order;
use super::choosing::{Choosing, chosen_tag};
use super::one::One;
use super::quote::QuoteTable;
use super::words::{Judgement, about};
use crate::app::command::{copy_solution, remove_solution};
use crate::app::desk::use_desk;
use crate::domain::case::CaseItemKey;
use crate::domain::custom_process::Towards;
use crate::domain::id::{QuoteLineId, SolutionId};
use crate::domain::text::MAX_LINE;
use crate::i18n::texts;
use crate::platform::random;
use crate::ui::page::case::Shown;
use crate::ui::page::settings::{KeptLine, Wrong};
use crate::ui::part::{Button, Glyph, label, mover, on_arrows};
use leptos::prelude::*;
use std::sync::Arc;

/// An option with its quote.
#[component]
pub(super) fn OptionCard(
    /// The case.
    shown: StoredValue<Shown>,
    /// Which option.
    id: SolutionId,
    /// All options, in their order.
    ids: Memo<Vec<SolutionId>>,
) -> impl IntoView {
    let desk = use_desk();
    let one = One::of(desk, shown, id.clone());
    let element = format!("option-{id}");
    let among = Memo::new(move |_| ids.get().into_iter().map(CaseItemKey::Solution).collect::<Vec<_>>());
    let order = Order::of(shown, element.clone(), CaseItemKey::Solution(id), among.into());
    let is_chosen = Memo::new(move |_| {
        shown.with_value(|shown| {
            shown.read(|case| {
                one.id.with_value(|id| case.chosen().is_some_and(|chosen| chosen.solution == *id))
            })
        })
    });
    let number = Memo::new(move |_| {
        ids.with(|ids| one.id.with_value(|id| ids.iter().position(|each| each == id))).map_or(0, |at| at + 1)
    });
    let name = move || desk.t().options().number(&number.get());
    let rename = move |typed: String| {
        one.change(|solution| solution.title = typed).err().map(|error| Arc::new(error) as Wrong)
    };
    let title = Memo::new(move |_| one.read(|solution| solution.title.clone()));
    let t = move || texts(desk.lang.get_untracked());
    let before = Signal::derive(move || desk.t().overview().put_before(&title.get()));
    let after = Signal::derive(move || desk.t().overview().put_after(&title.get()));
    let copy = move |()| {
        let (shown, title) = (shown.get_value(), title.get_untracked());
        let new: String = t().options().copy_name(&title).chars().take(MAX_LINE).collect();
        let to = (SolutionId::from_random(random::bits()), new.as_str());
        let fresh = || QuoteLineId::from_random(random::bits());
        let case = shown.case_untracked();
        if let Ok(records) = copy_solution(&desk.pen(), &shown.id, &case, &one.id.get_value(), to, fresh) {
            desk.save(records);
            desk.say(t().options().copied_toast(&title), Some(shown.id));
        }
    };
    let remove = move |()| {
        let (shown, title) = (shown.get_value(), title.get_untracked());
        desk.save(remove_solution(&desk.pen(), &shown.id, &shown.case_untracked(), &one.id.get_value()));
        desk.say(t().options().removed_toast(&title), Some(shown.id));
    };
    view! {
        <section
            id=element
            class="card option"
            class:chosen=move || is_chosen.get()
            tabindex="-1"
            aria-label=name
            on:keydown=move |event| on_arrows(&event, order.go)
        >
            <div class="option-head">
                <h2>{name}</h2>
                {chosen_tag(one, is_chosen)}
            </div>
            <KeptLine label=label(|t| t.options().name) value=title keep=rename/>
            {about(one)}
            <QuoteTable one=one/>
            <Choosing one=one is_chosen=is_chosen title=title/>
            <Judgement one=one/>
            <div class="btn-row option-foot">
                <Button label=|t| t.options().copy class="btn btn-quiet" glyph=Glyph::Plus on_press=copy/>
                <Button label=|t| t.options().remove class="btn btn-quiet" glyph=Glyph::Close on_press=remove/>
                <span class="movers">
                    {mover(Glyph::Back, before, order.can_up, move || order.go.run(Towards::Start))}
                    {mover(Glyph::Forward, after, order.can_down, move || order.go.run(Towards::End))}
                </span>
            </div>
        </section>
    }
    .into_any()
}
