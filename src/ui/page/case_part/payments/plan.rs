use super::Purse;
use super::term::TermRow;
use crate::app::command::{PaymentError, put_payment_term};
use crate::app::desk::use_desk;
use crate::domain::date::Date;
use crate::domain::id::TermId;
use crate::domain::money::{Money, MoneyError};
use crate::domain::payment::{PaymentMethod, PaymentTerm, TermKind};
use crate::domain::text::MAX_LINE;
use crate::i18n::Named;
use crate::i18n::money::{currency_sign, money};
use crate::platform::random;
use crate::ui::field_error::Told;
use crate::ui::part::{Button, Choice, ChoiceOption, Glyph, Icon, Select, TextField, label, live, said};
use leptos::prelude::*;

/// The terms, and a place for the next.
#[component]
pub(super) fn Plan(purse: Purse) -> impl IntoView {
    let desk = purse.desk;
    let ids = Memo::new(move |_| {
        purse.terms.with(|terms| terms.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>())
    });
    let open = RwSignal::new(false);
    let none = live(move || {
        ids.with(Vec::is_empty).then(|| view! { <p class="muted">{said(|t| t.payments().terms_none)}</p> })
    });
    let off = live(move || {
        let account = purse.account()?;
        let off = account.terms_off()?;
        let (lang, t) = (desk.lang.get(), desk.t());
        let sum = money(lang, account.planned);
        let words = if off.is_negative() {
            let less = account.agreed.minus(account.planned).unwrap_or(off);
            t.payments().terms_less(&sum, &money(lang, less))
        } else {
            t.payments().terms_more(&sum, &money(lang, off))
        };
        Some(view! { <p class="notice" role="status"><Icon glyph=Glyph::Warning/><span>{words}</span></p> })
    });
    let next = live(move || {
        if open.get() {
            view! { <NewTerm purse=purse open=open/> }.into_any()
        } else {
            let plan = move |()| open.set(true);
            view! { <div class="btn-row"><Button label=|t| t.payments().plan glyph=Glyph::Plus on_press=plan/></div> }
                .into_any()
        }
    });
    view! {
        <section class="section card">
            <h2>{said(|t| t.payments().terms)}</h2>
            {none}
            <ul class="terms" role="none">
                <For each=move || ids.get() key=Clone::clone let:id><TermRow purse=purse id=id/></For>
            </ul>
            {off}
            {next}
        </section>
    }
    .into_any()
}

/// The kinds of terms to choose from.
pub(super) fn kinds(purse: Purse) -> Vec<ChoiceOption> {
    let t = purse.desk.t();
    let named = |(at, kind): (usize, TermKind)| ChoiceOption::new(at.to_string(), kind.name(t));
    TermKind::ALL.into_iter().enumerate().map(named).collect()
}

/// The kind that was chosen among [`kinds`].
pub(super) fn kind_at(place: &str) -> Option<TermKind> {
    TermKind::ALL.get(place.parse::<usize>().ok()?).copied()
}

/// An amount as it is typed for a term; nothing typed is the rest of what was agreed.
pub(super) fn amount(purse: Purse, typed: &str, but: Option<&TermId>) -> Result<Money, MoneyError> {
    match Money::parse(typed, purse.currency()) {
        Err(MoneyError::Empty) => purse.rest(but).ok_or(MoneyError::Empty),
        other => other,
    }
}

/// How a term is to be paid, if that is agreed.
#[component]
pub(super) fn MethodSelect(
    /// The way that holds.
    #[prop(into)]
    value: Signal<Option<PaymentMethod>>,
    /// Called with the way that shall hold.
    #[prop(into)]
    on_choose: Callback<Option<PaymentMethod>>,
) -> impl IntoView {
    let desk = use_desk();
    let options = move || {
        let t = desk.t();
        let named = |(at, method): (usize, PaymentMethod)| ChoiceOption::new(at.to_string(), method.name(t));
        let none = ChoiceOption::new("", t.payments().method_open);
        std::iter::once(none).chain(PaymentMethod::ALL.into_iter().enumerate().map(named)).collect::<Vec<_>>()
    };
    let place = move || value.get().map(|method| (method as usize).to_string()).unwrap_or_default();
    let choose = move |place: String| {
        on_choose.run(place.parse::<usize>().ok().and_then(|at| PaymentMethod::ALL.get(at).copied()));
    };
    view! {
        <Select
            label=label(|t| t.payments().term_method)
            options=Signal::derive(options)
            value=Signal::derive(place)
            on_choose=choose
        />
    }
    .into_any()
}

