//! A table, or cards, of another program: what its columns say, before anything is looked at.

mod alike;
mod cases;
mod columns;
mod told;

pub(super) use alike::AlikeView;
pub(super) use told::RowsTold;

use super::importing::Importing;
use crate::app::desk::use_desk;
use crate::app::import::{Foreign, Reading, cards_of, table_of};
use crate::archive::tables::{
    Column, DateOrder, Encoding, MapError, Mapping, Separator, SheetKind, Table, TableError, likely_kind,
};
use crate::domain::process::ProcessRef;
use crate::i18n::sheet_words::{encoding_name, kind_name, map_error, separator_name, table_error};
use crate::ui::part::{Button, Choice, ChoiceOption, Select, label, live, said};
use cases::CaseChoices;
use columns::Columns;
use leptos::prelude::*;
use std::sync::Arc;

type Found = Result<Arc<Table>, TableError>;

/// What is chosen about a table. Copied freely: it is a handle.
#[derive(Clone, Copy)]
pub(super) struct Choices {
    table: Memo<Found>,
    kind: RwSignal<SheetKind>,
    columns: RwSignal<Vec<Option<Column>>>,
    dates: RwSignal<Option<DateOrder>>,
    process: RwSignal<Option<ProcessRef>>,
    /// The activities that close a case.
    closing: RwSignal<Vec<String>>,
    /// What the cases come from is called.
    source: RwSignal<String>,
}

impl Choices {
    /// What the columns say now, as far as it is chosen. Follows the choices.
    fn mapping(self, table: &Table) -> Result<Mapping, MapError> {
        let mut mapping = Mapping {
            kind: self.kind.get(),
            columns: self.columns.get(),
            dates: DateOrder::DayFirst,
            process: self.process.get(),
            closing: self.closing.get(),
        };
        mapping.check()?;
        mapping.dates = match self.dates.get() {
            Some(dates) => dates,
            None => mapping.date_order(table)?,
        };
        Ok(mapping)
    }

    /// A date that can be read in two ways, if there is one and nothing tells. Follows the choices.
    fn unclear(self) -> Option<String> {
        let table = self.table.get().ok()?;
        let columns = self.columns.get();
        let dates = DateOrder::DayFirst;
        let mapping = Mapping { kind: self.kind.get(), columns, dates, process: None, closing: Vec::new() };
        match mapping.date_order(&table) {
            Err(MapError::DateOrder(date)) => Some(date),
            _ => None,
        }
    }
}

/// A table's columns, its encoding and what else must be known; of cards the encoding alone.
#[component]
pub(super) fn TableView(importing: Importing, foreign: Arc<Foreign>) -> impl IntoView {
    let desk = use_desk();
    let cards = foreign.cards;
    // What was said of this very file before.
    let begun = importing.begun().filter(|begun| Arc::ptr_eq(&begun.foreign, &foreign));
    let before = begun.as_ref().map(|begun| begun.reading.clone());
    let encoding = before.as_ref().map(|before| before.encoding);
    let encoding = RwSignal::new(encoding.unwrap_or_else(|| Encoding::guess(&foreign.bytes)));
    let separator = RwSignal::new(before.as_ref().and_then(|before| before.separator));
    let table = {
        let foreign = foreign.clone();
        Memo::new(move |_| match cards {
            true => Err(TableError::Empty),
            false => table_of(&foreign, encoding.get(), separator.get()).map(Arc::new),
        })
    };
    let mapped = before.as_ref().and_then(|before| before.mapping.as_ref());
    let first = mapped.map(|mapped| mapped.kind).unwrap_or_else(|| {
        table.with_untracked(|table| table.as_ref().map_or(SheetKind::Customers, |table| likely_kind(table)))
    });
    let choices = Choices {
        table,
        kind: RwSignal::new(first),
        columns: RwSignal::new(mapped.map(|mapped| mapped.columns.clone()).unwrap_or_default()),
        dates: RwSignal::new(before.as_ref().and_then(|before| before.dates)),
        process: RwSignal::new(mapped.and_then(|mapped| mapped.process.clone())),
        closing: RwSignal::new(mapped.map(|mapped| mapped.closing.clone()).unwrap_or_default()),
        source: RwSignal::new(
            before.as_ref().map_or_else(|| foreign.name.clone(), |before| before.source.clone()),
        ),
    };
    let is_said = mapped.is_some();
    Effect::new(move |ran: Option<()>| {
        let kind = choices.kind.get();
        // What was said before stays until the table is another one.
        let stays = ran.is_none() && is_said;
        if let Ok(table) = table.get()
            && !stays
        {
            choices.columns.set(Mapping::guess(kind, &table).columns);
            choices.dates.set(None);
            choices.closing.set(Vec::new());
        }
    });
    let wrong = RwSignal::new(None::<MapError>);
    Effect::new(move |_| {
        choices.columns.track();
        choices.dates.track();
        wrong.set(None);
    });
    let look = {
        let foreign = foreign.clone();
        move |()| {
            let mapping = match (cards, table.get_untracked()) {
                (true, _) => None,
                (false, Err(_)) => return,
                (false, Ok(table)) => match untrack(|| choices.mapping(&table)) {
                    Ok(mapping) => Some(mapping),
                    Err(error) => return wrong.set(Some(error)),
                },
            };
            let source = choices.source.get_untracked();
            let source = if source.trim().is_empty() { foreign.name.clone() } else { source };
            let doings = begun.as_ref().map(|begun| begun.reading.doings.clone());
            let reading = Reading {
                encoding: encoding.get_untracked(),
                separator: separator.get_untracked(),
                mapping,
                dates: choices.dates.get_untracked(),
                source,
                doings: doings.unwrap_or_default(),
                asked: false,
            };
            importing.look_at_rows(foreign.clone(), reading);
        }
    };
    let title = {
        let name = foreign.name.clone();
        Signal::derive(move || match cards {
            true => desk.t().import().cards_title(&name),
            false => desk.t().import().table_title(&name),
        })
    };
    let problem = live(move || {
        let words = match (cards, table.get(), wrong.get()) {
            (false, Err(error), _) => table_error(desk.t(), error),
            (_, _, Some(error)) => map_error(desk.t(), choices.kind.get(), &error),
            _ => return None,
        };
        Some(view! { <div role="alert" class="refusal"><p>{words}</p></div> })
    });
    let names = cards.then(|| view! { <CardsFound foreign=foreign.clone() encoding=encoding/> });
    let is_table = move || !cards && table.with(Result::is_ok);
    let how = live(move || is_table().then(|| view! { <HowToRead choices=choices/> }));
    let columns = live(move || is_table().then(|| view! { <Columns choices=choices/> }));
    view! {
        <section class="section card table-page">
            <h2>{title}</h2>
            {(!cards).then(|| view! { <p>{said(|t| t.import().table_text)}</p> })}
            <div class="plan-filter">
                <Select
                    label=label(|t| t.import().encoding)
                    options=Signal::derive(move || {
                        let option = |each: &Encoding| ChoiceOption::new(each.label(), encoding_name(desk.t(), *each));
                        Encoding::ALL.iter().map(option).collect()
                    })
                    value=Signal::derive(move || encoding.get().label().to_owned())
                    on_choose=move |value: String| {
                        if let Some(chosen) = Encoding::from_label(&value) {
                            encoding.set(chosen);
                        }
                    }
                />
                {(!cards).then(|| view! { <SeparatorChoice table=table separator=separator/> })}
            </div>
            {names}
            {how}
            {columns}
            {problem}
            <div class="btn-row">
                <Button label=|t| t.import().preview class="btn btn-primary" on_press=look/>
                <Button label=|t| t.import().another_file on_press=move |()| importing.reset()/>
            </div>
        </section>
    }
    .into_any()
}

