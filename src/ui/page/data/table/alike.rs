//! The rows that resemble a customer: each beside the one that it resembles, and what is done with it.

use super::super::importing::{Begun, Importing};
use crate::app::desk::{Desk, use_desk};
use crate::app::import::{Reading, RowAlike};
use crate::archive::tables::{Alike, Doing, Point};
use crate::i18n::sheet_words::{doing_name, part_name};
use crate::ui::part::{Button, Choice, ChoiceOption, label, live, said};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many rows are shown at first, and how many more each time.
const AT_ONCE: usize = 20;

/// What is done with each row, by its line.
type Doings = RwSignal<BTreeMap<usize, Doing>>;

/// All rows that resemble somebody: what is done with them is said before anything else is looked at.
#[component]
pub(crate) fn AlikeView(importing: Importing) -> impl IntoView {
    let desk = use_desk();
    let Some(begun) = importing.begun() else { return ().into_any() };
    let Begun { foreign, reading, alike } = (*begun).clone();
    let rows = alike.unwrap_or_default();
    let doing = |row: &RowAlike| {
        let said = reading.doings.get(&row.line).copied();
        (row.line, said.unwrap_or(row.alike.doing))
    };
    let doings: Doings = RwSignal::new(rows.iter().map(doing).collect());
    let groups = [true, false].map(|sure| {
        let of_group = rows.iter().enumerate().filter(|(_, row)| row.alike.sure == sure);
        let mut places: Vec<usize> = of_group.map(|(at, _)| at).collect();
        // Those first that leave something to decide.
        places.sort_by_key(|at| !rows.get(*at).is_some_and(|row| row.alike.says_more()));
        Group { sure, count: places.len(), rows: StoredValue::new((rows.clone(), places)), doings }
    });
    let some = groups.into_iter().filter(|group| group.count > 0);
    let for_all = some.clone().map(|group| view! { <ForAll group=group/> }).collect_view();
    let one_by_one = some.map(|group| view! { <OneByOne group=group/> }).collect_view();
    let title = {
        let name = foreign.name.clone();
        Signal::derive(move || desk.t().import().alike_title(&name))
    };
    let look = move |()| {
        let said = Arc::new(doings.get_untracked());
        let reading = Reading { doings: said, asked: true, ..(*reading).clone() };
        importing.look_at_rows(foreign.clone(), reading);
    };
    view! {
        <section class="section card table-page">
            <h2>{title}</h2>
            <p>{said(|t| t.import().alike_text)}</p>
            {for_all}
            <p class="hint">{said(|t| t.import().alike_add_hint)}</p>
            <div class="btn-row">
                <Button label=|t| t.import().preview class="btn btn-primary" on_press=look/>
                <Button label=|t| t.common().back on_press=move |()| importing.back(true)/>
            </div>
            {one_by_one}
        </section>
    }
    .into_any()
}

/// The rows that surely are of somebody, or those that may be. Copied freely: it is a handle.
#[derive(Clone, Copy)]
struct Group {
    sure: bool,
    count: usize,
    /// All rows, and which of them are of this group.
    rows: StoredValue<(Arc<Vec<RowAlike>>, Vec<usize>)>,
    doings: Doings,
}

impl Group {
    fn title(self) -> Signal<String> {
        let desk = use_desk();
        Signal::derive(move || match self.sure {
            true => desk.t().import().alike_sure(&self.count),
            false => desk.t().import().alike_maybe(&self.count),
        })
    }

    /// What is done with all of them, if it is the same. Follows the choices.
    fn of_all(self) -> Option<Doing> {
        self.doings.with(|doings| {
            self.rows.with_value(|(rows, places)| {
                let rows = places.iter().filter_map(|at| rows.get(*at));
                let mut said = rows.filter_map(|row| doings.get(&row.line));
                let first = *said.next()?;
                said.all(|doing| *doing == first).then_some(first)
            })
        })
    }

    fn choose_all(self, doing: Doing) {
        self.doings.update(|doings| {
            self.rows.with_value(|(rows, places)| {
                let rows = places.iter().filter_map(|at| rows.get(*at));
                doings.extend(rows.map(|row| (row.line, doing)));
            });
        });
    }
}

/// One choice for all rows of a group, those included that are not shown.
#[component]
fn ForAll(group: Group) -> impl IntoView {
    let desk = use_desk();
    let now = Memo::new(move |_| group.of_all().map_or("", Doing::name));
    view! {
        <div class="alike-all">
            <Choice
                label=group.title()
                options=doing_options(desk)
                value=Signal::derive(move || now.get().to_owned())
                on_choose=move |value: String| {
                    if let Some(doing) = Doing::from_name(&value) {
                        group.choose_all(doing);
                    }
                }
            />
            {(!group.sure).then(|| view! { <p class="hint">{said(|t| t.import().alike_maybe_hint)}</p> })}
        </div>
    }
    .into_any()
}

