//! What is to be paid when, and what was paid.

mod history;
mod plan;
mod receive;
mod sums;
mod term;

use crate::app::desk::{Desk, use_desk};
use crate::domain::date::Date;
use crate::domain::id::TermId;
use crate::domain::money::{Currency, Money, MoneyError};
use crate::domain::payment::{Account, PaymentTerm};
use crate::i18n::{Named, Texts};
use crate::platform::clock::zone_offset_minutes;
use crate::ui::page::case::Shown;
use history::History;
use leptos::prelude::*;
use plan::Plan;
use receive::Receive;
use sums::Sums;

/// The money of the case in view.
#[derive(Clone, Copy)]
struct Purse {
    desk: Desk,
    shown: StoredValue<Shown>,
    account: Memo<Result<Option<Account>, MoneyError>>,
    terms: Memo<Vec<(TermId, PaymentTerm)>>,
}

impl Purse {
    fn of(desk: Desk, shown: Shown) -> Self {
        let shown = StoredValue::new(shown);
        let account =
            Memo::new(move |_| shown.with_value(|shown| shown.read(crate::domain::case::Case::account)));
        let terms = Memo::new(move |_| {
            shown.with_value(|shown| {
                shown.read(|case| {
                    let terms = case.payment_terms().into_iter();
                    terms.map(|(id, term)| (id.clone(), term.clone())).collect::<Vec<_>>()
                })
            })
        });
        Self { desk, shown, account, terms }
    }

    /// Where the case stands, if its amounts can be summed. Follows changes.
    fn account(self) -> Option<Account> {
        self.account.get().ok().flatten()
    }

    /// The currency of the case's prices, else the shop's. Follows changes.
    fn currency(self) -> Currency {
        let of_case = self.shown.with_value(|shown| shown.read(crate::domain::case::Case::currency));
        of_case.unwrap_or_else(|| self.desk.shop().trade_currency())
    }

    /// What of the agreed price no other term names. Follows changes.
    fn rest(self, but: Option<&TermId>) -> Option<Money> {
        self.shown.with_value(|shown| shown.read(|case| case.rest_of_terms(but).ok().flatten()))
    }

    /// What a term is called; empty when there is none. Follows changes.
    fn term_name(self, id: &TermId) -> String {
        self.terms.with(|terms| {
            let term = terms.iter().find(|(each, _)| each == id);
            term.map(|(_, term)| term_name(self.desk.t(), term)).unwrap_or_default()
        })
    }

    /// The day it is here. Follows the clock.
    fn today(self) -> Option<Date> {
        let now = self.desk.now.get();
        Date::of_moment(now, zone_offset_minutes(now))
    }
}

/// What a term is called, with what it is for.
fn term_name(t: &'static Texts, term: &PaymentTerm) -> String {
    match term.label.as_str() {
        "" => term.kind.name(t).to_owned(),
        label => format!("{} · {label}", term.kind.name(t)),
    }
}

/// The terms, what came in, and what is still to come.
#[component]
pub(super) fn Payments(shown: Shown) -> impl IntoView {
    let purse = Purse::of(use_desk(), shown);
    view! {
        <Sums purse=purse/>
        <div class="purse">
            <div class="purse-plan"><Plan purse=purse/></div>
            <div class="purse-receive"><Receive purse=purse/></div>
            <div class="purse-history"><History purse=purse/></div>
        </div>
    }
    .into_any()
}
