use super::Shown;
use crate::app::command;
use crate::app::desk::{Desk, use_desk};
use crate::i18n::texts;
use crate::ui::part::{Button, Glyph, Icon, live, said};
use crate::ui::route::Route;
use leptos::prelude::*;

/// That another case has the same number, where that is so, and a way to settle it.
#[component]
pub(super) fn Twins(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let twins = Memo::new(move |_| {
        s.with_value(|shown| {
            desk.index.with(|index| {
                let others = index.cases_of_same_number(shown.id.as_str());
                let whose = |id: &str| index.customer_name(id).to_owned();
                others
                    .iter()
                    .map(|case| (case.id.clone(), whose(&case.customer), case.title.clone()))
                    .collect()
            })
        })
    });
    let busy = RwSignal::new(false);
    let press = move |()| {
        busy.set(true);
        leptos::task::spawn_local(async move {
            renumber(desk, s).await;
            busy.set(false);
        });
    };
    live(move || {
        let others: Vec<(String, String, String)> = twins.get();
        (!others.is_empty()).then(|| {
            let link = |(id, who, what): (String, String, String)| {
                let words = [who, what].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
                view! { <li><a href=Route::Case(id).href()>{words.join(" · ")}</a></li> }
            };
            view! {
                <div class="card waiting-note" role="status">
                    <Icon glyph=Glyph::Flag/>
                    <div class="twins">
                        <strong>{said(|t| t.twins().same_number)}</strong>
                        <ul>{others.into_iter().map(link).collect_view()}</ul>
                        <span class="muted">{said(|t| t.twins().papers_keep)}</span>
                    </div>
                    <Button
                        label=|t| t.twins().renumber
                        on_press=press
                        busy=(busy.into(), |t| t.twins().renumber)
                    />
                </div>
            }
        })
    })
}

async fn renumber(desk: Desk, s: StoredValue<Shown>) {
    let number = desk.next_number("case").await;
    let new = s.with_value(|shown| {
        command::renumber(&desk.pen(), &shown.id, &shown.case_untracked(), number.clone())
    });
    desk.save(new);
    let case = s.with_value(|shown| shown.id.clone());
    desk.say(texts(desk.lang.get_untracked()).twins().renumbered(&number), Some(case));
}