/// The rows of a group, some at a time.
#[component]
fn OneByOne(group: Group) -> impl IntoView {
    let desk = use_desk();
    let count = group.count;
    let shown = RwSignal::new(AT_ONCE.min(count));
    let row = move |at: usize| {
        let row = group.rows.with_value(|(rows, places)| rows.get(*places.get(at)?).cloned());
        row.map(|row| view! { <OneAlike row=row doings=group.doings/> })
    };
    let is_more = Memo::new(move |_| shown.get() < count);
    let next = move || AT_ONCE.min(count.saturating_sub(shown.get()));
    // The button stays the same element, so that whoever pressed it may press again.
    let more = live(move || {
        is_more.get().then(|| {
            view! {
                <div class="alike-more">
                    <p class="hint">{move || desk.t().import().alike_shown(&shown.get(), &count)}</p>
                    <button
                        type="button"
                        class="btn"
                        on:click=move |_| shown.update(|shown| *shown = (*shown + AT_ONCE).min(count))
                    >
                        {move || desk.t().import().alike_more(&next())}
                    </button>
                </div>
            }
        })
    });
    view! {
        <div class="alike-group">
            <h3>{group.title()}</h3>
            <ul class="alike-rows">
                <For each=move || 0..shown.get() key=|at| *at children=row/>
            </ul>
            {more}
        </div>
    }
    .into_any()
}

fn doing_options(desk: Desk) -> Signal<Vec<ChoiceOption>> {
    Signal::derive(move || {
        let option = |doing: Doing| ChoiceOption::new(doing.name(), doing_name(desk.t(), doing));
        Doing::ALL.map(option).to_vec()
    })
}

/// One row beside the one that it resembles.
#[component]
fn OneAlike(row: RowAlike, doings: Doings) -> impl IntoView {
    let desk = use_desk();
    let RowAlike { line, title, alike } = row;
    let named = title.clone();
    let name = Signal::derive(move || desk.t().import().alike_row(&line, &title));
    let legend = Signal::derive(move || desk.t().import().alike_what(&line, &named));
    let says_more = alike.says_more();
    let adds = alike.points.iter().any(Point::adds);
    let note = live(move || {
        let t = desk.t().import();
        let words = match (says_more, adds) {
            (false, _) => t.alike_nothing,
            (true, false) => t.alike_nothing_to_add,
            (true, true) => return None,
        };
        Some(view! { <p class="small muted">{words}</p> })
    });
    view! {
        <li class="alike">
            <h4>{name}</h4>
            <Points alike=alike/>
            {note}
            <Choice
                label=legend
                options=doing_options(desk)
                value=Signal::derive(move || {
                    doings.with(|doings| doings.get(&line).copied().map_or("", Doing::name).to_owned())
                })
                on_choose=move |value: String| {
                    if let Some(doing) = Doing::from_name(&value) {
                        doings.update(|doings| {
                            doings.insert(line, doing);
                        });
                    }
                }
                quiet=true
            />
        </li>
    }
    .into_any()
}

/// What is said there and in the row, side by side.
#[component]
fn Points(alike: Alike) -> impl IntoView {
    let desk = use_desk();
    let there = alike.line;
    let there = Signal::derive(move || match there {
        Some(line) => desk.t().import().row_line(&line),
        None => desk.t().import().here.to_owned(),
    });
    let point = |point: Point| {
        let (part, differs) = (point.part, point.differs());
        let value = move |value: &String| {
            let mark = point.missing.contains(value).then(|| {
                let words =
                    label(if differs { |t| t.import().alike_differs } else { |t| t.import().alike_missing });
                view! { <span class="alike-mark" class:alike-adds=!differs>{words}</span> }
            });
            view! { <li>{value.clone()}{mark}</li> }
        };
        let row: Vec<_> = point.row.iter().map(value).collect();
        let here: Vec<_> = point.here.iter().map(|value| view! { <li>{value.clone()}</li> }).collect();
        view! {
            <tr>
                <th scope="row">{move || part_name(desk.t(), part)}</th>
                <td>{values(here.collect_view(), point.here.is_empty())}</td>
                <td>{values(row.collect_view(), point.row.is_empty())}</td>
            </tr>
        }
    };
    view! {
        <table class="difference-table alike-points">
            <thead>
                <tr>
                    <th scope="col">{said(|t| t.import().field)}</th>
                    <th scope="col">{there}</th>
                    <th scope="col">{said(|t| t.import().alike_in_row)}</th>
                </tr>
            </thead>
            <tbody>{alike.points.into_iter().map(point).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn values(values: impl IntoView + 'static, none: bool) -> AnyView {
    match none {
        true => view! { <span class="muted">{said(|t| t.import().nothing)}</span> }.into_any(),
        false => view! { <ul class="alike-values">{values}</ul> }.into_any(),
    }
}
