use super::super::order::Order;
use super::quote::Lines;
use crate::app::command::{QuoteError, put_quote_line, remove_item};
use crate::domain::case::CaseItemKey;
use crate::domain::id::QuoteLineId;
use crate::domain::money::{Currency, Money, Quantity, Rate};
use crate::domain::quote::{CellError, LineCell, QuoteLine, TypedLine};
use crate::i18n::money::{currency_sign, money, to_type};
use crate::i18n::texts;
use crate::ui::field_error::Told;
use crate::ui::part::{Glyph, Icon, TextField, label, live, on_arrows, said, up_and_down};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// What a browser calls a key that an input method takes.
const TAKEN_BY_INPUT_METHOD: u32 = 229;

/// A line, each cell kept when it is left. What cannot be read stays in its cell, with what is
/// wrong with it; the line then counts as it was before.
#[derive(Clone, Copy)]
struct Row {
    lines: Lines,
    id: StoredValue<QuoteLineId>,
    /// The line as it is kept; nothing before it is.
    kept: Memo<Option<QuoteLine>>,
    typed: RwSignal<TypedLine>,
    wrong: RwSignal<Vec<(LineCell, CellError)>>,
}

impl Row {
    fn of(lines: Lines, id: QuoteLineId) -> Self {
        let id = StoredValue::new(id);
        let kept = Memo::new(move |_| {
            lines.one.shown.with_value(|shown| {
                shown.read(|case| {
                    let all = case.quote_lines();
                    let own = all.into_iter().find(|(each, _)| id.with_value(|id| *each == id));
                    own.map(|(_, line)| line.clone())
                })
            })
        });
        let wrong = RwSignal::new(Vec::new());
        let typed = RwSignal::new(TypedLine::default());
        let row = Self { lines, id, kept, typed, wrong };
        typed.set(TypedLine::of(&untrack(|| row.blank()), to_type));
        row
    }

    /// A line of which nothing is said yet.
    fn blank(self) -> QuoteLine {
        QuoteLine {
            solution: self.lines.one.id.get_value(),
            rank: 0,
            text: String::new(),
            quantity: Quantity::ONE,
            unit: String::new(),
            price: Money::zero(self.lines.currency()),
            discount: Rate::NONE,
            tax: self.lines.one.desk.shop().tax_rate().copied().unwrap_or_default(),
        }
    }

    /// The currency of its price. Follows changes.
    fn currency(self) -> Currency {
        let own = self.kept.with(|line| line.as_ref().map(|line| line.price.currency()));
        own.unwrap_or_else(|| self.lines.currency())
    }

    /// Shows what is kept in all cells but those that cannot be read.
    fn settle(self) {
        let Some(Some(line)) = self.kept.try_get_untracked() else { return };
        let shown = TypedLine::of(&line, to_type);
        self.wrong.with_untracked(|wrong| {
            self.typed.update(|typed| {
                for cell in LineCell::ALL {
                    if !wrong.iter().any(|(each, _)| *each == cell) {
                        typed.write(cell, shown.cell(cell).to_owned());
                    }
                }
            });
        });
    }

    fn write(self, cell: LineCell, text: String) {
        self.typed.update(|typed| typed.write(cell, text));
        self.keep();
        // One frame later, so that a field that says the same in other words changes too.
        request_animation_frame(move || self.settle());
    }

    fn keep(self) {
        let before = self.kept.get_untracked();
        let is_new = before.is_none();
        let before = before.unwrap_or_else(|| untrack(|| self.blank()));
        let (line, mut wrong) = self.typed.with_untracked(|typed| typed.read(&before));
        if wrong.is_empty() || !is_new {
            let shown = self.lines.one.shown.get_value();
            let (desk, case) = (self.lines.one.desk, shown.case_untracked());
            match put_quote_line(&desk.pen(), &shown.id, &case, &self.id.get_value(), line) {
                Ok(records) => desk.save(records),
                Err(QuoteError::Money(error)) => wrong.push((LineCell::Price, CellError::Number(error))),
                // The texts were read already, and without its option the row is gone.
                Err(_) => {}
            }
        }
        self.wrong.set(wrong);
    }

    fn remove(self) {
        let id = self.id.get_value();
        let desk = self.lines.one.desk;
        self.lines.begun.update(|begun| begun.retain(|each| *each != id));
        if self.kept.with_untracked(Option::is_some) {
            let shown = self.lines.one.shown.get_value();
            let key = CaseItemKey::QuoteLine(id);
            desk.save(remove_item(&desk.pen(), &shown.id, &shown.case_untracked(), key));
            desk.say(texts(desk.lang.get_untracked()).options().line_removed_toast, Some(shown.id));
        }
    }

