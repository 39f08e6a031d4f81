use super::choice::{Chosen, TakeBox};
use super::look::{difference_of, name_of};
use crate::app::desk::use_desk;
use crate::app::import::{Beside, Difference, NewValue};
use crate::domain::record::RecordKey;
use crate::i18n::Texts;
use crate::ui::part::{Dialog, live, said};
use leptos::prelude::*;

/// The most fields that are told in one line.
const IN_LINE: usize = 4;

/// What would change in a record, in one line.
pub(super) fn line(t: &'static Texts, difference: &Difference) -> String {
    let beside = difference.beside.iter().map(|beside| {
        let [here, there] = [&beside.here, &beside.there].map(|values| values.join(" / "));
        // Both came with the file, and nothing stood here.
        if here.is_empty() {
            return t.import().two_values_there(&beside.name, &there);
        }
        t.import().two_values(&beside.name, &here, &there)
    });
    let values = difference.values.iter().map(|value| changed(t, value));
    let mut parts: Vec<String> = beside.chain(values).take(IN_LINE).collect();
    parts.extend(others(t, difference));
    if parts.is_empty() { t.import().silent.to_owned() } else { parts.join(t.story().between) }
}

fn changed(t: &'static Texts, value: &NewValue) -> String {
    let NewValue { name, before, after } = value;
    match (before.is_empty(), after.is_empty()) {
        (true, _) => t.import().set(name, after),
        (_, true) => t.import().cleared(name, before),
        _ => t.import().changed(name, before, after),
    }
}

/// What comes beside the values.
fn others(t: &'static Texts, difference: &Difference) -> Vec<String> {
    let mut words: Vec<String> =
        difference.happened.iter().map(|(happened, times)| happened.words(t, *times)).collect();
    if difference.erased {
        words.push(t.import().erased.to_owned());
    }
    if difference.undone > 0 {
        words.push(t.import().undone(&difference.undone));
    }
    if difference.unknown > 0 {
        words.push(t.import().unknown(&difference.unknown));
    }
    words
}

/// What would change in the record that was opened, field by field.
#[component]
pub(super) fn DetailDialog(chosen: Chosen, opened: RwSignal<Option<RecordKey>>) -> impl IntoView {
    let desk = use_desk();
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(opened.with(Option::is_some)));
    Effect::new(move |before: Option<bool>| {
        let now = open.get();
        if before == Some(true) && !now {
            opened.set(None);
        }
        now
    });
    let name = Signal::derive(move || {
        opened.with(|key| key.as_ref().map(|key| name_of(desk, &chosen.offer(), key))).unwrap_or_default()
    });
    view! {
        <Dialog title=name open=open>
            {live(move || opened.get().map(|key| view! { <Detail chosen=chosen key=key name=name/> }))}
        </Dialog>
    }
    .into_any()
}

#[component]
fn Detail(chosen: Chosen, key: RecordKey, name: Signal<String>) -> impl IntoView {
    let desk = use_desk();
    let own = key.clone();
    let told = Memo::new(move |_| difference_of(desk, &chosen.offer(), &own));
    let is_new = !chosen.offer().present.0.contains_key(&key);
    let body = live(move || match told.get() {
        None => view! { <p>{said(|t| t.import().all_here)}</p> }.into_any(),
        Some(difference) if difference.is_silent() => {
            view! { <p>{said(|t| t.import().silent)}</p> }.into_any()
        }
        Some(difference) => {
            let others = others(desk.t(), &difference);
            view! {
                <BesideTable rows=difference.beside/>
                <ValueTable rows=difference.values is_new=is_new/>
                {(!others.is_empty()).then(|| view! {
                    <h3>{said(|t| t.import().title_happened)}</h3>
                    <ul class="plain-list">
                        {others.into_iter().map(|words| view! { <li>{words}</li> }).collect_view()}
                    </ul>
                })}
            }
            .into_any()
        }
    });
    let take = chosen.offer().plan.news.0.contains_key(&key).then(|| {
        view! {
            <label class="tick-line">
                <TakeBox chosen=chosen key=key name=name/>
                <span>{said(|t| t.data().take_over)}</span>
            </label>
        }
    });
    view! { <div class="difference">{body}{take}</div> }.into_any()
}

/// A value in words; that there is none.
fn value(words: String) -> AnyView {
    match words.is_empty() {
        true => view! { <span class="muted">{said(|t| t.import().nothing)}</span> }.into_any(),
        false => words.into_any(),
    }
}

#[component]
fn ValueTable(rows: Vec<NewValue>, is_new: bool) -> impl IntoView {
    if rows.is_empty() {
        return ().into_any();
    }
    let row = |row: NewValue| {
        view! {
            <tr>
                <th scope="row">{row.name}</th>
                {(!is_new).then(|| view! { <td>{value(row.before)}</td> })}
                <td>{value(row.after)}</td>
            </tr>
        }
    };
    view! {
        <table class="difference-table">
            <thead>
                <tr>
                    <th scope="col">{said(|t| t.import().field)}</th>
                    {(!is_new).then(|| view! { <th scope="col">{said(|t| t.import().before)}</th> })}
                    <th scope="col">{said(|t| t.import().after)}</th>
                </tr>
            </thead>
            <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

#[component]
fn BesideTable(rows: Vec<Beside>) -> impl IntoView {
    if rows.is_empty() {
        return ().into_any();
    }
    let row = |row: Beside| {
        view! {
            <tr>
                <th scope="row">{row.name}</th>
                <td>{value(row.here.join(" / "))}</td>
                <td>{value(row.there.join(" / "))}</td>
            </tr>
        }
    };
    view! {
        <h3>{said(|t| t.import().title_beside)}</h3>
        <table class="difference-table">
            <thead>
                <tr>
                    <th scope="col">{said(|t| t.import().field)}</th>
                    <th scope="col">{said(|t| t.import().here)}</th>
                    <th scope="col">{said(|t| t.import().there)}</th>
                </tr>
            </thead>
            <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}
