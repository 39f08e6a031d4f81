use super::super::order::Order;
use super::plan::{MethodSelect, amount, kind_at, kinds, rest_hint};
use super::{Purse, term_name};
use crate::app::command::{PaymentError, put_payment_term, remove_item};
use crate::domain::case::CaseItemKey;
use crate::domain::date::Date;
use crate::domain::id::TermId;
use crate::domain::payment::{PaymentTerm, TermAccount};
use crate::i18n::money::{currency_sign, money, to_type};
use crate::i18n::texts;
use crate::ui::page::settings::{KeptLine, Wrong};
use crate::ui::part::{Glyph, Icon, Select, TextField, label, live, on_arrows, up_and_down};
use leptos::prelude::*;
use std::sync::Arc;

/// A term: each field is kept when it is left.
#[component]
pub(super) fn TermRow(purse: Purse, id: TermId) -> impl IntoView {
    let desk = purse.desk;
    let element = format!("term-{id}");
    let order = order(purse, element.clone(), &id);
    let id = StoredValue::new(id);
    let term = Memo::new(move |_| {
        purse.terms.with(|terms| {
            let own = terms.iter().find(|(each, _)| id.with_value(|id| each == id));
            own.map(|(_, term)| term.clone())
        })
    });
    let change = move |change: &dyn Fn(&mut PaymentTerm)| -> Result<(), PaymentError> {
        let Some(mut now) = term.get_untracked() else { return Err(PaymentError::NoSuchTerm) };
        change(&mut now);
        let shown = purse.shown.get_value();
        let case = shown.case_untracked();
        desk.save(put_payment_term(&desk.pen(), &shown.id, &case, &id.get_value(), now)?);
        Ok(())
    };
    let told = move |kept: Result<(), PaymentError>| kept.err().map(|error| Arc::new(error) as Wrong);
    let rename = move |typed: String| told(change(&|term| term.label.clone_from(&typed)));
    let reprice = move |typed: String| {
        let read = id.with_value(|id| untrack(|| amount(purse, &typed, Some(id))));
        told(read.map_err(PaymentError::Money).and_then(|amount| change(&|term| term.amount = amount)))
    };
    let bad_date = RwSignal::new(false);
    let redate = move |typed: String| {
        let due = Date::parse(typed.trim());
        bad_date.set(due.is_none() && !typed.trim().is_empty());
        if !bad_date.get_untracked() {
            // A date alone makes no term wrong.
            let _ = change(&|term| term.due = due);
        }
    };
    let name =
        move || term.with(|term| term.as_ref().map(|term| term_name(desk.t(), term))).unwrap_or_default();
    let remove = move |_| {
        let shown = purse.shown.get_value();
        let words = texts(desk.lang.get_untracked()).payments().removed_toast(&untrack(name));
        let key = CaseItemKey::PaymentTerm(id.get_value());
        desk.save(remove_item(&desk.pen(), &shown.id, &shown.case_untracked(), key));
        desk.say(words, Some(shown.id));
    };
    let standing = live(move || {
        let account = purse.account()?;
        let own = account.terms.into_iter().find(|term| id.with_value(|id| term.id == *id))?;
        Some(standing(purse, &own))
    });
    let price_label = move || {
        let sign = currency_sign(desk.lang.get(), purse.currency());
        desk.t().payments().amount(&sign)
    };
    let read = move |read: fn(&PaymentTerm) -> String| {
        Memo::new(move |_| term.with(|term| term.as_ref().map(read)).unwrap_or_default())
    };
    // One hint is enough, and only where there is a rest to speak of.
    let hint = move || {
        let last = purse.terms.with(|terms| terms.last().map(|(last, _)| last.clone()))?;
        purse.account().and_then(|account| account.terms_off())?;
        id.with_value(|id| (*id == last).then(|| rest_hint(purse, Some(id))))?
    };
    let called = Signal::derive(name);
    view! {
        <li
            id=element
            class="term"
            role="group"
            tabindex="-1"
            aria-label=called
            on:keydown=move |event| on_arrows(&event, order.go)
        >
            <Select
                label=label(|t| t.payments().kind)
                options=Signal::derive(move || kinds(purse))
                value=read(|term| (term.kind as usize).to_string())
                on_choose=move |place: String| {
                    if let Some(kind) = kind_at(&place) {
                        // A kind alone makes no term wrong.
                        let _ = change(&|term| term.kind = kind);
                    }
                }
            />
            <KeptLine
                label=Signal::derive(price_label)
                value=read(|term| to_type(term.amount))
                keep=reprice
                hint=Signal::derive(hint)
                keys="decimal"
            />
            <TextField
                label=label(|t| t.payments().due)
                value=read(|term| term.due.map(|due| due.to_string()).unwrap_or_default())
                on_commit=redate
                error=Signal::derive(move || bad_date.get().then(|| desk.t().common().error_date.to_owned()))
                kind="date"
            />
            <MethodSelect
                value=Signal::derive(move || term.with(|term| term.as_ref().and_then(|term| term.method)))
                on_choose=move |method| {
                    // A way alone makes no term wrong.
                    let _ = change(&|term| term.method = method);
                }
            />
            <KeptLine label=label(|t| t.payments().label) value=read(|term| term.label.clone()) keep=rename/>
            <div class="term-foot">
                <p class="term-standing">{standing}</p>
                <div class="movers">
                    {up_and_down(called, order.can_up, order.can_down, order.go)}
                    <button
                        type="button"
                        class="btn btn-icon"
                        aria-label=move || desk.t().payments().remove_term(&name())
                        on:click=remove
                    >
                        <Icon glyph=Glyph::Close/>
                    </button>
                </div>
            </div>
        </li>
    }
    .into_any()
}

fn order(purse: Purse, element: String, id: &TermId) -> Order {
    let among = Memo::new(move |_| {
        let key = |(id, _): &(TermId, PaymentTerm)| CaseItemKey::PaymentTerm(id.clone());
        purse.terms.with(|terms| terms.iter().map(key).collect::<Vec<_>>())
    });
    Order::of(purse.shown, element, CaseItemKey::PaymentTerm(id.clone()), among.into())
}

/// Whether a term was paid, in part or in time.
fn standing(purse: Purse, term: &TermAccount) -> AnyView {
    let desk = purse.desk;
    let (lang, t) = (desk.lang.get(), desk.t());
    let late = purse.today().is_some_and(|today| term.is_overdue(today)).then(|| {
        view! { <span class="tag tag-warn"><Icon glyph=Glyph::Clock/>{t.payments().overdue}</span> }
    });
    let paid = match (term.outstanding.minor() > 0, term.paid.minor() > 0) {
        (false, _) => {
            view! { <span class="tag tag-good"><Icon glyph=Glyph::Check/>{t.payments().term_paid}</span> }
                .into_any()
        }
        (true, true) => {
            let words = t.payments().term_part(&money(lang, term.paid), &money(lang, term.outstanding));
            view! { <span class="tag figure">{words}</span> }.into_any()
        }
        (true, false) => view! { <span class="tag">{t.payments().term_open}</span> }.into_any(),
    };
    view! { {paid} {late} }.into_any()
}