    fn cell(self, cell: LineCell, name: Signal<String>) -> AnyView {
        let desk = self.lines.one.desk;
        let error = move || {
            let wrong = self.wrong.with(|wrong| wrong.iter().find(|(each, _)| *each == cell).copied());
            wrong.map(|(_, error)| error.tell(desk.t()))
        };
        let begins = cell == LineCell::Text
            && self.lines.begun.with_untracked(|begun| self.id.with_value(|id| begun.contains(id)));
        let keys = if matches!(cell, LineCell::Text | LineCell::Unit) { "text" } else { "decimal" };
        view! {
            <TextField
                label=name
                value=Memo::new(move |_| self.typed.with(|typed| typed.cell(cell).to_owned()))
                on_commit=move |text| self.write(cell, text)
                error=Signal::derive(error)
                autofocus=begins
                keys=keys
            />
        }
        .into_any()
    }
}

/// A line of a quote as a row of cells.
#[component]
pub(super) fn LineRow(
    /// The lines it is one of.
    lines: Lines,
    /// Which.
    id: QuoteLineId,
) -> impl IntoView {
    let desk = lines.one.desk;
    let element = format!("line-{id}");
    let order = order(lines, element.clone(), &id);
    let row = Row::of(lines, id);
    Effect::new(move |_| {
        row.kept.track();
        row.settle();
    });
    Effect::new(move |before: Option<u32>| {
        let now = lines.nudged.get();
        if before.is_some_and(|before| before != now) && row.kept.with_untracked(Option::is_none) {
            row.keep();
        }
        now
    });
    let number = Memo::new(move |_| {
        lines
            .ids
            .with(|ids| row.id.with_value(|id| ids.iter().position(|each| each == id)))
            .map_or(0, |at| at + 1)
    });
    let price = move || {
        let sign = currency_sign(desk.lang.get(), row.currency());
        desk.t().options().line_price(&sign)
    };
    let amount = live(move || {
        let includes_tax = lines.one.read(|solution| solution.includes_tax);
        let total = row.kept.with(|line| line.as_ref().map(|line| line.total(includes_tax)));
        total.and_then(Result::ok).map(|total| money(desk.lang.get(), total.total))
    });
    let on_key = move |event: KeyboardEvent| {
        let composing = event.is_composing() || event.key_code() == TAKEN_BY_INPUT_METHOD;
        if event.key() == "Enter" && !composing {
            lines.begin();
        }
    };
    let called = Signal::derive(move || desk.t().options().line(&number.get()));
    view! {
        <li
            id=element
            class="quote-line"
            role="group"
            tabindex="-1"
            aria-label=called
            on:keydown=move |event| on_arrows(&event, order.go)
        >
            {row.cell(LineCell::Text, label(|t| t.options().line_text))}
            {row.cell(LineCell::Quantity, label(|t| t.options().line_quantity))}
            {row.cell(LineCell::Unit, label(|t| t.options().line_unit))}
            {row.cell(LineCell::Price, Signal::derive(price))}
            {row.cell(LineCell::Discount, label(|t| t.options().line_discount))}
            <div class="quote-last" on:keydown=on_key>
                {row.cell(LineCell::Tax, label(|t| t.options().line_tax))}
            </div>
            <p class="quote-amount figure">
                <span class="label">{said(|t| t.options().line_amount)}</span>
                {amount}
            </p>
            <div class="movers">
                {up_and_down(called, order.can_up, order.can_down, order.go)}
                <button
                    type="button"
                    class="btn btn-icon"
                    aria-label=move || desk.t().options().remove_line(&number.get())
                    on:click=move |_| row.remove()
                >
                    <Icon glyph=Glyph::Close/>
                </button>
            </div>
        </li>
    }
    .into_any()
}

/// The order of the lines that are kept; one that was only begun stays behind.
fn order(lines: Lines, element: String, id: &QuoteLineId) -> Order {
    let among = Memo::new(move |_| {
        let begun = lines.begun.get();
        let kept = lines.ids.get().into_iter().filter(|id| !begun.contains(id));
        kept.map(CaseItemKey::QuoteLine).collect::<Vec<_>>()
    });
    Order::of(lines.one.shown, element, CaseItemKey::QuoteLine(id.clone()), among.into())
}
