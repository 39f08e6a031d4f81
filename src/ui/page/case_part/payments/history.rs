use super::Purse;
use crate::app::command::{PaymentError, take_back_payment};
use crate::domain::case::CaseKind;
use crate::domain::id::StaffId;
use crate::domain::payment::Payment;
use crate::i18n::money::money;
use crate::i18n::{Named, texts};
use crate::journal::Stamp;
use crate::ui::field_error::Told;
use crate::ui::part::{Button, Dialog, TimeText, live, said};
use leptos::prelude::*;

/// A payment with who settled it and when.
#[derive(Clone, PartialEq)]
struct Taken {
    stamp: Stamp,
    by: Option<StaffId>,
    payment: Payment,
}

/// What came in, the last first; each can be taken back.
#[component]
pub(super) fn History(purse: Purse) -> impl IntoView {
    let all = Memo::new(move |_| {
        purse.shown.with_value(|shown| {
            shown.read(|case| {
                let taken = case.payments().rev().map(|held| Taken {
                    stamp: held.stamp,
                    by: held.author,
                    payment: held.value.clone(),
                });
                taken.collect::<Vec<_>>()
            })
        })
    });
    let asking = RwSignal::new(None::<Taken>);
    let open = RwSignal::new(false);
    let rows = live(move || {
        let all = all.get();
        if all.is_empty() {
            return view! { <p class="muted">{said(|t| t.payments().history_none)}</p> }.into_any();
        }
        let ask = Callback::new(move |taken: Taken| {
            asking.set(Some(taken));
            open.set(true);
        });
        let rows: Vec<_> = all.into_iter().map(|taken| row(purse, taken, ask)).collect();
        view! { <ul class="payments">{rows}</ul> }.into_any()
    });
    let title = move || {
        let amount = asking.with(|asking| asking.as_ref().map(|taken| taken.payment.amount));
        let amount = amount.map(|amount| money(purse.desk.lang.get(), amount));
        amount.map(|amount| purse.desk.t().payments().take_back_title(&amount)).unwrap_or_default()
    };
    view! {
        <section class="section">
            <h2>{said(|t| t.payments().history)}</h2>
            {rows}
        </section>
        <Dialog title=Signal::derive(title) open=open>
            <TakeBack purse=purse asking=asking open=open/>
        </Dialog>
    }
    .into_any()
}

fn row(purse: Purse, taken: Taken, ask: Callback<Taken>) -> AnyView {
    let desk = purse.desk;
    let (lang, t) = (desk.lang.get(), desk.t());
    let Taken { stamp, by, payment } = taken.clone();
    let amount = money(lang, payment.amount);
    let term = payment.term.as_ref().map(|id| purse.term_name(id)).filter(|name| !name.is_empty());
    let how =
        [Some(payment.method.name(t).to_owned()), term].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let who = by.map(|id| desk.staff_name(id.as_str())).filter(|name| !name.is_empty());
    view! {
        <li class="payment">
            <div>
                <p><strong class="figure">{amount.clone()}</strong> " " {how}</p>
                {(!payment.note.is_empty()).then(|| view! { <p>{payment.note}</p> })}
                <p class="small muted">
                    {who.map(|who| view! { {t.payments().by(&who)} " · " })}
                    <TimeText at=stamp.millis/>
                </p>
            </div>
            <button
                type="button"
                class="btn btn-quiet"
                aria-label=t.payments().take_back_this(&amount)
                on:click=move |_| ask.run(taken.clone())
            >
                {t.payments().take_back}
            </button>
        </li>
    }
    .into_any()
}

/// Asks before a payment is taken back: that cannot be undone by one press.
#[component]
fn TakeBack(purse: Purse, asking: RwSignal<Option<Taken>>, open: RwSignal<bool>) -> impl IntoView {
    let desk = purse.desk;
    let wrong = RwSignal::new(None::<PaymentError>);
    let go = move |()| {
        let Some(taken) = asking.get_untracked() else { return };
        let shown = purse.shown.get_value();
        let journal = desk.records.with_untracked(|records| records.journal::<CaseKind>(shown.id.as_str()));
        match take_back_payment(&desk.pen(), &shown.id, &journal, &taken.stamp) {
            Ok(records) => {
                desk.save(records);
                let lang = desk.lang.get_untracked();
                let amount = money(lang, taken.payment.amount);
                desk.say(texts(lang).payments().taken_back_toast(&amount), None);
                open.set(false);
            }
            Err(error) => wrong.set(Some(error)),
        }
    };
    let error = live(move || {
        wrong.get().map(|error| view! { <p class="field-error" role="alert">{error.tell(desk.t())}</p> })
    });
    view! {
        <div class="dialog-body">
            <p>{said(|t| t.payments().take_back_text)}</p>
            {error}
            <div class="btn-row">
                <Button label=|t| t.payments().take_back class="btn btn-primary" on_press=go/>
                <Button label=|t| t.common().cancel class="btn btn-quiet" on_press=move |()| open.set(false)/>
            </div>
        </div>
    }
    .into_any()
}
