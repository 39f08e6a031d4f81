use super::kept::{KeptLine, Wrong};
use super::shop::set;
use crate::app::desk::use_desk;
use crate::domain::money::{Currency, MoneyError, Rate};
use crate::domain::quote::CellError;
use crate::domain::shop::{Shop, ShopField};
use crate::i18n::Texts;
use crate::ui::part::{Choice, ChoiceOption, Select, label, said};
use leptos::prelude::*;
use std::sync::Arc;

/// What new quotes begin with.
#[component]
pub(super) fn ShopPrices(
    /// The shop as it is now.
    shop: Memo<Shop>,
) -> impl IntoView {
    let desk = use_desk();
    let currencies = move || {
        let named =
            |currency: Currency| ChoiceOption::new(currency.code(), currency_words(desk.t(), currency));
        Currency::ALL.map(named).to_vec()
    };
    let choose = move |code: String| {
        if let Some(currency) = Currency::ALL.into_iter().find(|currency| currency.code() == code) {
            set(desk, shop, ShopField::Currency(currency));
        }
    };
    let rate = move || shop.with(|shop| shop.tax_rate().copied()).unwrap_or_default();
    let keep = move |typed: String| match Rate::parse(&typed) {
        Ok(rate) => set(desk, shop, ShopField::TaxRate(rate)),
        Err(MoneyError::Empty) => set(desk, shop, ShopField::TaxRate(Rate::NONE)),
        Err(error) => Some(Arc::new(CellError::Rate(error)) as Wrong),
    };
    let gross = move || shop.with(|shop| shop.prices_include_tax() == Some(&true));
    let ways = move || {
        let t = desk.t();
        vec![ChoiceOption::new("no", t.names().no), ChoiceOption::new("yes", t.names().yes)]
    };
    view! {
        <section class="section card">
            <h2>{said(|t| t.options().shop_prices)}</h2>
            <p class="muted">{said(|t| t.options().shop_prices_text)}</p>
            <div class="form-grid">
                <Select
                    label=label(|t| t.names().shop_currency)
                    options=Signal::derive(currencies)
                    value=Signal::derive(move || shop.with(|shop| shop.trade_currency().code().to_owned()))
                    on_choose=choose
                />
                <KeptLine
                    label=label(|t| t.names().shop_tax_rate)
                    value=Signal::derive(move || rate().to_string())
                    keep=keep
                    hint=label(|t| t.options().shop_tax_hint)
                    keys="decimal"
                />
            </div>
            <Choice
                label=label(|t| t.names().shop_prices_include_tax)
                options=Signal::derive(ways)
                value=Signal::derive(move || if gross() { "yes" } else { "no" }.to_owned())
                on_choose=move |way: String| { set(desk, shop, ShopField::PricesIncludeTax(way == "yes")); }
            />
        </section>
    }
    .into_any()
}

/// What a currency is called, with its code.
fn currency_words(t: &'static Texts, currency: Currency) -> String {
    let name = match currency {
        Currency::Cny => t.options().currency_cny,
        Currency::Twd => t.options().currency_twd,
        Currency::Hkd => t.options().currency_hkd,
        Currency::Mop => t.options().currency_mop,
        Currency::Usd => t.options().currency_usd,
        Currency::Eur => t.options().currency_eur,
        Currency::Jpy => t.options().currency_jpy,
        Currency::Sgd => t.options().currency_sgd,
        Currency::Gbp => t.options().currency_gbp,
    };
    t.options().currency(&name, &currency.code())
}
