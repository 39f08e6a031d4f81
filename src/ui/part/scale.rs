use super::fresh_id;
use leptos::prelude::*;
use std::ops::RangeInclusive;

/// Marks side by side, of which one may hold: arrows move, and pressing the one that holds takes
/// it back.
#[component]
pub(crate) fn Scale(
    /// What is marked.
    #[prop(into)]
    label: Signal<String>,
    /// What else its name says to those who do not see what it stands below.
    #[prop(into, optional)]
    below: MaybeProp<String>,
    /// What the marks mean, where that is to be said here.
    #[prop(into, optional)]
    hint: MaybeProp<String>,
    /// The marks.
    marks: RangeInclusive<u8>,
    /// The one that holds.
    #[prop(into)]
    value: Signal<Option<u8>>,
    /// Called with the one that shall hold, or with nothing.
    #[prop(into)]
    on_choose: Callback<Option<u8>>,
) -> impl IntoView {
    let group = fresh_id("scale");
    let hint_id = format!("{group}-hint");
    let described = hint_id.clone();
    let each = |mark: u8| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name=group.clone()
                    prop:checked=move || value.get() == Some(mark)
                    on:click=move |_| {
                        // A mark that is chosen by this very press does not hold yet.
                        if value.get_untracked() == Some(mark) {
                            on_choose.run(None);
                        }
                    }
                    on:change=move |_| on_choose.run(Some(mark))
                />
                <span class="figure">{mark}</span>
            </label>
        }
    };
    let marks: Vec<_> = marks.map(each).collect();
    let class = if marks.len() > 5 { "choice-row scale scale-long" } else { "choice-row scale" };
    view! {
        <fieldset class="field choices" aria-describedby=described>
            <legend class="label">
                {move || below.get().map(|below| view! { <span class="visually-hidden">{below}</span> })}
                {move || label.get()}
            </legend>
            <div class=class>{marks}</div>
            {move || hint.get().map(|hint| view! { <p class="hint" id=hint_id.clone()>{hint}</p> })}
        </fieldset>
    }
    .into_any()
}
