use crate::app::desk::use_desk;
use crate::domain::date::Date;
use crate::i18n::when::date_in_words;
use crate::ui::part::{Glyph, Icon, live, said};
use crate::ui::route::Route;
use leptos::prelude::*;

/// That another letter bears the same number, where that is so. What was issued never changes, so
/// it can only be said what tells them apart.
#[component]
pub(super) fn Twins(id: String) -> impl IntoView {
    let desk = use_desk();
    live(move || {
        let others: Vec<(String, String)> = desk.index.with(|index| {
            let others = index.letters_of_same_number(&id);
            others.iter().map(|letter| (letter.id.clone(), letter.date.clone())).collect()
        });
        (!others.is_empty()).then(|| {
            let link = |(id, date): (String, String)| {
                let day = Date::parse(&date).map(|day| date_in_words(desk.lang.get(), day));
                view! { <li><a href=Route::Letter(id).href()>{day.unwrap_or(date)}</a></li> }
            };
            view! {
                <div class="card waiting-note no-print" role="status">
                    <Icon glyph=Glyph::Flag/>
                    <div class="twins">
                        <strong>{said(|t| t.twins().same_letter_number)}</strong>
                        <ul>{others.into_iter().map(link).collect_view()}</ul>
                    </div>
                </div>
            }
        })
    })
}
