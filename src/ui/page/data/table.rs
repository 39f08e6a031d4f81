//! A table, or cards, of another program: what its columns say, before anything is looked at.

mod columns;
mod told;

pub(super) use told::RowsTold;

use super::importing::{Importing, Looking};
use crate::app::desk::use_desk;
use crate::app::import::{Foreign, Reading, Watch, offer_cards, offer_table, table_of};
use crate::archive::tables::{
    Column, DateOrder, Encoding, MapError, Mapping, Separator, SheetKind, Table, TableError,
};
use crate::domain::process::ProcessRef;
use crate::i18n::sheet_words::{encoding_name, kind_name, map_error, separator_name, table_error};
use crate::ui::part::{Button, Choice, ChoiceOption, Select, label, live, said};
use columns::Columns;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The most activities that are offered as the one that closes a case.
const MOST_ACTIVITIES: usize = 60;

type Found = Result<Arc<Table>, TableError>;

/// What is chosen about a table. Copied freely: it is a handle.
#[derive(Clone, Copy)]
pub(super) struct Choices {
    table: Memo<Found>,
    kind: RwSignal<SheetKind>,
    columns: RwSignal<Vec<Option<Column>>>,
    dates: RwSignal<Option<DateOrder>>,
    process: RwSignal<Option<ProcessRef>>,
    closing: RwSignal<String>,
}