/// How many cards there are, and whom the first ones are of: who sees them as they should be knows that
/// the encoding is right.
#[component]
fn CardsFound(foreign: Arc<Foreign>, encoding: RwSignal<Encoding>) -> impl IntoView {
    let desk = use_desk();
    let found = Memo::new(move |_| cards_of(&foreign, encoding.get()));
    let words = move || {
        let (count, names) = found.get();
        let t = desk.t();
        match count {
            0 => t.import().cards_none.to_owned(),
            _ => t.import().cards_found(&count, &names.join(t.common().comma)),
        }
    };
    view! { <p>{words}</p> }.into_any()
}

#[component]
fn SeparatorChoice(table: Memo<Found>, separator: RwSignal<Option<Separator>>) -> impl IntoView {
    let desk = use_desk();
    let now = Signal::derive(move || {
        let found = table.with(|table| table.as_ref().ok().map(|table| table.separator));
        found.or(separator.get()).unwrap_or(Separator::Comma).name().to_owned()
    });
    view! {
        <Select
            label=label(|t| t.import().separator)
            options=Signal::derive(move || {
                let option = |each: &Separator| ChoiceOption::new(each.name(), separator_name(desk.t(), *each));
                Separator::ALL.iter().map(option).collect()
            })
            value=now
            on_choose=move |value: String| separator.set(Separator::from_name(&value))
        />
    }
    .into_any()
}

/// What the rows are, and what must be known for that.
#[component]
fn HowToRead(choices: Choices) -> impl IntoView {
    let desk = use_desk();
    let kinds = Signal::derive(move || {
        let option = |kind: &SheetKind| ChoiceOption::new(kind.name(), kind_name(desk.t(), *kind));
        SheetKind::ALL.iter().map(option).collect()
    });
    let unclear = Memo::new(move |_| choices.unclear());
    let dates = live(move || {
        unclear.get().map(|date| {
            let orders = Signal::derive(move || {
                let t = desk.t().import();
                vec![ChoiceOption::new("day", t.dates_day), ChoiceOption::new("month", t.dates_month)]
            });
            let value = move || match choices.dates.get() {
                Some(DateOrder::DayFirst) => "day".to_owned(),
                Some(DateOrder::MonthFirst) => "month".to_owned(),
                None => String::new(),
            };
            view! {
                <Choice
                    label=Signal::derive(move || desk.t().import().dates(&date))
                    options=orders
                    value=Signal::derive(value)
                    on_choose=move |value: String| {
                        let order = if value == "day" { DateOrder::DayFirst } else { DateOrder::MonthFirst };
                        choices.dates.set(Some(order));
                    }
                />
            }
        })
    });
    let of_cases = live(move || {
        (choices.kind.get() != SheetKind::Customers).then(|| view! { <CaseChoices choices=choices/> })
    });
    view! {
        <Choice
            label=label(|t| t.import().table_kind)
            options=kinds
            value=Signal::derive(move || choices.kind.get().name().to_owned())
            on_choose=move |value: String| {
                if let Some(kind) = SheetKind::from_name(&value) {
                    choices.kind.set(kind);
                }
            }
        />
        {dates}
        {of_cases}
    }
    .into_any()
}
