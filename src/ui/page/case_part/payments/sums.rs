use super::Purse;
use crate::domain::money::Money;
use crate::domain::payment::Account;
use crate::i18n::money::money;
use crate::ui::field_error::Told;
use crate::ui::part::{Glyph, Icon, Text, live, said};
use crate::ui::route::{Part, Route};
use leptos::prelude::*;

/// What was agreed, what came in, what is outstanding.
#[component]
pub(super) fn Sums(purse: Purse) -> impl IntoView {
    live(move || match purse.account.get() {
        Ok(Some(account)) => sums(purse, &account),
        Ok(None) => {
            let options =
                purse.shown.with_value(|shown| Route::CasePart(shown.id.to_string(), Part::Options));
            view! {
                <div class="empty">
                    <p>{said(|t| t.payments().nothing_agreed)}</p>
                    <a class="btn" href=options.href()>{said(|t| t.payments().to_options)}</a>
                </div>
            }
            .into_any()
        }
        Err(error) => view! { <p class="banner" role="alert">{error.tell(purse.desk.t())}</p> }.into_any(),
    })
}

fn sums(purse: Purse, account: &Account) -> AnyView {
    let desk = purse.desk;
    let t = desk.t();
    let chosen = purse.shown.with_value(|shown| shown.read(|case| Some(case.chosen()?.title.clone())));
    let from = match chosen {
        Some(title) => t.payments().agreed_option(&title),
        None if account.terms.is_empty() => String::new(),
        None => t.payments().agreed_terms.to_owned(),
    };
    let sum = move |name: Text, amount: Money, more: AnyView| {
        view! {
            <div>
                <dt>{said(name)}</dt>
                <dd><strong class="figure">{money(desk.lang.get(), amount)}</strong>{more}</dd>
            </div>
        }
        .into_any()
    };
    let zero = Money::zero(account.outstanding.currency());
    let paid_up = account.outstanding == zero && account.paid != zero;
    let state = if account.outstanding.is_negative() {
        let too_much = money(desk.lang.get(), zero.minus(account.outstanding).unwrap_or(zero));
        view! { <span class="tag tag-warn"><Icon glyph=Glyph::Warning/>{t.payments().overpaid(&too_much)}</span> }
            .into_any()
    } else if paid_up {
        view! { <span class="tag tag-good"><Icon glyph=Glyph::Check/>{t.payments().settled}</span> }
            .into_any()
    } else {
        ().into_any()
    };
    let left = account.outstanding.max(zero);
    view! {
        <dl class="money-sums card">
            {sum(|t| t.payments().agreed, account.agreed, view! { <small class="muted">{from}</small> }.into_any())}
            {sum(|t| t.payments().received, account.paid, ().into_any())}
            {sum(|t| t.payments().outstanding, left, state)}
        </dl>
    }
    .into_any()
}