impl Choices {
    /// What the columns say now, as far as it is chosen. Follows the choices.
    fn mapping(self, table: &Table) -> Result<Mapping, MapError> {
        let closing = self.closing.get();
        let mut mapping = Mapping {
            kind: self.kind.get(),
            columns: self.columns.get(),
            dates: DateOrder::DayFirst,
            process: self.process.get(),
            closing: if closing.is_empty() { Vec::new() } else { vec![closing] },
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

/// What the rows of a table most likely are.
fn likely(table: &Table) -> SheetKind {
    if Mapping::guess(SheetKind::Events, table).check().is_ok() {
        return SheetKind::Events;
    }
    let of_a_case = [Column::Number, Column::Description, Column::Status, Column::Opened, Column::Due];
    let guessed = Mapping::guess(SheetKind::Cases, table).columns;
    let cases = guessed.iter().flatten().any(|column| of_a_case.contains(column));
    if cases { SheetKind::Cases } else { SheetKind::Customers }
}

/// A table's columns, its encoding and what else must be known; of cards the encoding alone.
#[component]
pub(super) fn TableView(importing: Importing, foreign: Arc<Foreign>) -> impl IntoView {
    let desk = use_desk();
    let cards = foreign.cards;
    let encoding = RwSignal::new(Encoding::guess(&foreign.bytes));
    let separator = RwSignal::new(None::<Separator>);
    let table = {
        let foreign = foreign.clone();
        Memo::new(move |_| match cards {
            true => Err(TableError::Empty),
            false => table_of(&foreign, encoding.get(), separator.get()).map(Arc::new),
        })
    };
    let first =
        table.with_untracked(|table| table.as_ref().map_or(SheetKind::Customers, |table| likely(table)));
    let choices = Choices {
        table,
        kind: RwSignal::new(first),
        columns: RwSignal::new(Vec::new()),
        dates: RwSignal::new(None),
        process: RwSignal::new(None),
        closing: RwSignal::new(String::new()),
    };
    Effect::new(move |_| {
        let kind = choices.kind.get();
        if let Ok(table) = table.get() {
            choices.columns.set(Mapping::guess(kind, &table).columns);
        }
        choices.dates.set(None);
    });
    let as_new = RwSignal::new("leave".to_owned());
    let wrong = RwSignal::new(None::<MapError>);
    Effect::new(move |_| {
        choices.columns.track();
        choices.dates.track();
        wrong.set(None);
    });
    let look = {
        let foreign = foreign.clone();
        move |()| {
            let (name, foreign) = (foreign.name.clone(), foreign.clone());
            let (as_new, encoding) = (as_new.get_untracked() == "new", encoding.get_untracked());
            if cards {
                importing.look(name, &move |watch: Watch| -> Looking {
                    let foreign = foreign.clone();
                    Box::pin(async move { offer_cards(desk, &foreign, encoding, as_new, watch).await })
                });
                return;
            }
            let Ok(table) = table.get_untracked() else { return };
            match untrack(|| choices.mapping(&table)) {
                Err(error) => wrong.set(Some(error)),
                Ok(mapping) => importing.look(name.clone(), &move |watch: Watch| -> Looking {
                    let (name, table) = (name.clone(), table.clone());
                    let reading = Reading { mapping: mapping.clone(), as_new };
                    Box::pin(async move { offer_table(desk, &name, &table, &reading, watch).await })
                }),
            }
        }
    };
    let title = {
        let name = foreign.name.clone();
        Signal::derive(move || desk.t().import().table_title(&name))
    };
    let problem = live(move || {
        let words = match (cards, table.get(), wrong.get()) {
            (false, Err(error), _) => table_error(desk.t(), error),
            (_, _, Some(error)) => map_error(desk.t(), choices.kind.get(), &error),
            _ => return None,
        };
        Some(view! { <div role="alert" class="refusal"><p>{words}</p></div> })
    });
    let is_table = move || !cards && table.with(Result::is_ok);
    let how = live(move || is_table().then(|| view! { <HowToRead choices=choices/> }));
    let columns = live(move || is_table().then(|| view! { <Columns choices=choices/> }));
    let same = live(move || {
        (cards || choices.kind.get() == SheetKind::Customers).then(|| {
            view! {
                <Choice
                    label=label(|t| t.import().same_people)
                    options=Signal::derive(move || {
                        let t = desk.t().import();
                        vec![
                            ChoiceOption::new("leave", t.same_leave),
                            ChoiceOption::new("new", t.same_new),
                        ]
                    })
                    value=as_new
                    on_choose=move |value| as_new.set(value)
                />
            }
        })
    });
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
            {how}
            {columns}
            {same}
            {problem}
            <div class="btn-row">
                <Button label=|t| t.import().preview class="btn btn-primary" on_press=look/>
                <Button label=|t| t.common().cancel on_press=move |()| importing.reset()/>
            </div>
        </section>
    }
    .into_any()
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

/// Which process cases follow that name none; of events, which activity closes a case.
#[component]
fn CaseChoices(choices: Choices) -> impl IntoView {
    let desk = use_desk();
    let faces = Memo::new(move |_| {
        let faces = desk.process_faces().into_iter();
        faces.map(|face| ChoiceOption::new(face.id, face.name)).collect::<Vec<_>>()
    });
    let processes = Signal::derive(move || {
        let usual = ChoiceOption::new("", desk.t().import().process_usual);
        std::iter::once(usual).chain(faces.get()).collect()
    });
    let closing = live(move || {
        let table = choices.table.get().ok().filter(|_| choices.kind.get() == SheetKind::Events)?;
        let at = choices.columns.with(|columns| columns.iter().position(|c| *c == Some(Column::Activity)))?;
        let names: BTreeSet<String> = table.column(at).map(|cell| cell.trim().to_owned()).collect();
        let options = Signal::derive(move || {
            let none = ChoiceOption::new("", desk.t().import().closed_by_none);
            let each = names.iter().take(MOST_ACTIVITIES).map(|name| ChoiceOption::new(name, name));
            std::iter::once(none).chain(each).collect::<Vec<_>>()
        });
        Some(view! {
            <Select
                label=label(|t| t.import().closed_by)
                options=options
                value=choices.closing
                on_choose=move |value| choices.closing.set(value)
            />
        })
    });
    view! {
        <div class="plan-filter">
            <Select
                label=label(|t| t.import().process)
                options=processes
                value=Signal::derive(move || {
                    choices.process.get().map(|at| at.id.to_string()).unwrap_or_default()
                })
                on_choose=move |value: String| {
                    choices.process.set(desk.beginning(&value).map(|(at, _)| at));
                }
            />
            {closing}
        </div>
    }
    .into_any()
}
