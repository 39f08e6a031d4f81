use super::Choices;
use crate::app::desk::use_desk;
use crate::archive::tables::Column;
use crate::i18n::sheet_words::column_name;
use crate::ui::part::{ChoiceOption, Select, live, said};
use leptos::prelude::*;

/// How many cells of a column are shown.
const SAMPLES: usize = 3;
/// As much of a cell as is shown, in characters.
const SAMPLE: usize = 24;

/// What each column says, with its first cells beside it.
#[component]
pub(super) fn Columns(choices: Choices) -> impl IntoView {
    let desk = use_desk();
    let columns = Memo::new(move |_| {
        choices.table.get().map(|table| {
            let column = |(at, header): (usize, &String)| {
                let cells = table.rows.iter().map(|row| row.cell(at)).filter(|cell| !cell.is_empty());
                (at, header.trim().to_owned(), cells.take(SAMPLES).map(sample).collect::<Vec<_>>())
            };
            table.headers.iter().enumerate().map(column).collect::<Vec<_>>()
        })
    });
    let rows =
        Memo::new(move |_| choices.table.with(|table| table.as_ref().map_or(0, |table| table.rows.len())));
    let list = live(move || {
        let columns = columns.get().unwrap_or_default();
        let row = |(at, header, cells): (usize, String, Vec<String>)| {
            view! { <OneColumn choices=choices at=at header=header cells=cells/> }
        };
        view! { <ul class="columns-said">{columns.into_iter().map(row).collect_view()}</ul> }
    });
    view! {
        <div class="columns-part">
            <h3>{said(|t| t.import().columns)}</h3>
            <p class="hint">{move || desk.t().import().rows_found(&rows.get())}</p>
            {list}
        </div>
    }
    .into_any()
}

/// The beginning of a cell, on one line.
fn sample(cell: &str) -> String {
    let line: String = cell.chars().map(|c| if c.is_control() { ' ' } else { c }).take(SAMPLE).collect();
    if cell.chars().nth(SAMPLE).is_some() { line + "…" } else { line }
}

#[component]
fn OneColumn(choices: Choices, at: usize, header: String, cells: Vec<String>) -> impl IntoView {
    let desk = use_desk();
    let label = Signal::derive(move || match header.is_empty() {
        true => desk.t().import().column_unnamed(&(at + 1)),
        false => header.clone(),
    });
    let options = Signal::derive(move || {
        let (t, kind) = (desk.t(), choices.kind.get());
        let option = |column: &Column| ChoiceOption::new(column.name(), column_name(t, kind, *column));
        let none = ChoiceOption::new("", t.import().column_none);
        std::iter::once(none).chain(kind.columns().iter().map(option)).collect()
    });
    let value = Signal::derive(move || {
        let column = choices.columns.with(|columns| columns.get(at).copied().flatten());
        column.map(Column::name).unwrap_or_default().to_owned()
    });
    let choose = move |value: String| {
        choices.columns.update(|columns| {
            if let Some(place) = columns.get_mut(at) {
                *place = Column::from_name(&value);
            }
        });
    };
    let samples = (!cells.is_empty()).then(|| {
        let words = Signal::derive(move || desk.t().import().samples(&cells.join(desk.t().common().comma)));
        view! { <p class="small muted column-samples">{words}</p> }
    });
    view! {
        <li>
            <Select label=label options=options value=value on_choose=choose/>
            {samples}
        </li>
    }
    .into_any()
}
