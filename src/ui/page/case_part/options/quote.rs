use super::line::LineRow;
use super::one::One;
use crate::domain::id::QuoteLineId;
use crate::domain::money::{Currency, LineTotal, Money, MoneyError};
use crate::i18n::money::{currency_sign, money};
use crate::platform::random;
use crate::ui::field_error::Told;
use crate::ui::part::{Button, Choice, ChoiceOption, Glyph, Text, label, live, said};
use leptos::prelude::*;

/// The lines of an option's quote.
#[derive(Clone, Copy)]
pub(super) struct Lines {
    pub(super) one: One,
    /// All of them in their order, those behind that are not kept yet.
    pub(super) ids: Memo<Vec<QuoteLineId>>,
    /// Those that are not kept yet.
    pub(super) begun: RwSignal<Vec<QuoteLineId>>,
    /// Grows when somebody wants a new line before the last one can be kept.
    pub(super) nudged: RwSignal<u32>,
}

impl Lines {
    fn of(one: One) -> Self {
        let begun = RwSignal::new(Vec::<QuoteLineId>::new());
        let kept = Memo::new(move |_| {
            one.shown.with_value(|shown| {
                shown.read(|case| {
                    let all = case.quote_lines().into_iter();
                    let own = all.filter(|(_, line)| one.id.with_value(|id| line.solution == *id));
                    own.map(|(id, _)| id.clone()).collect::<Vec<_>>()
                })
            })
        });
        // A line that is kept stays the same row, so that the cursor stays in it.
        Effect::new(move |_| {
            kept.with(|kept| begun.update(|begun| begun.retain(|id| !kept.contains(id))));
        });
        let ids = Memo::new(move |_| {
            let mut ids = kept.get();
            begun.with(|begun| {
                for id in begun {
                    if !ids.contains(id) {
                        ids.push(id.clone());
                    }
                }
            });
            ids
        });
        Self { one, ids, begun, nudged: RwSignal::new(0) }
    }

    /// Begins a line, or says what the one that was begun still needs.
    pub(super) fn begin(self) {
        if self.begun.with_untracked(Vec::is_empty) {
            self.begun.update(|begun| begun.push(QuoteLineId::from_random(random::bits())));
        } else {
            self.nudged.update(|times| *times += 1);
        }
    }

    /// The currency of the case's prices, else the shop's. Follows changes.
    pub(super) fn currency(self) -> Currency {
        let of_case = self.one.shown.with_value(|shown| shown.read(|case| case.currency()));
        of_case.unwrap_or_else(|| self.one.desk.shop().trade_currency())
    }
}

/// The quote of an option: its lines, edited where they stand, and what they come to.
#[component]
pub(super) fn QuoteTable(
    /// The option.
    one: One,
) -> impl IntoView {
    let desk = one.desk;
    let lines = Lines::of(one);
    let empty = Memo::new(move |_| lines.ids.with(Vec::is_empty));
    let head = live(move || {
        let sign = currency_sign(desk.lang.get(), lines.currency());
        let t = desk.t();
        let price = t.options().line_price(&sign);
        match empty.get() {
            true => view! { <p class="muted">{t.options().no_lines}</p> }.into_any(),
            // Each cell says its name itself; this row is for the eye.
            false => view! {
                <div class="quote-head" aria-hidden="true">
                    <span>{t.options().line_text}</span>
                    <span>{t.options().line_quantity}</span>
                    <span>{t.options().line_unit}</span>
                    <span>{price}</span>
                    <span>{t.options().line_discount}</span>
                    <span>{t.options().line_tax}</span>
                    <span>{t.options().line_amount}</span>
                </div>
            }
            .into_any(),
        }
    });
    let ways = move || {
        let t = desk.t();
        vec![
            ChoiceOption::new("net", t.options().prices_net),
            ChoiceOption::new("gross", t.options().prices_gross),
        ]
    };
    let way = move || if one.read(|solution| solution.includes_tax) { "gross" } else { "net" }.to_owned();
    view! {
        <div class="quote">
            <h3>{said(|t| t.options().quote)}</h3>
            <Choice
                label=label(|t| t.options().prices)
                options=Signal::derive(ways)
                value=Signal::derive(way)
                on_choose=move |way: String| {
                    // Nothing of a flag can be wrong.
                    let _ = one.change(|solution| solution.includes_tax = way == "gross");
                }
                quiet=true
            />
            <div class="quote-table">
                {head}
                <ul class="quote-lines" role="none">
                    <For each=move || lines.ids.get() key=Clone::clone let:id><LineRow lines=lines id=id/></For>
                </ul>
            </div>
            <div class="btn-row">
                <Button label=|t| t.options().add_line glyph=Glyph::Plus on_press=move |()| lines.begin()/>
            </div>
            <Totals one=one/>
        </div>
    }
    .into_any()
}

/// What the lines come to.
#[component]
fn Totals(one: One) -> impl IntoView {
    let desk = one.desk;
    let total: Memo<Result<Option<LineTotal>, MoneyError>> = Memo::new(move |_| {
        one.shown.with_value(|shown| shown.read(|case| one.id.with_value(|id| Ok(case.quote(id)?.total))))
    });
    let row = move |name: Text, amount: Money| {
        view! { <div><dt>{said(name)}</dt><dd class="figure">{money(desk.lang.get(), amount)}</dd></div> }
            .into_any()
    };
    let sums = live(move || match total.get() {
        Ok(None) => ().into_any(),
        Ok(Some(LineTotal { net, tax, total })) => view! {
            <dl class="quote-sums">
                {row(|t| t.options().net, net)}
                {row(|t| t.options().tax, tax)}
                {row(|t| t.options().total, total)}
            </dl>
        }
        .into_any(),
        Err(error) => view! { <p class="field-error">{error.tell(desk.t())}</p> }.into_any(),
    });
    view! { <div role="status">{sums}</div> }.into_any()
}