/// What of the rest is said below an amount.
pub(super) fn rest_hint(purse: Purse, but: Option<&TermId>) -> Option<String> {
    let rest = money(purse.desk.lang.get(), purse.rest(but)?);
    Some(purse.desk.t().payments().rest_hint(&rest))
}

/// A new term: what kind, how much, until when.
#[component]
fn NewTerm(purse: Purse, open: RwSignal<bool>) -> impl IntoView {
    let desk = purse.desk;
    let first = purse.terms.with_untracked(Vec::is_empty);
    let kind = RwSignal::new(if first { TermKind::Deposit } else { TermKind::Final });
    let method = RwSignal::new(None::<PaymentMethod>);
    let [name, typed, due] = [(); 3].map(|()| RwSignal::new(String::new()));
    let wrong = RwSignal::new(None::<PaymentError>);
    let bad_date = RwSignal::new(false);
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let day = due.get_untracked();
        let read = Date::parse(day.trim());
        bad_date.set(read.is_none() && !day.trim().is_empty());
        let asked = untrack(|| amount(purse, &typed.get(), None)).map_err(PaymentError::Money);
        let kept = asked.and_then(|amount| {
            let (kind, label) = (kind.get_untracked(), name.get_untracked());
            let term =
                PaymentTerm { rank: 0, kind, label, amount, due: read, method: method.get_untracked() };
            let shown = purse.shown.get_value();
            let id = TermId::from_random(random::bits());
            put_payment_term(&desk.pen(), &shown.id, &shown.case_untracked(), &id, term)
        });
        match kept {
            Ok(_) if bad_date.get_untracked() => wrong.set(None),
            Ok(records) => {
                desk.save(records);
                open.set(false);
            }
            Err(error) => wrong.set(Some(error)),
        }
    };
    let of_label = move || wrong.get().filter(|error| matches!(error, PaymentError::Label(_)));
    let of_amount = move || wrong.get().filter(|error| !matches!(error, PaymentError::Label(_)));
    let sign = move || currency_sign(desk.lang.get(), purse.currency());
    view! {
        <form class="section term-form" novalidate aria-label=label(|t| t.payments().plan) on:submit=keep>
            <Choice
                label=label(|t| t.payments().kind)
                options=Signal::derive(move || kinds(purse))
                value=Signal::derive(move || (kind.get() as usize).to_string())
                on_choose=move |place: String| {
                    if let Some(chosen) = kind_at(&place) {
                        kind.set(chosen);
                    }
                }
            />
            <div class="form-grid">
                <TextField
                    label=Signal::derive(move || desk.t().payments().amount(&sign()))
                    value=typed
                    on_type=move |text| typed.set(text)
                    error=Signal::derive(move || of_amount().map(|error| error.tell(desk.t())))
                    hint=Signal::derive(move || rest_hint(purse, None))
                    keys="decimal"
                    autofocus=true
                />
                <TextField
                    label=label(|t| t.payments().due)
                    value=due
                    on_type=move |text| due.set(text)
                    error=Signal::derive(move || bad_date.get().then(|| desk.t().common().error_date.to_owned()))
                    kind="date"
                />
                <MethodSelect value=method on_choose=move |chosen| method.set(chosen)/>
                <TextField
                    label=label(|t| t.payments().label)
                    value=name
                    on_type=move |text| name.set(text)
                    error=Signal::derive(move || of_label().map(|error| error.tell(desk.t())))
                    hint=label(|t| t.payments().label_hint)
                    max=MAX_LINE
                />
            </div>
            <div class="btn-row">
                <button type="submit" class="btn">{said(|t| t.payments().keep_term)}</button>
                <Button label=|t| t.common().cancel class="btn btn-quiet" on_press=move |()| open.set(false)/>
            </div>
        </form>
    }
    .into_any()
}
