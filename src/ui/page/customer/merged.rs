use super::conflicts::customer_value;
use crate::app::command::{self, CustomerRecord};
use crate::app::desk::{Desk, Person, use_desk};
use crate::domain::customer::{CustomerField, CustomerKind, Detail};
use crate::domain::same::whose;
use crate::i18n::Named;
use crate::ui::part::{Button, live, said};
use leptos::prelude::*;

/// The details in which records of a person differ, with the values of each.
pub(crate) fn differing(desk: Desk, records: &[CustomerRecord]) -> Vec<(Detail, Vec<String>)> {
    let value = |record: &CustomerRecord, detail: Detail| {
        record.1.fields.current(&detail.key()).map(|field| customer_value(desk, field)).unwrap_or_default()
    };
    let values = |detail| (detail, records.iter().map(|record| value(record, detail)).collect::<Vec<_>>());
    let differ = |(_, values): &(Detail, Vec<String>)| {
        values.iter().filter(|value| !value.is_empty()).collect::<std::collections::BTreeSet<_>>().len() > 1
    };
    Detail::ALL.into_iter().map(values).filter(differ).collect()
}

/// The other records of the same person: what they say that does not count, and the way to part
/// them again.
#[component]
pub(super) fn Merged(person: Person) -> impl IntoView {
    let desk = use_desk();
    live(move || {
        let person = person.get().filter(|person| person.len() > 1)?;
        let differing = differing(desk, &person);
        let card = |at: usize| {
            let (id, customer) = person.get(at)?;
            let name = customer.name().cloned().unwrap_or_default();
            let others = differing.iter().filter(|(detail, values)| {
                !values[at].is_empty() && whose(&person, *detail).is_some_and(|whose| whose.0 != *id)
            });
            let row = |(detail, values): &(Detail, Vec<String>)| {
                let (detail, id, lead) = (*detail, id.clone(), person.first().cloned());
                let choose = move |()| {
                    if let Some((lead, customer)) = &lead {
                        let field = vec![CustomerField::Shown(detail, id.clone())];
                        desk.save(command::set::<CustomerKind>(&desk.pen(), lead.as_str(), customer, field));
                    }
                };
                view! {
                    <li class="many-row">
                        <span class="muted">{detail.name(desk.t())}</span>
                        <span class="many-words">{values[at].clone()}</span>
                        <Button label=|t| t.people().use_this class="btn btn-quiet" on_press=choose/>
                    </li>
                }
            };
            let rows = others.map(row).collect_view();
            let part = (at > 0).then(|| {
                let (person, id) = (person.clone(), id.clone());
                let part = move |()| {
                    desk.save(command::take_apart(&desk.pen(), &person, &id));
                    desk.say(desk.t().people().parted, None);
                };
                view! { <Button label=|t| t.people().take_apart on_press=part/> }
            });
            let phone =
                customer.phone().cloned().flatten().map(|phone| phone.to_string()).unwrap_or_default();
            let which = if at == 0 { desk.t().people().older } else { desk.t().people().newer };
            Some(view! {
                <li class="card section">
                    <p><strong>{name}</strong>" "<span class="figure">{phone}</span>" "<span class="muted">{which}</span></p>
                    <ul class="many-list">{rows}</ul>
                    <div class="btn-row">{part}</div>
                </li>
            })
        };
        let cards: Vec<_> = (0..person.len()).filter_map(card).collect();
        Some(view! {
            <section class="section">
                <h2>{said(|t| t.people().merged_records)}</h2>
                <p class="muted">{said(|t| t.people().merged_about)}</p>
                <ul class="merged-list">{cards}</ul>
            </section>
        })
    })
}
